import type { Certainty, Check, Phrase, VendorId, Verdict } from '../../../shared/contract/index.ts';
import type { WireResponse } from '../vendor.ts';

/** An answer that refuses. `code` is the one the vendor's error table explains. */
export interface Refusal {
  readonly code: string;
  readonly reply: WireResponse;
}
/** A check of a verdict with the answer it would give; null unless it failed. */
export interface Row extends Check {
  readonly refusal: Refusal | null;
}
/** Per question: the code it answers with, and how sure we are that the vendor asks it. */
export type Questions<Q extends string> = Readonly<Record<Q, readonly [code: string, certainty: Certainty]>>;

type Params = Phrase['params'];

/** Makes the rows of one vendor. Words: `<vendor>.check.<question>` when passed, `<vendor>.check.<question>.<why>` else. */
export const rowMaker = <Q extends string>(vendor: VendorId, questions: Questions<Q>) => {
  const words = (name: string, params: Params): Phrase => ({
    id: `${vendor}.check.${name}`,
    ...(params ? { params } : {}),
  });
  const row = (id: Q, outcome: Check['outcome'], phrase: Phrase, refusal: Refusal | null = null): Row => {
    const [code, certainty] = questions[id];
    return { id, outcome, code: refusal?.code ?? code, phrase, certainty, refusal };
  };
  return {
    passed: (id: Q, params?: Params): Row => row(id, 'passed', words(id, params)),
    /** Let through because nothing known contradicts it. */
    unverified: (id: Q, why: string, params?: Params): Row => row(id, 'unverified', words(`${id}.${why}`, params)),
    /** Not asked, because it needs what an earlier check did not find. */
    notReached: (id: Q): Row => row(id, 'not-reached', words('not-reached', undefined)),
    failed: (id: Q, why: string, refusal: Refusal, params?: Params): Row =>
      row(id, 'failed', words(`${id}.${why}`, params), refusal),
    /** A rule of the payload: its own words and certainty. `refusal` null: only the strict vendor would refuse. */
    byRule: (id: Q, phrase: Phrase, certainty: Certainty, refusal: Refusal | null): Row => ({
      ...row(id, refusal ? 'failed' : 'unverified', phrase, refusal),
      certainty,
    }),
  };
};

/** The first check that failed; null: none did. */
export const firstRefusal = (rows: readonly Row[]): { readonly row: Row; readonly refusal: Refusal } | null => {
  for (const row of rows) if (row.refusal) return { row, refusal: row.refusal };
  return null;
};

/** The verdict of a list of checks: refused by the first that failed, else accepted with `why`. */
export const verdictOf = (rows: readonly Row[], why: Phrase): Verdict => {
  const first = firstRefusal(rows);
  return {
    accepted: first === null,
    status: first?.refusal.reply.status ?? 200,
    code: first?.refusal.code ?? null,
    why: first?.row.phrase ?? why,
    checks: rows.map(({ id, outcome, code, phrase, certainty }) => ({ id, outcome, code, phrase, certainty })),
  };
};
