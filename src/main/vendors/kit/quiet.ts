import type { Certainty, Phrase, QuietReason, Source, VendorId } from '../../../shared/contract/index.ts';

/** What a reason rests on, and how it reads. */
export interface ReasonBasis {
  readonly certainty: Certainty;
  readonly source: Source;
  readonly params?: Phrase['params'];
}

/** Reasons why a push stays quiet. Words: `<vendor>.quiet.<name>`, and what to change: `<vendor>.quiet.<name>.change`. */
export const reasonMaker =
  (vendor: VendorId) =>
  (
    name: string,
    sure: QuietReason['sure'],
    effect: QuietReason['effect'],
    { certainty, source, params }: ReasonBasis,
  ): QuietReason => ({
    id: `${vendor}.${name}`,
    sure,
    effect,
    phrase: { id: `${vendor}.quiet.${name}`, ...(params ? { params } : {}) },
    change: { id: `${vendor}.quiet.${name}.change`, ...(params ? { params } : {}) },
    certainty,
    source,
  });

/** The reasons whose condition holds, in the order given. */
export const reasonsThat = (rows: readonly (readonly [boolean, () => QuietReason])[]): readonly QuietReason[] =>
  rows.flatMap(([holds, make]) => (holds ? [make()] : []));

/** Hour of the day in China, where the vendors' nights are counted. */
export const chinaHour = (atMs: number): number => new Date(atMs + 8 * 3_600_000).getUTCHours();
