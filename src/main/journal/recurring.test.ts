import { describe, expect, it } from 'vitest';
import type { Check, RecordedRequest, Verdict } from '../../shared/contract/index.ts';
import { RecurringParts, type RecurringPart } from './recurring.ts';

const check = (id: string): Check => ({
  id,
  outcome: 'passed',
  code: 'BadPath',
  phrase: { id: `apns.check.${id}.passed` },
  certainty: 'documented',
});
const one = check('method');
const partWith = (checks: readonly Check[], over: Partial<Verdict> = {}): RecurringPart => ({
  verdict: { accepted: true, status: 200, code: null, why: { id: 'w' }, checks: [...checks], ...over },
  explanation: null,
});

describe('the recurring part of an exchange', () => {
  it('is nothing when there is neither verdict nor explanation', () =>
    expect(new RecurringParts().of({ verdict: null, explanation: null })).toBeNull());
  it('is written whole until it was committed, then by its key', () => {
    const parts = new RecurringParts();
    const first = parts.of(partWith([one]))!;
    expect(JSON.parse(first.text ?? '')).toEqual(partWith([one]));
    expect(parts.of(partWith([one]))).toEqual(first);
    parts.stored(first, parts.era);
    expect(parts.of(partWith([one]))).toEqual({ key: first.key, text: null });
  });
  it('has the same key for the same content, and another for another', () => {
    const parts = new RecurringParts();
    const key = (part: RecurringPart) => parts.of(part)?.key;
    expect(key(partWith([check('method')]))).toBe(key(partWith([one])));
    expect(key(partWith([check('path')]))).not.toBe(key(partWith([one])));
    expect(key(partWith([one], { code: 'BadPath' }))).not.toBe(key(partWith([one])));
    expect(key(partWith([one], { why: { id: 'w', params: { n: 1 } } }))).not.toBe(key(partWith([one])));
  });
  it('is written whole again after the log was emptied, also by a write that ends after that', () => {
    const parts = new RecurringParts();
    const { era } = parts;
    const first = parts.of(partWith([one]))!;
    parts.forget();
    parts.stored(first, era);
    expect(parts.of(partWith([one]))?.text).toBe(first.text);
  });
});

describe('the recurring part of a request', () => {
  const body = { bytes: 2, text: '{}', bodyB64: null, cut: false };
  const headers: [string, string][] = [['apns-topic', 'com.example.im']];
  const request = (over: Partial<RecordedRequest> = {}): RecordedRequest => ({
    method: 'POST',
    origin: 'https://localhost:2197',
    path: '/3/device/aa',
    httpVersion: '2',
    headers,
    body,
    ...over,
  });
  const { path: _path, ...common } = request();
  const peer = { address: '127.0.0.1:2197', tlsVersion: 'TLSv1.3', alpn: 'h2', certificate: null };
  it('is nothing for the first, and all but the path from the second on', () => {
    const parts = new RecurringParts();
    expect(parts.ofRequest(request(), peer)).toBeNull();
    expect(JSON.parse(parts.ofRequest(request({ path: '/3/device/bb' }), peer)?.text ?? '')).toEqual({
      request: common,
      peer,
    });
  });
  it('goes by its key once it was committed', () => {
    const parts = new RecurringParts();
    parts.ofRequest(request(), peer);
    const made = parts.ofRequest(request(), peer)!;
    parts.stored(made, parts.era);
    expect(parts.ofRequest(request(), peer)).toEqual({ key: made.key, text: null });
  });
  it.each([
    ['another address', { origin: 'https://localhost:2198' }],
    ['other headers', { headers: [...headers] }],
    ['another body', { body: { ...body } }],
  ])('is nothing for %s', (_name, over) => {
    const parts = new RecurringParts();
    parts.ofRequest(request(), peer);
    expect(parts.ofRequest(request(over), peer)).toBeNull();
  });
  it('is nothing over another connection', () => {
    const parts = new RecurringParts();
    parts.ofRequest(request(), peer);
    expect(parts.ofRequest(request(), { ...peer })).toBeNull();
  });
});
