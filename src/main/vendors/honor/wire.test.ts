import { describe, expect, it } from 'vitest';
import { AppError, type Draft, type HeaderList } from '../../../shared/contract/index.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { SendTarget, WireRequest } from '../vendor.ts';
import { auth } from './auth.ts';
import { appId, body, clientId, credential, deadToken, deviceToken, mustHaveWords, nowMs, target } from './samples.ts';
import { sender } from './sender.ts';

const planFor = (origin: string) => {
  const plan = auth.plan(credential, origin);
  if (plan.kind !== 'fetched') throw new Error(plan.kind);
  return plan;
};

describe('honor auth', () => {
  it('asks with Client ID and an encoded secret', () => {
    const request = planFor('https://push-api.cloud.hihonor.com').request(nowMs);
    expect([request.method, request.path]).toEqual(['POST', '/auth/token']);
    expect(fromBytes(request.body)).toBe(
      `grant_type=client_credentials&client_id=${clientId}&client_secret=a%2Bb%2Fc%3Dd0e1f2a3b4c5`,
    );
  });
  it.each([
    ['https://push-api.cloud.hihonor.com', 'https://iam.developer.hihonor.com'],
    ['https://push-api.cloud.honor.com', 'https://iam.developer.honor.com'],
    ['http://127.0.0.1:8923', null],
  ])('for %s it goes to %s', (origin, to) => {
    expect(planFor(origin).origin).toBe(to);
    expect(planFor(origin).cacheKey).toContain(origin);
  });
  const read = (status: number, text: string) =>
    planFor('http://a.example').read({ status, headers: [], body: toBytes(text) }, nowMs);
  it('reads a token', () => {
    expect(read(200, '{"access_token":"a","expires_in":3600,"token_type":"Bearer","scope":""}')).toEqual({
      ok: true,
      token: { value: 'a', expiresAtMs: nowMs + 3_600_000, renewAtMs: nowMs + 3_300_000 },
    });
  });
  it.each([
    [401, '{"error":"unauthorized_client","error_description":"x"}', 'unauthorized_client', 'rejected'],
    [400, '{"error":"invalid_client"}', 'invalid_client', 'rejected'],
    [200, '{"access_token":"a","expires_in":"x"}', 'HTTP_200', 'unreadable'],
    [500, '<html>', 'HTTP_500', 'unreadable'],
    [400, '{}', 'HTTP_400', 'unreadable'],
  ])('%i %s is %s', (status, text, code, outcome) => expect(read(status, text)).toEqual({ ok: false, code, outcome }));
  it('needs both halves', () => {
    expect(() => auth.plan({ ...credential, secret: {} }, 'http://a.example')).toThrow(AppError);
    const facts = { ...target.credential!, values: {} } as typeof credential.facts;
    expect(() => auth.plan({ ...credential, facts }, 'http://a.example')).toThrow(AppError);
  });
  it.each([
    ['appId', appId, null],
    ['appId', clientId, 'not-number'],
    ['appId', '', 'empty'],
    ['clientId', clientId, null],
    ['clientId', appId, 'is-app-id'],
    ['clientSecret', 'a+b/c=', null],
    ['clientSecret', appId, 'is-app-id'],
    ['clientSecret', 'a%2Bb', 'is-encoded'],
    ['clientSecret', '{"a":1}', 'is-file'],
    ['clientSecret', 'a b', 'has-space'],
    ['packageName', 'com.example.chat', null],
    ['packageName', 'chat', 'not-package'],
  ])('form: %s %j', (name, value, expected) => {
    const found = auth.form!.find((field) => field.name === name)!.check(value);
    if (found) mustHaveWords([found]);
    expect(found?.id.replace('honor.form.', '') ?? null).toBe(expected);
  });
});

const build = (draft: Draft, to: SendTarget = target): WireRequest => {
  const request = sender.request(draft, to, 'tok', nowMs);
  if ('unusable' in request) throw new Error(request.unusable.code);
  return request;
};
const sent = (value: unknown, options: Draft['options'] = {}, to: SendTarget = target) =>
  JSON.parse(fromBytes(build({ payload: JSON.stringify(value), options }, to).body) ?? '') as unknown;

