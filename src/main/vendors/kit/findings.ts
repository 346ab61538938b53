import type { Certainty, Problem, VendorId } from '../../../shared/contract/index.ts';

/** Something wrong or worth knowing in a payload. Words: `<vendor>.problem.<name>` and, with `hasFix`, `<vendor>.problem.<name>.fix`. */
export interface Finding {
  /** Which of the gateway's questions it answers; `advice`: the vendor does not mind. */
  readonly rule: string;
  readonly name: string;
  readonly severity: Problem['severity'];
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly hasFix: boolean;
  readonly certainty: Certainty;
  /** The vendor's code it is refused with, and a few words for the vendor's answer. Null: it is taken. */
  readonly refusal: { readonly code: string; readonly tips: string } | null;
}

/** What may be said besides. */
export interface FindingExtra {
  readonly params?: Finding['params'];
  readonly hasFix?: boolean;
  readonly certainty?: Certainty;
}

/** The vendor refuses it. */
export const mistake = (
  rule: string,
  name: string,
  path: string,
  refusal: NonNullable<Finding['refusal']>,
  extra: FindingExtra = {},
): Finding => ({
  rule,
  name,
  severity: 'error',
  path,
  params: {},
  hasFix: false,
  certainty: 'documented',
  refusal,
  ...extra,
});

/** The vendor takes it; the author should know all the same. */
export const advice = (
  severity: Problem['severity'],
  name: string,
  path: string,
  extra: FindingExtra = {},
): Finding => ({
  rule: 'advice',
  name,
  severity,
  path,
  params: {},
  hasFix: false,
  certainty: 'documented',
  refusal: null,
  ...extra,
});

/** A finding as the editor shows it. */
export const problemOf = (vendor: VendorId, found: Finding): Problem => ({
  code: `${vendor}.${found.name}`,
  severity: found.severity,
  path: found.path,
  phrase: { id: `${vendor}.problem.${found.name}`, params: { ...found.params } },
  ...(found.hasFix ? { fix: { id: `${vendor}.problem.${found.name}.fix`, params: { ...found.params } } } : {}),
  certainty: found.certainty,
});

/** Cuts a text that stands in a sentence; `max` in UTF-16 units. */
export const shorten = (text: string, max = 80): string => (text.length <= max ? text : `${text.slice(0, max)}…`);
