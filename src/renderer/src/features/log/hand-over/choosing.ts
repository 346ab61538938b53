import type { PastedReading } from '../../../../../shared/contract/index.ts';

const pieceOf = ({ steps, draft, tokens }: PastedReading): string => JSON.stringify([steps, draft?.payload, tokens]);

/**
 * Whether a reading is chosen before the person has said anything: only where it is the one thing its piece can be. Of several
 * candidates for one piece none is.
 */
export const chosenAtFirst = (one: PastedReading, all: readonly PastedReading[]): boolean =>
  one.canImport &&
  !all.some((other) => other.index !== one.index && other.vendor !== one.vendor && pieceOf(other) === pieceOf(one));
