import { describe, expect, it } from 'vitest';
import { aMessage, anInput, inGroup, traceOf } from '../../../tests/support/im.ts';
import { aDevice, aGroup, anAccount, anApp } from '../../../tests/support/workspace.ts';
import type { Device, VendorId } from '../../shared/contract/index.ts';
import type { MessageInput } from '../../shared/contract/message.ts';
import { decide, defaultSwitches, utf8View, type DecisionInput } from './index.ts';

const intentOf = (message: Partial<MessageInput>, over: Partial<DecisionInput> = {}) =>
  decide(anInput({ message: aMessage(message), ...over })).intent;
const on = (vendor: VendorId, over: Partial<Device> = {}) =>
  aDevice({ platform: vendor === 'apns' ? 'ios' : 'android', vendor, osVersion: '16', ...over });
const sdk = (version: string) => ({ client: { kind: 'sdk' as const, platform: 'android' as const, version } });

describe('element texts', () => {
  const body = (element: MessageInput['elements'][number], placeholders: 'en' | 'zh' = 'en') =>
    intentOf({ elements: [element] }, { sender: null, switches: { ...defaultSwitches, placeholders } })?.body;
  it.each([
    ['sound', '[audio]', '[语音]'],
    ['file', '[file]', '[文件]'],
    ['image', '[image]', '[图片]'],
    ['location', '[Location]', '[位置]'],
    ['face', '[Face]', '[表情]'],
    ['video', '[video]', '[视频]'],
    ['relay', '[Chat history]', '[聊天记录]'],
  ] as const)('%s is %s or %s', (kind, en, zh) => {
    expect(body({ kind })).toBe(en);
    expect(body({ kind }, 'zh')).toBe(zh);
  });
  it('words that no document gives are said to be a guess', () => {
    const note = (kind: 'video' | 'relay' | 'image', push: Partial<MessageInput> = {}) =>
      traceOf(anInput({ message: aMessage({ elements: [{ kind }], ...push }) }), 'body')?.note?.id;
    expect(note('video')).toBe('im.note.guessed-words');
    expect(note('relay')).toBe('im.note.guessed-words');
    expect(note('image')).toBeUndefined();
    expect(note('video', { offlinePush: { desc: 'D' } })).toBeUndefined();
  });
  it('a merged message says its compatible text, else its title', () => {
    expect(body({ kind: 'relay', title: 'Chat of Denny' })).toBe('Chat of Denny');
    expect(body({ kind: 'relay', title: 't', compatibleText: 'update the app' })).toBe('update the app');
  });
  it('R36 all nine kinds are joined in order, nothing between', () =>
    expect(
      intentOf(
        {
          elements: [
            { kind: 'text', text: 'A' },
            { kind: 'location' },
            { kind: 'face' },
            { kind: 'custom', desc: 'B' },
            { kind: 'sound' },
            { kind: 'image' },
            { kind: 'file' },
            { kind: 'video' },
            { kind: 'relay', title: 'C' },
          ],
        },
        { sender: null },
      )?.body,
    ).toBe('A[Location][Face]B[audio][image][file][video]C'));
  it('data of a custom element is nowhere in the push', () =>
    expect(JSON.stringify(intentOf({ elements: [{ kind: 'custom', data: 'SECRET', desc: 'x' }] }))).not.toContain(
      'SECRET',
    ));
});

describe('names', () => {
  const nobody = { group: aGroup({ members: [{ userId: 'vinson', nameCard: '' }] }), sender: null };
  it('R30 without any name the group stands in front, or by the other reading nothing', () => {
    expect(decide(inGroup({}, nobody)).intent?.body).toBe('(Lunch): Lunch?');
    const switches = { ...defaultSwitches, namelessGroup: 'plain' as const };
    expect(decide(inGroup({}, { ...nobody, switches })).intent?.body).toBe('Lunch?');
  });
  it('R30 the other reading of the English page knows cards only', () => {
    const group = aGroup({ members: [{ userId: 'denny', nameCard: '' }] });
    const switches = { ...defaultSwitches, groupSenderName: 'card-only' as const };
    expect(decide(inGroup({}, { group })).intent?.body).toBe('Denny (Lunch): Lunch?');
    expect(decide(inGroup({}, { group, switches })).intent?.body).toBe('(Lunch): Lunch?');
  });
  it('a group without a name is named by its ID', () =>
    expect(decide(inGroup({}, { group: aGroup({ name: '' }) })).intent?.body).toBe('Captain (lunch): Lunch?'));
});

