import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kit/json.ts';
import type { Capture } from '../../vendor.ts';
import {
  body, capture, dead, decide, facts, failures, foreign, iosBody, iphone, nowMs, replyJson, sealedRegistry, secretKey, timestamp, token,
  without, wordsOf, type DecideOptions,
} from '../samples.ts'; // prettier-ignore
import { basicOf, signBody } from '../sign.ts';
import { newMemory, type TpnsMemory } from './memory.ts';

const strict: DecideOptions = { mode: 'strict' };
const send = (content: unknown, options: DecideOptions = {}) => decide(capture(content), options);
const withHeaders = (headers: Capture['headers'], options: DecideOptions = {}) =>
  decide(capture(body(), { headers }), options);
const text = JSON.stringify(body());
const right = signBody({ accessId: '1500000001', timestamp, body: text }, secretKey);
const signed = (over: { id?: string; time?: string; sign?: string }): Capture['headers'] => [
  ['AccessId', over.id ?? '1500000001'],
  ['TimeStamp', over.time ?? timestamp],
  ['Sign', over.sign ?? right],
];

describe('tpns gateway: who sends', () => {
  it('a good push is taken and delivered', () => {
    const answer = send(body(), strict);
    expect(failures(answer)).toEqual([]);
    expect(replyJson(answer)).toEqual({
      seq: 0,
      push_id: answer.vendorMessageId,
      ret_code: 0,
      environment: 'product',
      err_msg: '',
      result: '[0]',
    });
    expect(answer.targets).toEqual([{ token, outcome: 'accepted', reason: null }]);
    expect(JSON.parse(answer.delivery?.payload ?? '')).toEqual(body());
  });
  it('takes Basic with the SecretKey', () => {
    expect(failures(withHeaders([['Authorization', basicOf('1500000001', secretKey)]], strict))).toEqual([]);
  });
  it.each<[string, Capture['headers'], DecideOptions]>([
    ['access-id.none', [], {}],
    ['access-id.broken-basic', [['Authorization', 'Bearer x']], {}],
    ['access-id.broken-basic', [['Authorization', 'Basic !!!']], {}],
    ['signature.access-key', [['Authorization', basicOf('1500000001', 'A1B2C3D4E5F6')]], {}],
    ['signature.basic-other', [['Authorization', basicOf('1500000001', 'x')]], {}],
    [
      'signature.missing',
      [
        ['AccessId', '1500000001'],
        ['TimeStamp', timestamp],
      ],
      {},
    ],
    ['signature.other', signed({ sign: 'x' }), {}],
    [
      'signature.access-key',
      signed({ sign: signBody({ accessId: '1500000001', timestamp, body: text }, facts.values['accessKey'] ?? '') }),
      {},
    ],
    ['signature.raw-base64', signed({ sign: `${'A'.repeat(43)}=` }), { registry: sealedRegistry }],
    ['signature.hex', signed({ sign: '0'.repeat(64) }), { registry: sealedRegistry }],
    ['signature.not-a-sign', signed({ sign: 'x' }), { registry: sealedRegistry }],
    [
      'time.milliseconds',
      signed({
        time: String(nowMs),
        sign: signBody({ accessId: '1500000001', timestamp: String(nowMs), body: text }, secretKey),
      }),
      {},
    ],
    [
      'time.not-a-time',
      signed({ time: 'now', sign: signBody({ accessId: '1500000001', timestamp: 'now', body: text }, secretKey) }),
      {},
    ],
    [
      'time.missing',
      [
        ['AccessId', '1500000001'],
        ['Sign', signBody({ accessId: '1500000001', timestamp: '', body: text }, secretKey)],
      ],
      {},
    ],
  ])('1008003 %s', (words, headers, options) => {
    const answer = withHeaders(headers, options);
    expect(failures(answer)).toEqual([`1008003 tpns.check.${words}`]);
    expect(replyJson(answer)).toMatchObject({ ret_code: 1_008_003, err_msg: 'auth failure', push_id: '' });
    expect(answer.reply.status).toBe(200);
  });
  it('1008035: another region, or nobody’s Access ID', () => {
    const at = (host: string) => decide(capture(body(), { host }));
    expect(failures(at('api.tpns.hk.tencent.com'))).toEqual(['1008035 tpns.check.region.other']);
    expect(wordsOf(at('api.tpns.sh.tencent.com'), 'region')).toBe('tpns.check.region');
    expect(failures(withHeaders(signed({ id: '1500000009', sign: `${'A'.repeat(86)}==` }), strict))).toEqual([
      '1008035 tpns.check.app.unknown',
    ]);
  });
  it('says what it cannot know', () => {
    expect(wordsOf(send(body(), { registry: sealedRegistry }), 'signature')).toBe(
      'tpns.check.signature.no-secret-here',
    );
    expect(
      wordsOf(withHeaders([['Authorization', basicOf('1500000001', 'k')]], { registry: sealedRegistry }), 'signature'),
    ).toBe('tpns.check.signature.no-secret-here');
    expect(wordsOf(withHeaders(signed({ id: '7', sign: `${'A'.repeat(86)}==` })), 'access-id')).toBe(
      'tpns.check.access-id.odd',
    );
    expect(wordsOf(send(body(), { atMs: nowMs + 301_000 }), 'time')).toBe('tpns.check.time.off');
  });
  it('addresses and methods', () => {
    expect(decide(capture('', { path: '/x' })).verdict.code).toBe('HTTP_404');
    expect(decide(capture('', { path: '/v3/device/tag' })).verdict.why.id).toBe('tpns.check.path.not-imitated');
    expect(decide(capture('', { path: '/v2/push/single_device' })).verdict.why.id).toBe('tpns.check.path.legacy');
    expect(decide(capture(body(), { host: 'openapi.xg.qq.com' })).verdict.why.id).toBe('tpns.check.path.legacy');
    expect(decide(capture(body(), { method: 'GET' })).verdict.code).toBe('HTTP_405');
  });
});

