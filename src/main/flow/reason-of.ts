import type { Target } from '../../shared/contract/index.ts';

/**
 * Why an exchange did not go through as a whole: the vendor's code, or where a success names some phones as bad, what it says of the first of
 * them. Null: it did.
 */
export const reasonOf = (code: string | null, targets: readonly Pick<Target, 'reason'>[]): string | null =>
  code ?? targets.find(({ reason }) => reason !== null)?.reason ?? null;