describe('the page’s worked examples, byte for byte', () => {
  const compact = { ...defaultSwitches, colon: 'compact' as const };
  const nickname = { sender: anAccount({ userId: 'denny', nickname: 'Nickname' }), switches: compact };
  const custom = { kind: 'custom' as const, desc: 'hello', ext: 'www.qq.com', sound: 'dingdong.aiff', data: 'any' };
  it('vector A: custom then text', () => {
    const intent = intentOf(
      { elements: [custom, { kind: 'text', text: 'world' }] },
      { ...nickname, device: aDevice({ unreadBase: 4 }) },
    );
    expect(intent).toMatchObject({
      title: null,
      body: 'Nickname:helloworld',
      badge: 5,
      sound: 'dingdong.aiff',
      ext: 'www.qq.com',
    });
    expect(JSON.stringify(intent)).not.toContain('any');
  });
  it('vector B: text then custom, no space added', () =>
    expect(
      intentOf(
        {
          elements: [
            { kind: 'text', text: 'hello' },
            { ...custom, desc: 'world' },
          ],
        },
        { sender: null },
      )?.body,
    ).toBe('helloworld'));
});

describe('what wins over what: title and body', () => {
  const everything: Partial<MessageInput> = {
    offlinePush: {
      title: 'T push',
      desc: 'D push',
      multiLanguage: [
        { language: 'zh', title: 'T zh', desc: 'D zh' },
        { language: 'zh-TW', title: 'T tw', desc: 'D tw' },
      ],
      apns: { title: 'T apns' },
      harmony: { title: 'T harmony' },
    },
    legacyPush: {
      title: 'T legacy',
      desc: 'D legacy',
      ios: { title: 'T ios', desc: 'D ios' },
      android: { title: 'T android', desc: 'D android' },
    },
  };
  const device = (platform: Device['platform'], locale = 'en') =>
    aDevice({ platform, vendor: platform === 'ios' ? 'apns' : platform === 'android' ? 'fcm' : 'huawei', locale });
  it.each([
    ['ios', ['T apns', 'T ios', 'T push', 'T legacy'], ['D ios', 'D push', 'D legacy', 'Denny: Lunch?']],
    ['android', ['T android', 'T push', 'T legacy'], ['D android', 'D push', 'D legacy', 'Denny: Lunch?']],
    ['harmony', ['T harmony', 'T push', 'T legacy'], ['D push', 'D legacy', 'Denny: Lunch?']],
  ] as const)('R58 on %s', (platform, titles, bodies) => {
    const input = anInput({ message: aMessage(everything), device: device(platform) });
    const values = (field: string) => traceOf(input, field)?.candidates.map((one) => one.value);
    expect(values('title')).toEqual(titles);
    expect(values('body')).toEqual(bodies);
    expect(decide(input).intent).toMatchObject({ title: titles[0], body: bodies[0] });
  });
  it.each([
    ['zh-CN', 'T zh'],
    ['zh_TW', 'T tw'],
    ['ZH', 'T zh'],
    ['zh-TW-x', 'T tw'],
    ['en', 'T apns'],
  ])('the language of the device, %s, picks %s', (locale, title) =>
    expect(intentOf(everything, { device: device('ios', locale) })?.title).toBe(title),
  );
  it('languages need SDK 8.5.6870 on the device', () => {
    const old = aDevice({ locale: 'zh-CN', sdkVersion: '8.5.6869' });
    expect(intentOf(everything, { device: old })?.title).toBe('T apns');
    expect(intentOf(everything, { device: { ...old, sdkVersion: '8.5.6870' } })?.title).toBe('T zh');
  });
  it('an entry without a text falls back to the next source', () => {
    const offlinePush = { desc: 'D', multiLanguage: [{ language: 'en', title: 'T en' }] };
    expect(intentOf({ offlinePush })).toMatchObject({ title: 'T en', body: 'D' });
  });
  it('an empty text is not set', () =>
    expect(intentOf({ offlinePush: { title: '', desc: '', apns: { title: '' } } })).toMatchObject({
      title: null,
      body: 'Denny: Lunch?',
    }));
  it('Desc can keep the name by the other reading', () =>
    expect(
      intentOf({ offlinePush: { desc: 'Come' } }, { switches: { ...defaultSwitches, descPrefix: 'prefixed' } })?.body,
    ).toBe('Denny: Come'));
});

describe('templates', () => {
  const app = anApp({
    pushTemplates: [
      {
        id: '1400000000-1',
        title: '{{timSenderNick}} {{what}}',
        desc: '{{timGroupName}}|{{timDesc}}|{{no}}|{{constructor}}',
      },
    ],
  });
  const offlinePush = { templateId: '1400000000-1', templateParams: { what: 'calls', timDesc: 'not this' }, desc: 'D' };
  it('fills parameters and what the backend knows, and wins', () =>
    expect(intentOf({ offlinePush }, { app })).toMatchObject({
      title: 'Denny calls',
      body: '|D|{{no}}|{{constructor}}',
    }));
  it('a template that nobody knows is said so', () => {
    const input = anInput({ message: aMessage({ offlinePush }), app: anApp() });
    expect(traceOf(input, 'body')).toMatchObject({ note: { id: 'im.note.template-unknown' } });
    expect(decide(input).intent?.body).toBe('D');
  });
});

