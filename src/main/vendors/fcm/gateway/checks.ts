import type { Certainty, Check, Phrase, Verdict } from '../../../../shared/contract/index.ts';
import type { Refusal } from './reply.ts';

/**
 * The questions a request is asked, in order, each with the code it answers with and how sure we are that Google asks it. Google
 * does not publish its order; this one fits what senders see: authentication before shape, shape before token.
 */
const questions = {
  path: ['HTTP_404', 'reported'],
  method: ['HTTP_405', 'guess'],
  authorization: ['UNAUTHENTICATED', 'measured'],
  bearer: ['UNAUTHENTICATED', 'measured'],
  project: ['PERMISSION_DENIED', 'reported'],
  scope: ['PERMISSION_DENIED', 'guess'],
  json: ['INVALID_ARGUMENT', 'measured'],
  fields: ['INVALID_ARGUMENT', 'documented'],
  target: ['INVALID_ARGUMENT', 'documented'],
  'reserved-keys': ['INVALID_ARGUMENT', 'documented'],
  values: ['INVALID_ARGUMENT', 'documented'],
  size: ['INVALID_ARGUMENT', 'documented'],
  'token-shape': ['INVALID_ARGUMENT', 'reported'],
  sender: ['SENDER_ID_MISMATCH', 'documented'],
  registered: ['UNREGISTERED', 'documented'],
  package: ['INVALID_ARGUMENT', 'documented'],
  quota: ['QUOTA_EXCEEDED', 'documented'],
  grant: ['unsupported_grant_type', 'reported'],
  'grant-fields': ['invalid_request', 'guess'],
  assertion: ['invalid_grant', 'guess'],
  account: ['invalid_grant', 'reported'],
  signature: ['invalid_grant', 'measured'],
  times: ['invalid_grant', 'reported'],
  audience: ['invalid_grant', 'guess'],
  scopes: ['invalid_scope', 'guess'],
  subject: ['unauthorized_client', 'documented'],
  'refresh-token': ['invalid_grant', 'guess'],
} as const satisfies Record<string, readonly [string, Certainty]>;
/** Id of a check in a verdict. */
export type Question = keyof typeof questions;

/** A check with the answer it would give; null unless it failed. */
export interface Row extends Check {
  readonly refusal: Refusal | null;
}

type Params = Phrase['params'];
const phrase = (id: string, params: Params): Phrase => ({ id, ...(params ? { params } : {}) });

const row = (id: Question, outcome: Check['outcome'], words: Phrase): Row => {
  const [code, certainty] = questions[id];
  return { id, outcome, code, phrase: words, certainty, refusal: null };
};

/** Words: `fcm.check.<question>`. */
export const passed = (id: Question, params?: Params): Row => row(id, 'passed', phrase(`fcm.check.${id}`, params));

/** Let through because nothing known contradicts it. Words: `fcm.check.<question>.<why>`. */
export const unverified = (id: Question, why: string, params?: Params): Row =>
  row(id, 'unverified', phrase(`fcm.check.${id}.${why}`, params));

/** Not asked, because it needs what an earlier check did not find. */
export const notReached = (id: Question): Row => row(id, 'not-reached', { id: 'fcm.check.not-reached' });

/** Words: `fcm.check.<question>.<why>`. */
export const failed = (id: Question, why: string, refusal: Refusal, params?: Params): Row => ({
  ...row(id, 'failed', phrase(`fcm.check.${id}.${why}`, params)),
  code: refusal.code,
  refusal,
});

/** A failed check in the words of a problem of the payload. */
export const failedBecause = (id: Question, words: Phrase, certainty: Certainty, refusal: Refusal): Row => ({
  ...row(id, 'failed', words),
  code: refusal.code,
  certainty,
  refusal,
});

/** The first failed check with an answer; null: none failed. */
export const firstRefusal = (rows: readonly Row[]): { readonly row: Row; readonly refusal: Refusal } | null => {
  for (const row of rows) if (row.refusal) return { row, refusal: row.refusal };
  return null;
};

/** The verdict of a list of checks: refused by the first that failed, else accepted with `why`. */
export const verdictOf = (rows: readonly Row[], why: Phrase): Verdict => {
  const first = firstRefusal(rows);
  return {
    accepted: first === null,
    status: first?.refusal.status ?? 200,
    code: first?.refusal.code ?? null,
    why: first?.row.phrase ?? why,
    checks: rows.map(({ id, outcome, code, phrase: words, certainty }) => ({
      id,
      outcome,
      code,
      phrase: words,
      certainty,
    })),
  };
};
