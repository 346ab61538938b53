import type { AuthPlan, IssuedToken, TokenAnswer } from '../vendors/vendor.ts';

type FetchedPlan = Extract<AuthPlan, { kind: 'fetched' }>;

/** What came of asking for a token: the token, or the vendor's refusal. */
export type TokenResult = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly code: string };

/**
 * Tokens in use, by cache key. They live in memory only. Many sends at once lead to one token request; all of them wait for it.
 */
export class TokenCache {
  readonly #issued = new Map<string, IssuedToken>();
  readonly #asking = new Map<string, Promise<TokenAnswer>>();

  /** The current value of a token made here; made anew when it is due, and when the clock was set back before its making. */
  signed(plan: Extract<AuthPlan, { kind: 'signed' }>, nowMs: number): string {
    const kept = this.#current(plan.cacheKey, nowMs);
    if (kept) return kept.value;
    const made = plan.make(nowMs);
    this.#issued.set(plan.cacheKey, made);
    return made.value;
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
    this.#issued.set(plan.cacheKey, answer.token);
    return { ok: true, value: answer.token.value };
  }

  /** Forgets a token the vendor refused. */
  drop(cacheKey: string): void {
    this.#issued.delete(cacheKey);
  }

  clear(): void {
    this.#issued.clear();
  }

  #current(cacheKey: string, nowMs: number): IssuedToken | null {
    const kept = this.#issued.get(cacheKey);
    if (!kept || nowMs >= kept.renewAtMs) return null;
    // A clock that was set back makes a token look younger than it is; no token lives longer than a day.
    return kept.renewAtMs - nowMs > 86_400_000 ? null : kept;
  }
}