describe('tpns gateway: the push', () => {
  it.each<[string, JsonObject]>([
    ['1008002 tpns.problem.missing', without('audience_type')],
    ['1008002 tpns.problem.missing', without('message_type')],
    ['1008002 tpns.problem.missing', without('message')],
    ['1008002 tpns.problem.missing', without('token_list')],
    ['1008007 tpns.problem.not-a-choice', body({ message_type: 'x' })],
    [
      '1008007 tpns.problem.list-long',
      body({ audience_type: 'token_list', token_list: Array.from({ length: 1001 }, () => token) }),
    ],
    ['1008007 tpns.problem.message-large', body({ message: { title: 'a', content: 'x'.repeat(4096) } })],
    ['1008007 tpns.problem.expire', body({ expire_time: 300_000 })],
    [
      '10010012 tpns.problem.send-time-past',
      { ...without('token_list'), audience_type: 'all', send_time: '2026-11-21 09:49:00' },
    ],
    [
      '1008007 tpns.problem.send-time-far',
      { ...without('token_list'), audience_type: 'all', send_time: '2027-03-01 10:00:00' },
    ],
  ])('%s', (expected, content) => {
    const answer = send(content);
    expect(failures(answer)).toEqual([expected]);
    expect(replyJson(answer)['ret_code']).toBe(Number(expected.split(' ')[0]));
    expect(answer.delivery).toBeNull();
  });
  it('1008029: a token of the wrong form', () => {
    const answer = send(body({ token_list: ['x'.repeat(37)] }));
    expect(answer.verdict.code).toBe('1008029');
  });
  it('takes a send time of ten minutes ago and one ahead', () => {
    const at = (time: string) =>
      send({ ...without('token_list'), audience_type: 'all', send_time: time }).verdict.accepted;
    expect([at('2026-11-21 09:51:00'), at('2026-11-21 12:00:00')]).toEqual([true, true]);
  });
  it.each([
    ['not-utf8', Uint8Array.of(0xff)],
    ['not-json', new TextEncoder().encode('{')],
    ['not-object', new TextEncoder().encode('[]')],
  ])('1008001 %s, after the sender', (why, bytes) => {
    const headers: Capture['headers'] = [['Authorization', basicOf('1500000001', secretKey)]];
    const answer = decide(capture('', { body: bytes, headers }));
    expect(failures(answer)).toEqual([`1008001 tpns.check.json.${why}`]);
    expect(decide(capture('', { body: bytes, headers: [] })).verdict.code).toBe('1008003');
  });
});

