import { describe, expect, it } from 'vitest';
import { aMessage, anInput, aWorld } from '../../../tests/support/im.ts';
import { aDevice, aGroup, anAccount } from '../../../tests/support/workspace.ts';
import type { Account, Group } from '../../shared/contract/index.ts';
import { Message, type MessageInput } from '../../shared/contract/message.ts';
import { answerMessage, decide, defaultSwitches, readRest, withKept, writeCall, type RestWorld } from './index.ts';

const text = { MsgType: 'TIMTextElem', MsgContent: { Text: 'Lunch?' } };
const c2c = { From_Account: 'denny', To_Account: 'vinson', MsgRandom: 7, MsgBody: [text] };
const group = { GroupId: 'lunch', From_Account: 'denny', Random: 7, MsgBody: [text] };
const read = (value: unknown, over: Partial<RestWorld> = {}) =>
  readRest(typeof value === 'string' ? value : JSON.stringify(value), aWorld(over));
const codeOf = (value: unknown, over: Partial<RestWorld> = {}) => read(value, over).answer.ErrorCode;

const everything = {
  From_Account: 'denny',
  To_Account: 'vinson',
  MsgRandom: 4_294_967_295,
  MsgSeq: 1,
  MsgLifeTime: 60,
  SyncOtherMachine: 2,
  SendMsgControl: ['NoUnread', 'WithMuteNotifications'],
  ForbidCallbackControl: ['ForbidBeforeSendMsgCallback'],
  CloudCustomData: 'cloud',
  SupportMessageExtension: 0,
  IsNeedReadReceipt: 1,
  OnlineOnlyFlag: 0,
  Unknown: { deep: [1, { x: null }] },
  MsgBody: [
    { MsgType: 'TIMTextElem', MsgContent: { Text: '', More: 1 } },
    { MsgType: 'TIMLocationElem', MsgContent: { Desc: 'here', Latitude: 29.34, Longitude: -116.5 } },
    { MsgType: 'TIMFaceElem', MsgContent: { Index: 1, Data: 'content' } },
    { MsgType: 'TIMCustomElem', MsgContent: { Data: 'd', Desc: '', Ext: 'url', Sound: 'dingdong.aiff' }, Beside: true },
    {
      MsgType: 'TIMSoundElem',
      MsgContent: { Url: 'https://s', UUID: 'u', Size: 62_351, Second: 1, Download_Flag: 2 },
    },
    {
      MsgType: 'TIMImageElem',
      MsgContent: {
        UUID: 'u',
        ImageFormat: 1,
        ImageInfoArray: [{ Type: 1, Size: 1, Width: 2, Height: 3, URL: 'https://i', Hash: 'h' }],
      },
    },
    {
      MsgType: 'TIMFileElem',
      MsgContent: { Url: 'https://f', UUID: 'u', FileSize: 5, FileName: 'a.pdf', Download_Flag: 2 },
    },
    {
      MsgType: 'TIMVideoFileElem',
      MsgContent: {
        VideoUrl: 'https://v',
        VideoUUID: 'u',
        VideoSize: 1,
        VideoSecond: 2,
        VideoFormat: 'mp4',
        VideoDownloadFlag: 2,
        ThumbUrl: 'https://t',
        ThumbUUID: 't',
        ThumbSize: 3,
        ThumbWidth: 4,
        ThumbHeight: 5,
        ThumbFormat: 'JPG',
        ThumbDownloadFlag: 2,
      },
    },
    {
      MsgType: 'TIMRelayElem',
      MsgContent: {
        Title: 'Chat',
        MsgNum: 2,
        CompatibleText: 'update',
        AbstractList: ['a', 'b'],
        MsgList: [{ MsgBody: [] }],
        JsonMsgKey: 'k',
      },
    },
  ],
  OfflinePushInfo: {
    PushFlag: 0,
    Title: 'T',
    Desc: 'D',
    Ext: '{"a":1}',
    MultiLanguageContent: [{ Language: 'en', Title: 'T', Desc: 'D', Odd: 1 }],
    BadgeAddNum: 1,
    BadgeSetNum: 999,
    PushTemplateId: '1400000000-1',
    PushTemplateParam: { name: 'x' },
    FutureField: [],
    AndroidInfo: {
      Sound: 'a',
      PushStyle: 1,
      XiaoMiChannelID: 'x',
      OPPOChannelID: 'o',
      OPPOCategory: 'IM',
      OPPONotifyLevel: 16,
      OPPOPrivateMsgTemplateId: 't',
      OPPOPrivateTitleParameters: { a: 'b' },
      OPPOPrivateContentParameters: { c: 'd' },
      VIVOClassification: 0,
      VIVOCategory: 'IM',
      VIVONotifyType: '4',
      HuaWeiChannelID: 'h',
      HuaWeiImportance: 'LOW',
      HuaWeiCategory: 'IM',
      HuaWeiImage: 'https://h',
      ExtAsHuaweiIntentParam: 1,
      HonorImage: 'https://o',
      HonorImportance: 'NORMAL',
      GoogleImage: 'https://g',
      GooglePriority: 'high',
      GoogleChannelID: 'g',
      MeiZuNoticeMsgType: 1,
      XiaoMiTemplate: 'kept',
    },
    ApnsInfo: {
      Sound: 's.caf',
      BadgeMode: 1,
      Title: 'AT',
      SubTitle: 'ST',
      Image: 'https://a',
      MutableContent: 1,
      InterruptionLevel: 'time-sensitive',
      ContentAvailable: 0,
      IsVoipPush: 1,
      LiveActivity: { LaId: 'l', Event: 'update', ContentState: { a: 1 }, DismissalDate: 5, More: 1 },
    },
    HarmonyInfo: { Title: 'HT', Category: 'IM', Image: 'https://y', Sound: 'r', SoundDuration: 5 },
  },
};
const wholeGroup = {
  ...everything,
  To_Account: ['vinson'],
  GroupId: 'lunch',
  Random: 5,
  OnlineOnlyFlag: 1,
  MsgPriority: 'High',
  TopicId: 't',
  GroupAtInfo: [{ GroupAtAllFlag: 1 }, { GroupAtAllFlag: 0, GroupAt_Account: 'vinson', Odd: 1 }],
  MsgRandom: 'of another call, so unknown here',
};
const roundTrip = (value: unknown) => {
  const { message } = read(value, { switches: { ...defaultSwitches, bodyLimitBytes: 100_000 } });
  // The contract takes it: nothing of it is lost between window and core.
  return writeCall(Message.parse(JSON.parse(JSON.stringify(message))));
};

