import type { Certainty, Problem, VendorId } from '../../../shared/contract/index.ts';

/**
 * Something wrong or worth knowing in a payload. Words: `<vendor>.problem.<name>` and, with `hasFix`, `<vendor>.problem.<name>.fix`.
 * `code`: what the vendor answers; null: the vendor does not mind. An error is refused always, a warning with a code only by a
 * gateway that is as strict as the vendor.
 */
export interface Finding<R extends string = string> {
  /** The question of the gateway it belongs to. */
  readonly rule: R | null;
  readonly code: string | null;
  readonly name: string;
  readonly severity: Problem['severity'];
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly hasFix: boolean;
  readonly certainty: Certainty;
}

type Extra = Partial<Pick<Finding, 'params' | 'hasFix' | 'certainty' | 'severity'>>;

/** A mistake the vendor answers with `code`. */
export const mistake = <R extends string>(
  rule: R,
  code: string,
  name: string,
  path: string,
  extra: Extra = {},
): Finding<R> => ({
  rule,
  code,
  name,
  path,
  severity: 'error',
  params: {},
  hasFix: false,
  certainty: 'documented',
  ...extra,
});

/** What the vendor takes and the author should know. */
export const advice = (
  severity: 'warning' | 'info',
  name: string,
  path: string,
  extra: Omit<Extra, 'severity'> = {},
): Finding<never> => ({
  rule: null,
  code: null,
  name,
  path,
  severity,
  params: {},
  hasFix: false,
  certainty: 'documented',
  ...extra,
});

/** A finding as the editor shows it. */
export const toProblem =
  (vendor: VendorId) =>
  (found: Finding): Problem => ({
    code: `${vendor}.${found.name}`,
    severity: found.severity,
    path: found.path,
    phrase: { id: `${vendor}.problem.${found.name}`, params: { ...found.params } },
    ...(found.hasFix ? { fix: { id: `${vendor}.problem.${found.name}.fix`, params: { ...found.params } } } : {}),
    certainty: found.certainty,
  });

/** Cuts a text that stands in a sentence; `max` in UTF-16 units. */
export const shorten = (text: string, max = 80): string => (text.length <= max ? text : `${text.slice(0, max)}…`);
