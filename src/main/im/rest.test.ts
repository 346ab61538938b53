import { describe, expect, it } from 'vitest';
import { aMessage, aWorld } from '../../../tests/support/im.ts';
import { Message } from '../../shared/contract/message.ts';
import { answerMessage, defaultSwitches, printCall, readRest, type RestWorld } from './index.ts';
import { refusalCodes, type RefusalName } from './refusals.ts';
import { scanJson } from './rest/json-text.ts';

const text = { MsgType: 'TIMTextElem', MsgContent: { Text: 'Lunch?' } };
const c2c = { From_Account: 'denny', To_Account: 'vinson', MsgRandom: 7, MsgBody: [text] };
const group = { GroupId: 'lunch', From_Account: 'denny', Random: 7, MsgBody: [text] };
const batch = { ...c2c, To_Account: ['vinson', 'denny'] };
const read = (value: unknown, over: Partial<RestWorld> = {}) =>
  readRest(typeof value === 'string' ? value : JSON.stringify(value), aWorld(over));
const codeOf = (value: unknown, over: Partial<RestWorld> = {}) => read(value, over).answer.ErrorCode;

describe('R66 what the REST API answers', () => {
  it('a message that is taken', () =>
    expect(read({ ...c2c, MsgSeq: 3 }).answer).toEqual({
      ActionStatus: 'OK',
      ErrorCode: 0,
      ErrorInfo: '',
      MsgTime: 1_700_000_000,
      MsgKey: '3_7_1700000000',
    }));
  it('a group message that is taken', () =>
    expect(read(group).answer).toMatchObject({ ActionStatus: 'OK', MsgSeq: 0, MsgTime: 1_700_000_000 }));
  it('a batch of which one recipient is no account', () =>
    expect(read({ ...batch, To_Account: ['vinson', 'nobody'] }).answer).toMatchObject({
      ActionStatus: 'SomeError',
      ErrorCode: 0,
      ErrorList: [{ To_Account: 'nobody', ErrorCode: 70_107 }],
    }));
  it('a refusal has code and description', () => {
    const { answer, message } = read({ ...c2c, MsgRandom: 'x' });
    expect(answer).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 90_005 });
    expect(answer.ErrorInfo).toContain('MsgRandom');
    expect(message).toBeNull();
  });
});

describe('R66 what an SDK answers', () => {
  const client = { kind: 'sdk', platform: 'android', version: '2.5.3' } as const;
  const custom = { kind: 'custom', desc: 'd' } as const;
  it('R66 an element too many is a failure with code and description (addElement)', () => {
    const { answer } = answerMessage(aMessage({ client, elements: [custom, custom] }), aWorld());
    expect(answer).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 90_010 });
    expect(answer.ErrorInfo).toContain('2 custom elements');
    expect(answerMessage(aMessage({ client, elements: [custom] }), aWorld()).answer).toMatchObject({
      ActionStatus: 'OK',
      ErrorCode: 0,
      ErrorInfo: '',
    });
  });
});

const big = (bytes: number) => ({
  ...c2c,
  CloudCustomData: 'a'.repeat(bytes - JSON.stringify({ ...c2c, CloudCustomData: '' }).length),
});
const refuse = { ...defaultSwitches, longLifetime: 'refuse' as const };
/** One valid call, one thing broken: the refusal's name, its code, the call, and what else is set. */
const broken: readonly (readonly [RefusalName, number, unknown, Partial<RestWorld>?])[] = [
  ['not-json', 90_001, '{"To_Account":"vinson",}'],
  ['not-object', 90_001, '[]'],
  ['too-deep', 90_001, '['.repeat(101) + ']'.repeat(101)],
  ['too-large', 93_000, JSON.stringify({ a: 'x'.repeat(2_097_152) })],
  ['body-too-long', 93_000, big(12_289)],
  ['body-too-long-old', 90_055, big(8193), { switches: { ...defaultSwitches, bodyLimitBytes: 8192 } }],
  ['body-not-array', 90_007, { ...c2c, MsgBody: text }],
  ['no-elements', 90_002, { ...c2c, MsgBody: [] }],
  ['element-wrong', 90_002, { ...c2c, MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 1 } }] }],
  ['element-unknown', 90_010, { ...c2c, MsgBody: [{ MsgType: 'TIMFutureElem', MsgContent: {} }] }],
  ['too-many-elements', 90_010, { ...c2c, MsgBody: Array.from({ length: 301 }, () => ({})) }],
  [
    'two-customs',
    90_010,
    { ...c2c, MsgBody: [1, 2].map(() => ({ MsgType: 'TIMCustomElem', MsgContent: { Desc: 'd' } })) },
  ],
  ['to-missing', 90_003, { ...c2c, To_Account: 5 }],
  ['to-unknown', 90_012, { ...c2c, To_Account: 'nobody' }],
  ['from-wrong', 90_008, { ...c2c, From_Account: 5 }],
  ['from-unknown', 90_048, { ...c2c, From_Account: 'nobody' }],
  ['random-wrong', 90_005, { ...c2c, MsgRandom: 4_294_967_296 }],
  ['sync-wrong', 90_031, { ...c2c, SyncOtherMachine: 3 }],
  ['lifetime-wrong', 90_044, { ...c2c, MsgLifeTime: '60' }],
  ['lifetime-too-long', 90_026, { ...c2c, MsgLifeTime: 604_801 }, { switches: refuse }],
  ['push-wrong', 90_043, { ...c2c, OfflinePushInfo: { Title: 5 } }],
  ['field-wrong', 90_001, { ...c2c, CloudCustomData: 5 }],
  ['too-many-targets', 90_011, { ...c2c, To_Account: Array.from({ length: 501 }, (_, index) => `u${index}`) }],
  ['group-id-wrong', 10_015, { ...group, GroupId: 5 }],
  ['no-group', 10_010, { ...group, GroupId: 'nowhere' }],
  ['online-with-control', 10_004, { ...group, OnlineOnlyFlag: 1, SendMsgControl: ['NoUnread'] }],
];
/** Refusals that only an SDK sender meets; gates.test.ts has them. */
const bySdk: readonly RefusalName[] = [
  'blocked',
  'sender-muted',
  'muted-in-group',
  'not-member',
  'party-unknown',
  'text-too-long',
];