describe('sound', () => {
  const sound = (message: Partial<MessageInput>, over: Partial<DecisionInput> = {}) => intentOf(message, over)?.sound;
  const global = anAccount({ globalSounds: { c2c: 'c2c.caf', group: 'group.caf' } });
  it('R54 the account’s sound for C2C and for groups, else the system’s', () => {
    expect(sound({}, { recipient: global })).toBe('c2c.caf');
    expect(decide(inGroup({}, { recipient: global })).intent?.sound).toBe('group.caf');
    expect(sound({}, { recipient: anAccount() })).toBe('default');
  });
  it('R56 the message’s sound wins over the account’s', () =>
    expect(sound({ offlinePush: { apns: { sound: 'own.caf' } } }, { recipient: global })).toBe('own.caf'));
  it('R55 global sounds are for APNs alone', () =>
    expect(sound({}, { recipient: global, device: on('fcm') })).toBe('default'));
  it('R55 a sound set by a legacy SDK counts on APNs alone', () => {
    const legacy = { ...sdk('4.8.10'), legacyPush: { ios: { sound: 'i.caf' }, android: { sound: 'raw/a' } } };
    expect(sound(legacy)).toBe('i.caf');
    const input = anInput({ message: aMessage(legacy), device: on('fcm') });
    expect(decide(input).intent?.sound).toBe('default');
    expect(traceOf(input, 'sound')?.note?.id).toBe('im.note.sound-android-sdk');
  });
  it('R60 since SDK 6.1.2155 Android has its own sound, title and text', () => {
    const legacyPush = { android: { title: 'T', desc: 'D', sound: 'a' } };
    const input = { device: on('fcm') };
    expect(intentOf({ ...sdk('6.1.2155'), legacyPush }, input)).toMatchObject({ title: 'T', body: 'D', sound: 'a' });
    expect(intentOf({ ...sdk('6.1.2154'), legacyPush }, input)?.sound).toBe('default');
  });
  it('by the other reading Android has none', () =>
    expect(
      sound(
        { offlinePush: { android: { sound: 'a' } } },
        { device: on('fcm'), switches: { ...defaultSwitches, androidSound: 'never' } },
      ),
    ).toBe('default'));
  it('R62 NO_SOUND_NO_VIBRATION is silence from 2.5.3 on', () => {
    const legacyPush = { ios: { sound: 'push.no_sound' } };
    expect(sound({ ...sdk('2.5.3'), legacyPush })).toBeNull();
    const input = anInput({ message: aMessage({ ...sdk('2.5.2'), legacyPush }) });
    expect(decide(input).intent?.sound).toBe('default');
    expect(traceOf(input, 'sound')?.note?.id).toBe('im.note.no-sound-sdk');
  });
  it('silence is for every platform', () => {
    for (const vendor of ['apns', 'fcm', 'huawei'] as const)
      expect(sound({ offlinePush: { sound: 'push.no_sound' } }, { device: on(vendor) }), vendor).toBeNull();
  });
  it('HarmonyOS has its own', () =>
    expect(
      sound(
        { offlinePush: { sound: 's', harmony: { sound: 'h' } } },
        { device: aDevice({ platform: 'harmony', vendor: 'huawei' }) },
      ),
    ).toBe('h'));
});

describe('per message beats global, in all combinations', () => {
  const values = [undefined, 'own.caf'] as const;
  const globals = [null, 'global.caf'] as const;
  const cases = values.flatMap((own) =>
    values.flatMap((legacy) =>
      globals.flatMap((global) => (['c2c', 'group'] as const).map((kind) => [own, legacy, global, kind] as const)),
    ),
  );
  it.each(cases)('ApnsInfo.Sound %s, IOSSettings.sound %s, global %s, %s', (own, legacy, global, kind) => {
    const message = {
      ...(own ? { offlinePush: { apns: { sound: own } } } : {}),
      ...(legacy ? { legacyPush: { ios: { sound: `legacy-${legacy}` } } } : {}),
    };
    const recipient = anAccount({ globalSounds: { c2c: global, group: global } });
    const input = kind === 'c2c' ? anInput({ message: aMessage(message), recipient }) : inGroup(message, { recipient });
    expect(decide(input).intent?.sound).toBe(own ?? (legacy ? `legacy-${legacy}` : (global ?? 'default')));
  });
});

