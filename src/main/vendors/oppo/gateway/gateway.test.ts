import { describe, expect, it } from 'vitest';
import { countsOf, noCounts } from '../../kit/counts.ts';
import { signature } from '../auth.ts';
import { sendPaths } from '../hosts.ts';
import { oppo } from '../index.ts';
import {
  appKey,
  appSecret,
  authToken,
  deadRegId,
  decide,
  doubts,
  failures,
  foreignRegId,
  formCapture,
  masterSecret,
  memory,
  message,
  nowMs,
  regId,
  registry,
  replyJson,
  send,
  unicast,
  type Answer,
  type DecideOptions,
} from '../samples.ts';
import { asked, broadcast, cases, long, publicOver, sign, store, timestamp, today } from '../refusals.ts';
import { newMemory, rememberSaved, rememberToken } from './memory.ts';

describe('one thing broken, one code', () => {
  it('accepts the worked message and passes every check', () => {
    const answer = decide(unicast());
    expect(answer.verdict).toMatchObject({
      accepted: true,
      status: 200,
      code: null,
      why: { id: 'oppo.verdict.accepted' },
    });
    expect(answer.verdict.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(replyJson(answer)).toEqual({
      code: 0,
      message: 'Success',
      data: { messageId: '3000001-1-1-6f1c0b5e3b7e4a649d0c2f4a' },
    });
    expect(answer.vendorMessageId).toBe('3000001-1-1-6f1c0b5e3b7e4a649d0c2f4a');
  });
  it.each(cases)('%s %s', (code, failure, run) => {
    const answer = run();
    expect(failures(answer)).toEqual([failure]);
    expect(answer.verdict).toMatchObject({ accepted: false, status: 200, code });
    expect(replyJson(answer)['code']).toBe(Number(code));
    expect(answer.delivery).toBeNull();
    expect(answer.targets.every(({ delivery }) => delivery === undefined)).toBe(true);
    expect(oppo.sender.read(unicast(), answer.reply)).toMatchObject({
      outcome: 'rejected',
      code,
      dropToken: code === '11',
    });
  });
});

describe('asking for a token', () => {
  it('gives one for a day, the same while it lives, another after', () => {
    const first = asked();
    expect(first).toMatchObject({
      kind: 'auth',
      verdict: { accepted: true, why: { id: 'oppo.verdict.token-issued' } },
    });
    expect(replyJson(first)).toMatchObject({
      code: 0,
      data: { auth_token: expect.any(String) as string, create_time: nowMs },
    });
    const at = (atMs: number) => {
      const stamp = String(atMs);
      const answer = asked(
        { timestamp: stamp, sign: signature(appKey, stamp, masterSecret) },
        { memory: first.memory, atMs },
      );
      return replyJson(answer)['data'];
    };
    expect(at(nowMs + 86_399_999)).toMatchObject({ create_time: nowMs });
    expect(at(nowMs + 86_400_000)).toMatchObject({ create_time: nowMs + 86_400_000 });
  });
  it('lets the old token work beside the new one for ten minutes', () => {
    const both = rememberToken(memory, 'next', appKey, nowMs);
    expect(decide(unicast(), { memory: both, atMs: nowMs + 599_999 }).verdict.accepted).toBe(true);
    expect(decide(unicast(), { memory: both, atMs: nowMs + 600_000 }).verdict.code).toBe('11');
  });
  it.each([
    ['app-secret', signature(appKey, timestamp, appSecret)],
    ['order', signature(appKey, masterSecret, timestamp)],
    ['order', signature(masterSecret, timestamp, appKey)],
    ['upper-case', sign.toUpperCase()],
    ['signed-seconds', signature(appKey, timestamp.slice(0, 10), masterSecret)],
    ['no-timestamp', signature(appKey, '', masterSecret)],
    ['line-break', signature(appKey, timestamp, `${masterSecret}\n`)],
  ])('names the mistake: %s', (why, wrong) => {
    expect(failures(asked({ sign: wrong }))).toEqual([`sign: oppo.check.sign.${why}`]);
  });
  it('names seconds, an old clock and one that is ahead', () => {
    const at = (stamp: string) => failures(asked({ timestamp: stamp, sign: signature(appKey, stamp, masterSecret) }));
    expect(at(timestamp.slice(0, 10))).toEqual(['timestamp: oppo.check.timestamp.seconds']);
    expect(at(String(nowMs - 600_001))).toEqual(['timestamp: oppo.check.timestamp.old']);
    expect(at(String(nowMs + 600_001))).toEqual(['timestamp: oppo.check.timestamp.ahead']);
    expect(at(String(nowMs - 600_000))).toEqual([]);
  });
  it('without a secret at hand checks the form of the signature only', () => {
    const blind = { registry: { ...registry, secret: () => null } };
    expect(doubts(asked({ sign: 'f'.repeat(64) }, blind))).toEqual(['oppo.check.sign.not-compared']);
    expect(failures(asked({ sign: 'F'.repeat(64) }, blind))).toEqual(['sign: oppo.check.sign.upper-case']);
    expect(failures(asked({ sign: 'md5' }, blind))).toEqual(['sign: oppo.check.sign.form']);
  });
  it('takes an AppKey of nobody in known mode', () => {
    const answer = asked({ app_key: long(32) }, { mode: 'known' });
    expect(doubts(answer)).toEqual(['oppo.check.app-key.foreign', 'oppo.check.sign.not-compared']);
    expect(answer.verdict.accepted).toBe(true);
  });
});

describe('known mode', () => {
  const lenient = (over: Readonly<Record<string, unknown>>, top = {}, options: DecideOptions = {}) =>
    decide(unicast(over, top), { mode: 'known', ...options });
  it.each([
    ['a token of nobody', 'auth-token.foreign', () => lenient({}, {}, { memory: newMemory() })],
    ['an id of nobody', 'registered.foreign', () => lenient({}, { target_value: foreignRegId })],
    ['a text as older pages allow', 'texts.over-limit', () => lenient({ content: long(200) })],
    ['a private message without template', 'template.told', () => lenient({ private_msg_template_id: '' })],
    [
      'a used-up quota',
      'quota.told',
      () => lenient(publicOver, {}, { memory: { ...today, apps: countsOf(`${appKey} public`, 100_000) } }),
    ],
    [
      'too many requests',
      'rate.told',
      () => lenient({}, {}, { memory: { ...today, second: Math.floor(nowMs / 1000), requests: 5000 } }),
    ],
  ] as const)('lets %s pass and says so', (_what, doubt, run) => {
    const answer = run();
    expect(answer.verdict.accepted).toBe(true);
    expect(doubts(answer)).toEqual([`oppo.check.${doubt}`]);
  });
  it('still refuses what no page allows, and a phone that is gone', () => {
    expect(lenient({ content: long(201) }).verdict.code).toBe('41');
    expect(lenient({}, { target_value: deadRegId }).verdict.code).toBe('10000');
  });
  it('takes a token in the header and says where it belongs', () => {
    const request = formCapture(sendPaths.unicast, [['message', JSON.stringify(message())]], {
      headers: [['auth_token', authToken]],
    });
    expect(doubts(decide(request))).toEqual(['oppo.check.auth-token.header']);
  });
  it('takes an alias, and says that no phone gets it', () => {
    const answer = decide(unicast({}, { target_type: 5, target_value: 'denny' }));
    expect(answer).toMatchObject({
      verdict: { accepted: true, why: { id: 'oppo.verdict.alias' } },
      targets: [],
      delivery: null,
    });
  });
});

describe('a batch', () => {
  const batch = (messages: readonly unknown[], options: DecideOptions = {}) =>
    decide(send('batch', [['messages', JSON.stringify(messages)]]), options);
  it('answers in order, one entry each, and gives each phone its own message', () => {
    const answer = batch([message({ title: 'one' }), message({ title: 'two' }, { target_value: deadRegId })]);
    expect(replyJson(answer)['data']).toEqual([
      { messageId: expect.stringMatching(/^3000001-1-1-0000/) as string, registrationId: regId },
      { registrationId: deadRegId, errorCode: 10000, errorMessage: 'Invalid Registration_id' },
    ]);
    expect(answer.verdict).toMatchObject({
      accepted: true,
      why: { id: 'oppo.verdict.batch', params: { good: 1, of: 2 } },
    });
    expect(failures(answer)).toEqual(['registered: oppo.check.registered.gone']);
    const delivered = answer.targets[0]?.delivery ?? { payload: '', options: {} };
    expect(oppo.display.card(delivered, { platform: 'android', appName: '' }).title).toBe('one');
    const sent = send('batch', [['messages', JSON.stringify([message(), message({}, { target_value: deadRegId })])]]);
    expect(oppo.sender.read(sent, answer.reply)).toMatchObject({
      outcome: 'partly-accepted',
      code: null,
      vendorMessageId: answer.vendorMessageId,
      targets: [
        { token: regId, outcome: 'accepted' },
        { token: deadRegId, outcome: 'rejected', reason: '10000' },
      ],
    });
  });
  it('of which nothing is good is answered with code 0 all the same, and counts as refused', () => {
    const answer = batch([message({ title: '' })]);
    expect(replyJson(answer)).toMatchObject({ code: 0, data: [{ errorCode: 40 }] });
    expect(answer.verdict).toMatchObject({ accepted: false, code: '40', why: { id: 'oppo.check.batch.all' } });
    const sent = send('batch', [['messages', JSON.stringify([message()])]]);
    expect(oppo.sender.read(sent, answer.reply)).toMatchObject({ outcome: 'rejected', code: '40' });
  });
  it('with an entry that is no message refuses that entry', () => {
    expect(replyJson(batch([1, message()]))['data']).toMatchObject([{ errorCode: 41 }, { registrationId: regId }]);
  });
});

describe('a broadcast', () => {
  it('keeps a text, then sends it to ids and lists the bad ones by code', () => {
    const kept = store();
    expect(kept.verdict.why.id).toBe('oppo.verdict.saved');
    const { message_id: id } = replyJson(kept)['data'] as { message_id: string };
    const fields = { message_id: id, target_type: '2', target_value: `${regId};${deadRegId}` };
    const answer = broadcast(fields, kept.memory);
    expect(replyJson(answer)['data']).toMatchObject({
      message_id: id,
      task_id: expect.any(String) as string,
      10000: [deadRegId],
    });
    const delivered = answer.targets[0]?.delivery ?? { payload: '', options: {} };
    expect(oppo.display.card(delivered, { platform: 'android', appName: '' })).toMatchObject({
      visible: true,
      title: 'Denny',
    });
    expect(oppo.sender.read(send('broadcast', Object.entries(fields)), answer.reply)).toMatchObject({
      outcome: 'partly-accepted',
      targets: [{ outcome: 'accepted' }, { outcome: 'rejected', reason: '10000' }],
    });
  });
  it('to everybody reaches no phone', () => {
    const answer = broadcast({ message_id: 'm1', target_type: '1' });
    expect(answer).toMatchObject({ verdict: { accepted: true, why: { id: 'oppo.verdict.everybody' } }, targets: [] });
  });
});

describe('what keeps a phone quiet', () => {
  const card = (answer: Answer) =>
    oppo.display.card(answer.targets[0]?.delivery ?? { payload: '', options: {} }, {
      platform: 'android',
      appName: '',
    });
  const after = (
    count: number,
    over: Readonly<Record<string, unknown>>,
    mode: 'known' | 'strict' = 'strict',
  ): Answer => {
    let answer = decide(unicast(over), { mode });
    for (let sent = 1; sent < count; sent += 1) answer = decide(unicast(over), { mode, memory: answer.memory });
    return answer;
  };
  it('shows two public pushes a day and accepts the third', () => {
    expect(card(after(2, publicOver)).visible).toBe(true);
    const third = after(3, publicOver);
    expect(third.verdict.accepted).toBe(true);
    expect(card(third)).toMatchObject({
      visible: false,
      hiddenBecause: { id: 'oppo.card.device-quota', params: { quota: '2' } },
    });
    expect(doubts(third)).toContain('oppo.check.device-quota.quiet');
  });
  it('shows it in known mode and says what OPPO would do', () => {
    const third = after(3, publicOver, 'known');
    expect(card(third).visible).toBe(true);
    expect(doubts(third)).toContain('oppo.check.device-quota.told');
  });
  it('begins anew with the day in Beijing', () => {
    const kept = { ...after(2, publicOver).memory, issued: memory.issued };
    const midnight = Date.UTC(2026, 10, 21, 16);
    expect(card(decide(unicast(publicOver), { memory: kept, atMs: midnight - 1 })).visible).toBe(false);
    expect(card(decide(unicast(publicOver), { memory: kept, atMs: midnight })).visible).toBe(true);
  });
  it('delivers one app_message_id once', () => {
    const over = { app_message_id: 'a1' };
    expect(card(after(1, over)).visible).toBe(true);
    const again = after(2, over);
    expect(again.verdict.accepted).toBe(true);
    expect(card(again)).toMatchObject({ visible: false, hiddenBecause: { id: 'oppo.card.duplicate' } });
  });
  it('does not count what was refused', () => {
    expect(decide(unicast({ ...publicOver, title: '' })).memory.devices).toBe(noCounts);
  });
  it('stays small under many tokens, texts and ids', () => {
    let kept = newMemory();
    for (let index = 0; index < 300; index += 1) {
      kept = rememberSaved(rememberToken(kept, `t${index}`, `k${index}`, nowMs), `m${index}`, {});
    }
    expect([kept.issued.size, kept.saved.size]).toEqual([200, 200]);
  });
});
