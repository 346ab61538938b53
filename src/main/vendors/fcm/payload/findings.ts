import type { Certainty, Problem } from '../../../../shared/contract/index.ts';

/** Which of FCM's questions a finding answers, in the order the gateway asks them. `advice`: FCM does not mind. */
export type Rule = 'json' | 'fields' | 'target' | 'reserved-keys' | 'values' | 'size' | 'token' | 'advice';

/** A place in a body: as JSON path from `$`, and as Google's answers name it (`message.data[0].value`; empty at the root). */
export interface Place {
  readonly json: string;
  readonly wire: string;
}

/** What Google's answer would say about it. */
export interface WireWords {
  /** Left out of the violation when empty. */
  readonly field: string;
  readonly description: string;
  /** `error.message`; absent: the description. */
  readonly message?: string;
  readonly badRequest: boolean;
  readonly fcmError: boolean;
}

/** Something wrong or worth knowing in a body. Words: `fcm.problem.<name>` and, with `hasFix`, `fcm.problem.<name>.fix`. */
export interface Finding {
  readonly rule: Rule;
  readonly name: string;
  readonly severity: Problem['severity'];
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly hasFix: boolean;
  readonly certainty: Certainty;
  /** Present on errors: FCM would refuse the request. */
  readonly wire: WireWords | null;
}

/** What Google says when it names no rule. Source: «FCM error codes». */
export const plainRefusal = 'Request contains an invalid argument.';

/** Cuts a text that stands in a sentence; `max` in UTF-16 units. */
export const shorten = (text: string, max = 80): string => (text.length <= max ? text : `${text.slice(0, max)}…`);

interface Extra {
  readonly hasFix?: boolean;
  readonly certainty?: Certainty;
}

const finding = (
  rule: Rule,
  name: string,
  path: string,
  params: Finding['params'],
  rest: Pick<Finding, 'severity' | 'certainty' | 'wire'> & Extra,
): Finding => ({ rule, name, path, params, hasFix: false, ...rest });

/** The body does not fit FCM's types: Google answers with a BadRequest alone. */
export const shapeError = (
  name: string,
  place: Place,
  params: Finding['params'],
  violation: { readonly field: string; readonly description: string },
  extra: Extra = {},
): Finding =>
  finding('fields', name, place.json, params, {
    severity: 'error',
    certainty: 'documented',
    wire: { ...violation, badRequest: true, fcmError: false },
    ...extra,
  });

/** The body has the right types and breaks a rule: Google answers with an FcmError, and we name the field beside it. */
export const ruleError = (
  rule: Rule,
  name: string,
  place: Place,
  params: Finding['params'],
  words: { readonly description: string; readonly message?: string; readonly badRequest?: boolean },
  extra: Extra = {},
): Finding =>
  finding(rule, name, place.json, params, {
    severity: 'error',
    certainty: 'documented',
    wire: { field: place.wire, message: plainRefusal, badRequest: true, fcmError: true, ...words },
    ...extra,
  });

/** FCM takes it; the author should know all the same. */
export const advice = (
  severity: 'warning' | 'info',
  name: string,
  path: string,
  params: Finding['params'] = {},
  extra: Extra & { readonly rule?: Rule } = {},
): Finding =>
  finding(extra.rule ?? 'advice', name, path, params, { severity, certainty: 'documented', wire: null, ...extra });

/** A finding as the editor shows it. */
export const toProblem = (found: Finding): Problem => ({
  code: `fcm.${found.name}`,
  severity: found.severity,
  path: found.path,
  phrase: { id: `fcm.problem.${found.name}`, params: { ...found.params } },
  ...(found.hasFix ? { fix: { id: `fcm.problem.${found.name}.fix`, params: { ...found.params } } } : {}),
  certainty: found.certainty,
});
