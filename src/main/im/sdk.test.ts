import { describe, expect, it } from 'vitest';
import { aMessage, anInput, aWorld, traceOf } from '../../../tests/support/im.ts';
import { aDevice, anAccount } from '../../../tests/support/workspace.ts';
import { LegacyPush, OfflinePush } from '../../shared/contract/offline-push.ts';
import {
  answerMessage,
  decide,
  globalSettingsOf,
  legacySettingsOf,
  legacySnippet,
  readGlobalSettings,
  readLegacyIosPush,
  readLegacyPush,
  readV2Push,
  writeLegacyPush,
  writeV2Push,
} from './index.ts';

const v2 = {
  title: 'T',
  desc: 'D',
  ext: '{"a":1}',
  disablePush: true,
  iOSPushType: 1,
  ignoreIOSBadge: true,
  ignoreHarmonyBadge: true,
  iOSSound: 's.caf',
  iOSInterruptionLevel: 'active',
  iOSImage: 'https://i',
  enableIOSBackgroundNotification: true,
  AndroidSound: 'a',
  AndroidXiaoMiChannelID: 'x',
  AndroidOPPOChannelID: 'o',
  AndroidFCMChannelID: 'g',
  AndroidVIVOClassification: 1,
  AndroidVIVOCategory: 'IM',
  AndroidHuaWeiCategory: 'IM',
  AndroidHuaWeiImage: 'https://h',
  AndroidHonorImage: 'https://o',
  AndroidHonorImportance: 'LOW',
  AndroidFCMImage: 'https://g',
  AndroidOPPOCategory: 'IM',
  AndroidOPPONotifyLevel: 16,
  AndroidMeizuNotifyType: 1,
  HarmonyImage: 'https://y',
  HarmonyCategory: 'IM',
  vendorParams: '{"fcmPriority":"high","vivoNotifyType":"4","oppoTemplateId":"t","oppoTitleParam":{"a":"b"}}',
  futureField: [1],
};
const sorted = (value: object) => Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
const parsed = (value: Record<string, unknown>) => ({
  ...value,
  vendorParams: sorted(JSON.parse(String(value['vendorParams'])) as object),
});

describe('V2TIMOfflinePushInfo', () => {
  const push = readV2Push(v2).value!;
  it('is OfflinePushInfo under other names', () =>
    expect(push).toMatchObject({
      disabled: true,
      title: 'T',
      apns: { badgeMode: 1, voip: true, contentAvailable: true, sound: 's.caf' },
      android: { sound: 'a', fcm: { priority: 'high', channelId: 'g' }, vivo: { notifyType: 4, classification: 1 } },
      harmony: { category: 'IM' },
    }));
  it('comes back whole, with the field that nobody knows', () => {
    expect(OfflinePush.parse(push)).toEqual(push);
    expect(parsed(writeV2Push(push))).toEqual(parsed(v2));
  });
  it.each(Object.keys(v2).filter((name) => name !== 'vendorParams'))('%s alone comes back alone', (name) => {
    const one = { [name]: v2[name as keyof typeof v2] };
    expect(writeV2Push(readV2Push(one).value!)).toEqual(one);
  });
  it('Android’s ext is bytes, signed ones too', () =>
    expect(readV2Push({ ext: [-27, -112, -120] }).value?.ext).toBe('合'));
  it.each([
    [{ title: 5 }, '$.title'],
    [{ ext: {} }, '$.ext'],
    [{ ext: [300] }, '$.ext'],
    [{ ext: [-129] }, '$.ext'],
    [{ ext: [1.5] }, '$.ext'],
    [{ disablePush: 1 }, '$.disablePush'],
    [{ vendorParams: 'x' }, '$.vendorParams'],
    [{ vendorParams: '{"fcmPriority":5}' }, '$.vendorParams.fcmPriority'],
    [{ AndroidOPPONotifyLevel: '16' }, '$.AndroidOPPONotifyLevel'],
  ])('a wrong type is named: %j', (source, path) =>
    expect(readV2Push(source)).toMatchObject({ value: null, problems: [{ path }] }),
  );
});

const legacy = {
  enabled: true,
  title: 'title',
  descr: 'descr',
  ext: '{"level":5,"task":"x"}',
  androidSettings: { title: 'at', desc: 'ad', sound: 'android.resource://p/raw/a', notifyMode: 'Custom' },
  iosSettings: { title: 'it', desc: 'id', sound: 'push.no_sound', badgeEnabled: false },
  oddField: 1,
};

