import { AppError } from '../../../shared/contract/errors.ts';
import type { Sealer, SealerId } from './sealer.ts';

/** A sealed value with the name of what sealed it; both belong into the database row. */
export interface Sealed {
  readonly sealer: string;
  readonly bytes: Uint8Array;
}

/** The sealers of this session. What it cannot open it leaves alone; nothing is ever deleted because of a missing key. */
export interface SealerRing {
  /** Seals everything new. */
  readonly current: SealerId;
  seal(plain: Uint8Array): Promise<Sealed>;
  /** Opens by the recorded name. Throws `secrets.locked` when that sealer is not here, or is another one than then. */
  unseal(sealed: Sealed): Promise<Uint8Array>;
  /** Is the sealer of this name here? Says nothing about whether its key is the right one. */
  has(sealer: string): boolean;
}

/** Puts sealers together. Of several with one name the first counts, beginning with `current`. */
export function createSealerRing(current: Sealer, others: readonly Sealer[] = []): SealerRing {
  const all = [current, ...others];
  const find = (name: string): Sealer | undefined => all.find((sealer) => sealer.id === name);
  return {
    current: current.id,
    seal: async (plain) => ({ sealer: current.id, bytes: await current.seal(plain) }),
    unseal: async ({ sealer: name, bytes }) => {
      const sealer = find(name);
      if (!sealer) throw new AppError('secrets.locked', { sealer: name, reason: 'sealer-absent' });
      return sealer.unseal(bytes);
    },
    has: (name) => find(name) !== undefined,
  };
}
