import { describe, expect, it } from 'vitest';
import type { Draft, HeaderList } from '../../../shared/contract/index.ts';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { SendTarget, WireRequest } from '../vendor.ts';
import { deviceToken, foreignToken, projectId, target, mustHaveWords } from './samples.ts';
import { sender } from './sender.ts';

const build = (draft: Draft, to: SendTarget = target, token: string | null = 'ya29.a'): WireRequest => {
  const request = sender.request(draft, to, token);
  if ('unusable' in request) throw new Error(request.unusable.code);
  return request;
};
const bodyOf = (payload: string, options: Draft['options'] = {}, to: SendTarget = target): string | null =>
  fromBytes(build({ payload, options }, to).body);

describe('fcm sender: requests', () => {
  it('goes to the project with the access token', () => {
    const { method, path, headers } = build({ payload: '{}', options: {} });
    expect([method, path]).toEqual(['POST', `/v1/projects/${projectId}/messages:send`]);
    expect(headers).toEqual([
      ['authorization', 'Bearer ya29.a'],
      ['content-type', 'application/json; charset=utf-8'],
    ]);
    expect(build({ payload: '{}', options: { projectId: 'other-1' } }).path).toBe('/v1/projects/other-1/messages:send');
    expect(build({ payload: '{}', options: { projectId: 'a/b' } }).path).toBe('/v1/projects/a%2Fb/messages:send');
    expect(build({ payload: '{}', options: {} }, target, null).headers.map(([name]) => name)).toEqual(['content-type']);
  });
  it('cannot be made without a project', () => {
    const result = sender.request({ payload: '{}', options: {} }, { ...target, credential: null }, 'ya29.a');
    expect(result).toMatchObject({ unusable: { code: 'fcm.no-project', path: 'option:projectId' } });
    if ('unusable' in result) mustHaveWords([result.unusable.phrase, result.unusable.fix!]);
  });

  const asWritten = [
    `{ "message": {"token": "${foreignToken}"} }`,
    '{"message":{"topic":"news"}}',
    '{"message":{"fid":"f"}}',
    '{"message":[]}',
    '{"notification":{}}',
    '{"message":',
    'null',
    '',
  ];
  it.each(asWritten)('sends byte for byte: %s', (payload) => {
    expect(bodyOf(payload)).toBe(payload);
  });
  it('puts the token in where the message names nobody', () => {
    expect(bodyOf('{ "message": { "data": {} } }')).toBe(`{"message":{"token":"${deviceToken}","data":{}}}`);
    expect(bodyOf('{"message":{"data":{},"token":null}}')).toBe(`{"message":{"token":"${deviceToken}","data":{}}}`);
    expect(bodyOf('{"message":{}}', {}, { ...target, token: '' })).toBe('{"message":{}}');
  });
  it('adds validate_only on request, and does not overrule the body', () => {
    expect(bodyOf('{"message":{"topic":"a"}}', { validateOnly: 'true' })).toBe(
      '{"validate_only":true,"message":{"topic":"a"}}',
    );
    expect(bodyOf('{"message":{"topic":"a"}}', { validateOnly: 'false' })).toBe('{"message":{"topic":"a"}}');
    const own = '{"validateOnly":false,"message":{"topic":"a"}}';
    expect(bodyOf(own, { validateOnly: 'true' })).toBe(own);
  });
});

const request = build({ payload: `{"message":{"token":"${deviceToken}"}}`, options: {} });
const read = (status: number, body: unknown, headers: HeaderList = [], sent = request) =>
  sender.read(sent, { status, headers, body: toBytes(typeof body === 'string' ? body : JSON.stringify(body)) });
const fcmError = (errorCode: string) => ({ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode });
const envelope = (code: number, status: string, ...details: object[]) => ({
  error: { code, message: 'x', status, details },
});

