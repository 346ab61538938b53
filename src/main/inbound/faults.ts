import type { Fault, FaultInput, VendorId } from '../../shared/contract/index.ts';

/** A request as far as faults look at it. */
export interface Meeting {
  readonly kind: 'push' | 'auth';
  readonly tokens: readonly string[];
  /** A name of the access token it shows; null: it shows none. */
  readonly shown: string | null;
}

interface Set {
  readonly fault: Fault;
  /** Requests that still pass before it begins. */
  readonly passing: number;
  /** Access tokens that it let run out. */
  readonly expired: readonly string[];
}

/** Access tokens kept for one fault. A sender that shows a new one with every request must not fill the memory. */
const mostExpired = 1000;

interface Needs {
  readonly newId: () => string;
  readonly changed: (vendor: VendorId) => void;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Codes that the token address of a vendor answers with. */
  readonly tokenCodes: (vendor: VendorId) => readonly string[];
}

/** Faults in force, by vendor. They live as long as Pushscope runs: one forgotten last week must not spoil today's test. */
export class FaultBook {
  readonly #sets = new Map<VendorId, Set[]>();
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  of(vendor: VendorId): readonly Fault[] {
    return this.#of(vendor).map(({ fault }) => fault);
  }

  add(vendor: VendorId, input: FaultInput): void {
    const fault = { ...input, id: this.#needs.newId(), hits: 0 };
    this.#sets.set(vendor, [...this.#of(vendor), { fault, passing: input.after, expired: [] }]);
    this.#needs.changed(vendor);
  }

  /** Without an id: all of the vendor. */
  clear(vendor: VendorId, id?: string): void {
    this.#sets.set(vendor, id === undefined ? [] : this.#of(vendor).filter(({ fault }) => fault.id !== id));
    this.#needs.changed(vendor);
  }

  /** The fault that a request meets, counted down; null when there is none. */
  take(vendor: VendorId, meeting: Meeting): Fault | null {
    const sets = this.#of(vendor);
    if (sets.length === 0) return null;
    const after: Set[] = [];
    let met: Fault | null = null;
    for (const set of sets) {
      const step = met === null && this.#fits(vendor, set.fault, meeting) ? this.#step(set, meeting) : null;
      if (step?.isMet) met = set.fault;
      const next = step?.next ?? set;
      if (next.fault.remaining !== 0 || next.expired.length > 0) after.push(next);
    }
    this.#sets.set(vendor, after);
    if (met) this.#needs.changed(vendor);
    return met;
  }

  #of(vendor: VendorId): readonly Set[] {
    return this.#sets.get(vendor) ?? [];
  }

  /** Faults are about pushes; a sender that cannot even get its access token would hide what they are for. */
  #fits(vendor: VendorId, { action, token }: Fault, { kind, tokens, shown }: Meeting): boolean {
    const isForToken = action.kind === 'answer' && this.#needs.tokenCodes(vendor).includes(action.code);
    if (isForToken !== (kind === 'auth')) return false;
    if (action.kind === 'expire-token' && shown === null) return false;
    return isForToken || token === '' || tokens.some((one) => isSameToken(one, token));
  }

  #step(set: Set, { shown }: Meeting): { readonly next: Set; readonly isMet: boolean } {
    const { fault, passing, expired } = set;
    const hit = { ...fault, hits: fault.hits + 1 };
    // A token that ran out stays so, however many requests the fault was meant for.
    if (shown !== null && expired.includes(shown)) return { next: { ...set, fault: hit }, isMet: true };
    if (passing > 0) return { next: { ...set, passing: passing - 1 }, isMet: false };
    if (fault.remaining === 0 || this.#needs.random() * 100 >= fault.percent) return { next: set, isMet: false };
    const remaining = fault.remaining === null ? null : fault.remaining - 1;
    const isExpiry = fault.action.kind === 'expire-token' && shown !== null;
    const gone = isExpiry ? [...expired, shown].slice(-mostExpired) : expired;
    return { next: { ...set, fault: { ...hit, remaining }, expired: gone }, isMet: true };
  }
}

/** People copy a token from where it is written in the other case; no vendor has two that differ only in that. */
const isSameToken = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
