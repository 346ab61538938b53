/** Our sender against a server that does everything a server may do, over real sockets and TLS: nothing lost, nothing sent twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  push,
  said,
  senderTo,
  startHostile,
  tokensUpTo,
  type HostileServer,
  type Met,
} from '../support/hostile-apns.ts';
import { startRelay } from '../support/relay.ts';

const REFUSED_STREAM = 7;
const ENHANCE_YOUR_CALM = 11;
const CANCEL = 8;

const tally = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};
const mostOf = (map: ReadonlyMap<string, number>): number => Math.max(0, ...map.values());
const burst = (sender: ReturnType<typeof senderTo>, server: HostileServer, count: number, over = {}) =>
  Promise.all(tokensUpTo(count).map((token) => push(sender, server.origin, { token, ...over })));

describe('GOAWAY in the middle of a burst', () => {
  it.each([1, 20, 50])('the server acted on the first %i of 60: only the others are sent again', async (kept) => {
    const held: Met[] = [];
    const server = await startHostile((met, self) => {
      if (met.n > 60) return self.accept(met);
      held.push(met);
      if (held.length < 60) return;
      const last = held[kept - 1]?.stream.id ?? 0;
      met.session.goaway(0, last, Buffer.from('{"reason":"Shutdown"}'));
      for (const one of held.slice(0, kept)) self.accept(one);
    });
    const answers = await burst(senderTo(server, { maxStreams: 60, maxConnections: 1 }), server, 200);
    expect(tally(answers.map(said))).toEqual({ 200: 200 });
    expect(server.acted.size).toBe(200);
    expect(mostOf(server.acted)).toBe(1);
    expect(tally(answers.map(({ attempts }) => `${attempts}`))).toEqual({ 1: 140 + kept, 2: 60 - kept });
    expect(server.sessions).toHaveLength(2);
  });
  it('with an error code: those up to the last one may still be answered', async () => {
    const held: Met[] = [];
    const server = await startHostile((met, self) => {
      if (met.n > 10) return self.accept(met);
      held.push(met);
      if (held.length < 10) return;
      met.session.goaway(ENHANCE_YOUR_CALM, held[4]?.stream.id);
      for (const one of held.slice(0, 5)) setTimeout(() => self.accept(one), 20);
    });
    const answers = await burst(senderTo(server), server, 10);
    expect(tally(answers.map(said))).toEqual({ 200: 10 });
    expect(mostOf(server.acted)).toBe(1);
    expect(server.sessions).toHaveLength(2);
  });
  it('that names a reason for good is not answered with the same again', async () => {
    const debug = Buffer.from('{"reason":"BadCertificateEnvironment"}');
    const server = await startHostile((met, self) => {
      if (met.token === 'first') self.accept(met);
      else met.session.goaway(0, 1, debug);
    });
    const sender = senderTo(server);
    await push(sender, server.origin, { token: 'first' });
    const answer = await push(sender, server.origin, { token: 'aa', mayRepeat: () => false });
    expect(answer).toMatchObject({
      ok: false,
      attempts: 1,
      failure: { code: 'goaway', goawayDebug: '{"reason":"BadCertificateEnvironment"}', mayHaveArrived: false },
    });
    expect(server.met.get('aa')).toBe(1);
  });
  it('again and again ends after three connections that gave no answer', async () => {
    const server = await startHostile(
      () => undefined,
      undefined,
      (session) => session.goaway(0, 0),
    );
    expect(said(await push(senderTo(server), server.origin, { token: 'aa' }))).toBe('goaway, not sent');
    expect(server.sessions).toHaveLength(3);
  });
  it('and then the end: what it may have acted on is unknown and not sent again', async () => {
    const server = await startHostile((met, self) => {
      if (met.n > 20) return self.accept(met);
      self.actOn(met);
      if (met.n < 20) return;
      met.session.goaway(0, met.stream.id ?? 0, Buffer.from('bye'));
      setTimeout(() => self.sockets[0]?.destroy(), 20);
    });
    const answers = await burst(senderTo(server, { maxStreams: 20 }), server, 50);
    expect(tally(answers.map(said))).toEqual({ 200: 30, 'connection-lost, may have arrived': 20 });
    expect(mostOf(server.met)).toBe(1);
  });
});

describe('streams', () => {
  it('refused ones are sent again, all others once', async () => {
    const refused = new Set<string>();
    const server = await startHostile((met, self) => {
      if (met.n % 5 !== 0 || refused.has(met.token)) return self.accept(met);
      refused.add(met.token);
      met.stream.close(REFUSED_STREAM);
    });
    const answers = await burst(senderTo(server), server, 300);
    expect(tally(answers.map(said))).toEqual({ 200: 300 });
    expect(refused.size).toBeGreaterThan(20);
    expect(mostOf(server.acted)).toBe(1);
    for (const token of server.met.keys()) expect(server.met.get(token)).toBe(refused.has(token) ? 2 : 1);
  });
  it('one that is refused for ever is given up after five times', async () => {
    const server = await startHostile(({ stream }) => stream.close(REFUSED_STREAM));
    const answer = await push(senderTo(server), server.origin, { token: 'aa' });
    expect(said(answer)).toBe('refused, not sent');
    expect([answer.attempts, server.met.get('aa')]).toEqual([5, 5]);
  });
  it.each([
    ['before the answer', (_met: Met) => undefined],
    ['after its head', ({ stream }: Met) => stream.respond({ ':status': 200 })],
    [
      'in its body',
      ({ stream }: Met) => {
        stream.respond({ ':status': 400 });
        stream.write('{"rea');
      },
    ],
  ])('reset %s: failed, and nobody knows', async (_name, before) => {
    const server = await startHostile((met, self) => {
      self.actOn(met);
      before(met);
      setTimeout(() => met.stream.destroy(new Error('of the test')), 10);
    });
    const answer = await push(senderTo(server), server.origin, { token: 'aa' });
    expect(said(answer)).toBe('stream-reset, may have arrived');
    expect(answer).toMatchObject({ failure: { message: 'the server reset the stream (INTERNAL_ERROR)' } });
    expect(server.met.get('aa')).toBe(1);
  });
  it('follow SETTINGS that are lowered on the way', async () => {
    let open = 0;
    let mostAfter = 0;
    let isLowered = false;
    const server = await startHostile((met, self) => {
      open += 1;
      if (isLowered) mostAfter = Math.max(mostAfter, open);
      met.stream.once('close', () => (open -= 1));
      setTimeout(() => self.accept(met), 3);
      if (met.n !== 100) return;
      met.session.settings({ maxConcurrentStreams: 3 });
      met.session.once('localSettings', () => {
        // What was open before may be more; from the moment it is not, the limit holds.
        const wait = setInterval(() => {
          if (open > 3) return;
          clearInterval(wait);
          isLowered = true;
        }, 1);
      });
    });
    const answers = await burst(senderTo(server, { maxConnections: 1 }), server, 400);
    expect(tally(answers.map(said))).toEqual({ 200: 400 });
    expect(mostOf(server.met)).toBe(1);
    expect(isLowered).toBe(true);
    expect(mostAfter).toBe(3);
  });
  it('wait for a server that allows none for a while, and are told when it goes on', async () => {
    const server = await startHostile((met, self) => self.accept(met), { maxConcurrentStreams: 0 });
    const answers = await burst(senderTo(server, { requestTimeoutMs: 300 }), server, 3);
    expect(tally(answers.map(said))).toEqual({ 'stalled, not sent': 3 });
    expect(answers[0]).toMatchObject({ failure: { message: 'the server allowed no request for 300 ms' } });
    const patient = burst(senderTo(server, { requestTimeoutMs: 60_000 }), server, 3);
    await expect.poll(() => server.sessions.length).toBe(2);
    server.sessions[1]?.settings({ maxConcurrentStreams: 10 });
    expect(tally((await patient).map(said))).toEqual({ 200: 3 });
    expect(mostOf(server.acted)).toBe(1);
  });
  it('one alone until the server took the token, whatever it allows', async () => {
    let open = 0;
    const openAt: number[] = [];
    const server = await startHostile((met, self) => {
      open += 1;
      openAt.push(open);
      met.stream.once('close', () => (open -= 1));
      setTimeout(() => {
        if (met.n <= 2) met.stream.respond({ ':status': 403 }, { endStream: true });
        else self.accept(met);
      }, 10);
    });
    const answers = await burst(senderTo(server), server, 50, { aloneFirst: true });
    expect(tally(answers.map(said))).toEqual({ 200: 48, 403: 2 });
    expect(openAt.slice(0, 4)).toEqual([1, 1, 1, 1]);
    expect(Math.max(...openAt)).toBeGreaterThan(20);
  });
  it('more connections only when requests wait, and never more than allowed on each', async () => {
    const openOn = new Map<unknown, number>();
    let most = 0;
    const server = await startHostile((met, self) => {
      const open = (openOn.get(met.session) ?? 0) + 1;
      openOn.set(met.session, open);
      most = Math.max(most, open);
      met.stream.once('close', () => openOn.set(met.session, (openOn.get(met.session) ?? 0) - 1));
      setTimeout(() => self.accept(met), 40);
    });
    const answers = await burst(senderTo(server, { maxStreams: 10, maxConnections: 3 }), server, 300);
    expect(tally(answers.map(said))).toEqual({ 200: 300 });
    expect(server.sessions).toHaveLength(3);
    expect(most).toBe(10);
    expect(mostOf(server.met)).toBe(1);
  });
  it('bodies wait for the server’s window and arrive whole, and heads longer than a frame too', async () => {
    const bodies: number[] = [];
    const server = await startHostile(
      (met, self) => {
        let bytes = 0;
        met.stream.on('data', (chunk: Buffer) => (bytes += chunk.length));
        met.stream.on('end', () => {
          bodies.push(bytes);
          self.accept(met);
        });
      },
      { initialWindowSize: 100, maxHeaderListSize: 100_000 },
    );
    const sender = senderTo(server);
    const body = new Uint8Array(5000).fill(120);
    const answers = await Promise.all(tokensUpTo(60).map((token) => push(sender, server.origin, { token, body })));
    expect(tally(answers.map(said))).toEqual({ 200: 60 });
    expect(tally(bodies.map(String))).toEqual({ 5000: 60 });
    expect(said(await push(sender, server.origin, { token: 'a'.repeat(40_000) }))).toBe('200');
  });
});

describe('heads of answers', () => {
  it('every character they may hold comes through its Huffman code', async () => {
    const characters = Array.from({ length: 256 }, (_, code) => String.fromCodePoint(code)).filter((one) =>
      /[\t\u0020-\u007e\u0080-\u00ff]/.test(one),
    );
    // The zeros make the coded form the shorter one, so that the server takes it.
    const fields = Object.fromEntries(characters.map((one, n) => [`x-${n}`, `a${'0'.repeat(40)}${one}b`]));
    const server = await startHostile(({ stream }) =>
      stream.respond({ ':status': 200, ...fields }, { endStream: true }),
    );
    const answer = await push(senderTo(server), server.origin, { token: 'aa' });
    if (!answer.ok) throw new Error(said(answer));
    expect(Object.fromEntries(answer.response.headers)).toMatchObject(fields);
    expect(characters).toHaveLength(224);
  });
});

describe('silence', () => {
  it('a request nobody answers times out, is taken back, and is not sent again', async () => {
    const codes: number[] = [];
    const server = await startHostile((met, self) => {
      if (met.token !== 'aa') return self.accept(met);
      met.stream.once('close', () => codes.push(met.stream.rstCode ?? -1));
    });
    const sender = senderTo(server, { requestTimeoutMs: 150 });
    expect(said(await push(sender, server.origin, { token: 'aa' }))).toBe('timeout, may have arrived');
    expect(said(await push(sender, server.origin, { token: 'bb' }))).toBe('200');
    expect(codes).toEqual([CANCEL]);
    expect(server.met.get('aa')).toBe(1);
    expect(server.sessions).toHaveLength(1);
  });
  it('an answer that comes too late changes nothing', async () => {
    const server = await startHostile(
      (met, self) => void setTimeout(() => self.accept(met), met.token === 'aa' ? 300 : 0),
    );
    const sender = senderTo(server, { requestTimeoutMs: 100 });
    expect(said(await push(sender, server.origin, { token: 'aa' }))).toBe('timeout, may have arrived');
    await sleep(300);
    expect(said(await push(sender, server.origin, { token: 'bb' }))).toBe('200');
    expect(mostOf(server.met)).toBe(1);
  });
  it('a server that answers nothing at all: the requests that wait are told so, and were not sent', async () => {
    const server = await startHostile(() => undefined);
    const answers = await burst(
      senderTo(server, { requestTimeoutMs: 150, maxStreams: 10, maxConnections: 1 }),
      server,
      30,
    );
    expect(tally(answers.map(said))).toEqual({ 'timeout, may have arrived': 20, 'stalled, not sent': 10 });
    expect(server.met.size).toBe(20);
    expect(server.sessions).toHaveLength(2);
  });
  it('a connection that died without a word is found out by PING and replaced', async () => {
    const server = await startHostile((met, self) => (met.token === 'aa' ? relay.freeze() : self.accept(met)));
    const relay = await startRelay(server.origin);
    const sender = senderTo(server, { pingAfterMs: 60, pingTimeoutMs: 60 });
    const lost = await push(sender, relay.origin, { token: 'aa' });
    expect(said(lost)).toBe('connection-lost, may have arrived');
    expect(lost).toMatchObject({ failure: { message: expect.stringContaining('PING') } });
    expect(said(await push(sender, relay.origin, { token: 'bb' }))).toBe('200');
    expect(server.sessions).toHaveLength(2);
  });
  it('an idle connection is kept alive, and closed in the end', async () => {
    let pings = 0;
    const server = await startHostile((met, self) => {
      met.session.on('ping', () => (pings += 1));
      self.accept(met);
    });
    const sender = senderTo(server, { pingAfterMs: 40, idleMs: 600 });
    expect(said(await push(sender, server.origin, { token: 'aa' }))).toBe('200');
    await expect.poll(() => server.sessions[0]?.closed, { timeout: 3000 }).toBe(true);
    expect(pings).toBeGreaterThan(1);
    expect(said(await push(sender, server.origin, { token: 'bb' }))).toBe('200');
    expect(server.sessions).toHaveLength(2);
  });
});

describe('a socket that closes', () => {
  it('in the middle of a burst: each push is accepted once or said to be unknown', async () => {
    const server = await startHostile((met, self) => {
      if (met.n > 100) return self.accept(met);
      if (met.n % 3 === 0) self.accept(met);
      else self.actOn(met);
      if (met.n === 100) setTimeout(() => self.sockets[0]?.destroy(), 20);
    });
    const answers = await burst(senderTo(server, { maxConnections: 1 }), server, 250);
    const counts = tally(answers.map(said));
    expect(Object.keys(counts).toSorted()).toEqual(['200', 'connection-lost, may have arrived']);
    // 67 were never to be answered; answers to later ones may have been cut off with them.
    expect(counts['connection-lost, may have arrived']).toBeGreaterThanOrEqual(67);
    expect((counts['200'] ?? 0) + (counts['connection-lost, may have arrived'] ?? 0)).toBe(250);
    expect(mostOf(server.met)).toBe(1);
    answers.forEach((answer, n) => {
      if (answer.ok) expect(server.acted.get(tokensUpTo(250)[n] ?? '')).toBe(1);
    });
  });
  it('whenever it wants, ten times: nothing is sent twice and nothing forgotten', async () => {
    const server = await startHostile((met, self) => {
      if (met.n % 40 === 0 && met.n <= 400) self.sockets.at(-1)?.destroy();
      else self.accept(met);
    });
    const answers = await burst(senderTo(server, { maxStreams: 30, maxConnections: 1 }), server, 600);
    const counts = tally(answers.map(said));
    expect((counts['200'] ?? 0) + (counts['connection-lost, may have arrived'] ?? 0)).toBe(600);
    expect(mostOf(server.met)).toBe(1);
    answers.forEach((answer, n) => {
      if (answer.ok) expect(server.acted.get(tokensUpTo(600)[n] ?? '')).toBe(1);
    });
  });
});

describe('a send that is cancelled', () => {
  it('was not sent when it still waited, and is unknown when it was on its way', async () => {
    const server = await startHostile((met, self) => self.actOn(met));
    const sender = senderTo(server, { maxStreams: 1, maxConnections: 1 });
    const controllers = [new AbortController(), new AbortController()];
    const answers = controllers.map(({ signal }, n) => push(sender, server.origin, { token: `a${n}`, signal }));
    await expect.poll(() => server.met.size).toBe(1);
    for (const controller of controllers) controller.abort();
    expect((await Promise.all(answers)).map(said)).toEqual(['cancelled, may have arrived', 'cancelled, not sent']);
  });
});

describe('everything at once, by chance', () => {
  /** Numbers in [0, 1) that are the same each time. */
  const chance = (seed: number) => () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  it.each([1, 2, 3, 4, 5])('seed %i: never twice, and what is said is what happened', async (seed) => {
    const next = chance(seed);
    const lastOf = new Map<unknown, number>();
    let goaways = 0;
    let cuts = 0;
    const server = await startHostile((met, self) => {
      const id = met.stream.id ?? 0;
      if (id > (lastOf.get(met.session) ?? Number.POSITIVE_INFINITY)) return;
      const dice = next();
      if (dice < 0.6) self.accept(met);
      else if (dice < 0.8) setTimeout(() => self.accept(met), 10 * next());
      else if (dice < 0.88) met.stream.close(REFUSED_STREAM);
      else if (dice < 0.94) {
        self.actOn(met);
        met.stream.destroy(new Error('of the test'));
      } else if (dice < 0.97) met.session.settings({ maxConcurrentStreams: 1 + Math.floor(next() * 50) });
      else if (dice < 0.99 && goaways < 8) {
        goaways += 1;
        lastOf.set(met.session, id);
        met.session.goaway(0, id);
        self.accept(met);
      } else if (cuts < 8) {
        cuts += 1;
        self.sockets.at(-1)?.destroy();
      } else self.accept(met);
    });
    const sender = senderTo(server, { requestTimeoutMs: 400, maxConnections: 2, maxStreams: 10 });
    const tokens = tokensUpTo(500);
    const answers = await Promise.all(tokens.map((token) => push(sender, server.origin, { token })));
    expect(mostOf(server.acted)).toBe(1);
    for (const [n, answer] of answers.entries()) {
      const acted = server.acted.get(tokens[n] ?? '') ?? 0;
      if (answer.ok) expect([tokens[n], acted]).toEqual([tokens[n], 1]);
      else if (!answer.failure.mayHaveArrived) expect([tokens[n], acted]).toEqual([tokens[n], 0]);
    }
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(250);
    expect(answers.some(({ attempts }) => attempts > 1)).toBe(true);
  });
});
