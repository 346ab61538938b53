import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kit/json.ts';
import { toBytes } from '../../kit/text.ts';
import {
  appSecret, authBody, body, capture, deadRegId, decide, facts, failures, foreignRegId, nowMs, outcomeOf, regId, registry,
  replyJson, sealedRegistry, without, withToken, type DecideOptions,
} from '../samples.ts'; // prettier-ignore
import { signAuth } from '../sign.ts';
import { idOf } from '../payload/read.ts';
import { newMemory, type VivoMemory } from './memory.ts';

const send = (content: unknown, options: DecideOptions = {}) => decide(capture('/message/send', content), options);
const rightSign = signAuth({
  appId: '100001',
  appKey: facts.values['appKey'] ?? '',
  timestamp: String(nowMs),
  appSecret,
});
const auth = (over: JsonObject = {}, options: DecideOptions = {}) =>
  decide(capture('/message/auth', authBody({ sign: rightSign, ...over })), options);

describe('vivo gateway: /message/auth', () => {
  it('issues a token for a right signature', () => {
    const answer = auth({}, { mode: 'strict' });
    expect(answer.kind).toBe('auth');
    expect(replyJson(answer)).toMatchObject({ result: 0, desc: '请求成功' });
    expect(failures(answer)).toEqual([]);
  });
  it('takes an appId as text', () => expect(auth({ appId: '100001' }, { mode: 'strict' }).verdict.accepted).toBe(true));
  it.each<[string, JsonObject, DecideOptions]>([
    ['10200 vivo.check.auth-app-id.missing', { appId: '' }, {}],
    ['10201 vivo.check.auth-app-key.missing', { appKey: '' }, {}],
    ['10203 vivo.check.auth-timestamp.missing', { timestamp: null }, {}],
    ['10204 vivo.check.auth-sign.missing', { sign: '' }, {}],
    ['10205 vivo.check.known-app.unknown', { appId: 5, sign: '0'.repeat(32) }, { mode: 'strict' }],
    ['10206 vivo.check.signature.other', { sign: '0'.repeat(32) }, {}],
    ['10206 vivo.check.signature.upper-case', { sign: rightSign.toUpperCase() }, {}],
    ['10206 vivo.check.signature.upper-case', { sign: rightSign.toUpperCase() }, { registry: sealedRegistry }],
    ['10206 vivo.check.signature.not-md5', { sign: 'abc' }, { registry: sealedRegistry }],
  ])('%s', (expected, over, options) => {
    const answer = auth(over, options);
    expect(failures(answer)).toEqual([expected]);
    expect(replyJson(answer)['result']).toBe(Number(expected.slice(0, 5)));
  });
  it('asks in order: the key before the clock before the signature', () => {
    const answer = auth({ appKey: 'x', timestamp: 1 });
    expect(failures(answer).map((line) => line.slice(0, 5))).toEqual(['10202', '10207', '10206']);
    expect(answer.verdict.code).toBe('10202');
  });
  it.each([
    ['seconds', Math.floor(nowMs / 1000)],
    ['not-a-time', 'soon'],
    ['old', nowMs - 601_000],
    ['ahead', nowMs + 601_000],
  ])('10207 %s', (why, timestamp) => {
    const sign = signAuth({
      appId: '100001',
      appKey: facts.values['appKey'] ?? '',
      timestamp: String(timestamp),
      appSecret,
    });
    expect(failures(auth({ timestamp, sign }))).toEqual([`10207 vivo.check.window.${why}`]);
  });
  it('says when it cannot recompute', () => {
    const answer = auth({}, { registry: sealedRegistry });
    expect(outcomeOf(answer, 'signature')).toBe('unverified');
    expect(answer.verdict.accepted).toBe(true);
    expect(outcomeOf(auth({ appId: 5 }), 'known-app')).toBe('unverified');
  });
  it('10250: eleven in a second, when strict', () => {
    let memory: VivoMemory = newMemory();
    for (let n = 0; n < 10; n += 1) memory = auth({}, { mode: 'strict', memory }).memory;
    expect(failures(auth({}, { mode: 'strict', memory }))).toEqual(['10250 vivo.check.auth-rate.fast']);
    expect(auth({}, { memory }).verdict.accepted).toBe(true);
    expect(auth({}, { mode: 'strict', memory, atMs: nowMs + 1000 }).verdict.accepted).toBe(true);
  });
});

