import type { FieldTrace, Phrase } from '../../../shared/contract/index.ts';

/** A source of a field's value. Undefined: this source says nothing. */
export interface Candidate {
  readonly from: string;
  readonly value: string | undefined;
}
export interface Picked {
  readonly value: string | null;
  readonly trace: FieldTrace;
}

/** Empty is not set. */
export const filled = (text: string | null | undefined): string | undefined =>
  text === '' || text === null ? undefined : text;

/** The first candidate that has a value wins. Sources that are not set do not appear in the trace. */
export const pick = (field: FieldTrace['field'], candidates: readonly Candidate[], note?: Phrase): Picked => {
  const shown: { from: string; value: string; used: boolean }[] = [];
  let value: string | null = null;
  for (const one of candidates) {
    if (one.value !== undefined) {
      shown.push({ from: one.from, value: one.value, used: shown.length === 0 });
      if (shown.length === 1) value = one.value;
    }
  }
  return { value, trace: note ? { field, candidates: shown, note } : { field, candidates: shown } };
};

/** Halves of surrogate pairs become U+FFFD, as they do in UTF-8; it is said unless something else is already. */
export const wellFormed = <T extends Picked>(picked: T): T =>
  picked.value === null || picked.value.isWellFormed()
    ? picked
    : {
        ...picked,
        value: picked.value.toWellFormed(),
        trace: { note: { id: 'im.note.half-pairs' }, ...picked.trace },
      };