describe('reading and printing', () => {
  it('sendmsg: every field and every unknown one comes back', () => expect(roundTrip(everything)).toEqual(everything));
  it('batchsendmsg', () =>
    expect(roundTrip({ ...everything, To_Account: ['vinson', 'denny'] })).toEqual({
      ...everything,
      To_Account: ['vinson', 'denny'],
    }));
  it('batchsendmsg to one', () =>
    expect(roundTrip({ ...c2c, To_Account: ['vinson'] })).toEqual({ ...c2c, To_Account: ['vinson'] }));
  it('send_group_msg', () => expect(roundTrip(wholeGroup)).toEqual(wholeGroup));
  it('each field alone comes back alone', () => {
    const cut = (source: Record<string, unknown>, path: string[] = []): [string[], unknown][] =>
      Object.entries(source).flatMap(([name, value]): [string[], unknown][] =>
        typeof value === 'object' && value !== null && !Array.isArray(value) && name.endsWith('Info')
          ? cut(value as Record<string, unknown>, [...path, name])
          : [[[...path, name], value]],
      );
    const fields = cut(everything.OfflinePushInfo);
    expect(fields.length).toBeGreaterThan(45);
    for (const [path, value] of fields) {
      const push = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
      expect(roundTrip({ ...c2c, OfflinePushInfo: push })).toEqual({ ...c2c, OfflinePushInfo: push });
    }
  });
  it('a sender that is not named stays unnamed', () => {
    const { From_Account: _, ...unnamed } = c2c;
    expect(read(unnamed).message?.from).toBe('administrator');
    expect(roundTrip(unnamed)).toEqual(unnamed);
  });
  it.each([{ BadgeAddNum: 0 }, { BadgeSetNum: 1000 }, { ApnsInfo: { InterruptionLevel: 'loud' } }])(
    'a value outside of what we hold is said and kept: %j',
    (OfflinePushInfo) => {
      expect(read({ ...c2c, OfflinePushInfo }).problems.map((one) => one.code)).toContain('im.outside');
      expect(roundTrip({ ...c2c, OfflinePushInfo })).toEqual({ ...c2c, OfflinePushInfo });
    },
  );
  it('only what is set is printed', () =>
    expect(writeCall(aMessage())).toEqual({ From_Account: 'denny', To_Account: 'vinson', MsgBody: [text] }));
  it('online only: a lifetime of 0 in C2C, the flag in groups', () => {
    expect(writeCall(aMessage({ onlineUserOnly: true }))).toMatchObject({ MsgLifeTime: 0 });
    const conversation = { kind: 'group' as const, groupId: 'lunch' };
    expect(writeCall(aMessage({ onlineUserOnly: true, conversation }))).toMatchObject({ OnlineOnlyFlag: 1 });
  });
  it('what JSON has no field for is taken from before', () => {
    const before = aMessage({ id: 'm', messageClass: 'system', legacyPush: { title: 't' } });
    const { message } = read({ ...writeCall(before), MsgRandom: 1 });
    expect(withKept(message!, before)).toMatchObject({ id: 'm', messageClass: 'system', legacyPush: { title: 't' } });
  });
});