describe('tpns gateway: phones', () => {
  const list = (tokens: string[], over: JsonObject = {}) =>
    body({ audience_type: 'token_list', token_list: tokens, ...over });
  it('10010005: one bad token fails the call', () => {
    const answer = send(list([token, dead]));
    expect(failures(answer)).toEqual(['10010005 tpns.check.phones.gone']);
    expect(answer.targets.map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected']);
  });
  it('ignore_invalid_token skips and lists it', () => {
    const answer = send(list([token, dead], { ignore_invalid_token: 1 }));
    expect(replyJson(answer)).toMatchObject({ ret_code: 0, invalid_targe_list: [dead], result: '[0,1008029]' });
    expect(answer.targets).toEqual([
      { token, outcome: 'accepted', reason: null },
      { token: dead, outcome: 'rejected', reason: '1008029' },
    ]);
    expect(send(list([dead], { ignore_invalid_token: 1 })).verdict.code).toBe('10010005');
    expect(send(list([token, 'x'.repeat(40)], { ignore_invalid_token: 1 })).verdict.accepted).toBe(true);
  });
  it('a stranger is let through unless strict', () => {
    expect(wordsOf(send(body({ token_list: [foreign] })), 'phones')).toBe('tpns.check.phones.unknown');
    expect(send(body({ token_list: [foreign] }), strict).verdict.code).toBe('10010005');
  });
  it('with token only the first counts', () => {
    expect(send(body({ token_list: [token, dead] })).targets.map((one) => one.token)).toEqual([token]);
  });
  it('an iPhone goes to APNs; the wrong environment is told', () => {
    const answer = send(iosBody());
    expect(answer.verdict).toMatchObject({ accepted: true, why: { id: 'tpns.verdict.ios' } });
    expect(replyJson(answer)['environment']).toBe('dev');
    expect(wordsOf(answer, 'environment')).toBe('tpns.check.environment');
    const wrong = send(iosBody({}, { environment: 'product', token_list: [iphone] }));
    expect(wordsOf(wrong, 'environment')).toBe('tpns.check.environment.other');
    expect(wrong.verdict.accepted).toBe(true);
  });
  it('accounts, tags and everybody reach no drawn phone; loops answer a list', () => {
    for (const over of [
      { audience_type: 'all' },
      { audience_type: 'tag', tag_rules: [{}] },
      { audience_type: 'account', account_list: ['denny'] },
    ]) {
      expect(send({ ...without('token_list'), ...over })).toMatchObject({
        verdict: { accepted: true },
        delivery: null,
        targets: [],
      });
    }
    const loop = send({ ...without('token_list'), audience_type: 'all', loop_param: { loopType: 1 }, seq: 9 });
    expect(replyJson(loop)).toMatchObject({ push_id: [loop.vendorMessageId], seq: 9 });
  });
});

describe('tpns gateway: rates', () => {
  const all = (content: string): JsonObject => ({
    ...without('token_list'),
    audience_type: 'all',
    message: { title: 'a', content },
  });
  const first = send(all('one'), strict).memory;
  it('1008028: two to everybody in a second', () => {
    expect(failures(send(all('two'), { ...strict, memory: first }))).toEqual(['1008028 tpns.check.rate.fast']);
    expect(send(all('two'), { memory: first }).verdict.accepted).toBe(true);
    expect(send(body(), { ...strict, memory: first }).verdict.accepted).toBe(true);
  });
  it('10010018: the same within the hour', () => {
    const later = (ms: number) => failures(send(all('one'), { ...strict, memory: first, atMs: nowMs + ms }));
    expect(later(2000)).toEqual(['10010018 tpns.check.repeat.again']);
    expect(later(3_600_000)).toEqual([]);
    expect(failures(send(all('two'), { ...strict, memory: first, atMs: nowMs + 2000 }))).toEqual([]);
  });
  it('keeps bounded numbers of everything', () => {
    let memory: TpnsMemory = newMemory();
    for (let n = 0; n < 1100; n += 1) memory = send(all(String(n)), { memory }).memory;
    expect([memory.repeats.size, memory.wide.size]).toEqual([1000, 1]);
  });
});
