import { describe, expect, it } from 'vitest';
import { countsOf, noCounts, sizeOfCounts } from '../../kit/counts.ts';
import { toBytes } from '../../kit/text.ts';
import type { Capture } from '../../vendor.ts';
import { xiaomi } from '../index.ts';
import {
  appSecret,
  capture,
  deadRegId,
  decide,
  doubts,
  failures,
  foreignRegId,
  nowMs,
  otherAppRegId,
  packageName,
  regId,
  registry,
  replyJson,
  type Answer,
} from '../samples.ts';
import { dayOf, newMemory, type XiaomiMemory } from './memory.ts';

const long = (count: number): string => 'x'.repeat(count);
const withAuth = (value: string): Partial<Capture> => ({
  headers: [
    ['authorization', value],
    ['content-type', 'application/x-www-form-urlencoded'],
  ],
});
const used = (key: string, count: number): XiaomiMemory => ({
  ...newMemory(),
  day: dayOf(nowMs),
  apps: countsOf(key, count),
});
const publicFields = { 'extra.channel_id': '100002' };
const busy: XiaomiMemory = { ...newMemory(), day: dayOf(nowMs), second: Math.floor(nowMs / 1000), requests: 500 };

/** Code, the failed check, and the request that breaks this one thing. */
const cases: readonly (readonly [string, string, () => Answer])[] = [
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

describe('one thing broken, one code', () => {
  it('accepts the valid request and passes every check', () => {
    const answer = decide(capture());
    expect(answer.verdict).toMatchObject({
      accepted: true,
      status: 200,
      code: null,
      why: { id: 'xiaomi.verdict.accepted' },
    });
    expect(answer.verdict.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(replyJson(answer)).toEqual({
      result: 'ok',
      trace_id: 'Xcm6f1c0b5e3b7e4a649d0c',
      code: 0,
      data: { id: 'scm6f1c0b5e3b7e4a649d0c' },
      description: '成功',
      info: 'Received push messages for 1 REGID',
    });
  });
  it.each(cases)('%s %s', (code, failure, run) => {
    const answer = run();
    expect(failures(answer)).toEqual([failure]);
    expect(answer.verdict).toMatchObject({ accepted: false, status: 200, code });
    expect(replyJson(answer)).toMatchObject({ result: 'error', code: Number(code) });
    expect(answer.delivery).toBeNull();
    expect(xiaomi.sender.read(capture(), answer.reply)).toMatchObject({ outcome: 'rejected', code });
  });
  it('has a case for every code that a request, the workspace or the history can bring about', () => {
    const decided = xiaomi.errors.filter(({ decidedBy }) => decidedBy !== 'fault').map(({ code }) => code);
    expect([...new Set(cases.map(([code]) => code))].toSorted()).toEqual(decided.toSorted());
  });
  it('says the quota as Xiaomi does', () => {
    const answer = decide(capture(publicFields), { memory: used(`${packageName} public`, 20_000) });
    expect(replyJson(answer)['reason']).toBe('exceed quota, quota: 20000, have acked: 20000');
  });
  it('answers with the first of two mistakes and lists both', () => {
    const answer = decide(capture({ title: '', notify_id: 'x' }));
    expect(failures(answer)).toEqual(['texts: xiaomi.problem.blank-text', 'numbers: xiaomi.problem.bad-number']);
    expect(answer.verdict.why.id).toBe('xiaomi.problem.blank-text');
  });
});

describe('known mode', () => {
  const lenient = (fields: Readonly<Record<string, string | null>>, more: Parameters<typeof decide>[1] = {}) =>
    decide(capture(fields), { mode: 'known', ...more });
  it.each([
    ['an id of nobody', 'xiaomi.check.registered.foreign', () => lenient({ registration_id: foreignRegId })],
    ['a private message without template', 'xiaomi.check.template.told', () => lenient({ 'extra.template_id': null })],
    [
      'a used-up quota',
      'xiaomi.check.quota.used-up',
      () => lenient(publicFields, { memory: used(`${packageName} public`, 20_000) }),
    ],
    ['too many requests', 'xiaomi.check.rate.told', () => lenient({}, { memory: busy })],
    [
      'a secret there is nothing to compare with',
      'xiaomi.check.secret.not-compared',
      () => lenient({}, { registry: { ...registry, secret: () => null } }),
    ],
    [
      'a secret of nobody',
      'xiaomi.check.secret.foreign',
      () => lenient({}, { registry: { ...registry, secret: () => 'AnotherSecret==' } }),
    ],
    [
      'a channel nobody lists',
      'xiaomi.check.channel.no-list',
      () => lenient({}, { registry: { ...registry, credentials: [] } }),
    ],
    ['payload encoded once', 'xiaomi.check.payload-encoding.once', () => lenient({ payload: '{"k":1}' })],
  ] as const)('lets %s pass and says so', (_what, doubt, run) => {
    const answer = run();
    expect(answer.verdict.accepted).toBe(true);
    expect(doubts(answer)).toContain(doubt);
  });
  it('takes a phone whose app has no package name yet', () => {
    const nameless = { ...registry, findToken: () => ({ ...registry.findToken('xiaomi', regId)!, appIdentifier: '' }) };
    expect(decide(capture(), { registry: nameless }).verdict.accepted).toBe(true);
  });
  it('still refuses a phone that is known to be gone', () => {
    expect(lenient({ registration_id: deadRegId }).verdict.code).toBe('20301');
  });
});

describe('several targets', () => {
  const both = `${regId},${deadRegId}`;
  it('accepts when one is good, and lists the bad', () => {
    const answer = decide(capture({ registration_id: both }));
    expect(answer.verdict).toMatchObject({
      accepted: true,
      why: { id: 'xiaomi.verdict.partly', params: { bad: 1, of: 2 } },
    });
    expect(replyJson(answer)).toMatchObject({
      code: 0,
      data: { bad_regids: deadRegId },
      info: 'Received push messages for 2 REGID',
    });
    expect(answer.targets.map(({ token, outcome, reason }) => [token, outcome, reason])).toEqual([
      [regId, 'accepted', null],
      [deadRegId, 'rejected', '20301'],
    ]);
    expect(xiaomi.sender.read(capture({ registration_id: both }), answer.reply)).toMatchObject({
      outcome: 'partly-accepted',
      code: null,
      targets: [{ outcome: 'accepted' }, { outcome: 'rejected', reason: '20301' }],
    });
  });
  it('takes a push to an alias and says that no phone gets it', () => {
    const answer = decide(capture({ alias: 'denny' }, { path: '/v3/message/alias' }));
    expect(answer.verdict.why.id).toBe('xiaomi.verdict.no-phones');
    expect([answer.targets, answer.delivery]).toEqual([[], null]);
    expect(replyJson(answer)['info']).toBe('Received push messages for 1 ALIAS');
  });
});

describe('batches', () => {
  const message = (title: string, channel: string) => ({
    title,
    description: 'text',
    restricted_package_name: packageName,
    pass_through: 0,
    notify_id: 1,
    extra: { channel_id: channel, notify_effect: '1', ext: title, template_id: 'T', template_param: '{}' },
  });
  const batch = (messages: unknown, memory = newMemory()) =>
    decide(
      capture(
        {},
        {
          path: '/v2/multi_messages/regids',
          body: toBytes(new URLSearchParams({ messages: JSON.stringify(messages) }).toString()),
        },
      ),
      { memory },
    );
  it('gives each phone its own message', () => {
    const answer = batch([
      { target: regId, message: message('one', '100001') },
      { target: deadRegId, message: message('two', '100001') },
    ]);
    expect(answer.verdict.accepted).toBe(true);
    expect(answer.targets.map(({ token, outcome }) => [token, outcome])).toEqual([
      [regId, 'accepted'],
      [deadRegId, 'rejected'],
    ]);
    const delivered = answer.targets[0]?.delivery ?? { payload: '', options: {} };
    expect(xiaomi.display.card(delivered, { platform: 'android', appName: 'App' })).toMatchObject({
      title: 'one',
      ext: 'one',
    });
  });
  it('refuses the whole batch for one broken message', () => {
    const answer = batch([{ target: regId, message: message('', '100001') }]);
    expect(answer.verdict.code).toBe('10017');
  });
  it('takes a batch over the quota and lists who got nothing', () => {
    const answer = batch([{ target: regId, message: message('one', '100002') }], used(`${packageName} public`, 20_000));
    expect(replyJson(answer)).toMatchObject({ code: 0, data: { channel_exceed_quota: [regId] } });
    expect(answer.targets[0]).toMatchObject({ outcome: 'rejected', reason: '200001' });
  });
});

describe('counting', () => {
  const sendPublic = (memory: XiaomiMemory, mode: 'known' | 'strict', atMs = nowMs) =>
    decide(capture(publicFields), { memory, mode, atMs });
  const after = (count: number, mode: 'known' | 'strict'): XiaomiMemory => {
    let memory = newMemory();
    for (let sent = 0; sent < count; sent += 1) memory = sendPublic(memory, mode).memory;
    return memory;
  };
  const card = (answer: Answer) =>
    xiaomi.display.card(answer.targets[0]?.delivery ?? { payload: '', options: {} }, {
      platform: 'android',
      appName: '',
    });

  it('tells quota and number sent', () => {
    expect(replyJson(sendPublic(after(2, 'strict'), 'strict'))['data']).toMatchObject({
      day_quota: '20000',
      day_acked: '3',
    });
  });
  it('accepts the sixth public push to a phone and keeps the phone quiet', () => {
    const fifth = sendPublic(after(4, 'strict'), 'strict');
    expect(card(fifth).visible).toBe(true);
    const sixth = sendPublic(after(5, 'strict'), 'strict');
    expect(sixth.verdict.accepted).toBe(true);
    expect(doubts(sixth)).toContain('xiaomi.check.device-quota.quiet');
    expect(card(sixth)).toMatchObject({
      visible: false,
      hiddenBecause: { id: 'xiaomi.card.device-quota', params: { quota: '5' } },
    });
  });
  it('shows it in known mode and says what Xiaomi would do', () => {
    const sixth = sendPublic(after(5, 'known'), 'known');
    expect(doubts(sixth)).toContain('xiaomi.check.device-quota.told');
    expect(card(sixth).visible).toBe(true);
  });
  it('begins anew with the day in Beijing', () => {
    const midnight = Date.UTC(2026, 10, 21, 16);
    const memory = after(5, 'strict');
    expect(card(sendPublic(memory, 'strict', midnight - 1)).visible).toBe(false);
    expect(card(sendPublic(memory, 'strict', midnight)).visible).toBe(true);
  });
  it('does not count private messages, nor refused ones', () => {
    expect(decide(capture()).memory.apps).toBe(noCounts);
    expect(decide(capture({ ...publicFields, title: '' })).memory.apps).toBe(noCounts);
  });
  it('stays small under many ids', () => {
    const ids = Array.from({ length: 3000 }, (_, index) => `${regId}${index}`);
    let memory = newMemory();
    for (let from = 0; from < 3000; from += 1000) {
      const over = { ...publicFields, registration_id: ids.slice(from, from + 1000).join(',') };
      memory = decide(capture(over), { mode: 'known', memory }).memory;
    }
    expect(sizeOfCounts(memory.devices)).toBe(2000);
  });
});
