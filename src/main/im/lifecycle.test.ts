import { describe, expect, it } from 'vitest';
import { aMessage, anInput, saysOf } from '../../../tests/support/im.ts';
import { aDevice, anAccount, anApp } from '../../../tests/support/workspace.ts';
import { vendorIds, type App, type Device } from '../../shared/contract/index.ts';
import {
  applyLifeEvent,
  decide,
  imTexts,
  iosRegistration,
  kickedBy,
  vendorsOf,
  type LifeEvent,
  type LifeWorld,
} from './index.ts';

const nowMs = 50_000;
const world = (over: Partial<LifeWorld> = {}): LifeWorld => ({ devices: [], app: anApp(), nowMs, ...over });
/** A device after some events, one second apart. */
const after = (device: Device, ...events: LifeEvent[]): Device =>
  events.reduce((one, event, index) => {
    const change = applyLifeEvent(one, event, world({ nowMs: nowMs + index * 1000 }));
    return { ...one, ...change.devices.find((patch) => patch.id === one.id)?.patch };
  }, device);
const pushTo = (device: Device) => decide(anInput({ device, nowMs: nowMs + 60_000 }));
const fresh = aDevice({ loginState: 'never', token: null, tokenReportedAtMs: null, lastLoginAtMs: null, userId: null });
const login: LifeEvent = { kind: 'login', userId: 'vinson' };
const token: LifeEvent = { kind: 'token', token: 'aa', certificateId: 10_001 };
const background = (unread: number, isReported = true): LifeEvent => ({ kind: 'background', unread, isReported });

describe('the three calls for APNs', () => {
  it('R5 the first: the token, after which a push can go out', () => {
    const loggedIn = after(fresh, login, { kind: 'killed' });
    expect(pushTo(loggedIn).decidingGateId).toBe('token-reported');
    const reported = after(fresh, login, token, { kind: 'killed' });
    expect(reported).toMatchObject({ token: 'aa', certificateId: 10_001 });
    expect(pushTo(reported).pushed).toBe(true);
  });
  it('R6 the second: the unread count on going to the background is the base of the badge', () => {
    const device = after(fresh, login, token, background(3));
    expect(device.unreadBase).toBe(3);
    expect(pushTo(device)).toMatchObject({ pushed: true, intent: { badge: 4 } });
  });
  it('R7 the third: the foreground ends the pushes', () =>
    expect(pushTo(after(fresh, login, token, background(3), { kind: 'foreground' })).decidingGateId).toBe(
      'recipient-state',
    ));
  it('a background that nobody reports changes neither count nor mind', () => {
    const device = after(fresh, login, token, background(3), { kind: 'foreground' }, background(9, false));
    expect(device.unreadBase).toBe(3);
    expect(pushTo(device).pushed).toBe(false);
  });
  it('R1 R50 killed without a logout is pushed to', () =>
    expect(pushTo(after(fresh, login, token, { kind: 'killed' })).pushed).toBe(true));
  it('R50 killed after a logout is not offline but gone', () =>
    expect(pushTo(after(fresh, login, token, { kind: 'logout' }, { kind: 'killed' })).pushed).toBe(false));
  it('R21 after a logout nothing is', () =>
    expect(pushTo(after(fresh, login, token, { kind: 'logout' })).gates[5]?.phrase.id).toBe(
      'im.gate.recipient-state.logged-out',
    ));
  it('a permission taken away only warns', () => {
    const device = after(fresh, login, token, { kind: 'permission', isAllowed: false }, { kind: 'killed' });
    expect(pushTo(device).pushed).toBe(true);
    expect(pushTo(device).gates.at(-1)?.outcome).toBe('warning');
  });
});

