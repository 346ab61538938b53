import type { Fault, FaultInput, VendorId } from '../../shared/contract/index.ts';

/** Faults in force, by vendor. They live as long as Pushscope runs: one forgotten last week must not spoil today's test. */
export class FaultBook {
  readonly #faults = new Map<VendorId, Fault[]>();
  readonly #newId: () => string;
  readonly #changed: (vendor: VendorId) => void;

  constructor(newId: () => string, changed: (vendor: VendorId) => void) {
    this.#newId = newId;
    this.#changed = changed;
  }

  of(vendor: VendorId): readonly Fault[] {
    return this.#faults.get(vendor) ?? [];
  }

  add(vendor: VendorId, input: FaultInput): void {
    this.#faults.set(vendor, [...this.of(vendor), { ...input, id: this.#newId(), hits: 0 }]);
    this.#changed(vendor);
  }

  /** Without an id: all of the vendor. */
  clear(vendor: VendorId, id?: string): void {
    this.#faults.set(vendor, id === undefined ? [] : this.of(vendor).filter((fault) => fault.id !== id));
    this.#changed(vendor);
  }

  /** The fault that a request to these device tokens meets, counted down; null when there is none. */
  take(vendor: VendorId, tokens: readonly string[]): Fault | null {
    const faults = this.of(vendor);
    if (faults.length === 0) return null;
    const met = faults.find(({ token }) => token === '' || tokens.some((one) => isSameToken(one, token)));
    if (!met) return null;
    const remaining = met.remaining === null ? null : met.remaining - 1;
    const after = { ...met, remaining, hits: met.hits + 1 };
    this.#faults.set(
      vendor,
      remaining === 0
        ? faults.filter((fault) => fault !== met)
        : faults.map((fault) => (fault === met ? after : fault)),
    );
    this.#changed(vendor);
    return met;
  }
}

/** People copy a token from where it is written in the other case; no vendor has two that differ only in that. */
const isSameToken = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
