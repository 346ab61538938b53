/** What shares a connection with what: APNs looks at who sends once per connection. And what the journal keeps of uncertain sends. */
import { describe, expect, it } from 'vitest';
import { startApp } from '../support/app.ts';
import { startHostile, tokensUpTo } from '../support/hostile-apns.ts';
import { makeApnsKey, makePushCertificate, testPassword } from '../support/pki.ts';
import { serverIdentity } from '../support/server-identity.ts';

const ready = async () => {
  const { ca } = await serverIdentity();
  const app = await startApp({ trustedCaPem: ca, empty: true });
  const importKey = async (teamId: string) => {
    const key = makeApnsKey();
    const file = { fileName: `AuthKey_${key.keyId}.p8`, contentB64: Buffer.from(key.p8).toString('base64') };
    return (await app.client.credentials.import({ file, teamId })).id;
  };
  const send = (origin: string, credentialId: string, tokens: string[]) =>
    app.client.sends.create({
      kind: 'raw',
      vendor: 'apns',
      payload: '{"aps":{"alert":"hi"}}',
      options: { topic: 'com.example.im', pushType: 'alert' },
      tokens,
      credentialId,
      destination: { kind: 'custom', origin },
    });
  return { ...app, importKey, send };
};

describe('a connection', () => {
  it('serves one key of one team, and all its pushes carry one token', async () => {
    const seen = new Map<unknown, Set<string>>();
    const server = await startHostile((met, self) => {
      seen.set(met.session, (seen.get(met.session) ?? new Set()).add(String(met.headers.authorization)));
      self.accept(met);
    });
    const app = await ready();
    const ids = [
      await app.importKey('TEAM123456'),
      await app.importKey('TEAM123456'),
      await app.importKey('TEAM654321'),
    ];
    const tokens = tokensUpTo(150);
    const reports = await Promise.all(
      ids.map((id, n) =>
        app.send(
          server.origin,
          id,
          tokens.map((token) => `${n}${token.slice(1)}`),
        ),
      ),
    );
    expect(reports.flatMap(({ results }) => results.filter((one) => one.exchange?.outcome !== 'accepted'))).toEqual([]);
    for (const who of seen.values()) expect(who.size).toBe(1);
    expect(new Set([...seen.values()].flatMap((who) => [...who])).size).toBe(3);
  });
  it('opens with one push alone when a token has to prove itself, and with many when a certificate did', async () => {
    let open = 0;
    const most: Record<string, number> = {};
    let answered = 0;
    const server = await startHostile((met, self) => {
      open += 1;
      const kind = met.headers.authorization === undefined ? 'certificate' : 'token';
      if (answered === 0) most[kind] = Math.max(most[kind] ?? 0, open);
      met.stream.once('close', () => (open -= 1));
      setTimeout(() => {
        answered += 1;
        self.accept(met);
      }, 30);
    });
    const app = await ready();
    await app.send(server.origin, await app.importKey('TEAM123456'), tokensUpTo(20));
    answered = 0;
    const { p12 } = makePushCertificate({ bundleId: 'com.example.im' });
    const file = { fileName: 'push.p12', contentB64: Buffer.from(p12).toString('base64'), password: testPassword };
    const { id } = await app.client.credentials.import({ file });
    await app.send(server.origin, id, tokensUpTo(20));
    expect(most).toEqual({ token: 1, certificate: 20 });
  });
});

describe('the journal', () => {
  it('says of each push that got no answer whether it may have arrived, and of a repeated one how often it was sent', async () => {
    const server = await startHostile((met, self) => {
      if (met.token.endsWith('1')) met.stream.destroy(new Error('of the test'));
      else if (met.token.endsWith('2') && self.met.get(met.token) === 1) met.stream.close(7);
      else if (met.token.endsWith('3')) met.stream.close(7);
      else self.accept(met);
    });
    const app = await ready();
    const { results } = await app.send(server.origin, await app.importKey('TEAM123456'), tokensUpTo(4));
    expect(results.map((result) => result.exchange?.outcome)).toEqual(['accepted', 'failed', 'accepted', 'failed']);
    const kept = await Promise.all(results.map((one) => app.client.exchanges.get({ id: one.exchange?.id ?? '' })));
    expect(
      kept.map(({ failure, attempts, request }) => [
        failure?.code,
        failure?.mayHaveArrived,
        attempts,
        request.path.slice(-2),
      ]),
    ).toEqual([
      [undefined, undefined, 1, '00'],
      ['stream-reset', true, 1, '01'],
      [undefined, undefined, 2, '02'],
      ['refused', false, 5, '03'],
    ]);
    const { items } = await app.client.exchanges.list({ limit: 50 });
    expect(items).toHaveLength(4);
  });
  it('an empty token among many is a result of its own', async () => {
    const server = await startHostile((met, self) => self.accept(met));
    const app = await ready();
    const { results } = await app.send(server.origin, await app.importKey('TEAM123456'), ['aa', '', 'bb']);
    expect(results.map(({ state, problem }) => problem?.code ?? state)).toEqual(['sent', 'send.no-target', 'sent']);
  });
  it('keeps what many pushes share once, and gives each back whole', async () => {
    const server = await startHostile((met, self) => self.accept(met));
    const app = await ready();
    const { results } = await app.send(server.origin, await app.importKey('TEAM123456'), tokensUpTo(50));
    const kept = await Promise.all(results.map((one) => app.client.exchanges.get({ id: one.exchange?.id ?? '' })));
    const [first] = kept;
    for (const [n, exchange] of kept.entries()) {
      expect(exchange.request).toEqual({ ...first?.request, path: `/3/device/${tokensUpTo(50)[n]}` });
      expect(exchange.request.body.text).toBe('{"aps":{"alert":"hi"}}');
      expect(exchange.verdict).toBeNull();
    }
  });
});
