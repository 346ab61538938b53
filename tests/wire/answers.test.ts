/** What each of the nine senders makes of answers: accepted, rejected, unreadable. HTTP 200 with a failure inside is a failure. */
import { describe, expect, it } from 'vitest';
import { toBytes } from '../../src/main/vendors/kit/text.ts';
import type { Reading, WireResponse } from '../../src/main/vendors/vendor.ts';
import { nineVendors } from '../support/nine-vendors.ts';

const nowMs = Date.UTC(2026, 10, 21, 8);
const id = '00000000-0000-4000-8000-000000000001';

describe.each(nineVendors)('$id', ({ vendor, tokenOf, request }) => {
  const { gateway, sender, errors } = vendor;
  const sent = request(1, nowMs);
  const capture = {
    ...sent,
    host: '127.0.0.1',
    httpVersion: sender.protocol === 'h2' ? ('2' as const) : ('1.1' as const),
    tls: true,
    clientCertificate: null,
  };
  const welcome = gateway.welcome(capture, [tokenOf(1)], id).reply;
  const read = (answer: Partial<WireResponse>): Reading => sender.read(sent, { ...welcome, ...answer });
  const isPush = (code: string): boolean =>
    !(gateway.tokenCodes ?? []).includes(code) && !(gateway.partialCodes ?? []).includes(code);

  it('accepted', () => {
    const reading = read({});
    expect(reading).toMatchObject({ outcome: 'accepted', code: null });
    expect(reading.targets.map(({ outcome }) => outcome)).toEqual(['accepted']);
  });

  const refusals = errors.filter(({ code }) => isPush(code));
  it.each(refusals)('$code is a refusal, whatever the HTTP status says', ({ code, status }) => {
    const reply = gateway.faultReply?.({ code, status: status ?? 400, tokens: [tokenOf(1)] }, welcome, nowMs);
    if (!reply) throw new Error('the gateway makes no answer with a code');
    const reading = sender.read(sent, reply);
    expect(reading).toMatchObject({ outcome: 'rejected', code });
    expect(reading.targets.map(({ outcome }) => outcome)).toEqual(['rejected']);
    expect(vendor.explain(code, reply.status)).not.toBeNull();
  });

  it.each([
    ['a login page', '<!DOCTYPE html><html><body>Sign in to the network</body></html>'],
    ['JSON of somebody else', '{"hello":"world"}'],
    ['a list', '[]'],
    ['half of an answer', '{"code":'],
    ['bytes', '\u0000\u0001'],
  ])('200 with %s is unreadable and never accepted', (_name, body) => {
    const headers: WireResponse['headers'] = [['content-type', 'text/html']];
    const reading = read({ status: 200, headers, body: toBytes(body) });
    expect(reading.outcome).toBe('unreadable');
    expect(reading.targets.every(({ outcome }) => outcome !== 'accepted')).toBe(true);
  });
});
