/** Requests that bring about each row of the table. Nothing but tests imports it. */
import type { Refusal } from '../kit/samples.ts';
import {
  appId, body, deadToken, decide, deviceToken, facts, grant, jwt, nowMs, projectId, registry, replyText, scene, sceneCapture, send,
  tokenCapture, withBearer, type Answer,
} from './samples.ts'; // prettier-ignore

const own = (issued: Answer) => withBearer(`Bearer ${replyText(issued, 'access_token')}`);
const expired = (): Answer => {
  const issued = decide(tokenCapture(grant));
  return send(body(), { memory: issued.memory, atMs: nowMs + 3_600_000 }, own(issued));
};
const unknownProject = (): Answer => {
  const { projectId: _projectId, ...values } = facts.values;
  const unbound = { mode: 'strict', registry: { ...registry, credentials: [{ ...facts, values }] } } as const;
  const issued = decide(tokenCapture(grant), unbound);
  return send(body(), { ...unbound, memory: issued.memory }, { path: '/v2/42/messages:send', ...own(issued) });
};
const test = (tokens: readonly string[]) =>
  sceneCapture(scene({ options: { testMessage: true }, target: { token: [...tokens] } }));
const usedUp = (): Answer => {
  const { memory } = decide(test([deviceToken]));
  const today = { ...memory.today, counts: new Map([[`test ${projectId}`, 1000]]) };
  return decide(test([deviceToken]), { memory: { ...memory, today } });
};
const tooFast = (): Answer =>
  send(body(), { memory: { ...send(body()).memory, rates: new Map([[appId, { startedAtMs: nowMs, used: 6000 }]]) } });
const quiet = (android: Record<string, string | number>) => body({ android: { notification: null, ...android } });
const twoDays = jwt({}, { exp: nowMs / 1000 + 172_800 });
const over = jwt({}, { iat: nowMs / 1000 - 3601, exp: nowMs / 1000 - 1 });

/** One for each code. */
export const refusals: readonly Refusal[] = [
  ['80100000', () => send(body({ message: { token: [deviceToken, deadToken] } }))],
  ['80100001', () => send('{')],
  ['80100003', () => send(body({ message: { data: {} } }))],
  ['80100004', () => send(quiet({ ttl: '1296001s' }))],
  ['80100013', () => send(quiet({ collapse_key: 101 }))],
  ['80200001', () => send(body(), {}, { headers: [] })],
  ['80200003', expired],
  ['80200005', () => decide(sceneCapture(scene(), '0', over))],
  ['80300002', unknownProject],
  ['80300007', () => send(body({ message: { token: [deadToken] } }))],
  ['80300008', () => send(body({ message: { data: 'x'.repeat(4097) } }))],
  ['80300010', () => send({ message: { data: 'x' } })],
  ['80300029', usedUp],
  ['80300030', () => decide(test(Array.from({ length: 11 }, (_, index) => `t${index}`)))],
  ['80300036', () => decide(sceneCapture(scene(), '0', twoDays))],
  ['1101', () => decide(tokenCapture('grant_type=password'))],
  ['HTTP_404', () => send(body(), {}, { path: '/' })],
  ['HTTP_405', () => send(body(), {}, { method: 'GET' })],
  ['HTTP_503', tooFast],
];