describe('every code that one request can trigger', () => {
  it.each(broken.map((row) => ({ name: row[0], code: row[1], row })))('$name answers $code', ({ name, code, row }) => {
    const [, , value, over] = row;
    const { answer, problems } = read(value, over);
    expect(answer).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: code });
    expect(answer.ErrorInfo).not.toContain('{{');
    const errors = problems.filter((one) => one.severity === 'error');
    expect(errors.map((one) => one.code)).toContain(`im.${name}`);
    expect(errors[0]?.code).toBe(`im.${name}`);
  });
  it.each([
    ['604801', { ...c2c, MsgLifeTime: 604_801 }, { switches: refuse }],
    ['this is 3', { ...c2c, SyncOtherMachine: 3 }, {}],
    ['501 recipients, and 500', { ...c2c, To_Account: Array.from({ length: 501 }, (_, index) => `u${index}`) }, {}],
    ['TIMFutureElem', { ...c2c, MsgBody: [{ MsgType: 'TIMFutureElem', MsgContent: {} }] }, {}],
    ['$.OfflinePushInfo.Title has to be a string, and this is a number', { ...c2c, OfflinePushInfo: { Title: 5 } }, {}],
    ['no group nowhere', { ...group, GroupId: 'nowhere' }, {}],
    ['12289 bytes, and the backend takes 12288', big(12_289), {}],
    [
      'has 2 custom elements',
      { ...c2c, MsgBody: [1, 2].map(() => ({ MsgType: 'TIMCustomElem', MsgContent: {} })) },
      {},
    ],
  ])('ErrorInfo names what it is about: %s', (words, value, over) =>
    expect(read(value, over).answer.ErrorInfo).toContain(words),
  );
  it('is in this table', () =>
    expect([...broken.map(([name]) => name), ...bySdk].toSorted()).toEqual(Object.keys(refusalCodes).toSorted()));
  it.each([
    [{ ...group, MsgBody: 5 }],
    [{ ...group, MsgBody: [{ MsgType: 'X', MsgContent: {} }] }],
    [{ ...group, Random: 'x' }],
    [{ ...group, OfflinePushInfo: [] }],
    [{ ...group, To_Account: Array.from({ length: 51 }, (_, index) => `u${index}`) }],
    [{ ...group, GroupAtInfo: [{ GroupAtAllFlag: 2 }] }],
    [{ ...group, GroupAtInfo: 'all' }],
  ])('a malformed group call is 10004: %j', (value) => expect(codeOf(value)).toBe(10_004));
  it('a missing MsgRandom is 90005', () => {
    const { MsgRandom: _, ...without } = c2c;
    expect(codeOf(without)).toBe(90_005);
  });
  it('the 12 KB are met exactly', () => {
    expect(codeOf(big(12_288))).toBe(0);
    expect(read(big(8193)).problems.map((one) => one.code)).toContain('im.body-over-8k');
    expect(read(big(8192)).problems).toEqual([]);
  });
  it('a lifetime of more than seven days is taken and said', () =>
    expect(read({ ...c2c, MsgLifeTime: 604_801 })).toMatchObject({
      answer: { ErrorCode: 0 },
      problems: [{ code: 'im.lifetime-clamped' }],
    }));
});