describe('short forms', () => {
  const short: Partial<MessageInput> = {
    offlinePush: {
      title: 't',
      sound: 'ding.caf',
      subtitle: 'sub',
      image: 'https://i',
      mutableContent: true,
      interruptionLevel: 'active',
      ignoreBadge: true,
      androidChannelId: 'im',
      androidPriority: 'high',
    },
  };
  it.each([
    ['ios', 'apns'],
    ['android', 'fcm'],
    ['android', 'huawei'],
    ['android', 'xiaomi'],
    ['android', 'oppo'],
    ['android', 'honor'],
    ['android', 'vivo'],
    ['android', 'tpns'],
    ['harmony', 'huawei'],
  ] as const)('print as the fields they stand for: the same push on %s, %s', (platform, vendor) => {
    const device = aDevice({ platform, vendor });
    const own = decide(anInput({ message: aMessage(short), device })).intent;
    const { message } = read({ ...writeCall(aMessage(short)), MsgRandom: 1 });
    const again = decide(anInput({ message: message!, device })).intent;
    const values = (intent: NonNullable<typeof own>) => ({ ...intent, traces: null, vendorSettings: null });
    // What an iOS or HarmonyOS field says is not for Android; the short form is for all.
    const iosOnly = platform === 'ios' ? {} : { subtitle: 'sub', mutableContent: true, interruptionLevel: 'active' };
    expect({ ...values(again!), ...iosOnly }).toEqual(values(own!));
  });
});

