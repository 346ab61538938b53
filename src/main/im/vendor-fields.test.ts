import { describe, expect, it } from 'vitest';
import { aMessage, anInput, traceOf } from '../../../tests/support/im.ts';
import { aDevice, anApp } from '../../../tests/support/workspace.ts';
import type { Device, VendorId } from '../../shared/contract/index.ts';
import type { MessageInput } from '../../shared/contract/message.ts';
import { decide, defaultSwitches, type DecisionInput } from './index.ts';

const intentOf = (message: Partial<MessageInput>, over: Partial<DecisionInput> = {}) =>
  decide(anInput({ message: aMessage(message), ...over })).intent;
const on = (vendor: VendorId, over: Partial<Device> = {}) =>
  aDevice({ platform: vendor === 'apns' ? 'ios' : 'android', vendor, osVersion: '16', ...over });

describe('what vendors have on their own', () => {
  const android = {
    pushStyle: 1,
    xiaomi: { channelId: 'mi' },
    oppo: { channelId: 'op', category: 'IM' },
    vivo: { category: 'IM', classification: 0 },
    huawei: { channelId: 'hw', category: 'CALL', importance: 'LOW', image: 'https://h' },
    honor: { importance: 'NORMAL', image: 'https://o' },
    fcm: { channelId: 'g', image: 'https://g', priority: 'high' },
    meizu: { noticeType: 1 },
  };
  const none = { androidChannelId: null, category: null, importance: null, image: null, androidPriority: 'high' };
  it.each([
    ['xiaomi', { ...none, androidChannelId: 'mi' }],
    ['oppo', { ...none, androidChannelId: 'op', category: 'IM' }],
    ['vivo', { ...none, category: 'IM' }],
    ['huawei', { ...none, androidChannelId: 'hw', category: 'CALL', importance: 'LOW', image: 'https://h' }],
    ['honor', { ...none, importance: 'NORMAL', image: 'https://o' }],
    ['fcm', { ...none, androidChannelId: 'g', image: 'https://g' }],
    ['meizu', none],
  ] as const)('%s takes its own of AndroidInfo', (vendor, expected) => {
    const intent = intentOf({ offlinePush: { android } }, { device: on(vendor) });
    expect(intent).toMatchObject({ ...expected, longText: true });
    expect(intent?.vendorSettings.android).toEqual(android);
  });
  it('R14 a backend drives the Android form through OfflinePushInfo, and iOS takes none of it', () => {
    const intent = intentOf({ offlinePush: { android } });
    expect(intent).toMatchObject({ androidChannelId: null, category: null, longText: false });
    expect(intent?.vendorSettings.android).toBeNull();
  });
  it('the console fills what the message leaves open, and the message wins', () => {
    const app = anApp({ console: { huawei: { channelId: 'c', category: 'IM', importance: 'LOW' } } });
    const given = intentOf({}, { app, device: on('huawei') });
    expect(given).toMatchObject({ androidChannelId: 'c', category: 'IM', importance: 'LOW' });
    const input = anInput({ app, device: on('huawei'), message: aMessage({ offlinePush: { android } }) });
    expect(traceOf(input, 'category')?.candidates).toEqual([
      { from: 'AndroidInfo.HuaWeiCategory', value: 'CALL', used: true },
      { from: 'console', value: 'IM', used: false },
    ]);
  });
  it.each([512, 100])(
    'a picture for Honor has a limit of %i KB by the reading chosen, and the trace says so',
    (limit) => {
      const switches = { ...defaultSwitches, honorImageKb: limit };
      const device = on('honor');
      const message = aMessage({ offlinePush: { android: { honor: { image: 'https://example.com/a.png' } } } });
      const { intent, switches: uses } = decide(anInput({ device, message, switches }));
      expect(intent?.traces.find(({ field }) => field === 'image')?.note).toEqual({
        id: 'im.note.honor-image',
        params: { limit },
      });
      expect(uses.map(({ id }) => id)).toContain('honorImageKb');
      const plain = decide(anInput({ device, switches }));
      expect(plain.switches.map(({ id }) => id)).not.toContain('honorImageKb');
    },
  );
  it('the legacy key of FCM knows no channels', () => {
    const switches = { ...defaultSwitches, fcmCredential: 'legacy-key' as const };
    expect(intentOf({ offlinePush: { android } }, { device: on('fcm'), switches })?.androidChannelId).toBeNull();
  });
  it('a tap does what the console says, and with FCM and iOS opens the app', () => {
    const click = { kind: 'activity' as const, name: 'a.b.C' };
    const app = anApp({ console: { meizu: { click }, fcm: { click }, apns: { click } } });
    expect(intentOf({}, { app, device: on('meizu') })?.click).toEqual(click);
    expect(intentOf({}, { app, device: on('fcm') })?.click).toEqual({ kind: 'app' });
    expect(intentOf({}, { app })?.click).toEqual({ kind: 'app' });
    expect(intentOf({}, { device: on('meizu') })?.click).toEqual({ kind: 'app' });
  });
  it('timPushFeatures in ext overrides the console’s FCM message type', () => {
    const app = anApp({ console: { fcm: { messageType: 'notification' } } });
    const type = (ext: string) =>
      intentOf({ offlinePush: { ext } }, { app, device: on('fcm') })?.vendorSettings.console;
    expect(type('{"timPushFeatures":{"fcmPushType":0}}')?.messageType).toBe('data');
    expect(type('{"timPushFeatures":{"fcmPushType":1}}')?.messageType).toBe('notification');
    expect(type('fcmPushType')?.messageType).toBe('notification');
  });
  it('VoIP needs the VoIP token, else an ordinary notification goes out', () => {
    const offlinePush = { apns: { voip: true } };
    expect(intentOf({ offlinePush }, { device: aDevice({ voipToken: 'v' }) })).toMatchObject({
      voip: true,
      voipToken: 'v',
    });
    expect(intentOf({ offlinePush })).toMatchObject({ voip: false, voipToken: null });
    expect(traceOf(anInput({ message: aMessage({ offlinePush }) }), 'voip')?.note?.id).toBe('im.note.no-voip-token');
    expect(intentOf({ offlinePush }, { device: on('fcm', { voipToken: 'v' }) })?.voip).toBe(false);
  });
  it('a Live Activity goes to its own token', () => {
    const offlinePush = { apns: { liveActivity: { id: 'a', event: 'end' } } };
    const device = aDevice({ liveActivityTokens: { a: 'tok' } });
    expect(intentOf({ offlinePush }, { device })?.liveActivity).toEqual({ id: 'a', event: 'end', token: 'tok' });
    expect(intentOf({ offlinePush })?.liveActivity).toBeNull();
  });
  it('ContentAvailable is for iOS', () => {
    const offlinePush = { apns: { contentAvailable: true } };
    expect(intentOf({ offlinePush })?.contentAvailable).toBe(true);
    expect(intentOf({ offlinePush }, { device: on('fcm') })?.contentAvailable).toBe(false);
  });
  it('a lifetime is seven days unless it is set, and at most', () => {
    expect(intentOf({})?.lifetimeSeconds).toBe(604_800);
    expect(intentOf({ lifetimeSeconds: 60 })?.lifetimeSeconds).toBe(60);
    expect(intentOf({ lifetimeSeconds: 9_999_999 })?.lifetimeSeconds).toBe(604_800);
  });
  it('R16 TPNS and the direct route give the same push', () => {
    const message = { offlinePush: { title: 'T', ext: 'e', badgeAddNum: 2 } };
    const direct = intentOf(message);
    const { traces: _, ...through } = intentOf(message, { device: aDevice({ vendor: 'tpns' }) }) ?? { traces: [] };
    expect(direct).toMatchObject(through);
  });
});
