import { rowsOf, type Questions } from '../../kit/rows.ts';
import type { PayloadQuestion } from '../payload/rules.ts';

/** What the gateway asks beyond the push itself. */
export type Question =
  | 'path'
  | 'method'
  | 'content-type'
  | 'authorization'
  | 'secret'
  | 'form'
  | 'owner'
  | 'payload-encoding'
  | 'registered'
  | 'quota'
  | 'device-quota'
  | 'rate'
  | PayloadQuestion;

/** Xiaomi does not publish its order; this one is inferred: the way in, then the form, then the app, then what only it knows. */
const questions: Questions<Question> = {
  path: ['10020', 'documented'],
  method: ['10021', 'documented'],
  'content-type': ['10007', 'documented'],
  authorization: ['21305', 'guess'],
  secret: ['21301', 'documented'],
  form: ['65011', 'documented'],
  target: ['10016', 'documented'],
  package: ['10016', 'documented'],
  owner: ['22022', 'documented'],
  'pass-through': ['10017', 'documented'],
  texts: ['10017', 'documented'],
  numbers: ['10017', 'documented'],
  extra: ['65014', 'documented'],
  click: ['10017', 'documented'],
  callback: ['65038', 'documented'],
  'payload-encoding': ['10017', 'documented'],
  channel: ['27001', 'documented'],
  template: ['10017', 'guess'],
  registered: ['20301', 'documented'],
  quota: ['200001', 'documented'],
  'device-quota': ['200001', 'documented'],
  rate: ['10027', 'documented'],
};

export const { passed, unverified, notReached, failed, ofFindings } = rowsOf('xiaomi', questions);