describe('fcm sender: answers', () => {
  it('takes the name as id', () => {
    expect(read(200, { name: 'projects/p/messages/0:1%2' })).toEqual({
      outcome: 'accepted',
      code: null,
      vendorMessageId: 'projects/p/messages/0:1%2',
      targets: [{ token: deviceToken, outcome: 'accepted', reason: null }],
      dropToken: false,
      retryAfterMs: null,
    });
  });
  it('has no targets for a topic', () => {
    expect(read(200, { name: 'n' }, [], build({ payload: '{"message":{"topic":"a"}}', options: {} })).targets).toEqual(
      [],
    );
  });

  const apns = {
    '@type': 'type.googleapis.com/google.firebase.fcm.v1.ApnsError',
    statusCode: 403,
    reason: 'BadEnvironmentKeyInToken',
  };
  const badRequest = { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [] };
  const quota = { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [] };
  const codes: [number, object, string][] = [
    [400, envelope(400, 'INVALID_ARGUMENT', badRequest), 'INVALID_ARGUMENT'],
    [400, envelope(400, 'INVALID_ARGUMENT', badRequest, fcmError('INVALID_ARGUMENT')), 'INVALID_ARGUMENT'],
    [401, envelope(401, 'UNAUTHENTICATED'), 'UNAUTHENTICATED'],
    [401, envelope(401, 'UNAUTHENTICATED', fcmError('THIRD_PARTY_AUTH_ERROR'), apns), 'THIRD_PARTY_AUTH_ERROR'],
    [403, envelope(403, 'PERMISSION_DENIED', fcmError('SENDER_ID_MISMATCH')), 'SENDER_ID_MISMATCH'],
    [403, envelope(403, 'PERMISSION_DENIED'), 'PERMISSION_DENIED'],
    [404, envelope(404, 'NOT_FOUND', fcmError('UNREGISTERED')), 'UNREGISTERED'],
    [404, envelope(404, 'NOT_FOUND'), 'NOT_FOUND'],
    [429, envelope(429, 'RESOURCE_EXHAUSTED', quota, fcmError('QUOTA_EXCEEDED')), 'QUOTA_EXCEEDED'],
    [429, envelope(429, 'RESOURCE_EXHAUSTED', quota), 'RESOURCE_EXHAUSTED'],
    [500, envelope(500, 'INTERNAL', fcmError('INTERNAL')), 'INTERNAL'],
    [503, envelope(503, 'UNAVAILABLE', fcmError('UNAVAILABLE')), 'UNAVAILABLE'],
    [503, { error: { code: 503, message: 'x' } }, 'UNAVAILABLE'],
    [400, envelope(400, 'INVALID_ARGUMENT', { '@type': 5 }), 'INVALID_ARGUMENT'],
  ];
  it.each(codes)('%i %j is %s', (status, body, code) => {
    const reading = read(status, body);
    expect(reading).toMatchObject({ outcome: 'rejected', code, vendorMessageId: null });
    expect(reading.targets).toEqual([{ token: deviceToken, outcome: 'rejected', reason: code }]);
    expect(reading.dropToken).toBe(code === 'UNAUTHENTICATED');
  });

  const page: HeaderList = [['Content-Type', 'text/html; charset=UTF-8']];
  const others: [number, string, HeaderList, string, string | null][] = [
    [404, '<!DOCTYPE html><p>404', page, 'rejected', 'HTTP_404'],
    [404, '\n<html lang=en>', [], 'rejected', 'HTTP_404'],
    [405, 'no', page, 'rejected', 'HTTP_405'],
    [404, 'not found', [], 'unreadable', null],
    [502, '<html>', page, 'unreadable', null],
    [200, '<html>', page, 'unreadable', null],
    [200, '{}', [], 'unreadable', null],
    [200, '{"name":""}', [], 'unreadable', null],
    [400, '{"error":"text"}', [], 'unreadable', null],
    [418, '{"error":{}}', [], 'unreadable', null],
    [500, '', [], 'unreadable', null],
  ];
  it.each(others)('%i %s', (status, body, headers, outcome, code) => {
    expect(read(status, body, headers)).toMatchObject({ outcome, code, vendorMessageId: null });
  });
  it('drops the access token on any 401 that is about it', () => {
    expect(read(401, '<html>').dropToken).toBe(true);
  });

  const date: [string, string] = ['date', 'Sat, 21 Nov 2026 08:30:00 GMT'];
  const waits: [HeaderList, number | null][] = [
    [[['Retry-After', '30']], 30_000],
    [[['retry-after', ' 0 ']], 0],
    [[['retry-after', 'Sat, 21 Nov 2026 08:31:30 GMT'], date], 90_000],
    [[['retry-after', 'Sat, 21 Nov 2026 08:00:00 GMT'], date], 0],
    [[['retry-after', 'Sat, 21 Nov 2026 08:31:30 GMT']], null],
    [[['retry-after', 'soon'], date], null],
    [[['retry-after', '']], null],
    [[], null],
  ];
  it.each(waits)('retry-after %j', (headers, retryAfterMs) => {
    expect(read(429, envelope(429, 'RESOURCE_EXHAUSTED'), headers).retryAfterMs).toBe(retryAfterMs);
  });
});
