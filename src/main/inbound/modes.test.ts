import { describe, expect, it } from 'vitest';
import { nineVendors } from '../../../tests/support/nine-vendors.ts';
import type { GatewaySettings } from '../../shared/contract/index.ts';
import { asCapture } from '../vendors/kit/conformance.ts';
import type { Capture, GatewayRegistry, WireRequest } from '../vendors/vendor.ts';
import { decideInMode } from './modes.ts';

const nowMs = Date.UTC(2026, 10, 21, 8, 30);
const nobody: GatewayRegistry = { findToken: () => null, credentials: [], appIdentifiers: new Set() };
/** A workspace in which every token is dead. */
const allDead: GatewayRegistry = {
  ...nobody,
  findToken: (_vendor, token) => ({
    token,
    deviceId: 'd',
    appIdentifier: 'com.example.im',
    environment: 'sandbox',
    state: 'unregistered',
    deadAtMs: 1,
  }),
};

describe.each(nineVendors)('$id', ({ vendor, request, tokenOf }) => {
  const decideIn = (mode: GatewaySettings['mode'], registry = nobody, sent: WireRequest = request(1, nowMs)) => {
    const { gateway: part, payload } = vendor;
    const capture: Capture = asCapture(sent, { host: '127.0.0.1' });
    return decideInMode(
      { vendor: vendor.id, part, read: (one) => payload.fromRequest(one) },
      {
        capture,
        connection: part.newConnection(),
        memory: part.newMemory(),
        registry,
        settings: { mode, environment: 'sandbox', profile: 'apple', perTokenPerMinute: 0, idleSeconds: 0 },
        nowMs,
        newId: () => '6f1c0b5e-3b7e-4a64-9d0c-2f4a5b6c7d8e',
      },
    );
  };
  const modeRow = (answer: ReturnType<typeof decideIn>) => answer.verdict.checks.find(({ id }) => id === 'mode');

  it('takes a push to a dead phone when it takes anything, in a form its sender understands', () => {
    const sent = request(1, nowMs);
    const refused = decideIn('known', allDead, sent);
    expect(vendor.sender.read(sent, refused.reply).targets[0]?.outcome).toBe('rejected');
    const answer = decideIn('anything', allDead, sent);
    expect(answer.verdict.accepted).toBe(true);
    const reading = vendor.sender.read(sent, answer.reply);
    expect(reading).toMatchObject({ outcome: 'accepted', vendorMessageId: answer.vendorMessageId });
    expect(answer.targets).toMatchObject([{ token: tokenOf(1), outcome: 'accepted', reason: null }]);
    expect(modeRow(answer)?.phrase.id).toBe('gateway.mode.anything');
  });
  it('takes a push that breaks a rule of the vendor when it takes anything, and says what for', () => {
    const good = request(1, nowMs);
    // Nobody says who sends; every vendor refuses that.
    const headers = good.headers.filter(([name]) => !/^(authorization|authtoken|sign|accessid)$/i.test(name));
    const text = Buffer.from(good.body).toString();
    const body = Buffer.from(/^\s*\{/.test(text) ? text : text.replace(/(^|&)(sign|auth_token)=[^&]*/, ''));
    const sent = { ...good, headers, body };
    expect(decideIn('known', nobody, sent).verdict.accepted).toBe(false);
    const answer = decideIn('anything', nobody, sent);
    expect(answer.verdict).toMatchObject({ accepted: true, code: null, why: { id: 'gateway.mode.anything-refused' } });
    expect(answer.verdict.checks.some(({ outcome }) => outcome === 'failed')).toBe(false);
    expect(vendor.sender.read(good, answer.reply)).toMatchObject({
      outcome: 'accepted',
      vendorMessageId: answer.vendorMessageId,
    });
    expect(answer.delivery).not.toBeNull();
  });
  it('refuses what is no push in any mode', () => {
    for (const mode of ['anything', 'known', 'strict'] as const) {
      const answer = decideIn(mode, nobody, { method: 'POST', path: '/x', headers: [], body: Buffer.from('?') });
      expect(answer.verdict.accepted).toBe(false);
      expect(answer.delivery).toBeNull();
    }
  });
  it('says in known mode that strict mode looks closer, and in strict mode that known mode would not', () => {
    const known = decideIn('known');
    expect(known.verdict.accepted).toBe(true);
    expect(modeRow(known)?.phrase.id).toBe('gateway.mode.known');
    const strict = decideIn('strict');
    expect(strict.verdict.accepted).toBe(false);
    expect(modeRow(strict)?.phrase).toMatchObject({ id: 'gateway.mode.strict', params: { code: strict.verdict.code } });
  });
});