describe('vivo gateway: who sends', () => {
  const { memory, authToken } = withToken(rightSign);
  const withHeader = (value: string, content: unknown = body(), options: DecideOptions = {}) =>
    decide(capture('/message/send', content, { headers: [['AuthToken', value]] }), { memory, ...options });
  it('knows the token it issued', () => {
    const answer = withHeader(authToken, body(), { mode: 'strict' });
    expect(failures(answer)).toEqual([]);
    expect(outcomeOf(answer, 'auth-token')).toBe('passed');
  });
  it('10000: missing, in the wrong header, ended, not issued', () => {
    expect(failures(decide(capture('/message/send', body(), { headers: [] })))).toEqual([
      '10000 vivo.check.auth-token.missing',
    ]);
    const wrong = capture('/message/send', body(), { headers: [['Authorization', 'x']] });
    expect(failures(decide(wrong))).toEqual(['10000 vivo.check.auth-token.authorization']);
    expect(failures(withHeader(authToken, body(), { atMs: nowMs + 86_400_000 }))).toEqual([
      '10000 vivo.check.auth-token.expired',
    ]);
    expect(failures(withHeader('other', body(), { mode: 'strict' }))).toEqual([
      '10000 vivo.check.auth-token.not-issued',
    ]);
    expect(outcomeOf(withHeader('other'), 'auth-token')).toBe('unverified');
  });
  it('10094: another app, or none', () => {
    expect(failures(withHeader(authToken, body({ appId: 7 })))).toEqual(['10094 vivo.check.app.other']);
    expect(failures(withHeader(authToken, without('appId')))).toEqual(['10094 vivo.check.app.missing']);
    expect(outcomeOf(send(body({ appId: 7 })), 'app')).toBe('unverified');
  });
});

describe('vivo gateway: one mistake, one code', () => {
  it('a good push is taken and delivered', () => {
    const answer = send(body());
    expect(answer.verdict.accepted).toBe(true);
    expect(replyJson(answer)).toEqual({ result: 0, desc: '请求成功', taskId: answer.vendorMessageId });
    expect(answer.vendorMessageId).toMatch(/^\d{18}$/);
    expect(answer.targets).toEqual([{ token: regId, outcome: 'accepted', reason: null }]);
    expect(JSON.parse(answer.delivery?.payload ?? '')).toEqual(body());
  });
  it.each<[number, JsonObject]>([
    [10050, without('regId')],
    [10051, { ...without('category'), classification: 2 }],
    [10054, body({ notifyType: 0 })],
    [10055, body({ title: '' })],
    [10056, body({ title: 'x'.repeat(41) })],
    [10057, body({ content: '' })],
    [10058, body({ content: '一'.repeat(101) })],
    [10059, body({ timeToLive: 10 })],
    [10060, body({ skipType: 9 })],
    [10062, body({ skipType: 3 })],
    [10064, body({ networkType: 2 })],
    [10065, body({ clientCustomMap: { a: 'x'.repeat(1100) } })],
    [10066, without('requestId')],
    [10067, body({ requestId: 'x'.repeat(65) })],
    [10084, body({ pushMode: 3 })],
    [10096, body({ category: 'im' })],
    [10097, body({ classification: 0 })],
  ])('%i', (code, content) => {
    const answer = send(content);
    expect(failures(answer).map((line) => line.split(' ')[0])).toEqual([String(code)]);
    expect(replyJson(answer)['result']).toBe(code);
    expect(answer.reply.status).toBe(200);
    expect(answer.delivery).toBeNull();
  });
  it.each<[string, JsonObject]>([
    ['10104', body({ content: 'See you tonight!' })],
    ['10096', body({ category: 'CHESS' })],
  ])('%s only when as strict as vivo', (code, content) => {
    expect(send(content).verdict.accepted).toBe(true);
    const { memory, authToken } = withToken(rightSign);
    const answer = decide(capture('/message/send', content, { headers: [['authToken', authToken]] }), {
      mode: 'strict',
      memory,
    });
    expect(failures(answer).map((line) => line.split(' ')[0])).toEqual([code]);
  });
  it('10302: the app is gone; a stranger only when strict', () => {
    expect(replyJson(send(body({ regId: deadRegId })))).toEqual({
      result: 10302,
      desc: 'regId不合法',
      invalidUser: { status: 2, userid: deadRegId },
    });
    expect(send(body({ regId: foreignRegId })).verdict.accepted).toBe(true);
    const { memory, authToken } = withToken(rightSign);
    const strict = decide(
      capture('/message/send', body({ regId: foreignRegId }), { headers: [['authToken', authToken]] }),
      { mode: 'strict', memory },
    );
    expect(replyJson(strict)).toMatchObject({ result: 10302, invalidUser: { status: 1, userid: foreignRegId } });
  });
  it.each([
    ['not UTF-8', Uint8Array.of(0xff), 'not-utf8'],
    ['not JSON', toBytes('{'), 'not-json'],
    ['no object', toBytes('[1]'), 'not-object'],
  ])('HTTP 400 for a body that is %s', (_name, bytes, why) => {
    const answer = decide(capture('/message/send', '', { body: bytes }));
    expect(failures(answer)).toEqual([`HTTP_400 vivo.check.json.${why}`]);
    expect(answer.reply.status).toBe(400);
    expect(decide(capture('/message/auth', '', { body: bytes })).verdict.code).toBe('HTTP_400');
  });
  it('addresses and methods', () => {
    expect(decide(capture('/message/recall', {})).verdict.code).toBe('HTTP_404');
    expect(decide(capture('/tag/add', {})).verdict.why.id).toBe('vivo.check.path.not-imitated');
    expect(decide(capture('/message/send', body(), { method: 'GET' })).verdict.code).toBe('HTTP_405');
  });
  it('tells of a requestId that came before, and of test mode', () => {
    const first = send(body());
    expect(send(body(), { memory: first.memory }).verdict.checks.map((check) => check.phrase.id)).toContain(
      'vivo.check.request-id.reused',
    );
    expect(outcomeOf(send(body({ pushMode: 1 })), 'test-device')).toBe('unverified');
  });
});

