import { rowsOf, type Questions } from '../../kit/rows.ts';
import type { PayloadQuestion } from '../payload/rules.ts';

/** What the gateway asks beyond the message itself. */
export type Question =
  | 'path'
  | 'method'
  | 'encoding'
  | 'app-key'
  | 'timestamp'
  | 'sign'
  | 'auth-token'
  | 'message'
  | 'batch'
  | 'saved'
  | 'duplicate'
  | 'registered'
  | 'quota'
  | 'device-quota'
  | 'rate'
  | PayloadQuestion;

/** OPPO does not publish its order; this one is inferred. */
const questions: Questions<Question> = {
  path: ['20', 'guess'],
  method: ['12', 'measured'],
  encoding: ['25', 'measured'],
  'app-key': ['14', 'measured'],
  timestamp: ['19', 'documented'],
  sign: ['16', 'documented'],
  'auth-token': ['11', 'documented'],
  message: ['40', 'measured'],
  batch: ['41', 'documented'],
  saved: ['31', 'measured'],
  target: ['41', 'documented'],
  texts: ['41', 'documented'],
  click: ['41', 'documented'],
  parameters: ['41', 'documented'],
  times: ['41', 'documented'],
  category: ['67', 'reported'],
  template: ['54', 'reported'],
  pictures: ['30', 'documented'],
  duplicate: ['32', 'documented'],
  registered: ['10000', 'measured'],
  quota: ['33', 'documented'],
  'device-quota': ['33', 'documented'],
  rate: ['-2', 'measured'],
};

export const { passed, unverified, notReached, failed, ofFindings } = rowsOf('oppo', questions);
