import { describe, expect, it } from 'vitest';
import type { Draft, HeaderList } from '../../../shared/contract/index.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { SendTarget, WireRequest } from '../vendor.ts';
import { appId, body, deadToken, deviceToken, mustHaveWords, projectId, scene, target } from './samples.ts';
import { sender } from './sender.ts';

const build = (draft: Draft, to: SendTarget = target, token: string | null = 'tok'): WireRequest => {
  const request = sender.request(draft, to, token);
  if ('unusable' in request) throw new Error(request.unusable.code);
  return request;
};
const sent = (value: unknown, options: Draft['options'] = {}, to: SendTarget = target) =>
  JSON.parse(fromBytes(build({ payload: JSON.stringify(value), options }, to).body) ?? '') as unknown;

describe('huawei sender: requests', () => {
  it('goes to the app or the project', () => {
    const v1 = build({ payload: '{"message":{}}', options: {} });
    expect([v1.method, v1.path]).toEqual(['POST', `/v1/${appId}/messages:send`]);
    expect(v1.headers).toEqual([
      ['authorization', 'Bearer tok'],
      ['content-type', 'application/json; charset=UTF-8'],
    ]);
    expect(build({ payload: '{}', options: { api: 'v2' } }).path).toBe(`/v2/${projectId}/messages:send`);
    const v3 = build({ payload: '{"payload":{}}', options: { pushType: '6' } }, target, null);
    expect(v3.path).toBe(`/v3/${projectId}/messages:send`);
    expect(v3.headers).toEqual([
      ['content-type', 'application/json; charset=UTF-8'],
      ['push-type', '6'],
    ]);
    expect(build({ payload: '{}', options: { appId: 'a/b' } }).path).toBe('/v1/a%2Fb/messages:send');
  });
  it.each([
    ['v1', 'huawei.no-appId'],
    ['v3', 'huawei.no-projectId'],
  ])('cannot be made for %s without its id', (api, code) => {
    const result = sender.request({ payload: '{}', options: { api } }, { ...target, credential: null }, 'tok');
    expect(result).toMatchObject({ unusable: { code, severity: 'error' } });
    if ('unusable' in result) mustHaveWords([result.unusable.phrase, result.unusable.fix!]);
  });
  it.each(['{ "message": {"token": ["a"]} }', '{"message":{"topic":"news"}}', '{"message":[]}', '{', 'null', ''])(
    'sends byte for byte: %s',
    (payload) => expect(fromBytes(build({ payload, options: {} }).body)).toBe(payload),
  );
  it('puts in the token where nobody is named', () => {
    expect(sent({ message: { data: 'x' } })).toEqual({ message: { data: 'x', token: [deviceToken] } });
    expect(sent({ payload: {} })).toEqual({ payload: {}, target: { token: [deviceToken] } });
    expect(sent({ message: {} }, {}, { ...target, token: '' })).toEqual({ message: {} });
  });
  it('adds the test switches, and does not overrule the body', () => {
    expect(sent(body(), { validateOnly: 'true' })).toEqual({ validate_only: true, ...body() });
    expect(sent(body({ root: { validate_only: false } }), { validateOnly: 'true' })).toMatchObject({
      validate_only: false,
    });
    expect(sent(body(), { testMessage: 'true' })).toMatchObject({ message: { android: { target_user_type: 1 } } });
    expect(sent(scene(), { testMessage: 'true' })).toMatchObject({ pushOptions: { ttl: 86_400, testMessage: true } });
    expect(sent(scene({ options: { testMessage: false } }), { testMessage: 'true' })).toMatchObject({
      pushOptions: { testMessage: false },
    });
    expect(sent(scene(), { validateOnly: 'true' })).toEqual(scene());
  });
});

const two = build({ payload: JSON.stringify(body({ message: { token: [deviceToken, deadToken] } })), options: {} });
const twoScene = build({
  payload: JSON.stringify(scene({ target: { token: [deviceToken, deadToken] } })),
  options: { api: 'v3' },
});
const read = (status: number, value: unknown, headers: HeaderList = [], request = two) =>
  sender.read(request, { status, headers, body: toBytes(typeof value === 'string' ? value : JSON.stringify(value)) });
const envelope = (code: string | number, msg: string) => ({ code, msg, requestId: '157440955549500001002006' });

describe('huawei sender: answers', () => {
  it('takes the request id', () => {
    expect(read(200, envelope('80000000', 'Success'))).toEqual({
      outcome: 'accepted',
      code: null,
      vendorMessageId: '157440955549500001002006',
      targets: [deviceToken, deadToken].map((token) => ({ token, outcome: 'accepted', reason: null })),
      dropToken: false,
      retryAfterMs: null,
    });
    expect(read(200, envelope(80000000, 'Success')).outcome).toBe('accepted');
  });
  it('tells apart the tokens of a partial success', () => {
    const targets = (reason: string) => [
      { token: deviceToken, outcome: 'accepted', reason: null },
      { token: deadToken, outcome: 'rejected', reason },
    ];
    const v1 = read(200, envelope('80100000', JSON.stringify({ success: 1, failure: 1, illegal_tokens: [deadToken] })));
    expect(v1).toMatchObject({ outcome: 'partly-accepted', code: '80100000', targets: targets('illegal_tokens') });
    const words = JSON.stringify({ success: 1, failure: 1, illegalTokens: { tokenFormatError: [deadToken] } });
    expect(read(200, envelope('80100000', words), [], twoScene)).toMatchObject({
      outcome: 'partly-accepted',
      vendorMessageId: '157440955549500001002006',
      targets: targets('tokenFormatError'),
    });
  });
  it.each([
    [400, '80300007', false],
    [200, '80300007', false],
    [401, '80200001', true],
    [401, '80200003', true],
    [401, '80200005', true],
    [400, '80300036', true],
    [500, '81000001', false],
    [400, '80199999', false],
  ])('%i %s is a refusal', (status, code, dropToken) => {
    expect(read(status, envelope(code, 'x'))).toMatchObject({
      outcome: 'rejected',
      code,
      vendorMessageId: null,
      dropToken,
      targets: [
        { outcome: 'rejected', reason: code },
        { outcome: 'rejected', reason: code },
      ],
    });
  });
  it.each([
    [404, '', 'rejected', 'HTTP_404'],
    [405, '<html>', 'rejected', 'HTTP_405'],
    [502, '<html>', 'rejected', 'HTTP_502'],
    [503, '', 'rejected', 'HTTP_503'],
    [503, '{"code":"81000001"}', 'rejected', '81000001'],
    [200, '<html>', 'unreadable', null],
    [200, '{}', 'unreadable', null],
    [200, '{"code":""}', 'unreadable', null],
    [500, '{"code":"80000000"}', 'unreadable', null],
    [418, '', 'unreadable', null],
  ])('%i %s', (status, value, outcome, code) => {
    expect(read(status, value)).toMatchObject({ outcome, code, vendorMessageId: null });
  });
  it('waits as long as it is told', () => {
    expect(read(503, '', [['retry-after', '30']]).retryAfterMs).toBe(30_000);
  });
});
