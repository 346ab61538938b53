import { describe, expect, it } from 'vitest';
import { noCounts } from '../../kit/counts.ts';
import { toBytes } from '../../kit/text.ts';
import { xiaomi } from '../index.ts';
import {
  capture,
  deadRegId,
  decide,
  doubts,
  failures,
  foreignRegId,
  nowMs,
  packageName,
  regId,
  registry,
  replyJson,
  type Answer,
} from '../samples.ts';
import { busy, cases, publicFields, used } from '../refusals.ts';
import { newMemory, type XiaomiMemory } from './memory.ts';

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
    expect(memory.devices.size).toBe(2000);
  });
});
