import { describe, expect, it } from 'vitest';
import { aMessage, anInput, inGroup, p8, saysOf, toGroup } from '../../../tests/support/im.ts';
import { aDevice, aGroup, anAccount, anApp } from '../../../tests/support/workspace.ts';
import type { Account, App, Device, Group } from '../../shared/contract/index.ts';
import type { MessageInput } from '../../shared/contract/message.ts';
import { gates } from './gates/index.ts';
import { decide, defaultSwitches, type DecisionInput } from './index.ts';

const android = (over: Partial<Device>) =>
  aDevice({ platform: 'android', vendor: 'fcm', osVersion: '16', name: 'Pixel', ...over });
const onDevice = (device: Partial<Device>, message: Partial<MessageInput> = {}, app: Partial<App> = {}) =>
  anInput({ device: android(device), message: aMessage(message), app: anApp(app) });

describe('the fifteen gates', () => {
  it('have the numbers 1 to 15 in order, each once', () =>
    expect(gates.map((gate) => gate.number)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1)));
  it('predict from the thirteenth on', () =>
    expect(gates.filter((gate) => gate.predicted).map((gate) => gate.number)).toEqual([13, 14, 15]));
  it('name a source and a certainty', () => {
    for (const gate of gates) expect(gate.source.title, gate.id).toBeTruthy();
  });
});

it('sentences name the recipient by nickname, else by user ID', () => {
  const user = (nickname: string) =>
    decide(anInput({ recipient: anAccount({ nickname }) })).gates.find((gate) => gate.id === 'recipient-state')?.phrase
      .params?.['user'];
  expect(user('Vinnie')).toBe('Vinnie');
  expect(user('')).toBe('vinson');
});

describe('duplicate', () => {
  const at = (seconds: number, over: Partial<DecisionInput> = {}) =>
    saysOf(
      anInput({
        message: aMessage({ options: { random: 7 } }),
        nowMs: 1_000_000,
        recent: [{ from: 'denny', conversation: 'c2c:vinson', random: 7, atMs: 1_000_000 - seconds * 1000 }],
        ...over,
      }),
      'duplicate',
    );
  it('drops the same MsgRandom for five minutes', () => {
    expect(at(0)).toBe('failed: again');
    expect(at(299)).toBe('failed: again');
    expect(at(300)).toBe('passed: new');
  });
  it('does not mind another random, sender or conversation', () => {
    expect(at(1, { message: aMessage({ options: { random: 8 } }) })).toBe('passed: new');
    expect(at(1, { message: aMessage({ options: { random: 7 }, from: 'someone' }) })).toBe('passed: new');
    const group = { message: aMessage({ ...toGroup, options: { random: 7 } }), group: aGroup() };
    expect(at(1, group)).toBe('passed: new');
  });
  it('passes without a MsgRandom', () => expect(at(1, { message: aMessage() })).toBe('passed: none'));
  it('decides', () => {
    const decision = decide(
      anInput({
        message: aMessage({ options: { random: 7 } }),
        recent: [{ from: 'denny', conversation: 'c2c:vinson', random: 7, atMs: 10_000 }],
      }),
    );
    expect(decision).toMatchObject({ pushed: false, decidingGateId: 'duplicate' });
  });
});

describe('stored-offline', () => {
  it('an AVChatRoom keeps nothing', () =>
    expect(saysOf(inGroup({}, { group: aGroup({ type: 'AVChatRoom' }) }), 'stored-offline')).toBe(
      'failed: av-chat-room',
    ));
  it.each(['Work', 'Public', 'Meeting', 'Community'] as const)('a %s group keeps its messages', (type) =>
    expect(saysOf(inGroup({}, { group: aGroup({ type }) }), 'stored-offline')).toBe('passed: ok'),
  );
});

describe('recipient-state', () => {
  it('R12 before Android SDK 1.8.0 a killed app gets nothing', () => {
    expect(saysOf(onDevice({ sdkVersion: '1.7.9' }), 'recipient-state')).toBe('failed: old-sdk');
    expect(saysOf(onDevice({ sdkVersion: '1.8.0' }), 'recipient-state')).toBe('passed: killed');
  });
  it('R12 in the background the old SDK still does', () =>
    expect(saysOf(onDevice({ sdkVersion: '1.7.9', appState: 'background' }), 'recipient-state')).toBe(
      'passed: background',
    ));
  it('R12 is about Android alone', () =>
    expect(saysOf(anInput({ device: aDevice({ sdkVersion: '1.0' }) }), 'recipient-state')).toBe('passed: killed'));
});

