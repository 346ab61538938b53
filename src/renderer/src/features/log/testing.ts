import type { Exchange, ExchangeSummary } from '../../../../shared/contract/index.ts';

/** Valid exchanges for tests to start from; every field can be overridden. */
export const aSummary = (over: Partial<ExchangeSummary> = {}): ExchangeSummary => ({
  id: 'ex_1',
  seq: 1,
  atMs: 1000,
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
  targets: [{ token: 'aa11', deviceId: 'dev_1', outcome: 'accepted', reason: null }],
  tookMs: 12,
  requestBytes: 233,
  ...over,
});

export const anExchange = (over: Partial<Exchange> = {}): Exchange => ({
  ...aSummary(),
  request: {
    method: 'POST',
    origin: 'https://127.0.0.1:2197',
    path: '/3/device/aa11',
    httpVersion: '2',
    headers: [],
    body: { bytes: 2, text: '{}', bodyB64: null, cut: false },
  },
  response: null,
  timing: {
    startedAtMs: 1000,
    queueMs: null,
    dnsMs: null,
    connectMs: null,
    tlsMs: null,
    sendMs: null,
    waitMs: null,
    totalMs: 12,
  },
  peer: null,
  decision: null,
  verdict: null,
  explanation: null,
  failure: null,
  credentialId: null,
  shown: [],
  taps: [],
  ...over,
});
