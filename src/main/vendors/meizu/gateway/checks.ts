import { problemOf } from '../../kit/findings.ts';
import { rowsOf, type Questions, type ReplyRefusal, type ReplyRow } from '../../kit/rows.ts';
import type { MeizuFinding, Rule } from '../payload/rules.ts';
import { refuse } from './reply.ts';

/** Meizu does not publish its order; this one is our own: who sends, then to whom, then what, then how often. */
const questions = {
  path: ['HTTP_404', 'guess'],
  method: ['HTTP_405', 'guess'],
  app: ['110000', 'documented'],
  signature: ['1006', 'documented'],
  targets: ['110004', 'documented'],
  task: ['110032', 'documented'],
  'push-type': ['1005', 'documented'],
  message: ['110004', 'documented'],
  texts: ['1005', 'documented'],
  click: ['1005', 'documented'],
  times: ['1005', 'documented'],
  fields: ['1005', 'documented'],
  'pass-through': ['110053', 'documented'],
  rate: ['110010', 'documented'],
  bulk: ['110019', 'documented'],
  phones: ['value.110002', 'documented'],
} as const satisfies Questions<string>;
/** Id of a check in a verdict. */
export type Question = keyof typeof questions;

/** Makes rows. */
export const rows = rowsOf<Question, ReplyRefusal>('meizu', questions);

const ruleOrder: readonly Rule[] = ['texts', 'click', 'times', 'fields'];

/** The rules of the message as rows. */
export const ruleRows = (findings: readonly MeizuFinding[]): ReplyRow[] =>
  ruleOrder.flatMap((rule): ReplyRow[] => {
    const own = findings.filter((found) => found.question === rule && found.refusal !== null);
    if (own.length === 0) return [rows.passed(rule)];
    return own.map((found) => rows.byRule(rule, problemOf('meizu')(found).phrase, found.certainty, refuse('1005')));
  });