describe('push-flag', () => {
  it('R56 the legacy settings of a message switch it off', () =>
    expect(saysOf(anInput({ message: aMessage({ legacyPush: { enabled: false } }) }), 'push-flag')).toBe(
      'failed: legacy-off',
    ));
});

describe('global-switch', () => {
  const off = { recipient: anAccount({ pushEnabled: false }) };
  const message = aMessage({ legacyPush: { enabled: true } });
  it('R56 a message that is switched on goes before it', () =>
    expect(saysOf(anInput({ ...off, message }), 'global-switch')).toBe('passed: message-wins'));
  it('the other reading lets the account win', () =>
    expect(
      saysOf(
        anInput({ ...off, message, switches: { ...defaultSwitches, globalSwitch: 'global-wins' } }),
        'global-switch',
      ),
    ).toBe('failed: off'));
  it('R59 a message that says nothing is on by default, and does not go before it', () =>
    expect(saysOf(anInput({ ...off, message: aMessage({ legacyPush: { title: 'x' } }) }), 'global-switch')).toBe(
      'failed: off',
    ));
  it('PushFlag 0, written down, is a message that is switched on', () => {
    const written = aMessage({ offlinePush: { extra: { PushFlag: 0 } } });
    expect(saysOf(anInput({ ...off, message: written }), 'global-switch')).toBe('passed: message-wins');
    expect(saysOf(anInput({ ...off, message: aMessage({ offlinePush: {} }) }), 'global-switch')).toBe('failed: off');
  });
});

describe('R56 per message beats global, in all combinations', () => {
  const pushes = [undefined, { disabled: true }, { disabled: false }, { disabled: false, extra: { PushFlag: 0 } }];
  const settings = [undefined, {}, { enabled: true }, { enabled: false }];
  const cases = pushes.flatMap((offlinePush) =>
    settings.flatMap((legacyPush) =>
      [true, false].flatMap((pushEnabled) =>
        (['message-wins', 'global-wins'] as const).map((reading) => ({
          offlinePush,
          legacyPush,
          pushEnabled,
          reading,
        })),
      ),
    ),
  );
  it.each(cases)('$offlinePush, $legacyPush, account $pushEnabled, $reading', (one) => {
    const { offlinePush, legacyPush, pushEnabled, reading } = one;
    const isOff = offlinePush?.disabled === true || legacyPush?.enabled === false;
    const isOn = legacyPush?.enabled === true || (!offlinePush?.disabled && offlinePush?.extra?.PushFlag === 0);
    const decision = decide(
      anInput({
        message: aMessage({ ...(offlinePush ? { offlinePush } : {}), ...(legacyPush ? { legacyPush } : {}) }),
        recipient: anAccount({ pushEnabled }),
        switches: { ...defaultSwitches, globalSwitch: reading },
      }),
    );
    expect(decision.pushed).toBe(!isOff && (pushEnabled || (isOn && reading === 'message-wins')));
  });
});

describe('quiet-hours', () => {
  const daily = (from: string, hours: number): Account['doNotDisturb'] => {
    const [hour = 0, minute = 0] = from.split(':').map(Number);
    return { kind: 'daily', hour, minute, second: 0, durationSeconds: hours * 3600 };
  };
  const at = (iso: string, doNotDisturb: Account['doNotDisturb'], timeZone = 'UTC') =>
    saysOf(
      anInput({
        recipient: anAccount({ doNotDisturb, timeZone }),
        nowMs: Date.parse(iso),
        device: aDevice({ appStateAtMs: Date.parse(iso) }),
      }),
      'quiet-hours',
    );
  it.each([
    ['2026-01-01T21:59:59Z', 'passed: outside'],
    ['2026-01-01T22:00:00Z', 'failed: inside'],
    ['2026-01-02T05:59:59Z', 'failed: inside'],
    ['2026-01-02T06:00:00Z', 'passed: outside'],
  ])('22:00 for eight hours, at %s: %s', (iso, says) => expect(at(iso, daily('22:00', 8))).toBe(says));
  it('goes by the recipient’s clock', () => {
    expect(at('2026-01-01T14:30:00Z', daily('23:00', 1), 'Asia/Tokyo')).toBe('failed: inside');
    expect(at('2026-01-01T23:30:00Z', daily('23:00', 1), 'Asia/Tokyo')).toBe('passed: outside');
  });
  it('follows summer time', () => {
    expect(at('2026-01-15T21:30:00Z', daily('22:00', 1), 'Europe/Berlin')).toBe('failed: inside');
    expect(at('2026-07-15T20:30:00Z', daily('22:00', 1), 'Europe/Berlin')).toBe('failed: inside');
    expect(at('2026-07-15T21:30:00Z', daily('22:00', 1), 'Europe/Berlin')).toBe('passed: outside');
  });
  it('24 hours and more never end', () =>
    expect(at('2026-01-01T00:00:00Z', daily('12:00', 24))).toBe('failed: always'));
  it('no duration is no time', () => expect(at('2026-01-01T12:00:00Z', daily('12:00', 0))).toBe('passed: outside'));
  it('once: from an instant for a while', () => {
    const once = { kind: 'once' as const, startAtMs: Date.parse('2026-01-01T10:00:00Z'), durationSeconds: 60 };
    expect(at('2026-01-01T09:59:59Z', once)).toBe('passed: outside');
    expect(at('2026-01-01T10:00:00Z', once)).toBe('failed: inside');
    expect(at('2026-01-01T10:01:00Z', once)).toBe('passed: outside');
  });
  it('an unknown time zone counts as UTC', () =>
    expect(at('2026-01-01T22:00:00Z', daily('22:00', 8), 'Mars/Olympus')).toBe('failed: inside'));
  it('the other reading spares one-to-one REST messages without WithMuteNotifications', () => {
    const recipient = anAccount({ doNotDisturb: daily('00:00', 24) });
    const switches = { ...defaultSwitches, restQuietHours: 'ignore' as const };
    const says = (message: Partial<MessageInput>) =>
      saysOf(anInput({ recipient, switches, message: aMessage(message) }), 'quiet-hours');
    expect(says({})).toBe('passed: rest');
    expect(says({ options: { sendControl: ['WithMuteNotifications'] } })).toBe('failed: always');
    expect(says({ client: { kind: 'sdk', platform: 'ios', version: '8.9' } })).toBe('failed: always');
  });
});

