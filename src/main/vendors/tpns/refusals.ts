/** Requests that bring about each row of the table. Nothing but tests imports it. */
import type { JsonObject } from '../kit/json.ts';
import type { Refusal } from '../kit/samples.ts';
import { body, capture, dead, decide, nowMs, secretKey, without, type DecideOptions } from './samples.ts';
import { basicOf } from './sign.ts';

const send = (content: unknown, options: DecideOptions = {}) => decide(capture(content), options);
const toAll = (content: string): JsonObject => ({
  ...without('token_list'),
  audience_type: 'all',
  message: { title: 'a', content },
});
const strict = { mode: 'strict' } as const;
const afterOne = (content: string, waitMs: number) => {
  const { memory } = send(toAll('one'), strict);
  return send(toAll(content), { ...strict, memory, atMs: nowMs + waitMs });
};
const broken = capture('{', { headers: [['Authorization', basicOf('1500000001', secretKey)]] });

/** One for each code. */
export const refusals: readonly Refusal[] = [
  ['1008001', () => decide(broken)],
  ['1008002', () => send(without('audience_type'))],
  ['1008003', () => decide(capture(body(), { headers: [] }))],
  ['1008007', () => send(body({ message_type: 'x' }))],
  ['1008028', () => afterOne('two', 0)],
  ['1008029', () => send(body({ token_list: ['x'.repeat(37)] }))],
  ['1008035', () => decide(capture(body(), { host: 'api.tpns.hk.tencent.com' }))],
  ['10010005', () => send(body({ token_list: [dead] }))],
  ['10010012', () => send({ ...toAll('one'), send_time: '2026-11-21 09:49:00' })],
  ['10010018', () => afterOne('one', 2000)],
  ['HTTP_404', () => decide(capture('', { path: '/x' }))],
  ['HTTP_405', () => decide(capture(body(), { method: 'GET' }))],
];