describe('vivo gateway: lists', () => {
  const save = decide(capture('/message/saveListPayload', without('regId')));
  const taskId = idOf(replyJson(save)['taskId']);
  const list = (over: JsonObject, options: DecideOptions = {}) =>
    decide(
      capture('/message/pushToList', { appId: 100001, taskId, requestId: 'l', regIds: [regId, deadRegId], ...over }),
      {
        memory: save.memory,
        ...options,
      },
    );
  it('stores a message and sends it to the phones that are there', () => {
    expect(save.delivery).toBeNull();
    const answer = list({});
    expect(replyJson(answer)).toEqual({
      result: 0,
      desc: '请求成功',
      requestId: 'l',
      invalidUsers: [{ status: 2, userid: deadRegId }],
    });
    expect(answer.targets).toEqual([
      { token: regId, outcome: 'accepted', reason: null },
      { token: deadRegId, outcome: 'rejected', reason: '10302' },
    ]);
    expect(JSON.parse(answer.delivery?.payload ?? '')).toEqual(without('regId'));
  });
  it.each<[string, JsonObject]>([
    ['10050 vivo.check.targets.none', { regIds: [] }],
    ['10252 vivo.check.targets.many', { regIds: Array.from({ length: 1001 }, (_, n) => `r${n}`) }],
    ['10066 vivo.check.request-id.missing', { requestId: '' }],
    ['10303 vivo.check.request-id.list-long', { requestId: 'x'.repeat(65) }],
    ['HTTP_400 vivo.check.task.unknown', { taskId: 'x' }],
  ])('%s', (expected, over) => expect(failures(list(over))).toEqual([expected]));
  it('one target is told, not refused', () =>
    expect(outcomeOf(list({ regIds: [regId] }), 'targets')).toBe('unverified'));
  it('a list message lives at least 900 seconds', () => {
    const short = decide(capture('/message/saveListPayload', { ...without('regId'), timeToLive: 600 }));
    expect(short.verdict.code).toBe('10059');
  });
  it('takes pushes to everybody and to tags, which reach no phone', () => {
    for (const path of ['/message/all', '/message/tagPush']) {
      expect(decide(capture(path, without('regId')))).toMatchObject({ verdict: { accepted: true }, delivery: null });
    }
  });
});

