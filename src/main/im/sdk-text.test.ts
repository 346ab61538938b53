import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMessage } from '../../../tests/support/im.ts';
import { tries } from '../../../tests/support/properties.ts';
import { anAccount } from '../../../tests/support/workspace.ts';
import type { LegacyPush, OfflinePush, SdkShape } from '../../shared/contract/index.ts';
import { printGlobalText, printSdkText, readGlobalText, readSdkText } from './index.ts';

const v2 = 'V2TIMOfflinePushInfo';
const legacy = 'TIMMessageOfflinePushSettings';
const oldIos = 'TIMOfflinePushInfo';
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);
const read = (shape: SdkShape, value: unknown, before = aMessage()) =>
  readSdkText(shape, typeof value === 'string' ? value : JSON.stringify(value), before);

describe('an object of an SDK as text', () => {
  it('becomes the push of the message, and the rest of the message stays', () => {
    const before = aMessage({ extra: { Mine: 1 }, legacyPush: { title: 'old' } });
    const { message, problems } = read(v2, { title: 'T', desc: 'D', AndroidOPPOChannelID: 'im' }, before);
    expect(problems).toEqual([]);
    expect(message).toEqual({
      ...before,
      offlinePush: { disabled: false, title: 'T', desc: 'D', android: { oppo: { channelId: 'im' } } },
    });
  });
  it('takes null for a push that nobody set, and null for a field that nobody set (R57)', () => {
    const before = aMessage({ offlinePush: { disabled: false, title: 'T' }, legacyPush: { title: 'L' } });
    expect(read(v2, 'null', before).message?.offlinePush).toBeNull();
    expect(read(legacy, 'null', before).message).not.toHaveProperty('legacyPush');
    expect(read(v2, { title: null, desc: 'D' }).message?.offlinePush).toEqual({ disabled: false, desc: 'D' });
    expect(read(legacy, { title: null, iosSettings: { sound: null } }).message?.legacyPush).toEqual({ ios: {} });
    expect(printSdkText(v2, aMessage({ offlinePush: null }))).toBe('null');
    expect(printSdkText(legacy, aMessage())).toBe('null');
  });
  it('leaves alone what the object has no field for', () => {
    const offlinePush: OfflinePush = {
      disabled: false,
      title: 'T',
      badgeSetNum: 5,
      templateId: '1400000000-1',
      extra: { PushFlag: 0 },
      android: { huawei: { channelId: 'h', category: 'IM' } },
      apns: { subtitle: 's', badgeMode: 0 },
    };
    const before = aMessage({ offlinePush });
    const text = JSON.parse(printSdkText(v2, before)) as object;
    expect(text).toEqual({ title: 'T', AndroidHuaWeiCategory: 'IM' });
    expect(read(v2, text, before).message).toEqual(before);
    const { AndroidHuaWeiCategory: _, ...others } = text as Record<string, string>;
    expect(read(v2, { ...others, title: 'U', ignoreIOSBadge: true }, before).message?.offlinePush).toEqual({
      ...offlinePush,
      title: 'U',
      android: { huawei: { channelId: 'h' } },
      apns: { subtitle: 's', badgeMode: 1 },
    });
  });
  it('keeps a short form that still holds', () => {
    const before = aMessage({ offlinePush: { disabled: false, image: 'https://i', androidChannelId: 'c' } });
    expect(read(v2, printSdkText(v2, before), before).message).toEqual(before);
    const changed = { ...(JSON.parse(printSdkText(v2, before)) as object), AndroidFCMChannelID: 'other' };
    expect(read(v2, changed, before).message?.offlinePush?.android?.fcm?.channelId).toBe('other');
  });
  it('the older iOS object has fewer fields, and the others stay', () => {
    const legacyPush: LegacyPush = { enabled: true, title: 'T', desc: 'D', ios: { title: 'i', badgeEnabled: false } };
    const before = aMessage({ legacyPush });
    const text = JSON.parse(printSdkText(oldIos, before)) as object;
    expect(text).toEqual({ pushFlag: 0, desc: 'D', iosConfig: { ignoreBadge: true } });
    expect(read(oldIos, { ...text, desc: 'E' }, before).message?.legacyPush).toEqual({ ...legacyPush, desc: 'E' });
  });
  it('members that nobody knows are kept and named, inside too', () => {
    const value = { odd: 1, androidSettings: { odder: 2 }, iosSettings: { oddest: 3 } };
    const { message, problems } = read(legacy, value);
    expect(problems.map(({ path }) => path)).toEqual(['$.androidSettings.odder', '$.iosSettings.oddest', '$.odd']);
    expect(JSON.parse(printSdkText(legacy, message!))).toEqual(value);
    expect(codes(read(v2, { newField: 1 }).problems)).toEqual(['im.unknown-field']);
  });
  it.each([
    ['{"title": }', 'im.not-json', '$.title'],
    ['[1]', 'im.not-object', '$'],
    ['{"title": 5}', 'im.wrong', '$.title'],
    ['{"iOSInterruptionLevel": "loud"}', 'im.wrong', '$.iOSInterruptionLevel'],
    [`{"a":${'['.repeat(200)}`, 'im.too-deep', '$'],
    [`"${'x'.repeat(2_100_000)}"`, 'im.too-large', '$'],
    ['', 'im.not-json', '$'],
  ])('%.30s is named with its place, and nothing is read', (text, code, path) => {
    expect(read(v2, text)).toMatchObject({ message: null, problems: [{ code, path, severity: 'error' }] });
  });
  it('a byte order mark and a key written twice are said', () =>
    expect(codes(read(v2, '\uFEFF{"title":"a","title":"b"}').problems)).toEqual([
      'im.byte-order-mark',
      'im.duplicate-key',
    ]));
  it('what is printed reads back as the same message', () => {
    const text = fc.option(fc.string(), { nil: undefined });
    const apns = fc.record({ sound: text, subtitle: text, badgeMode: fc.constantFrom(undefined, 0, 1) });
    const push = fc.record({
      title: text,
      desc: text,
      ext: text,
      sound: text,
      badgeAddNum: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
      apns: fc.option(apns, { nil: undefined }),
    });
    fc.assert(
      fc.property(push, fc.constantFrom(v2, legacy, oldIos), (offlinePush, shape) => {
        const legacyPush = { title: offlinePush.title, desc: offlinePush.desc, ios: { sound: offlinePush.sound } };
        const before = JSON.parse(
          JSON.stringify(aMessage({ offlinePush: { disabled: false, ...offlinePush }, legacyPush })),
        ) as ReturnType<typeof aMessage>;
        const { message } = readSdkText(shape, printSdkText(shape, before), before);
        for (const one of [v2, legacy, oldIos] as const)
          expect(printSdkText(one, message!)).toBe(printSdkText(one, before));
      }),
      tries(),
    );
  });
});

describe('TIMOfflinePushSettings as text', () => {
  const account = anAccount({ pushEnabled: false, globalSounds: { c2c: 'a.caf', group: null } });
  it('R53 R54 reads back as what it was printed from', () =>
    expect(readGlobalText(printGlobalText(account))).toEqual({
      settings: { pushEnabled: false, globalSounds: { c2c: 'a.caf', group: null } },
      problems: [],
    }));
  it('what it has no place for is said', () =>
    expect(readGlobalText('{"enabled":true,"odd":1}')).toMatchObject({
      settings: { pushEnabled: true },
      problems: [{ code: 'im.no-place', path: '$.odd', severity: 'warning' }],
    }));
  it('a wrong type is named', () =>
    expect(readGlobalText('{"c2cMsgRemindSound":5}')).toMatchObject({
      settings: null,
      problems: [{ path: '$.c2cMsgRemindSound', severity: 'error' }],
    }));
});