describe('hostile and careless texts', () => {
  it.each([
    ['', 1, 1],
    ['{"a":1', 1, 7],
    ['{\n  "a": tru\n}', 2, 8],
    ['{"a":"\t"}', 1, 6],
    ['{"a":1,}', 1, 8],
    ['{“a”:1}', 1, 2],
    ['{"a":01}', 1, 7],
    ['{"a":1} x', 1, 9],
    ['{"a" 1}', 1, 6],
    ['{"a":"\\x"}', 1, 6],
    ['{"a":"\\u12"}', 1, 6],
    ['[1 2]', 1, 4],
    ['nul', 1, 1],
  ])('%j is wrong at line %i, column %i', (value, line, column) => {
    const { answer, problems } = read(value);
    expect(answer.ErrorCode).toBe(90_001);
    expect(problems).toMatchObject([{ code: 'im.not-json', phrase: { params: { line, column } } }]);
  });
  it('agrees with JSON.parse on what is JSON', () => {
    const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '1', '-0.5e3', 'true', 'null', ' ', '""', '"\\n"', '01', '.5'];
    let seed = 1;
    for (let round = 0; round < 20_000; round += 1) {
      let candidate = '';
      for (let index = 0; index < 1 + (round % 7); index += 1) {
        seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
        candidate += pieces[(seed >> 8) % pieces.length] ?? '';
      }
      let isJson = true;
      try {
        JSON.parse(candidate);
      } catch {
        isJson = false;
      }
      if (!scanJson(candidate, 100).some((one) => one.kind === 'syntax') !== isJson) expect(candidate).toBe(isJson);
    }
    expect(scanJson('{"a":[1,{}]}', 100)).toEqual([]);
  });
  it('a byte order mark is said and read over', () =>
    expect(read(`\uFEFF${JSON.stringify(c2c)}`)).toMatchObject({
      answer: { ErrorCode: 0 },
      problems: [{ code: 'im.byte-order-mark' }],
    }));
  it('a key written twice is said with its path, and the last one counts', () => {
    const { problems, message } = read(JSON.stringify(c2c).replace('"Text":"Lunch?"', '"Text":"a","Text":"b"'));
    expect(problems).toMatchObject([
      { code: 'im.duplicate-key', phrase: { params: { path: '$.MsgBody[0].MsgContent.Text' } } },
    ]);
    expect(message?.elements).toEqual([{ kind: 'text', text: 'b' }]);
  });
  it('a number that nobody keeps exactly is said', () =>
    expect(
      read(JSON.stringify(c2c).replace('7', '7,"Seq64":12345678901234567890')).problems.map((one) => one.code),
    ).toEqual(['im.imprecise', 'im.unknown-field']));
  it('a million brackets and two megabytes end quickly and clearly', () => {
    expect(codeOf('['.repeat(1_000_000))).toBe(90_001);
    expect(codeOf('{"a":'.repeat(300_000))).toBe(90_001);
    expect(codeOf(`{"a":"${'\\n'.repeat(1_000_000)}"}`)).toBeGreaterThan(0);
    expect(codeOf(JSON.stringify({ ...c2c, x: 'y'.repeat(2_000_000) }))).toBe(93_000);
  });
  it('names like __proto__ are ordinary fields', () => {
    const source = JSON.stringify(c2c).replace('{', '{"__proto__":{"polluted":true},');
    const { message } = read(source);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(printCall(message!)).toContain('"__proto__"');
  });
  it('and stay in the message wherever they stand, whatever takes it along', () => {
    const source = JSON.stringify({ ...c2c, My: { b: 2 }, OfflinePushInfo: { Desc: 'd', c: 3 } })
      .replace('"b"', '"__proto__":{"a":1},"b"')
      .replace('"c"', '"__proto__":[4],"c"');
    // The contract lets it through, to the form and back to be sent.
    const printed = printCall(Message.parse(read(source).message));
    expect(printed.replaceAll(/\s/g, '')).toContain('"OfflinePushInfo":{"Desc":"d","__proto__":[4],"c":3}');
    expect(printed.replaceAll(/\s/g, '')).toContain('"My":{"__proto__":{"a":1},"b":2}');
  });
  it('too much depth is said with its place', () =>
    expect(read(`{\n "a": ${'['.repeat(120)}`).problems).toMatchObject([
      { code: 'im.too-deep', path: '$', phrase: { params: { limit: 100, line: 2, column: 106 } } },
    ]));
  it.each(['null', '5', '"x"', 'true', '[]'])('%s is no call', (value) => expect(codeOf(value)).toBe(90_001));
  it.each([
    [{ ...c2c, MsgBody: [null] }, '$.MsgBody[0]'],
    [{ ...c2c, MsgBody: [{ MsgType: 'TIMTextElem' }] }, '$.MsgBody[0].MsgContent'],
    [{ ...c2c, MsgBody: [{ MsgContent: {} }] }, '$.MsgBody[0].MsgType'],
    [{ ...c2c, MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: {} }] }, '$.MsgBody[0].MsgContent.Text'],
    [
      { ...c2c, MsgBody: [{ MsgType: 'TIMImageElem', MsgContent: { ImageInfoArray: [{ Type: 'a' }] } }] },
      '$.MsgBody[0].MsgContent.ImageInfoArray[0].Type',
    ],
    [
      { ...c2c, OfflinePushInfo: { AndroidInfo: { HuaWeiChannelID: 1 } } },
      '$.OfflinePushInfo.AndroidInfo.HuaWeiChannelID',
    ],
    [{ ...c2c, OfflinePushInfo: { ApnsInfo: { MutableContent: true } } }, '$.OfflinePushInfo.ApnsInfo.MutableContent'],
    [
      { ...c2c, OfflinePushInfo: { MultiLanguageContent: [{ Title: 't' }] } },
      '$.OfflinePushInfo.MultiLanguageContent[0].Language',
    ],
    [{ ...c2c, OfflinePushInfo: { ApnsInfo: { LiveActivity: {} } } }, '$.OfflinePushInfo.ApnsInfo.LiveActivity.LaId'],
    [{ ...c2c, OfflinePushInfo: { PushFlag: 2 } }, '$.OfflinePushInfo.PushFlag'],
    [{ ...c2c, MsgLifeTime: -1 }, '$.MsgLifeTime'],
  ])('a wrong type is named by its path: %j', (value, path) =>
    expect(read(value).problems.map((one) => one.path)).toContain(path),
  );
});

