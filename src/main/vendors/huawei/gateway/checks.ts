import { rowsOf } from '../../kit/rows.ts';

/**
 * The questions in the order they are asked. Huawei publishes codes and causes, not the order; this one is the least surprising:
 * who sends, what, to whom.
 */
const questions = {
  path: ['HTTP_404', 'documented'],
  method: ['HTTP_405', 'guess'],
  authorization: ['80200001', 'documented'],
  bearer: ['80200001', 'documented'],
  jwt: ['80200001', 'documented'],
  'jwt-life': ['80300036', 'documented'],
  'jwt-time': ['80200005', 'documented'],
  signature: ['80200001', 'guess'],
  json: ['80100001', 'guess'],
  target: ['80300010', 'documented'],
  size: ['80300008', 'documented'],
  structure: ['80100003', 'documented'],
  collapse: ['80100013', 'documented'],
  ttl: ['80100004', 'documented'],
  'test-limit': ['80300030', 'documented'],
  'test-day': ['80300029', 'documented'],
  app: ['80300002', 'documented'],
  urgency: ['80300011', 'documented'],
  tokens: ['80300007', 'documented'],
  rate: ['HTTP_503', 'documented'],
  quota: ['80000000', 'documented'],
  grant: ['1101', 'guess'],
  client: ['1101', 'guess'],
  secret: ['1101', 'guess'],
} as const;

/** Rows of a verdict of Huawei's gateway. */
export const checks = rowsOf<keyof typeof questions>('huawei', questions);