describe('conversation-option', () => {
  const sdk = { client: { kind: 'sdk' as const, platform: 'ios' as const, version: '8.9' } };
  const groupWith = (receiveOption: 0 | 1 | 2 | 3 | 4): Group =>
    aGroup({
      members: [
        { userId: 'denny', nameCard: '' },
        { userId: 'vinson', nameCard: '', receiveOption },
      ],
    });
  const vinson = [{ all: false, userId: 'vinson' }];
  const all = [{ all: true }];
  const other = [{ all: false, userId: 'other' }];
  it.each([
    [0, [], 'passed: receive'],
    [0, all, 'passed: receive'],
    [1, [], 'failed: blocked'],
    [1, vinson, 'failed: blocked'],
    [2, [], 'failed: muted'],
    [2, all, 'failed: muted'],
    [3, [], 'failed: not-mentioned'],
    [3, other, 'failed: not-mentioned'],
    [3, vinson, 'passed: mentioned'],
    [3, all, 'passed: mentioned'],
    [4, other, 'failed: not-mentioned'],
    [4, vinson, 'passed: mentioned'],
    [4, all, 'passed: mentioned'],
  ] as const)('group, option %i, @%j: %s', (option, groupAt, says) =>
    expect(saysOf(inGroup({ groupAt: [...groupAt] }, { group: groupWith(option) }), 'conversation-option')).toBe(says),
  );
  it.each([
    [1, 'failed: blocked'],
    [2, 'failed: muted'],
    [3, 'failed: not-mentioned'],
    [4, 'failed: not-mentioned'],
  ] as const)('C2C from an SDK, option %i: %s', (option, says) =>
    expect(
      saysOf(
        anInput({ message: aMessage(sdk), recipient: anAccount({ receiveOptions: { denny: option } }) }),
        'conversation-option',
      ),
    ).toBe(says),
  );
  it('REST C2C looks at it only with WithMuteNotifications', () => {
    const recipient = anAccount({ receiveOptions: { denny: 2 } });
    const says = (message: Partial<MessageInput>) =>
      saysOf(anInput({ recipient, message: aMessage(message) }), 'conversation-option');
    expect(says({})).toBe('passed: rest');
    expect(says({ options: { sendControl: ['WithMuteNotifications'] } })).toBe('failed: muted');
  });
});

