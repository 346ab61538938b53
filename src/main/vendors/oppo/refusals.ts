/** Requests that bring about each row of the table, and helpers to make more. Nothing but tests imports it. */
import { countsOf } from '../kit/counts.ts';
import type { Refusal } from '../kit/samples.ts';
import { signature } from './auth.ts';
import { authPath, sendPaths } from './hosts.ts';
import { dayOf, newMemory, rememberSaved, type OppoMemory } from './gateway/memory.ts';
import {
  appKey, deadRegId, decide, foreignRegId, formCapture, masterSecret, memory, message, notification, nowMs, otherAppRegId, regId,
  send, unicast, type Answer, type DecideOptions,
} from './samples.ts'; // prettier-ignore

export const long = (count: number): string => 'x'.repeat(count);
export const timestamp = String(nowMs);
export const sign = signature(appKey, timestamp, masterSecret);
export const asked = (over: Readonly<Record<string, string | null>> = {}, options: DecideOptions = {}): Answer =>
  decide(
    formCapture(
      authPath,
      Object.entries({ app_key: appKey, timestamp, sign, ...over }).flatMap(([name, value]): [string, string][] =>
        value === null ? [] : [[name, value]],
      ),
    ),
    { memory: newMemory(), ...options },
  );
const one = (over: Readonly<Record<string, unknown>>): Answer => decide(unicast(over));
export const publicOver = { category: 'MARKETING', private_msg_template_id: undefined };
export const today: OppoMemory = { ...memory, day: dayOf(nowMs) };
const saved = rememberSaved(memory, 'm1', { title: 'T', content: 'C', channel_id: 'tuikit' });
export const broadcast = (fields: Readonly<Record<string, string>>, kept = saved): Answer =>
  decide(send('broadcast', Object.entries(fields)), { memory: kept });
export const store = (over: Readonly<Record<string, unknown>> = {}, kept = memory): Answer =>
  decide(
    send(
      'save',
      Object.entries(notification(over)).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
      ),
    ),
    { memory: kept },
  );

