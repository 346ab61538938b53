import { rowsOf } from '../../kit/rows.ts';

/** The questions in the order they are asked: path, sender, timestamp, body, recipients. Honor publishes no order; this is a guess. */
const questions = {
  path: ['HTTP_404', 'guess'],
  method: ['HTTP_405', 'guess'],
  authorization: ['80200001', 'guess'],
  bearer: ['80200001', 'guess'],
  timestamp: ['80100001', 'documented'],
  json: ['80100001', 'guess'],
  target: ['80100003', 'guess'],
  size: ['80300008', 'guess'],
  structure: ['80100003', 'documented'],
  ttl: ['80100003', 'documented'],
  app: ['80300002', 'guess'],
  tokens: ['SEND_RESULT_FALSE', 'guess'],
  quota: ['FAIL_TOKENS', 'reported'],
  grant: ['unsupported_grant_type', 'guess'],
  client: ['unauthorized_client', 'measured'],
  secret: ['unauthorized_client', 'measured'],
} as const;

/** Rows of a verdict of Honor's gateway. */
export const checks = rowsOf<keyof typeof questions>('honor', questions);
