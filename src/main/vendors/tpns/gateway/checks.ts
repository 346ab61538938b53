import { problemOf } from '../../kit/findings.ts';
import { rowsOf, type Questions, type ReplyRefusal, type ReplyRow } from '../../kit/rows.ts';
import type { Rule, TpnsFinding } from '../payload/rules.ts';
import { refuse } from './reply.ts';

/** TPNS does not publish its order; this one is our own: who sends, what, to whom, when, how often. */
const questions = {
  path: ['HTTP_404', 'guess'],
  method: ['HTTP_405', 'guess'],
  'access-id': ['1008003', 'documented'],
  region: ['1008035', 'documented'],
  app: ['1008035', 'documented'],
  time: ['1008003', 'guess'],
  signature: ['1008003', 'documented'],
  json: ['1008001', 'documented'],
  required: ['1008002', 'documented'],
  values: ['1008007', 'documented'],
  target: ['1008002', 'documented'],
  tokens: ['1008029', 'documented'],
  size: ['1008007', 'documented'],
  times: ['10010012', 'documented'],
  rate: ['1008028', 'documented'],
  repeat: ['10010018', 'documented'],
  phones: ['10010005', 'documented'],
  environment: ['10010005', 'guess'],
} as const satisfies Questions<string>;
/** Id of a check in a verdict. */
export type Question = keyof typeof questions;

/** Makes rows. */
export const rows = rowsOf<Question, ReplyRefusal>('tpns', questions);

const ruleOrder: readonly Rule[] = ['required', 'values', 'target', 'tokens', 'size', 'times'];

/** The rules of the payload as rows. With `ignoreTokens` a bad token is listed in the answer and fails nothing. */
export const ruleRows = (findings: readonly TpnsFinding[], ignoreTokens: boolean): ReplyRow[] =>
  ruleOrder.flatMap((rule): ReplyRow[] => {
    const own = findings.filter((found) => found.question === rule && found.refusal !== null);
    if (own.length === 0) return [rows.passed(rule)];
    return own.map((found) => {
      const refusal = rule === 'tokens' && ignoreTokens ? null : refuse(found.refusal?.code ?? '');
      return rows.byRule(rule, problemOf('tpns')(found).phrase, found.certainty, refusal);
    });
  });