describe('answers of the SDK', () => {
  const answer = (device: Device, event: LifeEvent) => {
    const change = applyLifeEvent(device, event, world());
    expect(imTexts.en[change.answer.phraseId]).toBeTruthy();
    if (change.answer.code !== 0) expect([change.devices, change.account]).toEqual([[], null]);
    return change.answer.code;
  };
  const loggedIn = after(fresh, login);
  it('R20 a token before login fails with 21005, and succeeds after it', () => {
    expect(answer(fresh, token)).toBe(21_005);
    expect(answer(after(loggedIn, { kind: 'logout' }), token)).toBe(21_005);
    expect(answer(loggedIn, token)).toBe(0);
  });
  it('an empty token is 22003, one over 256 bytes 22004', () => {
    expect(answer(loggedIn, { ...token, token: '' })).toBe(22_003);
    expect(answer(loggedIn, { ...token, token: 'a'.repeat(256) })).toBe(0);
    expect(answer(loggedIn, { ...token, token: 'a'.repeat(257) })).toBe(22_004);
  });
  it('a null config stops offline push since 5.6.1200', () => {
    const off: LifeEvent = { kind: 'token', token: null, certificateId: null };
    expect(after(fresh, login, token, off).token).toBeNull();
    expect(answer({ ...loggedIn, sdkVersion: '5.6.1199' }, off)).toBe(22_003);
  });
  it('R52 global settings are stored only after login', () => {
    const event: LifeEvent = { kind: 'global-settings', patch: { pushEnabled: false } };
    expect(answer(fresh, event)).toBe(6014);
    expect(applyLifeEvent(loggedIn, event, world())).toMatchObject({
      account: { pushEnabled: false },
      answer: { code: 0 },
    });
  });
  it('R52 R53 stored settings stop the pushes of every device of the account', () => {
    const { account } = applyLifeEvent(loggedIn, { kind: 'global-settings', patch: { pushEnabled: false } }, world());
    const recipient = { ...anAccount(), ...account };
    expect(decide(anInput({ recipient })).decidingGateId).toBe('global-switch');
  });
});

describe('login policy', () => {
  const phone = (id: string, over: Partial<Device> = {}) => aDevice({ id, ...over });
  const others = [
    phone('iphone'),
    phone('ipad'),
    phone('pixel', { platform: 'android', vendor: 'fcm' }),
    phone('someone', { userId: 'denny' }),
    phone('other-app', { appId: 'app_other' }),
    phone('gone', { loginState: 'logged-out' }),
  ];
  const kicked = (loginPolicy: App['loginPolicy']) =>
    kickedBy(others[0]!, 'vinson', world({ devices: others, app: anApp({ loginPolicy }) })).map((one) => one.id);
  it.each([
    ['single', ['ipad', 'pixel']],
    ['dual', ['ipad', 'pixel']],
    ['triple', ['ipad', 'pixel']],
    ['multi', ['ipad']],
  ] as const)('%s: a login kicks %j', (policy, ids) => expect(kicked(policy)).toEqual(ids));
  it('R21 a kicked phone gets nothing', () => {
    const { devices } = applyLifeEvent(
      others[0]!,
      login,
      world({ devices: others, app: anApp({ loginPolicy: 'multi' }) }),
    );
    const ipad = { ...others[1]!, ...devices.find((one) => one.id === 'ipad')?.patch };
    expect(pushTo(ipad).gates[5]?.phrase.id).toBe('im.gate.recipient-state.kicked');
  });
});

describe('platforms', () => {
  it('R28 iOS before 8 registers with another call', () => {
    expect(iosRegistration('7.1').calls).toEqual(['registerForRemoteNotificationTypes:']);
    expect(iosRegistration('8.0').calls).toEqual([
      'registerUserNotificationSettings:',
      'registerForRemoteNotifications',
    ]);
    expect(iosRegistration('26.0').asksForToken).toBe('registerForRemoteNotifications');
  });
  it('R2 iOS has APNs, direct or through TPNS', () => expect(vendorsOf('ios')).toEqual(['apns', 'tpns']));
  it('HarmonyOS has Huawei', () => expect(vendorsOf('harmony')).toEqual(['huawei']));
  it('R15 the seven channels of the documents are there, and decide', () => {
    const named = ['apns', 'xiaomi', 'huawei', 'meizu', 'vivo', 'oppo', 'fcm'] as const;
    expect(vendorIds).toEqual(expect.arrayContaining([...named]));
    for (const vendor of named) {
      const platform = vendor === 'apns' ? ('ios' as const) : ('android' as const);
      expect(vendorsOf(platform), vendor).toContain(vendor);
      const input = anInput({ device: aDevice({ vendor, platform, osVersion: '16' }) });
      expect(decide(input).pushed, vendor).toBe(true);
      expect(saysOf(input, 'vendor-rules'), vendor).not.toBe('warning: wrong-vendor');
    }
  });
  it('R16 TPNS is a vendor of every phone but HarmonyOS, with the same decision', () => {
    expect(vendorsOf('android')).toContain('tpns');
    const direct = decide(anInput({ message: aMessage() }));
    const through = decide(anInput({ device: aDevice({ vendor: 'tpns' }) }));
    expect(through.gates.map((gate) => gate.outcome)).toEqual(direct.gates.map((gate) => gate.outcome));
  });
});