describe('TIMMessageOfflinePushSettings', () => {
  it('comes back whole', () => {
    const push = readLegacyPush(legacy).value!;
    expect(LegacyPush.parse(push)).toEqual(push);
    expect(writeLegacyPush(push)).toEqual(legacy);
  });
  it.each(['Normal', 'Custom'])('R61 NotifyMode.%s comes back', (notifyMode) => {
    const source = { androidSettings: { notifyMode } };
    expect(writeLegacyPush(readLegacyPush(source).value!)).toEqual(source);
  });
  it('R57 a message whose sender set none has none, not defaults', () => {
    expect(legacySettingsOf(aMessage())).toBeNull();
    expect(readLegacyPush(null)).toEqual({ value: null, problems: [] });
  });
  it('R59 ext is bytes or null, enabled is true and the badge counts unless set', () =>
    expect(legacySettingsOf(aMessage({ legacyPush: {} }))).toMatchObject({
      enabled: true,
      ext: null,
      title: null,
      iosSettings: { badgeEnabled: true, sound: null },
    }));
  it('R59 text of ext becomes UTF-8 bytes', () =>
    expect(legacySettingsOf(aMessage({ legacyPush: { ext: '合' } }))?.['ext']).toEqual([0xe5, 0x90, 0x88]));
  /** What a phone shows of settings as the SDK has them. */
  const shownOn = (platform: 'ios' | 'android', settings: Record<string, unknown>, version = '6.1.2155') => {
    const legacyPush = readLegacyPush(settings).value!;
    const device = aDevice({ platform, vendor: platform === 'ios' ? 'apns' : 'fcm', unreadBase: 4 });
    const message = aMessage({ legacyPush, client: { kind: 'sdk', platform: 'android', version } });
    return decide(anInput({ device, message })).intent;
  };
  it('R58 title and descr are for both platforms', () => {
    for (const platform of ['ios', 'android'] as const)
      expect(shownOn(platform, { title: 'T', descr: 'D' })).toMatchObject({ title: 'T', body: 'D' });
  });
  it('R58 each platform’s own go before them, one by one', () => {
    const { androidSettings, iosSettings } = legacy;
    const common = { title: 'T', descr: 'D' };
    expect(shownOn('ios', { ...common, iosSettings, androidSettings })).toMatchObject({ title: 'it', body: 'id' });
    expect(shownOn('android', { ...common, iosSettings, androidSettings })).toMatchObject({ title: 'at', body: 'ad' });
    expect(shownOn('ios', { ...common, iosSettings: { title: 'it' } })).toMatchObject({ title: 'it', body: 'D' });
    expect(shownOn('android', { ...common, androidSettings: { desc: 'ad' } })).toMatchObject({
      title: 'T',
      body: 'ad',
    });
  });
  it('R60 AndroidSettings are read, used and given back: title, desc, sound, mode', () => {
    const { androidSettings } = legacy;
    const { title, desc, sound } = androidSettings;
    expect(shownOn('android', { androidSettings })).toMatchObject({ title, body: desc, sound });
    const message = aMessage({ legacyPush: readLegacyPush({ androidSettings }).value! });
    expect(legacySettingsOf(message)).toMatchObject({ androidSettings });
  });
  it.each([
    ['file:///sdcard/ring.mp3', true],
    ['content://media/internal/1', true],
    ['https://example.com/ring.mp3', true],
    ['/sdcard/ring.mp3', true],
    ['android.resource://com.example.app/raw/ring', false],
    ['ring', false],
    ['', false],
  ])('R60 the sound %s lies outside the app: %s', (sound, isOutside) => {
    const message = aMessage({ legacyPush: { android: { sound } } });
    const found = answerMessage(message, aWorld()).problems.filter(({ code }) => code === 'im.sound-outside');
    expect(found.map(({ path }) => path)).toEqual(isOutside ? ['AndroidSettings.sound'] : []);
  });
  it('R62 the sound of IOSSettings is read, used and given back', () => {
    const iosSettings = { sound: 'dingdong.aiff' };
    expect(shownOn('ios', { iosSettings })?.sound).toBe('dingdong.aiff');
    expect(shownOn('ios', { iosSettings: { sound: 'push.no_sound' } }, '2.5.3')?.sound).toBeNull();
    const message = aMessage({ legacyPush: readLegacyPush({ iosSettings }).value! });
    expect(legacySettingsOf(message)).toMatchObject({ iosSettings });
  });
  it('R63 the badge counts unless badgeEnabled is false', () => {
    expect(shownOn('ios', {})?.badge).toBe(5);
    expect(shownOn('ios', { iosSettings: { badgeEnabled: true } })?.badge).toBe(5);
    expect(shownOn('ios', { iosSettings: { badgeEnabled: false } })?.badge).toBeNull();
    const given = (badgeEnabled?: boolean) =>
      legacySettingsOf(aMessage({ legacyPush: { ios: badgeEnabled === undefined ? {} : { badgeEnabled } } }));
    expect(given()).toMatchObject({ iosSettings: { badgeEnabled: true } });
    expect(given(false)).toMatchObject({ iosSettings: { badgeEnabled: false } });
  });
  it('R60 Android’s own: title, desc, sound, and the mode', () =>
    expect(legacySettingsOf(aMessage({ legacyPush: { android: { title: 't', notifyMode: 'custom' } } }))).toMatchObject(
      {
        androidSettings: { title: 't', desc: null, sound: null, notifyMode: 'Custom' },
      },
    ));
  it('R61 NotifyMode is Normal unless it is set, and it changes nothing of what is pushed', () => {
    expect(legacySettingsOf(aMessage({ legacyPush: {} }))).toMatchObject({ androidSettings: { notifyMode: 'Normal' } });
    const device = aDevice({ platform: 'android', vendor: 'xiaomi' });
    const intent = (notifyMode: 'normal' | 'custom') =>
      decide(anInput({ device, message: aMessage({ legacyPush: { android: { notifyMode } } }) })).intent;
    expect(intent('normal')).toEqual(intent('custom'));
  });
  it.each([
    [{ enabled: 1 }, '$.enabled'],
    [{ androidSettings: 'x' }, '$.androidSettings'],
    [{ iosSettings: { badgeEnabled: 'no' } }, '$.iosSettings.badgeEnabled'],
    [{ ext: 5 }, '$.ext'],
    [{ iosSettings: { title: 5 } }, '$.iosSettings.title'],
    [{ androidSettings: { notifyMode: 'Loud' } }, '$.androidSettings.notifyMode'],
  ])('a wrong type is named: %j', (source, path) =>
    expect(readLegacyPush(source)).toMatchObject({ value: null, problems: [{ path }] }),
  );
  it('the older iOS class says the same in other words', () =>
    expect(
      readLegacyIosPush({
        desc: 'd',
        pushFlag: 1,
        iosConfig: { sound: 's', ignoreBadge: true },
        androidConfig: { title: 't' },
      }).value,
    ).toEqual({ enabled: false, desc: 'd', ios: { sound: 's', badgeEnabled: false }, android: { title: 't' } }));
});

