import type { Certainty, Check, Phrase, VendorId, Verdict } from '../../../shared/contract/index.ts';
import type { WireResponse } from '../vendor.ts';
import { problemOf, type Finding } from './findings.ts';

/** An answer that says no: the vendor's code and the answer itself. */
export interface Refusal {
  readonly code: string;
  readonly reply: WireResponse;
}

/** A check with the answer it would give; null unless it failed. */
export interface CheckRow extends Check {
  readonly refusal: Refusal | null;
}

type Params = Phrase['params'];
const phrase = (id: string, params: Params): Phrase => ({ id, ...(params ? { params } : {}) });

/** Makes the rows of a verdict. Words: `<vendor>.check.<question>` when it passes, else `<vendor>.check.<question>.<why>`. */
export interface CheckMaker<Q extends string> {
  passed(id: Q, params?: Params): CheckRow;
  /** Let through because nothing known contradicts it. */
  unverified(id: Q, why: string, params?: Params): CheckRow;
  /** Not asked, because it needs what an earlier check did not find. Words: `<vendor>.check.not-reached`. */
  notReached(id: Q): CheckRow;
  failed(id: Q, why: string, refusal: Refusal, params?: Params): CheckRow;
  /** One row per finding of this rule, in the words of the problem; one passed row when there is none. */
  fromFindings(id: Q, findings: readonly Finding[], refuse: (finding: Finding) => Refusal): CheckRow[];
}

/** `questions`: in the order they are asked, each with the code it usually answers with and how sure we are that it is asked. */
export const createChecks = <Q extends string>(
  vendor: VendorId,
  questions: Readonly<Record<Q, readonly [code: string, certainty: Certainty]>>,
): CheckMaker<Q> => {
  const row = (id: Q, outcome: Check['outcome'], words: Phrase): CheckRow => {
    const [code, certainty] = questions[id];
    return { id, outcome, code, phrase: words, certainty, refusal: null };
  };
  return {
    passed: (id, params) => row(id, 'passed', phrase(`${vendor}.check.${id}`, params)),
    unverified: (id, why, params) => row(id, 'unverified', phrase(`${vendor}.check.${id}.${why}`, params)),
    notReached: (id) => row(id, 'not-reached', { id: `${vendor}.check.not-reached` }),
    failed: (id, why, refusal, params) => ({
      ...row(id, 'failed', phrase(`${vendor}.check.${id}.${why}`, params)),
      code: refusal.code,
      refusal,
    }),
    fromFindings: (id, findings, refuse) => {
      const own = findings.filter((found) => found.rule === id && found.refusal !== null);
      if (own.length === 0) return [row(id, 'passed', phrase(`${vendor}.check.${id}`, undefined))];
      return own.map((found) => {
        const refusal = refuse(found);
        const { phrase: words } = problemOf(vendor, found);
        return { ...row(id, 'failed', words), code: refusal.code, certainty: found.certainty, refusal };
      });
    },
  };
};

/** The first failed check with an answer; null: none failed. */
export const firstRefusal = (rows: readonly CheckRow[]): { row: CheckRow; refusal: Refusal } | null => {
  for (const row of rows) if (row.refusal) return { row, refusal: row.refusal };
  return null;
};

/** The verdict of a list of checks: refused by the first that failed, else accepted with `why`. */
export const verdictOf = (rows: readonly CheckRow[], why: Phrase, status = 200): Verdict => {
  const first = firstRefusal(rows);
  return {
    accepted: first === null,
    status: first?.refusal.reply.status ?? status,
    code: first?.refusal.code ?? null,
    why: first?.row.phrase ?? why,
    checks: rows.map(({ refusal: _refusal, ...check }) => check),
  };
};
