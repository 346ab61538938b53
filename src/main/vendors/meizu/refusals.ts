/** Requests that bring about each row of the table. Nothing but tests imports it. */
import type { JsonObject } from '../kit/json.ts';
import type { Refusal } from '../kit/samples.ts';
import { newMemory, type MeizuMemory } from './gateway/memory.ts';
import {
  capture, deadPushId, decide, foreignPushId, form, message, nowMs, push, pushMessage,
} from './samples.ts'; // prettier-ignore

const strict = { mode: 'strict' } as const;
const day = Math.floor((nowMs + 28_800_000) / 86_400_000);
const used = (over: Partial<Record<'inSecond' | 'bulk', number>>): MeizuMemory => ({
  ...newMemory(),
  apps: new Map([['100999', { second: Math.floor(nowMs / 1000), inSecond: 0, day, bulk: 0, ...over }]]),
});
/** The last of several pushes to one phone. */
const nth = (count: number, content: JsonObject) => {
  let answer = pushMessage(content, strict);
  for (let n = 1; n < count; n += 1) answer = pushMessage(content, { ...strict, memory: answer.memory });
  return answer;
};
const toAll = form({ pushIds: null, pushType: '0' });
const through = form({ messageJson: '{"title":"a","content":"b"}' });

/** One for each code. */
export const refusals: readonly Refusal[] = [
  ['1005', () => push({ messageJson: '{' })],
  ['1006', () => push({ sign: '0'.repeat(32) })],
  ['110000', () => push({ appId: '7' }, strict)],
  ['110004', () => push({ messageJson: null })],
  ['110010', () => push({}, { ...strict, memory: used({ inSecond: 500 }) })],
  ['110019', () => decide(capture('pushTask/pushToApp', toAll), { ...strict, memory: used({ bulk: 1000 }) })],
  ['110032', () => decide(capture('task/varnished/pushByPushId', form({ messageJson: null, taskId: '777777' })))],
  ['110053', () => decide(capture('unvarnished/pushByPushId', through), strict)],
  ['value.520', () => nth(6, message())],
  ['value.110002', () => push({ pushIds: deadPushId })],
  ['value.110003', () => push({ pushIds: foreignPushId }, strict)],
  ['value.110011', () => nth(4, message({ noticeBarInfo: { title: 'a', content: 'b' } }))],
  ['HTTP_404', () => decide(capture('other', ''))],
  ['HTTP_405', () => decide(capture('varnished/pushByPushId', form(), { method: 'GET' }))],
];