describe('vivo gateway: hours, quotas, rates', () => {
  const { memory: first, authToken } = withToken(rightSign);
  const strict = (content: unknown, memory = first, atMs = nowMs) =>
    decide(capture('/message/send', content, { headers: [['authToken', authToken]] }), {
      mode: 'strict',
      memory,
      atMs,
    });
  const operation = body({ classification: 0, category: 'MARKETING' });
  const usage = (over: object): VivoMemory => {
    const second = Math.floor(nowMs / 1000);
    const empty = { system: 0, operation: 0, testSystem: 0, testOperation: 0, toAll: 0, second, inSecond: 0 };
    const day = Math.floor((nowMs + 28_800_000) / 86_400_000);
    return { ...first, sends: new Map([['100001', { day, ...empty, ...over }]]) };
  };
  it('10071 at night for operation messages', () => {
    const night = Date.UTC(2026, 10, 21, 15, 0);
    expect(failures(strict(operation, first, night))).toEqual(['10071 vivo.check.hours.closed']);
    expect(failures(strict(body(), first, night))).toEqual([]);
    expect(send(operation, { atMs: night }).verdict.accepted).toBe(true);
  });
  it('10070 and 10073 when the day is used up, anew on the next', () => {
    expect(failures(strict(operation, usage({ operation: 20_000 })))).toEqual(['10070 vivo.check.quota.operation']);
    expect(failures(strict(body(), usage({ system: 30_000 })))).toEqual(['10073 vivo.check.quota.system']);
    expect(failures(strict(body({ pushMode: 1 }), usage({ testSystem: 10_000 })))).toEqual([
      '10073 vivo.check.quota.system',
    ]);
    expect(failures(strict(body(), usage({ system: 30_000, day: 1 })))).toEqual([]);
    expect(send(body(), { memory: usage({ system: 30_000 }) }).verdict.accepted).toBe(true);
  });
  it('10072 when a second is full', () => {
    expect(failures(strict(body(), usage({ inSecond: 500 })))).toEqual(['10072 vivo.check.rate.fast']);
    expect(failures(strict(body(), usage({ inSecond: 500, second: 1 })))).toEqual([]);
  });
  it('10254 for the second push to everybody of a day', () => {
    const all = (memory: VivoMemory) =>
      decide(capture('/message/all', without('regId'), { headers: [['authToken', authToken]] }), {
        mode: 'strict',
        memory,
      });
    const once = all(first);
    expect(failures(once)).toEqual([]);
    expect(failures(all(once.memory))).toEqual(['10254 vivo.check.to-all.again']);
  });
  it('the third operation message of a day is taken and stays quiet, when strict', () => {
    let memory = first;
    for (let n = 0; n < 2; n += 1) {
      const answer = strict(operation, memory);
      expect(answer.delivery?.options).toEqual({});
      memory = answer.memory;
    }
    const third = strict(operation, memory);
    expect(third.verdict).toMatchObject({ accepted: true, why: { id: 'vivo.verdict.quiet' } });
    expect(third.delivery?.options).toEqual({ quiet: 'device-quota' });
    const lenient = send(operation, { memory });
    expect(lenient.delivery?.options).toEqual({});
    expect(outcomeOf(lenient, 'device-quota')).toBe('unverified');
    expect(strict(body(), memory).delivery?.options).toEqual({});
    expect(strict(operation, memory, nowMs + 86_400_000 - 1).delivery?.options).toEqual({});
  });
  it('what is refused is not counted', () => {
    const full = usage({ inSecond: 500 });
    expect(strict(body(), full).memory).toBe(full);
  });
});

describe('vivo gateway: memory stays small', () => {
  it('keeps bounded numbers of everything', () => {
    let memory = newMemory();
    for (let n = 0; n < 1100; n += 1) {
      const content = {
        ...body({ classification: 0, category: 'MARKETING' }),
        regId: `v2-${n}`,
        requestId: `r${n}`,
        appId: n,
      };
      memory = decide(capture('/message/send', content), { memory, registry }).memory;
    }
    for (let n = 0; n < 250; n += 1)
      memory = decide(capture('/message/saveListPayload', { ...without('regId'), requestId: `s${n}` }), {
        memory,
      }).memory;
    expect([memory.devices.size, memory.requestIds.size, memory.sends.size, memory.saved.size]).toEqual([
      1000, 200, 100, 200,
    ]);
  });
});
