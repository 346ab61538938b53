import { describe, expect, it } from 'vitest';
import type { AuthPlan } from '../vendors/vendor.ts';
import { TokenCache } from './tokens.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 10, 21, 12);

/** A cache with both clocks in hand, and a plan that counts what it makes. */
const setUp = () => {
  let ran = 0;
  let set = 0;
  let made = 0;
  const cache = new TokenCache({ now: () => ran, after: () => () => undefined, every: () => () => undefined });
  const plan = (cacheKey = 'key'): Extract<AuthPlan, { kind: 'signed' }> => ({
    kind: 'signed',
    cacheKey,
    make: (nowMs) => ({
      value: `${cacheKey} ${(made += 1)}`,
      renewAtMs: nowMs + 50 * minute,
      expiresAtMs: nowMs + hour,
      keepAtLeastMs: 20 * minute,
    }),
  });
  return {
    cache,
    plan,
    token: (cacheKey?: string) => cache.signed(plan(cacheKey), start + ran + set),
    now: () => start + ran + set,
    /** Time goes by. */
    wait: (ms: number) => void (ran += ms),
    /** Somebody sets the machine's clock; or it slept, which looks the same. */
    setClock: (by: number) => void (set += by),
  };
};

describe('a token made here', () => {
  it('is one for each key', () => {
    const { token } = setUp();
    expect([token('a'), token('b'), token('a'), token('b')]).toEqual(['a 1', 'b 2', 'a 1', 'b 2']);
  });
  it('lives between 20 and 55 minutes, all day long', () => {
    const { token, wait } = setUp();
    const changes: number[] = [];
    let last = token();
    for (let at = 1; at <= 24 * 60; at++) {
      wait(minute);
      const now = token();
      if (now !== last) changes.push(at);
      last = now;
    }
    const gaps = changes.map((at, index) => at - (changes[index - 1] ?? 0));
    expect(gaps.every((gap) => gap >= 20 && gap <= 55)).toBe(true);
    expect(changes).toHaveLength(28);
  });
  it.each([
    ['a little', 10 * minute, 1],
    ['past its end, or after a sleep', 3 * hour, 2],
  ])('when the clock is set forward %s', (_name, by, made) => {
    const { token, setClock } = setUp();
    token();
    setClock(by);
    expect(token()).toBe(`key ${made}`);
    expect(token()).toBe(`key ${made}`);
  });
  it('when the clock is set back, does not live longer for it', () => {
    const { token, setClock, wait } = setUp();
    token();
    setClock(-30 * 1000);
    wait(49 * minute);
    expect(token()).toBe('key 1');
    wait(minute);
    expect(token()).toBe('key 2');
  });
  it('when the clock is set back so that it comes from the future, is replaced after 20 minutes', () => {
    const { token, setClock, wait } = setUp();
    token();
    setClock(-40 * minute);
    expect(token()).toBe('key 1');
    wait(19 * minute);
    expect(token()).toBe('key 1');
    wait(minute);
    expect(token()).toBe('key 2');
  });
  it('when it would be refused for coming from the future, is replaced at once', () => {
    const { token, setClock } = setUp();
    token();
    setClock(-2 * hour);
    expect(token()).toBe('key 2');
    setClock(2 * hour);
    expect(token()).toBe('key 3');
  });
  it('that was refused is replaced, but not in rapid succession', () => {
    const { cache, token, wait, now } = setUp();
    token();
    expect(cache.drop('key', 'key 1', now())).toBe(false);
    expect(token()).toBe('key 1');
    wait(30_000);
    expect(cache.drop('key', 'key 1', now())).toBe(true);
    expect(token()).toBe('key 2');
    expect(cache.drop('key', 'key 2', now())).toBe(false);
    expect(token()).toBe('key 2');
  });
  it('that was refused to several at once is replaced for all of them, once', () => {
    const { cache, token, wait, now } = setUp();
    token();
    wait(60_000);
    expect(cache.drop('key', 'key 1', now())).toBe(true);
    expect(cache.drop('key', 'key 1', now())).toBe(true);
    expect(token()).toBe('key 2');
    expect(cache.drop('key', 'key 1', now())).toBe(true);
    expect(token()).toBe('key 2');
  });
});

describe('a token asked for', () => {
  const fetched = (cacheKey = 'key'): Extract<AuthPlan, { kind: 'fetched' }> => ({
    kind: 'fetched',
    cacheKey,
    origin: null,
    request: () => ({ method: 'POST', path: '/', headers: [], body: new Uint8Array() }),
    read: () => ({ ok: false, code: 'x', outcome: 'rejected' }),
  });
  it('is asked for once by many, and again after a refusal to give one', async () => {
    const { cache } = setUp();
    let asked = 0;
    const ask = (ok: boolean) => async () => {
      asked += 1;
      await Promise.resolve();
      const token = { value: `token ${asked}`, renewAtMs: start + 50 * minute, expiresAtMs: start + hour };
      return ok ? { ok, token } : { ok, code: 'denied', outcome: 'rejected' as const };
    };
    const refused = await Promise.all([1, 2, 3].map(() => cache.fetched(fetched(), start, ask(false))));
    expect(refused).toEqual([1, 2, 3].map(() => ({ ok: false, code: 'denied' })));
    const given = await Promise.all([1, 2, 3].map(() => cache.fetched(fetched(), start, ask(true))));
    expect(given).toEqual([1, 2, 3].map(() => ({ ok: true, value: 'token 2' })));
    expect(await cache.fetched(fetched(), start + 10 * minute, ask(true))).toEqual({ ok: true, value: 'token 2' });
    expect(asked).toBe(2);
  });
});