describe('honor sender: requests', () => {
  it('has the time in milliseconds', () => {
    const request = build({ payload: '{}', options: {} });
    expect(request.path).toBe(`/api/v1/${appId}/sendMessage`);
    expect(request.headers).toEqual([
      ['authorization', 'Bearer tok'],
      ['content-type', 'application/json; charset=UTF-8'],
      ['timestamp', String(nowMs)],
    ]);
    const shown = sender.request({ payload: '{}', options: { appId: '42' } }, target, null);
    expect('unusable' in shown ? [] : [shown.path, ...shown.headers]).toEqual([
      '/api/v1/42/sendMessage',
      ['content-type', 'application/json; charset=UTF-8'],
      ['timestamp', '<UTC milliseconds>'],
    ]);
  });
  it('cannot be made without an App ID', () => {
    const result = sender.request({ payload: '{}', options: {} }, { ...target, credential: null }, 'tok', nowMs);
    expect(result).toMatchObject({ unusable: { code: 'honor.no-app-id' } });
  });
  it.each(['{ "token": ["a"] }', '{"message":{}}', '{', '[]', ''])('sends byte for byte: %s', (payload) =>
    expect(fromBytes(build({ payload, options: {} }).body)).toBe(payload),
  );
  it('puts in the token, and the mark of a test', () => {
    expect(sent({ data: 'x' })).toEqual({ data: 'x', token: [deviceToken] });
    expect(sent({ data: 'x' }, {}, { ...target, token: '' })).toEqual({ data: 'x' });
    expect(sent(body(), { testMessage: 'true' })).toMatchObject({ android: { targetUserType: 1, notification: {} } });
    expect(sent(body({ android: { targetUserType: 0 } }), { testMessage: 'true' })).toMatchObject({
      android: { targetUserType: 0 },
    });
  });
});

const two = build({ payload: JSON.stringify(body({ root: { token: [deviceToken, deadToken] } })), options: {} });
const read = (status: number, value: unknown, headers: HeaderList = []) =>
  sender.read(two, { status, headers, body: toBytes(typeof value === 'string' ? value : JSON.stringify(value)) });
const answer = (code: string | number, data: object = {}) => ({
  code,
  message: 'success',
  data: { sendResult: true, requestId: 'r1', failTokens: [], expireTokens: [], ...data },
});

describe('honor sender: answers', () => {
  it.each([200, '200', '80000000'])('takes code %j as success', (code) => {
    expect(read(200, answer(code))).toMatchObject({ outcome: 'accepted', code: null, vendorMessageId: 'r1' });
  });
  it.each(['failTokens', 'expireTokens'])('tells apart the tokens of %s', (name) => {
    expect(read(200, answer(200, { [name]: [deadToken] }))).toMatchObject({
      outcome: 'partly-accepted',
      code: 'FAIL_TOKENS',
      vendorMessageId: 'r1',
      targets: [
        { token: deviceToken, outcome: 'accepted', reason: null },
        { token: deadToken, outcome: 'rejected', reason: name },
      ],
    });
  });
  it('takes 200 with a failure inside as a failure', () => {
    const refused = { outcome: 'rejected', code: 'SEND_RESULT_FALSE', vendorMessageId: null };
    expect(read(200, answer(200, { sendResult: false }))).toMatchObject(refused);
    expect(read(200, answer(200, { failTokens: [deviceToken], expireTokens: [deadToken] }))).toMatchObject({
      ...refused,
      targets: [{ reason: 'failTokens' }, { reason: 'expireTokens' }],
    });
    expect(read(200, { code: 80100003, message: 'x' })).toMatchObject({ outcome: 'rejected', code: '80100003' });
  });
  it.each([
    [401, '{"code":80200001}', 'rejected', '80200001', true],
    [401, '', 'unreadable', null, true],
    [404, '', 'rejected', 'HTTP_404', false],
    [405, '', 'rejected', 'HTTP_405', false],
    [503, '', 'rejected', 'HTTP_503', false],
    [502, '<html>', 'rejected', 'HTTP_502', false],
    [500, '{"code":200}', 'unreadable', null, false],
    [200, '{}', 'unreadable', null, false],
    [200, '[]', 'unreadable', null, false],
  ])('%i %s', (status, value, outcome, code, dropToken) =>
    expect(read(status, value)).toMatchObject({ outcome, code, dropToken, vendorMessageId: null }),
  );
});
