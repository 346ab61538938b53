import { describe, expect, it } from 'vitest';
import {
  appId,
  bearer,
  body,
  clientId,
  credential,
  deadToken,
  decide,
  deviceToken,
  expiredToken,
  facts,
  failures,
  foreignToken,
  grant,
  headers,
  nowMs,
  otherAppToken,
  outcomes,
  registry,
  replyJson,
  replyText,
  send,
  tokenCapture,
  type Answer,
} from '../samples.ts';
import type { HonorMemory } from './memory.ts';

const brief = (answer: Answer): [number, unknown, string | undefined] => [
  answer.reply.status,
  answer.reply.body.length === 0 ? '' : replyJson(answer)['code'],
  failures(answer)[0],
];

describe('honor gateway: sends', () => {
  it('answers with a number as code', () => {
    const answer = send(body());
    expect(failures(answer)).toEqual([]);
    expect(replyJson(answer)).toEqual({
      code: 200,
      message: 'success',
      data: { sendResult: true, requestId: answer.vendorMessageId, failTokens: [], expireTokens: [] },
    });
    expect(answer.delivery?.options).toEqual({ appId });
  });
  it('a dead token is no reason where the sender was refused before it was looked at', () => {
    const answer = send(body({ root: { token: [deadToken] } }), {}, headers({ authorization: null }));
    expect(answer.targets).toEqual([{ token: deadToken, outcome: 'rejected', reason: answer.verdict.code }]);
  });
  it.each([
    ['POST', '/', 404, 'path: path.unknown'],
    ['POST', `/v1/${appId}/messages:send`, 404, 'path: path.huawei'],
    ['GET', `/api/v1/${appId}/sendMessage`, 405, 'method: method.other'],
    ['PUT', '/auth/token', 405, 'method: method.other'],
  ])('%s %s is %i', (method, path, status, why) => {
    const answer = send(body(), {}, { method, path });
    expect([answer.reply.status, failures(answer)[0], answer.verdict.code]).toEqual([status, why, `HTTP_${status}`]);
  });
  it.each([
    [null, 'missing'],
    ['', 'missing'],
    ['Bearer ', 'empty'],
    [bearer, 'no-scheme'],
  ])('authorization %j: %s', (authorization, why) => {
    const answer = send(body(), {}, headers({ authorization }));
    expect(brief(answer)).toEqual([401, 80200001, `authorization: authorization.${why}`]);
  });
  it('takes an unknown token unverified, and in strict mode only its own', () => {
    expect(outcomes(send(body()))['bearer']).toBe('unverified');
    expect(brief(send(body(), { mode: 'strict' }))).toEqual([401, 80200001, 'bearer: bearer.not-issued']);
  });
  it.each([
    [null, 'failed', 'missing', 'failed'],
    ['now', 'failed', 'not-number', 'failed'],
    [String(nowMs / 1000), 'unverified', 'seconds', 'failed'],
    [String(nowMs - 301_000), 'unverified', 'off', 'failed'],
    [String(nowMs - 299_000), 'passed', null, 'passed'],
  ])('timestamp %s is %s', (timestamp, known, why, strict) => {
    const at = headers({ timestamp });
    const row = send(body(), {}, at).verdict.checks.find(({ id }) => id === 'timestamp')!;
    expect([row.outcome, row.phrase.id]).toEqual([known, `honor.check.timestamp${why ? `.${why}` : ''}`]);
    expect(outcomes(send(body(), { mode: 'strict' }, at))['timestamp']).toBe(strict);
    if (known === 'failed') expect(brief(send(body(), {}, at))).toEqual([400, 80100001, `timestamp: timestamp.${why}`]);
  });
  it.each([
    ['{', 80100001, 'json: not-json'],
    [body({ root: { token: [] } }), 80100003, 'target: no-tokens'],
    [{ message: { token: ['a'] } }, 80100003, 'target: huawei-form'],
    [body({ root: { data: 'x'.repeat(4097) } }), 80300008, 'size: too-large'],
    [body({ drawing: { clickAction: null } }), 80100003, 'structure: no-click'],
    [body({ root: { data: {} } }), 80100003, 'structure: data-not-text'],
    [body({ android: { ttl: '1296001s' } }), 80100003, 'ttl: ttl-range'],
  ])('%j', (value, code, why) => expect(brief(send(value))).toEqual([400, code, why]));
  it('is not UTF-8', () => {
    expect(brief(send('', {}, { body: Uint8Array.of(0xff) }))).toEqual([400, 80100001, 'json: json.not-utf8']);
  });
  it('knows its apps', () => {
    const path = '/api/v1/42/sendMessage';
    expect(outcomes(send(body(), {}, { path }))['app']).toBe('unverified');
    expect(failures(send(body(), { mode: 'strict' }, { path }))).toContain('app: app.unknown');
  });
});

describe('honor gateway: to whom', () => {
  it('refuses some of several tokens, with code 200', () => {
    const answer = send(body({ root: { token: [deviceToken, deadToken, expiredToken, otherAppToken] } }));
    expect(replyJson(answer)).toMatchObject({
      code: 200,
      data: { sendResult: true, failTokens: [deadToken, otherAppToken], expireTokens: [expiredToken] },
    });
    expect(answer.verdict).toMatchObject({ accepted: true, code: 'FAIL_TOKENS', why: { id: 'honor.verdict.partly' } });
    expect(answer.targets.map(({ reason }) => reason)).toEqual([null, 'failTokens', 'expireTokens', 'failTokens']);
  });
  it('refuses all with sendResult false, still with code 200', () => {
    const answer = send(body({ root: { token: [deadToken] } }));
    expect(replyJson(answer)).toMatchObject({
      code: 200,
      message: 'fail',
      data: { sendResult: false, failTokens: [deadToken] },
    });
    expect(answer.verdict).toMatchObject({ accepted: false, status: 200, code: 'SEND_RESULT_FALSE' });
    expect([answer.delivery, answer.targets[0]?.reason]).toEqual([null, 'failTokens']);
    expect(send(body({ root: { token: [foreignToken] } })).verdict.accepted).toBe(true);
    expect(failures(send(body({ root: { token: [foreignToken] } }), { mode: 'strict' }))).toContain(
      'tokens: tokens.none',
    );
  });
});