describe('ext', () => {
  it('R59 ext is bytes of UTF-8', () =>
    expect(utf8View('{"任务":1}')).toEqual({ bytes: 12, hex: '7b 22 e4 bb bb e5 8a a1 22 3a 31 7d' }));
  it('R59 is null when nobody set it', () => expect(intentOf({ legacyPush: { title: 't' } })?.ext).toBeNull());
  it('R56 of the legacy settings goes before the element’s', () =>
    expect(
      intentOf({ elements: [{ kind: 'custom', desc: 'd', ext: 'element' }], legacyPush: { ext: 'legacy' } })?.ext,
    ).toBe('legacy'));
  it('R8 the trace names where it came from', () =>
    expect(
      traceOf(anInput({ message: aMessage({ elements: [{ kind: 'custom', desc: 'd', ext: 'e' }] }) }), 'ext'),
    ).toMatchObject({ candidates: [{ from: 'TIMCustomElem.Ext', value: 'e', used: true }] }));
});

describe('badge', () => {
  const badge = (message: Partial<MessageInput>, device: Device) => {
    const intent = intentOf(message, { device: { ...device, unreadBase: 4 } });
    return [intent?.badge, intent?.badgeChange];
  };
  const add = (number: number) => ({ kind: 'add', number });
  it('iOS: the sum', () => expect(badge({}, on('apns'))).toEqual([5, null]));
  it('Huawei and Honor: the change', () => {
    expect(badge({}, on('huawei'))).toEqual([5, add(1)]);
    expect(badge({ offlinePush: { badgeAddNum: 3 } }, on('honor'))).toEqual([7, add(3)]);
    expect(badge({ offlinePush: { badgeAddNum: 3, badgeSetNum: 0 } }, on('huawei'))).toEqual([
      0,
      { kind: 'set', number: 0 },
    ]);
  });
  it.each(['fcm', 'xiaomi', 'oppo', 'vivo', 'meizu'] as const)('%s: the phone counts', (vendor) => {
    expect(badge({ offlinePush: { badgeSetNum: 9 } }, on(vendor))).toEqual([null, null]);
    const input = anInput({ device: on(vendor) });
    expect(traceOf(input, 'badge')?.note?.id).toBe('im.note.badge-system');
  });
  it('TPNS on iOS counts as APNs does', () => expect(badge({}, aDevice({ vendor: 'tpns' }))).toEqual([5, null]));
  it('R63 badgeEnabled false leaves the number, BadgeAddNum goes before it', () => {
    const legacyPush = { ios: { badgeEnabled: false } };
    expect(badge({ legacyPush }, on('apns'))).toEqual([null, null]);
    expect(badge({ legacyPush, offlinePush: { badgeAddNum: 2 } }, on('apns'))).toEqual([6, null]);
    expect(badge({ offlinePush: { apns: { badgeMode: 1 } } }, on('apns'))).toEqual([null, null]);
  });
  it('BadgeMode does not concern the Huawei family on Android', () =>
    expect(badge({ offlinePush: { apns: { badgeMode: 1 } } }, on('huawei'))).toEqual([5, add(1)]));
  it('HarmonyOS follows it', () =>
    expect(badge({ offlinePush: { ignoreBadge: true } }, aDevice({ platform: 'harmony', vendor: 'huawei' }))).toEqual([
      null,
      null,
    ]));
  it('BadgeMode that is not set counts; by the other reading only what is written down does', () => {
    const leave = { device: on('apns'), switches: { ...defaultSwitches, badgeMode: 'leave' as const } };
    expect(intentOf({}, { device: on('apns') })?.badge).toBe(1);
    expect(intentOf({}, leave)?.badge).toBeNull();
    expect(intentOf({ offlinePush: { apns: { badgeMode: 0 } } }, leave)?.badge).toBe(1);
    expect(intentOf({ offlinePush: { ignoreBadge: false } }, leave)?.badge).toBe(1);
    expect(intentOf({ legacyPush: { ios: { badgeEnabled: true } } }, leave)?.badge).toBe(1);
    expect(intentOf({ legacyPush: { ios: { badgeEnabled: false } } }, leave)?.badge).toBeNull();
  });
  it('NoUnread leaves the number, by the other reading it counts', () => {
    const message = { options: { sendControl: ['NoUnread'] } };
    expect(intentOf(message)?.badge).toBeNull();
    expect(intentOf(message, { switches: { ...defaultSwitches, noUnreadBadge: 'counts' } })?.badge).toBe(1);
  });
  it('more than a vendor takes is said', () => {
    const input = anInput({ device: on('huawei'), message: aMessage({ offlinePush: { badgeSetNum: 100 } }) });
    expect(traceOf(input, 'badge')?.note).toEqual({ id: 'im.note.badge-range', params: { number: 100, limit: 99 } });
  });
});
