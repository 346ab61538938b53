import type { Certainty, Problem, VendorId } from '../../../shared/contract/index.ts';

/** The code a vendor refuses with; what else it answers follows from the code. */
export interface CodeOnly {
  readonly code: string;
}
/** The vendor's answer to a request it refuses: its code and the sentence that goes with it. */
export interface Refusal extends CodeOnly {
  /** HTTP status; most Android vendors refuse with 200. */
  readonly status: number;
  readonly message: string;
}

/**
 * Something wrong or worth knowing in a payload, for the editor and for the gateway alike. Words: `<vendor>.problem.<name>` and, with
 * `hasFix`, `<vendor>.problem.<name>.fix`.
 */
export interface Finding<Q extends string, R extends CodeOnly = Refusal> {
  /** Which of the vendor's questions it answers; `advice`: the vendor does not mind. */
  readonly question: Q | 'advice';
  readonly name: string;
  readonly severity: Problem['severity'];
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly hasFix: boolean;
  readonly certainty: Certainty;
  /** Null: the vendor takes it. Beside a warning: only a gateway as strict as the vendor refuses. */
  readonly refusal: R | null;
}

/** What a finding may say beside its name and place. */
export interface FindingExtra {
  readonly params?: Finding<never>['params'];
  readonly hasFix?: boolean;
  readonly certainty?: Certainty;
  readonly severity?: Problem['severity'];
}

const empty = { params: {}, hasFix: false, certainty: 'documented' } as const;

/** The vendor refuses the request for it. */
export const refused = <Q extends string, R extends CodeOnly>(
  question: Q,
  name: string,
  path: string,
  refusal: R,
  extra: FindingExtra = {},
): Finding<Q, R> => ({ ...empty, question, name, severity: 'error', path, refusal, ...extra });

/** The same for vendors whose whole answer follows from the code. */
export const mistake = <Q extends string>(
  question: Q,
  code: string,
  name: string,
  path: string,
  extra: FindingExtra = {},
): Finding<Q, CodeOnly> => refused(question, name, path, { code }, extra);

/** The vendor takes it; the author should know all the same. */
export const advice = (
  severity: 'warning' | 'info',
  name: string,
  path: string,
  extra: FindingExtra = {},
): Finding<never> => ({ ...empty, question: 'advice', name, severity, path, refusal: null, ...extra });

/** No request can be made of the draft as it is. */
export const unsendable = (name: string, path: string, extra: FindingExtra = {}): Finding<never> => ({
  ...empty,
  question: 'advice',
  name,
  severity: 'error',
  path,
  refusal: null,
  ...extra,
});

/** A finding as the editor shows it. */
export const problemOf =
  (vendor: VendorId) =>
  (found: Finding<string, CodeOnly>): Problem => ({
    code: `${vendor}.${found.name}`,
    severity: found.severity,
    path: found.path,
    phrase: { id: `${vendor}.problem.${found.name}`, params: { ...found.params } },
    ...(found.hasFix ? { fix: { id: `${vendor}.problem.${found.name}.fix`, params: { ...found.params } } } : {}),
    certainty: found.certainty,
  });