describe('token-reported', () => {
  it('a token over 256 bytes was never stored', () => {
    expect(saysOf(anInput({ device: aDevice({ token: 'a'.repeat(256) }) }), 'token-reported')).toBe('passed: ok');
    expect(saysOf(anInput({ device: aDevice({ token: 'a'.repeat(257) }) }), 'token-reported')).toBe('failed: too-long');
    expect(saysOf(anInput({ device: aDevice({ token: '合'.repeat(86) }) }), 'token-reported')).toBe('failed: too-long');
  });
  it('R19 reported at the instant of the login is reported after it', () => {
    const at = (tokenReportedAtMs: number) =>
      saysOf(anInput({ device: aDevice({ tokenReportedAtMs, lastLoginAtMs: 1000 }) }), 'token-reported');
    expect(at(1000)).toBe('passed: ok');
    expect(at(999)).toBe('warning: before-login');
  });
  it('R3 an old Android app needs an offline callback', () => {
    const old = { sdkVersion: '4.8.10', offlineCallbackRegistered: false };
    expect(saysOf(onDevice(old), 'token-reported')).toBe('warning: no-callback');
    expect(saysOf(onDevice({ ...old, offlineCallbackRegistered: true }), 'token-reported')).toBe('passed: ok');
    expect(saysOf(onDevice({ ...old, sdkVersion: '5.0' }), 'token-reported')).toBe('passed: ok');
  });
});

describe('vendor-rules', () => {
  const says = (device: Partial<Device>, message: Partial<MessageInput> = {}, app: Partial<App> = {}) =>
    saysOf(onDevice(device, message, app), 'vendor-rules');
  const huawei = { huawei: { category: 'IM' } };
  it('R2 iOS devices go through APNs or TPNS and nothing else', () => {
    const ios = (vendor: Device['vendor']) => saysOf(anInput({ device: aDevice({ vendor }) }), 'vendor-rules');
    expect(ios('apns')).toBe('passed: ok');
    expect(ios('tpns')).toBe('passed: ok');
    expect(ios('fcm')).toBe('warning: wrong-vendor');
    expect(says({ vendor: 'apns' })).toBe('warning: wrong-vendor');
  });
  it('R48 FCM needs Play services and works outside mainland China', () => {
    expect(says({})).toBe('passed: ok');
    expect(says({ playServices: false })).toBe('warning: no-play-services');
    expect(says({ region: 'mainland-china' })).toBe('warning: mainland');
  });
  it('R49 OPPO and vivo do not support every model', () => {
    expect(says({ vendor: 'oppo', vendorPushSupported: false })).toBe('warning: model');
    expect(says({ vendor: 'vivo', vendorPushSupported: false })).toBe('warning: model');
    expect(says({ vendor: 'fcm', vendorPushSupported: false })).toBe('passed: ok');
  });
  it.each([
    ['xiaomi', '3.6.11', '3.6.12'],
    ['huawei', '2.6.3.300', '2.6.3.301'],
    ['meizu', '3.5.9', '3.6.0'],
    ['oppo', '2.0.1', '2.0.2'],
    ['vivo', '2.3.0', '2.3.1'],
  ] as const)('R47 %s asks for a version of its library: %s is too old, %s is not', (vendor, old, enough) => {
    expect(says({ vendor, vendorSdkVersion: old })).toBe('warning: old-vendor-sdk');
    expect(says({ vendor, vendorSdkVersion: enough })).not.toBe('warning: old-vendor-sdk');
  });
  it('R47 FCM asks for Android 4.1', () => {
    expect(says({ osVersion: '4.0' })).toBe('warning: old-android');
    expect(says({ osVersion: '4.1' })).toBe('passed: ok');
  });
  it('Xiaomi without a channel', () => {
    expect(says({ vendor: 'xiaomi' })).toBe('warning: xiaomi-channel');
    expect(says({ vendor: 'xiaomi' }, { offlinePush: { android: { xiaomi: { channelId: '1' } } } })).toBe('passed: ok');
    expect(says({ vendor: 'xiaomi' }, {}, { console: { xiaomi: { channelId: '1' } } })).toBe('passed: ok');
  });
  it('OPPO: channel, ext, notify level', () => {
    const oppo = { vendor: 'oppo' } as const;
    const channel = { oppo: { channelId: 'im' } };
    expect(says(oppo)).toBe('warning: oppo-channel');
    expect(says({ ...oppo, osVersion: '7.1' })).toBe('passed: ok');
    expect(says(oppo, { offlinePush: { android: channel } })).toBe('passed: ok');
    expect(says(oppo, { offlinePush: { android: channel, ext: 'jump to denny' } })).toBe('warning: oppo-ext');
    expect(says(oppo, { offlinePush: { android: channel, ext: '{"a":1}' } })).toBe('passed: ok');
    const level = { oppo: { channelId: 'im', notifyLevel: 16 } };
    expect(says(oppo, { offlinePush: { android: level } })).toBe('warning: oppo-level');
  });
  it('Huawei and vivo without a category', () => {
    expect(says({ vendor: 'huawei' })).toBe('warning: huawei-category');
    expect(says({ vendor: 'huawei' }, { offlinePush: { android: huawei } })).toBe('passed: ok');
    expect(says({ vendor: 'vivo' })).toBe('warning: vivo-category');
    expect(says({ vendor: 'vivo' }, { offlinePush: { android: { vivo: { category: 'IM' } } } })).toBe('passed: ok');
  });
  it('a console that opens a page and names none', () => {
    const page = (uri: string) => ({ console: { huawei: { click: { kind: 'intent' as const, uri } } } });
    const message = { offlinePush: { android: huawei } };
    expect(says({ vendor: 'huawei' }, message, page(''))).toBe('warning: empty-click');
    expect(says({ vendor: 'huawei' }, message, page('intent://x#Intent;end'))).toBe('passed: ok');
  });
  it('R38 the iOS sound is a file name with extension that is in the app', () => {
    const ios = (sound: string, soundFiles: string[] = []) =>
      saysOf(
        anInput({ message: aMessage({ offlinePush: { apns: { sound } } }), app: anApp({ soundFiles }) }),
        'vendor-rules',
      );
    expect(ios('ding.caf')).toBe('passed: ok');
    expect(ios('ding')).toBe('warning: sound-extension');
    expect(ios('ding.caf', ['other.caf'])).toBe('warning: sound-missing');
    expect(ios('ding.caf', ['ding.caf'])).toBe('passed: ok');
    expect(ios('default', ['other.caf'])).toBe('passed: ok');
  });
  it('an iOS picture needs MutableContent', () => {
    const ios = (mutableContent: boolean) =>
      saysOf(
        anInput({ message: aMessage({ offlinePush: { apns: { image: 'https://x/y.png', mutableContent } } }) }),
        'vendor-rules',
      );
    expect(ios(false)).toBe('warning: image-needs-extension');
    expect(ios(true)).toBe('passed: ok');
  });
  it('an Android sound is written as the chosen page wants it', () => {
    const sound = (value: string, androidSoundValue: 'raw-name' | 'with-suffix') =>
      saysOf(
        anInput({
          device: android({}),
          message: aMessage({ offlinePush: { android: { sound: value } } }),
          switches: { ...defaultSwitches, androidSoundValue },
        }),
        'vendor-rules',
      );
    expect(sound('ding', 'raw-name')).toBe('passed: ok');
    expect(sound('ding.mp3', 'raw-name')).toBe('warning: sound-suffix');
    expect(sound('ding', 'with-suffix')).toBe('warning: sound-suffix');
    expect(sound('ding.mp3', 'with-suffix')).toBe('passed: ok');
  });
  it('lists the other rules that speak as well', () => {
    const decision = decide(onDevice({ playServices: false, region: 'mainland-china' }));
    const gate = decision.gates.find((one) => one.id === 'vendor-rules');
    expect(gate?.values).toContainEqual({ label: 'others', value: 'mainland' });
    expect(decision.pushed).toBe(true);
  });
});

