import { describe, expect, it } from 'vitest';
import { anExchange } from '../testing.ts';
import { overviewFacts, ownHeaders } from './overview-facts.ts';

const about = { credentials: [{ id: 'crd_1', name: 'Local demo key' }], t: (id: string) => id, locale: 'en' as const };
const base = anExchange();
const idsOf = (exchange = base) => overviewFacts(exchange, about).map((fact) => fact.id);

describe('ownHeaders', () => {
  it('keeps the vendor’s', () =>
    expect(
      ownHeaders([
        ['Content-Type', 'application/json'],
        ['authorization', 'bearer x'],
        ['apns-topic', 'com.example'],
      ]),
    ).toEqual([['apns-topic', 'com.example']]));
});

describe('overviewFacts', () => {
  it('leaves out what is not known', () =>
    expect(idsOf()).toEqual(['at', 'host', 'protocol', 'token', 'requestBytes']));
  it('names the credential', () =>
    expect(
      overviewFacts({ ...base, credentialId: 'crd_1' }, about).find((fact) => fact.id === 'credential')?.value,
    ).toBe('Local demo key'));
  it('says who came to a gateway, and not whom we called', () => {
    const peer = { address: '127.0.0.1:5', tlsVersion: 'TLSv1.3', alpn: 'h2', certificate: null };
    expect(idsOf({ ...base, peer })).toContain('peer');
    expect(idsOf({ ...base, peer, origin: 'sent' })).not.toContain('peer');
  });
  it('says the protocol as people write it', () => {
    const peer = { address: '', tlsVersion: 'TLSv1.3', alpn: 'h2', certificate: null };
    expect(overviewFacts({ ...base, peer }, about).find((fact) => fact.id === 'protocol')?.value).toBe(
      'HTTP/2, TLS 1.3',
    );
  });
  it('does not say the same id twice', () => {
    expect(idsOf({ ...base, vendorMessageId: 'A', messageId: 'A' })).not.toContain('message');
    expect(idsOf({ ...base, vendorMessageId: 'A', messageId: 'msg_1' })).toContain('message');
  });
  it('leaves several tokens to the list that says what became of each', () => {
    const [target] = base.targets;
    if (!target) throw new Error('the example has a token');
    expect(idsOf({ ...base, targets: [target, { ...target, token: 'b' }] })).not.toContain('token');
  });
});
