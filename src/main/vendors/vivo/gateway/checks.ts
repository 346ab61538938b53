import type { Phrase } from '../../../../shared/contract/index.ts';
import { problemOf } from '../../kit/findings.ts';
import { rowsOf, type Questions, type ReplyRefusal, type ReplyRow } from '../../kit/rows.ts';
import type { Rule, VivoFinding } from '../payload/rules.ts';
import { refuse } from './reply.ts';

/** vivo does not publish its order; this one is our own: who sends, then what, then to whom, then how often. */
const questions = {
  path: ['HTTP_404', 'guess'],
  method: ['HTTP_405', 'guess'],
  json: ['HTTP_400', 'guess'],
  'auth-token': ['10000', 'reported'],
  app: ['10094', 'documented'],
  target: ['10050', 'documented'],
  'notify-type': ['10054', 'documented'],
  title: ['10055', 'documented'],
  content: ['10057', 'guess'],
  'time-to-live': ['10059', 'guess'],
  'skip-type': ['10060', 'guess'],
  'skip-content': ['10062', 'guess'],
  'network-type': ['10064', 'guess'],
  'custom-map': ['10065', 'guess'],
  'request-id': ['10066', 'guess'],
  class: ['10051', 'guess'],
  category: ['10096', 'documented'],
  'push-mode': ['10084', 'guess'],
  'plain-text': ['10104', 'reported'],
  task: ['HTTP_400', 'guess'],
  targets: ['10252', 'documented'],
  device: ['10302', 'documented'],
  'test-device': ['10302', 'documented'],
  hours: ['10071', 'reported'],
  quota: ['10070', 'documented'],
  'to-all': ['10254', 'documented'],
  rate: ['10072', 'documented'],
  'device-quota': ['10070', 'documented'],
  'auth-app-id': ['10200', 'documented'],
  'auth-app-key': ['10201', 'documented'],
  'auth-timestamp': ['10203', 'reported'],
  'auth-sign': ['10204', 'reported'],
  'known-app': ['10205', 'reported'],
  'known-key': ['10202', 'reported'],
  window: ['10207', 'reported'],
  signature: ['10206', 'reported'],
  'auth-rate': ['10250', 'reported'],
} as const satisfies Questions<string>;
/** Id of a check in a verdict. */
export type Question = keyof typeof questions;

/** Makes rows. */
export const rows = rowsOf<Question, ReplyRefusal>('vivo', questions);

const ruleOrder: readonly Rule[] = [
  'target', 'notify-type', 'title', 'content', 'time-to-live', 'skip-type', 'skip-content', 'network-type', 'custom-map',
  'request-id', 'class', 'category', 'push-mode', 'plain-text',
]; // prettier-ignore

const wordsOf = (found: VivoFinding): Phrase => problemOf('vivo')(found).phrase;

/** The rules of the payload as rows, one per rule that has nothing to say and one per mistake. */
export const ruleRows = (
  findings: readonly VivoFinding[],
  isStrict: boolean,
  without: readonly Rule[] = [],
): ReplyRow[] =>
  ruleOrder
    .filter((rule) => !without.includes(rule))
    .flatMap((rule): ReplyRow[] => {
      const own = findings.filter((found) => found.question === rule && found.refusal !== null);
      if (own.length === 0) return [rows.passed(rule)];
      return own.map((found) => {
        const refusal: ReplyRefusal | null =
          found.severity === 'error' || isStrict ? refuse(found.refusal?.code ?? '', fieldOf(found)) : null;
        return rows.byRule(rule, wordsOf(found), found.certainty, refusal);
      });
    });

const fieldOf = (found: VivoFinding): string => found.path.replace(/^\$\.?/, '') || 'regId';
