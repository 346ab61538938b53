/** Requests that bring about each row of the table. Nothing but tests imports it. */
import type { JsonObject } from '../kit/json.ts';
import type { Refusal } from '../kit/samples.ts';
import type { VivoMemory } from './gateway/memory.ts';
import { idOf } from './payload/read.ts';
import {
  appSecret, authBody, body, capture, deadRegId, decide, facts, nowMs, regId, replyJson, without, withToken, type DecideOptions,
} from './samples.ts'; // prettier-ignore
import { signAuth } from './sign.ts';

const appKey = facts.values['appKey'] ?? '';
const signAt = (timestamp: number): string =>
  signAuth({ appId: '100001', appKey, timestamp: String(timestamp), appSecret });
const auth = (over: JsonObject = {}, options: DecideOptions = {}) =>
  decide(capture('/message/auth', authBody({ sign: signAt(nowMs), ...over })), options);
const send = (content: unknown, over = {}) => decide(capture('/message/send', content, over));

const { memory: issued, authToken } = withToken(signAt(nowMs));
const strictly = (content: unknown, memory = issued, atMs = nowMs, path = '/message/send') =>
  decide(capture(path, content, { headers: [['authToken', authToken]] }), { mode: 'strict', memory, atMs });
const operation = body({ classification: 0, category: 'MARKETING' });
const used = (over: Partial<Record<'system' | 'operation' | 'inSecond', number>>): VivoMemory => {
  const none = { system: 0, operation: 0, testSystem: 0, testOperation: 0, toAll: 0, inSecond: 0 };
  const day = Math.floor((nowMs + 28_800_000) / 86_400_000);
  return { ...issued, sends: new Map([['100001', { day, second: Math.floor(nowMs / 1000), ...none, ...over }]]) };
};
const elevenInASecond = () => {
  let memory = issued;
  for (let n = 0; n < 10; n += 1) ({ memory } = auth({}, { mode: 'strict', memory }));
  return auth({}, { mode: 'strict', memory });
};
const twiceToAll = () => {
  const { memory } = strictly(without('regId'), issued, nowMs, '/message/all');
  return strictly(without('regId'), memory, nowMs, '/message/all');
};
const list = (over: JsonObject) => {
  const { memory, reply } = decide(capture('/message/saveListPayload', without('regId')));
  const taskId = idOf(replyJson({ reply })['taskId']);
  const regIds = [regId, deadRegId];
  return decide(capture('/message/pushToList', { appId: 100001, taskId, requestId: 'l', regIds, ...over }), { memory });
};

/** What one wrong field is answered with. */
const fields: readonly (readonly [string, JsonObject])[] = [
  ['10050', without('regId')],
  ['10051', { ...without('category'), classification: 2 }],
  ['10054', body({ notifyType: 0 })],
  ['10055', body({ title: '' })],
  ['10056', body({ title: 'x'.repeat(41) })],
  ['10057', body({ content: '' })],
  ['10058', body({ content: '一'.repeat(101) })],
  ['10059', body({ timeToLive: 10 })],
  ['10060', body({ skipType: 9 })],
  ['10062', body({ skipType: 3 })],
  ['10064', body({ networkType: 2 })],
  ['10065', body({ clientCustomMap: { a: 'x'.repeat(1100) } })],
  ['10066', without('requestId')],
  ['10067', body({ requestId: 'x'.repeat(65) })],
  ['10084', body({ pushMode: 3 })],
  ['10096', body({ category: 'im' })],
  ['10097', body({ classification: 0 })],
  ['10302', body({ regId: deadRegId })],
];

/** One for each code. */
export const refusals: readonly Refusal[] = [
  ...fields.map(([code, content]): Refusal => [code, () => send(content)]),
  ['10000', () => send(body(), { headers: [] })],
  ['10070', () => strictly(operation, used({ operation: 20_000 }))],
  ['10071', () => strictly(operation, issued, Date.UTC(2026, 10, 21, 15, 0))],
  ['10072', () => strictly(body(), used({ inSecond: 500 }))],
  ['10073', () => strictly(body(), used({ system: 30_000 }))],
  ['10094', () => strictly(without('appId'))],
  ['10104', () => strictly(body({ content: 'See you tonight!' }))],
  ['10200', () => auth({ appId: '' })],
  ['10201', () => auth({ appKey: '' })],
  [
    '10202',
    () => auth({ appKey: 'x', sign: signAuth({ appId: '100001', appKey: 'x', timestamp: String(nowMs), appSecret }) }),
  ],
  ['10203', () => auth({ timestamp: null })],
  ['10204', () => auth({ sign: '' })],
  ['10205', () => auth({ appId: 5, sign: '0'.repeat(32) }, { mode: 'strict' })],
  ['10206', () => auth({ sign: '0'.repeat(32) })],
  ['10207', () => auth({ timestamp: nowMs - 601_000, sign: signAt(nowMs - 601_000) })],
  ['10250', elevenInASecond],
  ['10252', () => list({ regIds: Array.from({ length: 1001 }, (_, n) => `r${n}`) })],
  ['10254', twiceToAll],
  ['10303', () => list({ requestId: 'x'.repeat(65) })],
  ['HTTP_400', () => list({ taskId: 'x' })],
  ['HTTP_404', () => decide(capture('/message/recall', {}))],
  ['HTTP_405', () => send(body(), { method: 'GET' })],
];
