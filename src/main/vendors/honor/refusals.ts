/** Requests that bring about each row of the table. Nothing but tests imports it. */
import type { Refusal } from '../kit/samples.ts';
import {
  body, clientId, deadToken, decide, deviceToken, facts, grant, headers, nowMs, registry, replyText, send, tokenCapture, type Answer,
  type DecideOptions,
} from './samples.ts'; // prettier-ignore

/** A send with a token that the gateway gave out before. */
const withIssued = (options: DecideOptions): Answer => {
  const issued = decide(tokenCapture(grant), options);
  const own = headers({ authorization: `Bearer ${replyText(issued, 'access_token')}` });
  return send(body(), { ...options, memory: issued.memory }, own);
};
const later = (): Answer => {
  const issued = decide(tokenCapture(grant));
  const own = headers({ authorization: `Bearer ${replyText(issued, 'access_token')}` });
  return send(body(), { memory: issued.memory, atMs: nowMs + 3_600_000 }, own);
};
const unbound = { ...registry, credentials: [{ ...facts, values: { clientId } }] };

/** One for each code. */
export const refusals: readonly Refusal[] = [
  ['FAIL_TOKENS', () => send(body({ root: { token: [deviceToken, deadToken] } }))],
  ['SEND_RESULT_FALSE', () => send(body({ root: { token: [deadToken] } }))],
  ['80100001', () => send('{')],
  ['80100003', () => send(body({ root: { token: [] } }))],
  ['80200001', () => send(body(), {}, headers({ authorization: null }))],
  ['80200003', later],
  ['80300002', () => withIssued({ mode: 'strict', registry: unbound })],
  ['80300008', () => send(body({ root: { data: 'x'.repeat(4097) } }))],
  ['unauthorized_client', () => decide(tokenCapture('grant_type=client_credentials'))],
  ['unsupported_grant_type', () => decide(tokenCapture('grant_type=password'))],
  ['HTTP_404', () => send(body(), {}, { path: '/' })],
  ['HTTP_405', () => send(body(), {}, { method: 'GET' })],
];
