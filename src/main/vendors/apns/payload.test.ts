import { describe, expect, it } from 'vitest';
import { sampleIntent } from '../kit/conformance.ts';
import { toBytes } from '../kit/text.ts';
import type { SendTarget } from '../vendor.ts';
import { payload } from './payload.ts';
import { bundle, captureOf, deviceToken, headersOf, nowMs, nowSeconds, signingKey } from './testing.ts';

const target: SendTarget = {
  token: deviceToken,
  appIdentifier: bundle,
  environment: 'sandbox',
  credential: signingKey(),
};
const built = (over: Partial<typeof sampleIntent>) => payload.fromIntent({ ...sampleIntent, ...over }, target, nowMs);
const parsed = (over: Partial<typeof sampleIntent>): unknown => JSON.parse(built(over).payload);

describe('apns payload from an intent', () => {
  it('is a plain string when there is only a body (Tencent’s documented example)', () => {
    expect(
      parsed({
        title: null,
        body: 'Nickname:helloworld',
        badge: 5,
        sound: 'dingdong.aiff',
        ext: 'www.qq.com',
      }),
    ).toEqual({
      aps: { alert: 'Nickname:helloworld', badge: 5, sound: 'dingdong.aiff' },
      ext: 'www.qq.com',
    });
  });
  it('is an object with a title or a subtitle', () => {
    expect(parsed({ title: 'Denny', body: 'hi' })).toMatchObject({ aps: { alert: { title: 'Denny', body: 'hi' } } });
    expect(parsed({ title: null, subtitle: 'Team', body: 'hi' })).toMatchObject({
      aps: { alert: { subtitle: 'Team', body: 'hi' } },
    });
  });
  it('leaves badge, sound, ext and image out when there are none', () => {
    expect(parsed({ title: null, body: 'hi', badge: null, sound: null, ext: null })).toEqual({ aps: { alert: 'hi' } });
  });
  it('carries a badge of 0, which clears the number', () => {
    expect(parsed({ badge: 0 })).toMatchObject({ aps: { badge: 0 } });
  });
  it('R38: carries the sound file of iOSSound by its name', () => {
    expect(parsed({ sound: 'ring.caf' })).toMatchObject({ aps: { sound: 'ring.caf' } });
  });
  it('R41: puts ext at the top, beside aps', () => {
    expect(parsed({ ext: 'jump to denny' })).toMatchObject({ ext: 'jump to denny' });
  });
  it('writes image, mutable-content and interruption-level', () => {
    const image = 'https://example.com/a.png';
    expect(parsed({ image, mutableContent: true, interruptionLevel: 'time-sensitive' })).toMatchObject({
      aps: { 'mutable-content': 1, 'interruption-level': 'time-sensitive' },
      image,
    });
  });
  it('is compact JSON', () => {
    expect(built({}).payload).toBe(JSON.stringify(parsed({})));
  });
  it('fills the options that make sense', () => {
    expect(built({ lifetimeSeconds: 3600 }).options).toEqual({
      topic: bundle,
      pushType: 'alert',
      priority: '10',
      expiration: String(nowSeconds + 3600),
    });
  });
  it('a lifetime of nothing is one attempt', () => {
    expect(built({ lifetimeSeconds: 0 }).options['expiration']).toBe('0');
  });
  it('leaves the topic open when the app is not known', () => {
    const draft = payload.fromIntent(sampleIntent, { ...target, appIdentifier: '' }, nowMs);
    expect(draft.options).not.toHaveProperty('topic');
  });
});

describe('apns payload sizes', () => {
  const sizeOf = (text: string, pushType: string) =>
    payload.check({ payload: text, options: { pushType } }, null).sizes;
  it('counts UTF-8 bytes, not characters', () => {
    expect(sizeOf('{"a":"合同"}', 'alert')[0]).toMatchObject({ used: 14, limit: 4096, unit: 'bytes' });
  });
  it('has a larger limit for VoIP', () => {
    expect(sizeOf('{}', 'voip')[0]).toMatchObject({ limit: 5120 });
  });
  it('counts a collapse ID when there is one', () => {
    const { sizes } = payload.check({ payload: '{}', options: { collapseId: '会话' } }, null);
    expect(sizes.map(({ id, used, limit }) => [id, used, limit])).toEqual([
      ['apns.size.payload', 2, 4096],
      ['apns.size.collapse-id', 6, 64],
    ]);
  });
});

describe('apns payload from a request', () => {
  const request = captureOf();
  it('reads path and headers back into options', () => {
    const read = payload.fromRequest({ ...request, headers: headersOf({ 'apns-collapse-id': 'chat-denny' }) });
    expect(read).toMatchObject({
      tokens: [deviceToken],
      title: 'Denny',
      body: 'Lunch?',
      draft: {
        options: {
          topic: bundle,
          pushType: 'alert',
          priority: '10',
          expiration: '0',
          collapseId: 'chat-denny',
          apnsId: '123e4567-e89b-12d3-a456-42661417400a',
        },
      },
    });
  });
  it('names the app of a topic, without what the push type appends', () => {
    const read = (topic: string) => payload.fromRequest({ ...request, headers: [['apns-topic', topic]] });
    expect(read(`${bundle}.voip`)?.appIdentifier).toBe(bundle);
    expect(read('')).not.toHaveProperty('appIdentifier');
  });
  it('finds headers whatever their case, and keeps the authorization out', () => {
    const headers: [string, string][] = [
      ['Authorization', 'bearer x'],
      ['APNS-Topic', bundle],
    ];
    expect(payload.fromRequest({ ...request, headers })?.draft.options).toEqual({ topic: bundle });
  });
  it('reads UTF-8 header bytes as text', () => {
    const bytes = Buffer.from('会话', 'utf8').toString('latin1');
    for (const value of [bytes, '会话']) {
      const read = payload.fromRequest({ ...request, headers: [['apns-collapse-id', value]] });
      expect(read?.draft.options).toEqual({ collapseId: '会话' });
    }
  });
  it('keeps the payload byte for byte', () => {
    const text = '{ "aps" : {"alert":"x"} }\n';
    expect(payload.fromRequest({ ...request, body: toBytes(text) })?.draft.payload).toBe(text);
  });
  it('undoes percent-encoding of a token that is none', () => {
    expect(payload.fromRequest({ ...request, path: '/3/device/%3Cab%20cd%3E' })?.tokens).toEqual(['<ab cd>']);
    expect(payload.fromRequest({ ...request, path: '/3/device/%zz' })?.tokens).toEqual(['%zz']);
  });
  it('has no token when the path names none, and is null for other paths', () => {
    expect(payload.fromRequest({ ...request, path: '/3/device/' })?.tokens).toEqual([]);
    expect(payload.fromRequest({ ...request, path: '/v1/projects/x/messages:send' })).toBeNull();
    expect(payload.fromRequest({ ...request, path: `/3/device/${deviceToken}/x` })).toBeNull();
  });
  it('shows the keys of localised texts as they are', () => {
    const body = toBytes('{"aps":{"alert":{"title-loc-key":"T","loc-key":"B","loc-args":["x"]}}}');
    expect(payload.fromRequest({ ...request, body })).toMatchObject({ title: 'T', body: 'B' });
  });
});
