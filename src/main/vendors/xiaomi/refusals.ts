/** Requests that bring about each row of the table, and helpers to make more. Nothing but tests imports it. */
import { countsOf } from '../kit/counts.ts';
import type { Refusal } from '../kit/samples.ts';
import type { Capture } from '../vendor.ts';
import { dayOf, newMemory, type XiaomiMemory } from './gateway/memory.ts';
import {
  appSecret, capture, deadRegId, decide, foreignRegId, nowMs, otherAppRegId, packageName, regId, registry, type Answer,
} from './samples.ts'; // prettier-ignore

const long = (count: number): string => 'x'.repeat(count);
const withAuth = (value: string): Partial<Capture> => ({
  headers: [
    ['authorization', value],
    ['content-type', 'application/x-www-form-urlencoded'],
  ],
});
export const used = (key: string, count: number): XiaomiMemory => ({
  ...newMemory(),
  day: dayOf(nowMs),
  apps: countsOf(key, count),
});
export const publicFields = { 'extra.channel_id': '100002' };
export const busy: XiaomiMemory = {
  ...newMemory(),
  day: dayOf(nowMs),
  second: Math.floor(nowMs / 1000),
  requests: 500,
};

/** Code, the failed check, and the request that breaks this one thing. */
export const cases: readonly (readonly [string, string, () => Answer])[] = [
  ['10020', 'path: xiaomi.check.path.unknown', () => decide(capture({}, { path: '/v3/message/nobody' }))],
  ['10020', 'path: xiaomi.check.path.not-imitated', () => decide(capture({}, { path: '/v1/trace/message/status' }))],
  ['10021', 'method: xiaomi.check.method.other', () => decide(capture({}, { method: 'GET' }))],
  [
    '10007',
    'content-type: xiaomi.check.content-type.other',
    () =>
      decide(
        capture(
          {},
          {
            headers: [
              ['authorization', `key=${appSecret}`],
              ['content-type', 'application/json'],
            ],
          },
        ),
      ),
  ],
  ['21305', 'authorization: xiaomi.check.authorization.missing', () => decide(capture({}, { headers: [] }))],
  ['21301', 'secret: xiaomi.check.secret.no-key', () => decide(capture({}, withAuth(appSecret)))],
  ['21301', 'secret: xiaomi.check.secret.bearer', () => decide(capture({}, withAuth(`Bearer ${appSecret}`)))],
  ['21301', 'secret: xiaomi.check.secret.quoted', () => decide(capture({}, withAuth(`key="${appSecret}"`)))],
  ['21301', 'secret: xiaomi.check.secret.key-form', () => decide(capture({}, withAuth(`Key=${appSecret}`)))],
  ['21301', 'secret: xiaomi.check.secret.empty', () => decide(capture({}, withAuth('key=')))],
  ['21301', 'secret: xiaomi.check.secret.is-app-key', () => decide(capture({}, withAuth('key=5821700000001')))],
  ['21301', 'secret: xiaomi.check.secret.is-app-id', () => decide(capture({}, withAuth('key=2882303761517000001')))],
  ['21301', 'secret: xiaomi.check.secret.unknown', () => decide(capture({}, withAuth('key=AnotherSecret==')))],
  ['65011', 'form: xiaomi.check.form.empty', () => decide(capture({}, { body: new Uint8Array(0) }))],
  ['10012', 'form: xiaomi.check.form.not-utf8', () => decide(capture({}, { body: Uint8Array.of(0xff, 0xfe) }))],
  [
    '10018',
    'form: xiaomi.check.form.too-long',
    () => decide(capture({}, { body: new Uint8Array(8_388_609).fill(97) })),
  ],
  ['10016', 'target: xiaomi.problem.no-target', () => decide(capture({ registration_id: null }))],
  ['10016', 'target: xiaomi.problem.empty-target', () => decide(capture({ registration_id: '' }))],
  [
    '10017',
    'target: xiaomi.problem.too-many-targets',
    () => decide(capture({ registration_id: Array.from({ length: 1001 }, () => regId).join(',') })),
  ],
  ['65012', 'target: xiaomi.problem.empty-target', () => decide(capture({ alias: '' }, { path: '/v3/message/alias' }))],
  ['65013', 'target: xiaomi.problem.empty-target', () => decide(capture({ topic: '' }, { path: '/v3/message/topic' }))],
  [
    '65016',
    'target: xiaomi.problem.empty-target',
    () => decide(capture({ user_account: '' }, { path: '/v2/message/user_account' })),
  ],
  [
    '65035',
    'target: xiaomi.problem.too-many-topics',
    () => decide(capture({ topics: 'a;$;b;$;c;$;d;$;e;$;f', topic_op: 'UNION' }, { path: '/v3/message/multi_topic' })),
  ],
  [
    '10017',
    'target: xiaomi.problem.bad-messages',
    () => decide(capture({ messages: '{}' }, { path: '/v2/multi_messages/regids' })),
  ],
  ['10016', 'package: xiaomi.problem.no-package', () => decide(capture({ restricted_package_name: null }))],
  [
    '10017',
    'package: xiaomi.problem.several-packages',
    () => decide(capture({ restricted_package_name: `${packageName},${packageName}` }, { path: '/v2/message/regid' })),
  ],
  [
    '22022',
    'owner: xiaomi.check.owner.other',
    () => decide(capture({ restricted_package_name: 'com.example.other', registration_id: otherAppRegId })),
  ],
  [
    '22022',
    'owner: xiaomi.check.owner.unknown',
    () =>
      decide(capture({ restricted_package_name: 'com.example.nobody' }), {
        registry: {
          ...registry,
          credentials: [],
          findToken: () => ({
            token: regId,
            deviceId: 'd',
            appIdentifier: 'com.example.nobody',
            environment: 'production',
            state: 'active',
            deadAtMs: null,
          }),
        },
      }),
  ],
  ['10017', 'pass-through: xiaomi.problem.bad-pass-through', () => decide(capture({ pass_through: '2' }))],
  ['10016', 'texts: xiaomi.problem.no-text', () => decide(capture({ title: null }))],
  ['10017', 'texts: xiaomi.problem.blank-text', () => decide(capture({ description: '  ' }))],
  ['10017', 'texts: xiaomi.problem.text-too-long', () => decide(capture({ title: long(51) }))],
  ['65009', 'texts: xiaomi.problem.payload-too-long', () => decide(capture({ payload: long(4097) }))],
  ['10017', 'numbers: xiaomi.problem.bad-number', () => decide(capture({ notify_id: '-1' }))],
  ['10017', 'numbers: xiaomi.problem.bad-number', () => decide(capture({ time_to_send: String(nowMs + 604_800_001) }))],
  [
    '65014',
    'extra: xiaomi.problem.too-many-extras',
    () => decide(capture(Object.fromEntries('abcdefghij'.split('').map((key) => [`extra.${key}`, '1'])))),
  ],
  ['65015', 'extra: xiaomi.problem.extras-too-long', () => decide(capture({ 'extra.more': long(1000) }))],
  ['10017', 'extra: xiaomi.problem.bad-jobkey', () => decide(capture({ 'extra.jobkey': long(21) }))],
  ['10017', 'click: xiaomi.problem.no-intent', () => decide(capture({ 'extra.intent_uri': null }))],
  ['65038', 'callback: xiaomi.problem.bad-callback', () => decide(capture({ 'extra.callback': 'ftp://e.com' }))],
  [
    '65036',
    'callback: xiaomi.problem.callback-param-too-long',
    () => decide(capture({ 'extra.callback.param': long(257) })),
  ],
  ['27001', 'channel: xiaomi.problem.unknown-channel', () => decide(capture({ 'extra.channel_id': '999' }))],
  ['10017', 'template: xiaomi.check.template.lacking', () => decide(capture({ 'extra.template_id': null }))],
  [
    '10017',
    'template: xiaomi.problem.template-value-symbol',
    () => decide(capture({ 'extra.template_param': '{"a":"☃"}' })),
  ],
  ['20301', 'registered: xiaomi.check.registered.none', () => decide(capture({ registration_id: deadRegId }))],
  ['20301', 'registered: xiaomi.check.registered.none', () => decide(capture({ registration_id: foreignRegId }))],
  ['20301', 'registered: xiaomi.check.registered.none', () => decide(capture({ registration_id: otherAppRegId }))],
  [
    '200001',
    'quota: xiaomi.check.quota.exceeded',
    () => decide(capture(publicFields), { memory: used(`${packageName} public`, 20_000) }),
  ],
  [
    '200001',
    'quota: xiaomi.check.quota.exceeded',
    () => decide(capture({ 'extra.channel_id': null }), { memory: used(`${packageName} default`, 10_000) }),
  ],
  ['10027', 'rate: xiaomi.check.rate.exceeded', () => decide(capture(), { memory: busy })],
];

/** The same in the form of all vendors. */
export const refusals: readonly Refusal[] = cases.map(([code, , ask]): Refusal => [code, ask]);