describe('R64 the example of the Android guide', () => {
  const ext = '{"level":5,"task":"检查"}';
  const input = anInput({
    message: aMessage({
      elements: [{ kind: 'text', text: 'a new msg from Denny' }],
      legacyPush: {
        enabled: true,
        title: 'I am title',
        desc: 'I am description',
        ext,
        android: { notifyMode: 'custom' },
        ios: { badgeEnabled: true },
      },
      client: { kind: 'sdk', platform: 'android', version: '2.5.3' },
    }),
  });
  it('R64 gives title, description and ext as UTF-8 JSON', () => {
    expect(decide(input)).toMatchObject({
      pushed: true,
      intent: { title: 'I am title', body: 'I am description', ext, badge: 1, sound: 'default' },
    });
    expect(traceOf(input, 'body')?.candidates.at(-1)).toEqual({
      from: 'MsgBody',
      value: 'Denny: a new msg from Denny',
      used: false,
    });
  });
});

describe('R64 the example as the old SDK has it', () => {
  const settings = {
    enabled: true,
    title: 'I am title',
    descr: 'I am description',
    ext: Array.from(new TextEncoder().encode('{"level":5,"task":"检查"}')),
    androidSettings: { notifyMode: 'Custom' },
    iosSettings: { badgeEnabled: true },
  };
  const message = aMessage({ legacyPush: readLegacyPush(settings).value! });
  it('R64 gives the same push, and the same bytes back', () => {
    expect(decide(anInput({ message })).intent).toMatchObject({
      title: 'I am title',
      body: 'I am description',
      ext: '{"level":5,"task":"检查"}',
    });
    expect(legacySettingsOf(message)?.['ext']).toEqual(settings.ext);
  });
});

describe('TIMOfflinePushSettings of an account', () => {
  it('R53 R54 has the switch and the two sounds; null is the system’s own', () => {
    const account = anAccount({ pushEnabled: false, globalSounds: { c2c: 'a.caf', group: null } });
    const settings = { enabled: false, c2cMsgRemindSound: 'a.caf', groupMsgRemindSound: null };
    expect(globalSettingsOf(account)).toEqual(settings);
    expect(readGlobalSettings(settings).value).toEqual({
      pushEnabled: false,
      globalSounds: { c2c: 'a.caf', group: null },
    });
    expect(readGlobalSettings({}).value).toEqual({ pushEnabled: true, globalSounds: { c2c: null, group: null } });
    expect(readGlobalSettings({ c2cMsgRemindSound: 5 })).toMatchObject({ value: null });
  });
});

describe('Java', () => {
  const push = readLegacyPush(legacy).value!;
  it('R65 before 2.5.3 the inner settings are made by the outer ones', () => {
    expect(legacySnippet(push, '2.5.2')).toContain('ios = settings.new IOSSettings();');
    expect(legacySnippet(push, '2.5.3')).toContain('ios = new TIMMessageOfflinePushSettings.IOSSettings();');
    expect(legacySnippet(push, '2.5.2')).toContain('android = settings.new AndroidSettings();');
  });
  it('quotes what it is given', () =>
    expect(legacySnippet({ title: 'a"b\n' }, '2.5.3')).toContain('settings.setTitle("a\\"b\\n");'));
});
