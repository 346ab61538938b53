import { describe, expect, it } from 'vitest';
import { aDevice, anApp } from '../../../tests/support/workspace.ts';
import type { Exchange } from '../../shared/contract/index.ts';
import { findVendor } from '../vendors/index.ts';
import { readBack } from './read-back.ts';

const device = aDevice();
const parts = {
  // Only what a view looks at; the books themselves have their own tests.
  workspace: {
    devices: { find: (id: string) => (id === device.id ? device : undefined) },
    apps: { find: () => anApp() },
  } as unknown as Parameters<typeof readBack>[0]['workspace'],
  credentials: { all: () => [], open: () => Promise.reject(new Error('not asked')) },
  vendor: findVendor,
};
const payload = '{"aps":{"alert":{"title":"Denny","body":"Lunch?"}},"ext":"jump to denny"}';
const body = { bytes: payload.length, text: payload, bodyB64: null, cut: false };
const exchange: Exchange = {
  id: 'ex_1',
  seq: 1,
  atMs: 0,
  origin: 'captured',
  vendor: 'apns',
  kind: 'push',
  outcome: 'accepted',
  status: 200,
  reason: null,
  messageId: null,
  vendorMessageId: null,
  title: 'Denny',
  body: 'Lunch?',
  targets: [{ token: device.token ?? '', deviceId: device.id, outcome: 'accepted', reason: null }],
  tookMs: 1,
  requestBytes: payload.length,
  request: {
    method: 'POST',
    origin: 'https://127.0.0.1:2197',
    path: `/3/device/${device.token ?? ''}`,
    httpVersion: '2',
    headers: [
      ['apns-topic', 'com.example.chat'],
      ['apns-priority', '5'],
    ],
    body,
  },
  response: null,
  timing: {
    startedAtMs: 0,
    queueMs: null,
    dnsMs: null,
    connectMs: null,
    tlsMs: null,
    sendMs: null,
    waitMs: null,
    totalMs: 1,
  },
  peer: null,
  decision: null,
  verdict: null,
  explanation: null,
  failure: null,
  credentialId: null,
  shown: [],
  taps: [],
};
const withBody = (over: Partial<Exchange['request']['body']>): Exchange => ({
  ...exchange,
  request: { ...exchange.request, body: { ...body, ...over } },
});

describe('readBack', () => {
  it('gives the payload byte for byte, the options and the card', () => {
    const view = readBack(parts, exchange);
    expect(view?.draft).toEqual({ payload, options: { topic: 'com.example.chat', priority: '5' } });
    expect(view?.card?.title).toBe('Denny');
    expect(view?.card?.platform).toBe('ios');
  });
  it('reads a body that is no text as far as it goes', () => {
    const bytes = Buffer.concat([Buffer.from('{"aps":{}}'), Buffer.of(0xff)]);
    const view = readBack(parts, withBody({ text: null, bodyB64: bytes.toString('base64') }));
    expect(view?.draft.payload).toMatch(/^\{"aps":\{\}\}/);
    expect(view?.problems.map((problem) => problem.severity)).toContain('error');
  });
  it('gives nothing for a token request', () => expect(readBack(parts, { ...exchange, kind: 'auth' })).toBeNull());
  it('gives nothing for a body that was cut', () => expect(readBack(parts, withBody({ cut: true }))).toBeNull());
  it('gives nothing for a path that names no push', () =>
    expect(readBack(parts, { ...exchange, request: { ...exchange.request, path: '/' } })).toBeNull());
});
