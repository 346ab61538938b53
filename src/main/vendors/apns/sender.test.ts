import { describe, expect, it } from 'vitest';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { SendTarget, WireRequest, WireResponse } from '../vendor.ts';
import { errors } from './errors.ts';
import { sender } from './sender.ts';
import { bundle, deviceToken } from './testing.ts';

const target: SendTarget = { token: deviceToken, appIdentifier: bundle, environment: 'sandbox', credential: null };
const draft = { payload: '{"aps":{"alert":"合"}}', options: { pushType: 'alert' } };
const build = (
  options: Record<string, string>,
  over: Partial<SendTarget> = {},
  token: string | null = null,
): WireRequest => {
  const request = sender.request({ ...draft, options }, { ...target, ...over }, token);
  if ('unusable' in request) throw new Error(request.unusable.code);
  return request;
};
const headersOf = (...of: Parameters<typeof build>): Record<string, string> => Object.fromEntries(build(...of).headers);

describe('apns request', () => {
  it('has method, path, lower-case headers in order, and the exact bytes', () => {
    const request = build(
      { topic: bundle, pushType: 'alert', priority: '10', expiration: '0', collapseId: 'c', apnsId: 'i' },
      {},
      'jwt',
    );
    expect(request.method).toBe('POST');
    expect(request.path).toBe(`/3/device/${deviceToken}`);
    expect(request.headers).toEqual([
      ['authorization', 'bearer jwt'],
      ['apns-topic', bundle],
      ['apns-push-type', 'alert'],
      ['apns-priority', '10'],
      ['apns-expiration', '0'],
      ['apns-collapse-id', 'c'],
      ['apns-id', 'i'],
    ]);
    expect(fromBytes(request.body)).toBe(draft.payload);
  });
  it('does not send headers that are empty or absent', () => {
    expect(build({ pushType: '', priority: '' }, { appIdentifier: '' }).headers).toEqual([]);
  });
  const topics: readonly (readonly [string, string | undefined])[] = [
    ['alert', bundle],
    ['background', bundle],
    ['', bundle],
    ['voip', `${bundle}.voip`],
    ['complication', `${bundle}.complication`],
    ['fileprovider', `${bundle}.pushkit.fileprovider`],
    ['location', `${bundle}.location-query`],
    ['liveactivity', `${bundle}.push-type.liveactivity`],
    ['pushtotalk', `${bundle}.voip-ptt`],
    ['widgets', `${bundle}.push-type.widgets`],
    ['controls', `${bundle}.push-type.controls`],
    ['mdm', undefined],
  ];
  it.each(topics)('the topic of push type «%s» falls back to %s', (pushType, topic) => {
    expect(headersOf({ pushType })['apns-topic']).toBe(topic);
  });
  it('an own topic wins', () => {
    expect(headersOf({ pushType: 'voip', topic: 'com.example.other' })['apns-topic']).toBe('com.example.other');
  });
  it('writes other letters as their UTF-8 bytes', () => {
    const value = headersOf({ collapseId: '会话' })['apns-collapse-id'] ?? '';
    expect(Buffer.from(value, 'latin1').toString('utf8')).toBe('会话');
  });
  it('sends a token that is none too, as a legal path', () => {
    expect(build({}, { token: '<ab cd>/x?y' }).path).toBe('/3/device/%3Cab%20cd%3E%2Fx%3Fy');
  });
  it('is unusable when a header cannot carry its option', () => {
    const request = sender.request({ ...draft, options: { topic: 'a\r\nb' } }, target, null);
    expect(request).toMatchObject({ unusable: { code: 'apns.option-control-characters', path: 'option:topic' } });
  });
  it('names both hosts', () => {
    expect(sender.hosts.map(({ origin, environment }) => [origin, environment])).toEqual([
      ['https://api.push.apple.com', 'production'],
      ['https://api.sandbox.push.apple.com', 'sandbox'],
    ]);
    expect(sender.protocol).toBe('h2');
  });
});

const sent = build({});
const answer = (status: number, body = '', headers: WireResponse['headers'] = [['apns-id', 'ID-1']]): WireResponse => ({
  status,
  headers,
  body: toBytes(body),
});

describe('apns answer', () => {
  it('200 is acceptance', () => {
    expect(sender.read(sent, answer(200))).toEqual({
      outcome: 'accepted',
      code: null,
      vendorMessageId: 'ID-1',
      targets: [{ token: deviceToken, outcome: 'accepted', reason: null }],
      dropToken: false,
      retryAfterMs: null,
    });
  });
  it.each(errors.map(({ code, status }) => [code, status ?? 0] as const))(
    '%s with %i is a rejection',
    (code, status) => {
      const reading = sender.read(sent, answer(status, JSON.stringify({ reason: code })));
      expect(reading).toMatchObject({
        outcome: 'rejected',
        code,
        vendorMessageId: 'ID-1',
        targets: [{ token: deviceToken, outcome: 'rejected', reason: code }],
        dropToken: code === 'ExpiredProviderToken' || code === 'InvalidProviderToken',
      });
    },
  );
  it('a 410 carries the time of death in milliseconds', () => {
    const reading = sender.read(sent, answer(410, '{"reason":"Unregistered","timestamp":1795000000123}'));
    expect(reading.targets).toEqual([
      { token: deviceToken, outcome: 'rejected', reason: 'Unregistered', deadAtMs: 1_795_000_000_123 },
    ]);
  });
  it('a timestamp that is no number, or not with a 410, is left out', () => {
    for (const [status, body] of [
      [410, '{"reason":"Unregistered","timestamp":"soon"}'],
      [400, '{"reason":"BadDeviceToken","timestamp":1795000000123}'],
    ] as const) {
      expect(sender.read(sent, answer(status, body)).targets[0]).not.toHaveProperty('deadAtMs');
    }
  });
  it('a reason nobody knows is still a rejection', () => {
    expect(sender.read(sent, answer(400, '{"reason":"NewReason"}'))).toMatchObject({
      outcome: 'rejected',
      code: 'NewReason',
    });
  });
  const strange: readonly (readonly [string, WireResponse])[] = [
    ['a page of a proxy', answer(502, '<html>', [])],
    ['a login page with 200', answer(200, '<html>', [])],
    ['an empty refusal', answer(400)],
    ['a refusal without a reason', answer(400, '{"error":"x"}')],
    ['a refusal with an empty reason', answer(400, '{"reason":""}')],
    ['a list', answer(400, '[]')],
    ['bytes that are not text', { status: 400, headers: [], body: Uint8Array.of(0xff) }],
    ['another success', answer(204)],
  ];
  it.each(strange)('%s is unreadable', (_name, response) => {
    expect(sender.read(sent, response)).toMatchObject({ outcome: 'unreadable', code: null, dropToken: false });
  });
  it('understands retry-after in seconds', () => {
    const busy = (value: string) => answer(503, '{"reason":"ServiceUnavailable"}', [['Retry-After', value]]);
    expect(sender.read(sent, busy('900')).retryAfterMs).toBe(900_000);
    expect(sender.read(sent, busy('Sat, 21 Nov 2026 12:00:00 GMT')).retryAfterMs).toBeNull();
  });
});

describe('GOAWAY', () => {
  it('gives the reason in its debug data', () =>
    expect(sender.goawayReason?.('{"reason":"BadCertificateEnvironment"}')).toBe('BadCertificateEnvironment'));
  it.each(['', 'Maximum active streams violated for this endpoint.', '{}', '{"reason":7}'])('has none in %j', (debug) =>
    expect(sender.goawayReason?.(debug)).toBeNull(),
  );
});