describe('honor gateway: tokens', () => {
  it.each(['/auth/token', '/auth/realms/developer/protocol/openid-connect/token'])('issues one at %s', (path) => {
    const issued = decide(tokenCapture(grant, { path }), { mode: 'strict' });
    expect(replyJson(issued)).toMatchObject({ expires_in: 3600, token_type: 'Bearer' });
    const { memory } = issued;
    const own = headers({ authorization: `Bearer ${replyText(issued, 'access_token')}` });
    expect(failures(send(body(), { mode: 'strict', memory }, own))).toEqual([]);
    expect(brief(send(body(), { memory }, { ...own, path: '/api/v1/42/sendMessage' }))).toEqual([
      401,
      80200001,
      'bearer: bearer.other-app',
    ]);
    expect(brief(send(body(), { memory, atMs: nowMs + 3_600_000 }, own))).toEqual([
      401,
      80200003,
      'bearer: bearer.expired',
    ]);
  });
  it.each([
    ['', 'unsupported_grant_type', 'grant: grant.missing'],
    ['grant_type=password', 'unsupported_grant_type', 'grant: grant.other'],
    ['grant_type=client_credentials', 'unauthorized_client', 'client: client.missing'],
    [
      `grant_type=client_credentials&client_id=${appId}&client_secret=x`,
      'unauthorized_client',
      'client: client.is-app-id',
    ],
    [`grant_type=client_credentials&client_id=${clientId}`, 'unauthorized_client', 'secret: secret.missing'],
    [
      `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientId}`,
      'unauthorized_client',
      'secret: secret.is-id',
    ],
    [
      `grant_type=client_credentials&client_id=${clientId}&client_secret=a+b`,
      'unauthorized_client',
      'secret: secret.not-encoded',
    ],
  ])('%j: %s', (form, code, why) => {
    const answer = decide(tokenCapture(form));
    expect([failures(answer)[0], answer.verdict.code, replyJson(answer)['error']]).toEqual([why, code, code]);
    expect(answer.reply.status).toBe(code === 'unauthorized_client' ? 401 : 400);
  });
  it('compares the secret where the registry opens it, and knows its clients', () => {
    const open = { ...registry, secret: () => credential.secret['clientSecret']! };
    const right = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: open.secret(),
    });
    expect(outcomes(decide(tokenCapture(right.toString()), { registry: open }))['secret']).toBe('passed');
    expect(failures(decide(tokenCapture(grant), { registry: open }))).toEqual(['secret: secret.other']);
    expect(outcomes(decide(tokenCapture(grant)))['secret']).toBe('unverified');
    const foreign = tokenCapture(grant.replace(clientId, 'x1'));
    expect(outcomes(decide(foreign))['client']).toBe('unverified');
    expect(failures(decide(foreign, { mode: 'strict' }))).toEqual(['client: client.unknown']);
  });
  it('refuses an app it does not know with 80300002', () => {
    const unbound = { ...registry, credentials: [{ ...facts, values: { clientId } }] };
    const issued = decide(tokenCapture(grant), { mode: 'strict', registry: unbound });
    const own = headers({ authorization: `Bearer ${replyText(issued, 'access_token')}` });
    const answer = send(body(), { mode: 'strict', registry: unbound, memory: issued.memory }, own);
    expect(brief(answer)).toEqual([400, 80300002, 'app: app.unknown']);
  });
});

describe('honor gateway: how much', () => {
  const times = (count: number, value: unknown, mode: 'known' | 'strict'): Answer => {
    const issued = decide(tokenCapture(grant));
    const own = headers({ authorization: `Bearer ${replyText(issued, 'access_token')}` });
    let memory: HonorMemory = issued.memory;
    let answer = issued;
    for (let index = 0; index < count; index += 1) ({ memory } = answer = send(value, { memory, mode }, own));
    return answer;
  };
  const marketing = body({ drawing: { importance: 'LOW' } });
  it('shows two marketing messages a day; the third is accepted and quiet', () => {
    expect(outcomes(times(2, marketing, 'strict'))['quota']).toBe('passed');
    const third = times(3, marketing, 'strict');
    expect([third.verdict.accepted, third.targets[0]?.delivery?.options['quiet']]).toEqual([true, 'marketing-day']);
    const known = times(3, marketing, 'known');
    expect([outcomes(known)['quota'], known.targets[0]?.delivery]).toEqual(['unverified', undefined]);
  });
  it('counts neither service messages nor tests as marketing', () => {
    expect(outcomes(times(4, body(), 'strict'))['quota']).toBe('passed');
    expect(outcomes(times(4, body({ android: { targetUserType: 1 } }), 'strict'))['quota']).toBe('passed');
  });
  it('counts test messages of a day', () => {
    const test = body({ android: { targetUserType: 1 } });
    const first = send(test);
    const memory = {
      ...first.memory,
      today: { day: first.memory.today.day, counts: new Map([[`test ${appId}`, 1000]]) },
    };
    expect(outcomes(send(test, { memory }))['quota']).toBe('unverified');
  });
});