/** Code, the failed check, and the request that breaks this one thing. */
export const cases: readonly (readonly [string, string, () => Answer])[] = [
  ['20', 'path: oppo.check.path.unknown', () => decide(formCapture('/server/v1/nowhere', []))],
  ['20', 'path: oppo.check.path.not-imitated', () => decide(formCapture('/server/v1/media/upload/big_picture', []))],
  ['21', 'path: oppo.check.path.unknown', () => decide(formCapture('/server/v1', []))],
  ['22', 'path: oppo.check.path.unknown', () => decide(formCapture('/server/', []))],
  ['23', 'path: oppo.check.path.unknown', () => decide(formCapture('/server/one/auth', []))],
  ['24', 'path: oppo.check.path.unknown', () => decide(formCapture('/server/v2/auth', []))],
  ['12', 'method: oppo.check.method.other', () => decide({ ...unicast(), method: 'GET' })],
  ['25', 'encoding: oppo.check.encoding.not-utf8', () => decide({ ...unicast(), body: Uint8Array.of(0xff, 0xfe) })],
  [
    '41',
    'encoding: oppo.check.encoding.too-long',
    () => decide({ ...unicast(), body: new Uint8Array(8_388_609).fill(97) }),
  ],
  ['15', 'app-key: oppo.check.app-key.missing', () => asked({ app_key: null })],
  ['14', 'app-key: oppo.check.app-key.unknown', () => asked({ app_key: long(32) })],
  ['14', 'app-key: oppo.check.app-key.is-app-id', () => asked({ app_key: '3000001' })],
  ['18', 'timestamp: oppo.check.timestamp.missing', () => asked({ timestamp: null })],
  [
    '19',
    'timestamp: oppo.check.timestamp.form',
    () => asked({ timestamp: 'now', sign: signature(appKey, 'now', masterSecret) }),
  ],
  ['17', 'sign: oppo.check.sign.missing', () => asked({ sign: null })],
  ['16', 'sign: oppo.check.sign.other', () => asked({ sign: 'f'.repeat(64) })],
  [
    '29',
    'auth-token: oppo.check.auth-token.missing',
    () => decide(formCapture(sendPaths.unicast, [['message', JSON.stringify(message())]])),
  ],
  ['11', 'auth-token: oppo.check.auth-token.unknown', () => decide(unicast(), { memory: newMemory() })],
  ['11', 'auth-token: oppo.check.auth-token.expired', () => decide(unicast(), { atMs: nowMs + 86_400_000 })],
  ['40', 'message: oppo.check.message.missing', () => decide(send('unicast', []))],
  ['41', 'message: oppo.check.message.not-json', () => decide(send('unicast', [['message', '{']]))],
  ['41', 'target: oppo.problem.bad-target-type', () => decide(unicast({}, { target_type: 1 }))],
  ['40', 'target: oppo.problem.missing-field', () => decide(unicast({}, { target_value: '' }))],
  ['41', 'target: oppo.problem.several-targets', () => decide(unicast({}, { target_value: `${regId};${regId}` }))],
  ['10000', 'target: oppo.problem.bad-token', () => decide(unicast({}, { target_value: 'nonsense' }))],
  ['40', 'texts: oppo.problem.no-notification', () => decide(unicast({}, { notification: null }))],
  ['40', 'texts: oppo.problem.missing-field', () => one({ title: '' })],
  ['41', 'texts: oppo.problem.too-long', () => one({ title: long(51) })],
  ['41', 'texts: oppo.problem.content-over-limit', () => one({ content: long(51) })],
  ['41', 'click: oppo.problem.bad-click', () => one({ click_action_type: 3 })],
  ['40', 'click: oppo.problem.click-without', () => one({ click_action_activity: '' })],
  ['41', 'parameters: oppo.problem.parameters-not-json', () => one({ action_parameters: 'jump to denny' })],
  ['41', 'times: oppo.problem.bad-number', () => one({ show_ttl: -1 })],
  ['67', 'category: oppo.problem.bad-level', () => one({ notify_level: 3 })],
  ['67', 'category: oppo.problem.level-without-category', () => one({ category: '' })],
  ['54', 'template: oppo.check.template.lacking', () => one({ private_msg_template_id: '' })],
  ['41', 'template: oppo.problem.template-parameters', () => one({ private_title_parameters: 'x' })],
  ['30', 'pictures: oppo.problem.picture-on-single', () => one({ big_picture_id: 'p' })],
  ['10000', 'registered: oppo.check.registered.unknown', () => decide(unicast({}, { target_value: foreignRegId }))],
  ['10000', 'registered: oppo.check.registered.gone', () => decide(unicast({}, { target_value: deadRegId }))],
  ['10000', 'registered: oppo.check.registered.other-app', () => decide(unicast({}, { target_value: otherAppRegId }))],
  [
    '33',
    'quota: oppo.check.quota.exceeded',
    () => decide(unicast(publicOver), { memory: { ...today, apps: countsOf(`${appKey} public`, 100_000) } }),
  ],
  [
    '-2',
    'rate: oppo.check.rate.exceeded',
    () => decide(unicast(), { memory: { ...today, second: Math.floor(nowMs / 1000), requests: 5000 } }),
  ],
  ['31', 'saved: oppo.check.saved.unknown', () => broadcast({ message_id: 'm2', target_type: '1' })],
  ['40', 'message: oppo.check.message.missing', () => broadcast({ target_type: '1' })],
  ['41', 'target: oppo.check.target.broadcast-type', () => broadcast({ message_id: 'm1', target_type: '7' })],
  ['40', 'target: oppo.check.target.missing', () => broadcast({ message_id: 'm1', target_type: '2' })],
  [
    '32',
    'duplicate: oppo.check.duplicate.saved',
    () => store({ app_message_id: 'a' }, store({ app_message_id: 'a' }).memory),
  ],
  ['40', 'pictures: oppo.problem.missing-field', () => store({ style: 3 })],
  ['41', 'message: oppo.check.message.not-json', () => decide(send('batch', [['messages', '{}']]))],
  [
    '41',
    'message: oppo.check.message.not-json',
    () => decide(send('batch', [['messages', JSON.stringify(Array.from({ length: 1001 }, () => message()))]])),
  ],
];

/** The same in the form of all vendors. */
export const refusals: readonly Refusal[] = cases.map(([code, , ask]): Refusal => [code, ask]);
