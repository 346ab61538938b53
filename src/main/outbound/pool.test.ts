import { describe, expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';
import type { Clock } from './clock.ts';
import { H2Pool, type PoolResult } from './pool.ts';
import { OutboundError } from './types.ts';

/** A clock that stands still until it is moved. */
const handClock = () => {
  let now = 0;
  const timers = new Set<{ at: number; call: () => void }>();
  const clock: Clock = {
    now: () => now,
    after: (ms, call) => {
      const timer = { at: now + ms, call };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    every: () => () => undefined,
  };
  /** Moves on to the next thing that waits; false when nothing does. */
  const moveOn = async (): Promise<boolean> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    const next = [...timers].toSorted((a, b) => a.at - b.at)[0];
    if (!next) return false;
    timers.delete(next);
    now = Math.max(now, next.at);
    next.call();
    return true;
  };
  return { clock, moveOn };
};

const request = { method: 'POST', path: '/', headers: [], body: new Uint8Array() } satisfies Record<string, unknown>;

const poolWith = (origin: string, code: 'connection-refused' | 'tls-untrusted', random: number) => {
  const { clock, moveOn } = handClock();
  const connects: number[] = [];
  const results: PoolResult[] = [];
  const pool = new H2Pool({
    origin: new URL(origin),
    limits: {
      connectTimeoutMs: 1000,
      requestTimeoutMs: 1000,
      maxStreams: 10,
      pingAfterMs: 1000,
      pingTimeoutMs: 1000,
      idleMs: 1000,
    },
    connect: () => {
      connects.push(clock.now());
      return Promise.reject(new OutboundError(code, 'no'));
    },
    aloneFirst: false,
    maxConnections: 4,
    clock,
    random: () => random,
  });
  const submit = () =>
    pool.submit({ request, signal: undefined, mayRepeat: () => true, settle: (result) => results.push(result) });
  const settled = async () => {
    while (await moveOn());
  };
  return { submit, settled, connects, results };
};

describe('back-off', () => {
  it('doubles, stops at the most, and is shortened by up to half by chance', () => {
    const settings = { firstMs: 250, mostMs: 8000 };
    const waits = [0, 1, 2, 3, 6, 7, 30].map((failures) => backOffMs(failures, 0, settings));
    expect(waits).toEqual([0, 250, 500, 1000, 8000, 8000, 8000]);
    expect(backOffMs(1, 0.5, settings)).toBe(187.5);
    expect(backOffMs(1, 0.999_999, settings)).toBeGreaterThan(124);
  });
});

describe('connects that fail', () => {
  it('are tried three times, further and further apart, and then all that wait are told', async () => {
    const { submit, settled, connects, results } = poolWith('https://api.push.apple.com', 'connection-refused', 0);
    submit();
    submit();
    await settled();
    expect(connects).toEqual([0, 250, 750]);
    expect(results).toHaveLength(2);
    for (const result of results) {
      expect(result).toMatchObject({
        ok: false,
        mayHaveArrived: false,
        attempts: 0,
        error: { code: 'connection-refused' },
      });
    }
  });
  it('the next request waits for its turn and is tried once', async () => {
    const { submit, settled, connects, results } = poolWith('https://api.push.apple.com', 'connection-refused', 0);
    submit();
    await settled();
    submit();
    await settled();
    expect(connects).toEqual([0, 250, 750, 1750]);
    expect(results).toHaveLength(2);
  });
  it('chance spreads them', async () => {
    const { submit, settled, connects } = poolWith('https://api.push.apple.com', 'connection-refused', 0.5);
    submit();
    await settled();
    expect(connects).toEqual([0, 187.5, 562.5]);
  });
  it('are not spread as far on this machine', async () => {
    const { submit, settled, connects } = poolWith('https://127.0.0.1:2197', 'connection-refused', 0);
    submit();
    await settled();
    expect(connects).toEqual([0, 100, 300]);
  });
  it('are not repeated when another try gives the same', async () => {
    const { submit, settled, connects, results } = poolWith('https://api.push.apple.com', 'tls-untrusted', 0);
    submit();
    await settled();
    expect(connects).toEqual([0]);
    expect(results).toMatchObject([{ error: { code: 'tls-untrusted' } }]);
  });
});
