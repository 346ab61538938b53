import { toProblem } from '../../kit/mistakes.ts';
import { rowMaker, type Questions, type Row } from '../../kit/check-rows.ts';
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
export const rows = rowMaker<Question>('tpns', questions);

const ruleOrder: readonly Rule[] = ['required', 'values', 'target', 'tokens', 'size', 'times'];

/** The rules of the payload as rows. With `ignoreTokens` a bad token is listed in the answer and fails nothing. */
export const ruleRows = (findings: readonly TpnsFinding[], ignoreTokens: boolean): Row[] =>
  ruleOrder.flatMap((rule): Row[] => {
    const own = findings.filter((found) => found.rule === rule && found.code !== null);
    if (own.length === 0) return [rows.passed(rule)];
    return own.map((found) => {
      const refusal = rule === 'tokens' && ignoreTokens ? null : refuse(found.code ?? '');
      return rows.byRule(rule, toProblem('tpns')(found).phrase, found.certainty, refusal);
    });
  });