describe('what is odd though it is taken', () => {
  const codes = (OfflinePushInfo: unknown, more: Record<string, unknown> = {}) =>
    read({ ...c2c, OfflinePushInfo, ...more }).problems.map((one) => one.code);
  const ok = { Title: 'T', Desc: 'D' };
  it('nothing is odd about an ordinary push', () => expect(codes(ok)).toEqual([]));
  it.each([
    ['title-desc', { Ext: 'x' }],
    ['ext-long', { ...ok, Ext: 'x'.repeat(1025) }],
    ['desc-ext-long', { Title: 'T', Desc: 'x'.repeat(3073) }],
    ['template-preset', { ...ok, PushTemplateParam: { timDesc: 'x' } }],
    ['template-id', { PushTemplateId: 'x' }],
    ['live-activity-id', { ...ok, ApnsInfo: { LiveActivity: { LaId: 'x'.repeat(65) } } }],
    ['sound-duration', { ...ok, HarmonyInfo: { SoundDuration: 61 } }],
    ['badge-over-99', { ...ok, BadgeSetNum: 100 }],
    ['vivo-both', { ...ok, AndroidInfo: { VIVOCategory: 'IM', VIVOClassification: 1 } }],
    ['image-https', { ...ok, AndroidInfo: { HonorImage: 'http://x' } }],
    ['choice', { ...ok, AndroidInfo: { OPPONotifyLevel: 3 } }],
    ['choice', { ...ok, AndroidInfo: { HuaWeiImportance: 'low' } }],
    ['choice', { ...ok, AndroidInfo: { VIVONotifyType: '5' } }],
    ['unknown-field', { ...ok, Titel: 'x' }],
  ])('%s: %j', (name, push) => expect(codes(push)).toEqual([`im.${name}`]));
  it('controls that no page lists', () => {
    expect(codes(ok, { SendMsgControl: ['NoUnread', 'Quiet'] })).toEqual(['im.control']);
    expect(codes(ok, { ForbidCallbackControl: ['All'] })).toEqual(['im.control']);
  });
  it('fields that the sender’s SDK does not have yet', () => {
    const message = aMessage({
      offlinePush: {
        title: 't',
        desc: 'd',
        android: { sound: 'a', fcm: { priority: 'high' } },
        harmony: { image: 'https://i' },
      },
      client: { kind: 'sdk', platform: 'android', version: '6.0' },
    });
    const paths = (one: typeof message) => answerMessage(one, aWorld()).problems.map((problem) => problem.path);
    expect(paths(message)).toEqual([
      '$.OfflinePushInfo.AndroidInfo.Sound',
      '$.OfflinePushInfo.HarmonyInfo',
      '$.OfflinePushInfo.AndroidInfo.GooglePriority',
    ]);
    expect(paths({ ...message, client: { kind: 'sdk', platform: 'android', version: '8.7' } })).toEqual([]);
  });
});