describe('certificate-fits and notifications-allowed', () => {
  it('a Live Activity needs a key, not a certificate file', () => {
    const certificate = {
      kind: 'apns-certificate' as const,
      certificate: { environments: ['sandbox', 'production'], notAfterAtMs: 1e15 },
    };
    const input = (facts: unknown) =>
      anInput({
        message: aMessage({ offlinePush: { apns: { liveActivity: { id: 'a' } } } }),
        device: aDevice({ liveActivityTokens: { a: 'token' } }),
        // Only what the gate looks at.
        credential: { name: 'c', certificateId: 1, facts: facts as typeof p8 },
      });
    expect(saysOf(input(certificate), 'certificate-fits')).toBe('warning: needs-p8');
    expect(saysOf(input(p8), 'certificate-fits')).toBe('passed: ok');
  });
  it('R28 what the person granted of alert, sound and badge', () => {
    const granted = (grantedTypes: Device['grantedTypes']) =>
      saysOf(anInput({ device: aDevice({ grantedTypes }) }), 'notifications-allowed');
    expect(granted({ alert: true, sound: true, badge: true })).toBe('passed: yes');
    expect(granted({ alert: false, sound: true, badge: true })).toBe('warning: no-alert');
    expect(granted({ alert: true, sound: false, badge: true })).toBe('warning: no-sound');
    expect(granted({ alert: true, sound: true, badge: false })).toBe('warning: no-badge');
  });
  it('Android shows nothing in a channel that the app does not have', () => {
    const app = { channelIds: ['im'], console: { fcm: { channelId: 'other' } } };
    expect(saysOf(onDevice({}, {}, app), 'notifications-allowed')).toBe('warning: no-channel');
    expect(saysOf(onDevice({}, {}, { ...app, channelIds: [] }), 'notifications-allowed')).toBe('passed: yes');
  });
});
