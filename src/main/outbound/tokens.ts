import type { AuthPlan, IssuedToken, TokenAnswer } from '../vendors/vendor.ts';
import { systemClock, type Clock } from './clock.ts';

type FetchedPlan = Extract<AuthPlan, { kind: 'fetched' }>;

/** What came of asking for a token: the token, or the vendor's refusal. */
export type TokenResult = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly code: string };

interface Kept {
  readonly token: IssuedToken;
  /** When it was made: by the machine's clock, which people and programs set, and by one that only goes forward. */
  readonly madeAtMs: number;
  readonly madeAt: number;
}

/** A refused token is not replaced by another within this time: it was as good as the next one, and vendors count them. */
const leastBetweenMs = 30_000;
/** A token from further in the future than this is refused by vendors that look at its time. */
const futureMs = 55 * 60_000;
/** Clocks of good machines differ by less. */
const slackMs = 60_000;

/**
 * Tokens in use, by cache key. They live in memory only. Many sends at once lead to one token request; all of them wait for it.
 * The machine's clock may be set forward and back, and stands still for neither sleep nor daylight; a token is as old as the older of
 * two clocks says.
 */
export class TokenCache {
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();
  readonly #asking = new Map<string, Promise<TokenAnswer>>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  /** The current value of a token made here; made anew when it is due. */
  signed(plan: Extract<AuthPlan, { kind: 'signed' }>, nowMs: number): string {
    const kept = this.#current(plan.cacheKey, nowMs);
    return kept ? kept.value : this.#keep(plan.cacheKey, plan.make(nowMs), nowMs);
  }

  async fetched(
    plan: FetchedPlan,
    nowMs: number,
    ask: (plan: FetchedPlan) => Promise<TokenAnswer>,
  ): Promise<TokenResult> {
    const kept = this.#current(plan.cacheKey, nowMs);
    if (kept) return { ok: true, value: kept.value };
    let asking = this.#asking.get(plan.cacheKey);
    if (!asking) {
      asking = ask(plan).finally(() => this.#asking.delete(plan.cacheKey));
      this.#asking.set(plan.cacheKey, asking);
    }
    const answer = await asking;
    if (!answer.ok) return { ok: false, code: answer.code };
    return { ok: true, value: this.#keep(plan.cacheKey, answer.token, nowMs) };
  }

  /**
   * Forgets a token the vendor refused, unless it is very young. True: who asks next gets another one, be it made by now or still to be
   * asked for.
   */
  drop(cacheKey: string, value: string | null, nowMs: number): boolean {
    const kept = this.#kept.get(cacheKey);
    if (kept?.token.value !== value) return true;
    if (this.#ageOf(kept, nowMs) < leastBetweenMs) return false;
    return this.#kept.delete(cacheKey);
  }

  clear(): void {
    this.#kept.clear();
  }

  #keep(cacheKey: string, token: IssuedToken, nowMs: number): string {
    this.#kept.set(cacheKey, { token, madeAtMs: nowMs, madeAt: this.#clock.now() });
    return token.value;
  }

  /** While a machine sleeps only its own clock goes on; when it is set back only the other one does. */
  #ageOf({ madeAtMs, madeAt }: Kept, nowMs: number): number {
    return Math.max(nowMs - madeAtMs, this.#clock.now() - madeAt);
  }

  #current(cacheKey: string, nowMs: number): IssuedToken | null {
    const kept = this.#kept.get(cacheKey);
    if (!kept) return null;
    const { token, madeAtMs } = kept;
    const ranMs = this.#clock.now() - kept.madeAt;
    if (this.#ageOf(kept, nowMs) >= token.renewAtMs - madeAtMs) return null;
    if (token.keepAtLeastMs === undefined) return token;
    // Its time lies ahead of a clock that was set back: it was made by a wrong one.
    const aheadMs = madeAtMs - nowMs;
    const isWrong = aheadMs > futureMs || (aheadMs > slackMs && ranMs >= token.keepAtLeastMs);
    return isWrong ? null : token;
  }
}