describe('a backend as sender', () => {
  it('R13 gets the iOS text from the push format', () => {
    const { message } = read({ ...c2c, MsgBody: [text, { MsgType: 'TIMImageElem', MsgContent: {} }] });
    expect(decide(anInput({ message: message! })).intent?.body).toBe('Denny: Lunch?[image]');
  });
  it('R14 gets the Android form from OfflinePushInfo', () => {
    const { message } = read({ ...c2c, OfflinePushInfo: everything.OfflinePushInfo });
    const device = aDevice({ platform: 'android', vendor: 'huawei' });
    const { intent, switches } = decide(anInput({ message: message!, device }));
    expect(intent).toMatchObject({ body: 'D', androidChannelId: 'h', category: 'IM', importance: 'LOW' });
    expect(switches.map((one) => one.id)).toContain('androidSound');
  });
  it('R42 the example: Denny to Vinson, ext «jump to denny»', () => {
    const { message } = read({ ...c2c, OfflinePushInfo: { Ext: 'jump to denny' } });
    expect(decide(anInput({ message: message! })).intent).toMatchObject({
      body: 'Denny: Lunch?',
      ext: 'jump to denny',
    });
  });
  it('the answer to a message is the answer to its JSON', () => {
    const world = aWorld();
    expect(answerMessage(aMessage({ options: { random: 7 } }), world).answer).toEqual(read(c2c).answer);
    expect(answerMessage(aMessage({ elements: [] }), world).answer.ErrorCode).toBe(90_002);
    expect(answerMessage(aMessage({ from: 'nobody' }), world).answer.ErrorCode).toBe(90_048);
  });
  const people = (over: Partial<Account> = {}): readonly Account[] => [
    anAccount(),
    anAccount({ id: 'acc_denny', userId: 'denny', ...over }),
  ];
  const toLunch = { conversation: { kind: 'group' as const, groupId: 'lunch' } };
  const inLunch = (member: Partial<Group['members'][number]>) => [
    aGroup({ members: [{ userId: 'denny', nameCard: '', ...member }] }),
  ];
  it.each<[number, Partial<MessageInput>, Partial<RestWorld>]>([
    [20_007, {}, { accounts: [anAccount({ blocked: ['denny'] }), anAccount({ userId: 'denny' })] }],
    [20_012, {}, { accounts: people({ muted: true }) }],
    [10_017, toLunch, { groups: inLunch({ muted: true }) }],
    [10_007, toLunch, { groups: inLunch({ userId: 'somebody' }) }],
    [80_002, { elements: [{ kind: 'text', text: 'x'.repeat(12_289) }] }, {}],
  ])('an SDK’s message gets %i, and the REST API does not look at it', (code, over, world) => {
    const wide = { switches: { ...defaultSwitches, bodyLimitBytes: 100_000 } };
    const codeFor = (message: Message) =>
      answerMessage(message, aWorld({ accounts: people(), ...wide, ...world })).answer.ErrorCode;
    const client = { kind: 'sdk' as const, platform: 'ios' as const, version: '8.9' };
    expect(codeFor(aMessage({ ...over, client }))).toBe(code);
    expect(codeFor(aMessage(over))).toBe(0);
  });
  it.each([{ from: 'nobody' }, { conversation: { kind: 'c2c' as const, to: 'nobody' } }])(
    'an SDK’s message of or to nobody gets 20003: %j',
    (over) => {
      const client = { kind: 'sdk' as const, platform: 'ios' as const, version: '8.9' };
      const { answer } = answerMessage(aMessage({ ...over, client }), aWorld());
      expect(answer).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 20_003 });
      expect(answer.ErrorInfo).toContain('nobody');
      expect([90_012, 90_048]).toContain(answerMessage(aMessage(over), aWorld()).answer.ErrorCode);
    },
  );
  it('a sender that no group knows is 70107, to one person 90048', () => {
    const accounts = [anAccount({ userId: 'vinson' })];
    expect(codeOf(group, { accounts })).toBe(70_107);
    expect(codeOf(c2c, { accounts })).toBe(90_048);
  });
  it('an account and a group that are there are found', () => {
    const accounts = [anAccount({ userId: 'vinson' })];
    expect(codeOf(c2c, { accounts })).toBe(90_048);
    expect(codeOf(group, { groups: [aGroup({ groupId: 'other' })] })).toBe(10_010);
  });
});
