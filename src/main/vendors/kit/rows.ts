import type { Certainty, Check, Phrase, Verdict, VendorId } from '../../../shared/contract/index.ts';
import type { WireResponse } from '../vendor.ts';
import { problemOf, type Finding, type Refusal } from './findings.ts';

/** What every refusal of a gateway has, whatever else the vendor answers. */
type AnyRefusal = Pick<Refusal, 'status' | 'code'>;
/** A refusal that brings the whole answer along. `code` is the one the vendor's error table explains. */
export interface ReplyRefusal extends AnyRefusal {
  readonly reply: WireResponse;
}
/** A refusal from its whole answer. */
export const refuseWith = (code: string, reply: WireResponse): ReplyRefusal => ({ code, reply, status: reply.status });
/** A check of a gateway with the answer it would give; null unless it failed. */
export interface Row<R extends AnyRefusal = Refusal> extends Check {
  readonly refusal: R | null;
}
/** A row of a vendor whose refusals bring the whole answer along. */
export type ReplyRow = Row<ReplyRefusal>;
/** The questions a gateway asks, each with the code it answers with and how sure we are that the vendor asks it. */
export type Questions<Q extends string> = Readonly<Record<Q, readonly [code: string, certainty: Certainty]>>;
type Params = Phrase['params'];

const phrase = (id: string, params: Params): Phrase => ({ id, ...(params ? { params } : {}) });

/** Makes the rows of one vendor's verdicts. Words: `<vendor>.check.<question>` and `<vendor>.check.<question>.<why>`. */
export const rowsOf = <Q extends string, R extends AnyRefusal = Refusal>(vendor: VendorId, questions: Questions<Q>) => {
  const row = (id: Q, outcome: Check['outcome'], words: Phrase): Row<R> => {
    const [code, certainty] = questions[id];
    return { id, outcome, code, phrase: words, certainty, refusal: null };
  };
  const name = (id: Q, why?: string): string => `${vendor}.check.${id}${why === undefined ? '' : `.${why}`}`;
  const toProblem = problemOf(vendor);
  const passed = (id: Q, params?: Params): Row<R> => row(id, 'passed', phrase(name(id), params));
  return {
    passed,
    /** Let through because nothing known contradicts it. */
    unverified: (id: Q, why: string, params?: Params): Row<R> => row(id, 'unverified', phrase(name(id, why), params)),
    /** Not asked, because it needs what an earlier check did not find. Words: `<vendor>.check.not-reached`. */
    notReached: (id: Q): Row<R> => row(id, 'not-reached', { id: `${vendor}.check.not-reached` }),
    failed: (id: Q, why: string, refusal: R, params?: Params): Row<R> => ({
      ...row(id, 'failed', phrase(name(id, why), params)),
      code: refusal.code,
      refusal,
    }),
    /** A rule of the payload: its own words and certainty. `refusal` null: only the strict vendor would refuse. */
    byRule: (id: Q, words: Phrase, certainty: Certainty, refusal: R | null): Row<R> => ({
      ...row(id, refusal ? 'failed' : 'unverified', words),
      certainty,
      ...(refusal ? { code: refusal.code, refusal } : {}),
    }),
    /** The findings that answer this question, one row each in the words of the problem; none: passed. */
    ofFindings: (id: Q, findings: readonly Finding<Q, R>[]): Row<R>[] => {
      const rows = findings.flatMap((found): Row<R>[] => {
        if (found.question !== id || !found.refusal) return [];
        const { code } = found.refusal;
        const words = toProblem(found).phrase;
        return [{ id, outcome: 'failed', code, phrase: words, certainty: found.certainty, refusal: found.refusal }];
      });
      return rows.length === 0 ? [passed(id)] : rows;
    },
  };
};

/** The first failed check with an answer; null: none failed. */
export const firstRefusal = <R extends AnyRefusal>(
  rows: readonly Row<R>[],
): { readonly row: Row<R>; readonly refusal: R } | null => {
  for (const row of rows) if (row.refusal) return { row, refusal: row.refusal };
  return null;
};

/** The verdict of a list of checks: refused by the first that failed, else accepted with `why`. */
export const verdictOf = <R extends AnyRefusal>(rows: readonly Row<R>[], why: Phrase): Verdict => {
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
