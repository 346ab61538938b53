import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kit/json.ts';
import {
  capture, deadPushId, decide, failures, foreignPushId, form, message, nowMs, push, pushId, pushMessage, replyJson, sealedRegistry,
  wordsOf, type DecideOptions,
} from '../samples.ts'; // prettier-ignore
import { newMemory, type MeizuMemory } from './memory.ts';

const strict: DecideOptions = { mode: 'strict' };

describe('meizu gateway: who sends', () => {
  it('a good push is taken and delivered', () => {
    const answer = push({}, strict);
    expect(failures(answer)).toEqual([]);
    expect(answer.verdict.accepted).toBe(true);
    expect(replyJson(answer)).toEqual({
      code: '200',
      message: '',
      value: {},
      redirect: '',
      msgId: answer.vendorMessageId,
    });
    expect(answer.targets).toEqual([{ token: pushId, outcome: 'accepted', reason: null }]);
    expect(JSON.parse(answer.delivery?.payload ?? '')).toEqual(message());
  });
  it('wants no content type: Meizu’s own Node SDK sends none', () => {
    expect(decide(capture('varnished/pushByPushId', form(), { headers: [] })).verdict.accepted).toBe(true);
  });
  it.each<[string, Record<string, string | null>, DecideOptions]>([
    ['110004 meizu.check.app.missing', { appId: null }, {}],
    ['110000 meizu.check.app.unknown', { appId: '7' }, strict],
    ['1006 meizu.check.signature.missing', { sign: null }, {}],
    ['1006 meizu.check.signature.other', { sign: '0'.repeat(32) }, {}],
    ['1006 meizu.check.signature.not-md5', { sign: 'x' }, { registry: sealedRegistry }],
    [
      '1006 meizu.check.signature.upper-case',
      { sign: 'ABCDEF0123456789ABCDEF0123456789' },
      { registry: sealedRegistry },
    ],
  ])('%s', (expected, over, options) => {
    const answer = push(over, options);
    expect(failures(answer)[0]).toBe(expected);
    expect(replyJson(answer)['code']).toBe(expected.split(' ')[0]);
    expect(answer.reply.status).toBe(200);
    expect(answer.delivery).toBeNull();
    expect(answer.targets).toEqual([{ token: pushId, outcome: 'rejected', reason: expected.split(' ')[0] }]);
  });
  it('says when it cannot look', () => {
    expect(wordsOf(push({}, { registry: sealedRegistry }), 'signature')).toBe('meizu.check.signature.no-secret-here');
    expect(wordsOf(push({ appId: '7' }), 'app')).toBe('meizu.check.app.unknown');
  });
  it('knows a JSON body from a form', () => {
    const answer = decide(capture('varnished/pushByPushId', JSON.stringify(message())));
    expect(failures(answer)[0]).toBe('110004 meizu.check.app.json-body');
  });
  it('addresses and methods', () => {
    expect(decide(capture('other', '')).verdict.code).toBe('HTTP_404');
    expect(decide(capture('', '', { path: '/x' })).verdict.why.id).toBe('meizu.check.path.unknown');
    expect(decide(capture('statistics/getTaskStatistics', '')).verdict.why.id).toBe('meizu.check.path.not-imitated');
    expect(decide(capture('varnished/pushByPushId', form(), { method: 'GET' })).verdict.code).toBe('HTTP_405');
  });
});

describe('meizu gateway: the message', () => {
  const bar = (over: JsonObject): JsonObject => message({ noticeBarInfo: { title: 'a', content: 'b', ...over } });
  it.each<[string, JsonObject]>([
    ['meizu.problem.title-long', bar({ title: 'x'.repeat(33) })],
    ['meizu.problem.content-long', bar({ content: 'x'.repeat(101) })],
    ['meizu.problem.click-empty', message({ clickTypeInfo: { clickType: 1 } })],
    ['meizu.problem.valid-time', message({ pushTimeInfo: { validTime: 100 } })],
    ['meizu.problem.notify-key', message({ advanceInfo: { notifyKey: '!' } })],
    ['meizu.problem.callback-long', message({ extra: { callback: 'x'.repeat(129) } })],
  ])('1005 %s', (words, content) => expect(failures(pushMessage(content))).toEqual([`1005 ${words}`]));
  it('empty, broken, no object', () => {
    expect(failures(push({ messageJson: null }))).toEqual(['110004 meizu.check.message.missing']);
    expect(failures(push({ messageJson: '{' }))).toEqual(['1005 meizu.check.message.not-json']);
    expect(failures(push({ messageJson: '[]' }))).toEqual(['1005 meizu.check.message.not-object']);
  });
  it('targets: none, too many', () => {
    expect(failures(push({ pushIds: ' ,' }))).toEqual(['110004 meizu.check.targets.none']);
    const many = Array.from({ length: 101 }, (_, n) => `P${n}`).join(',');
    expect(failures(push({ pushIds: many }))).toEqual(['1005 meizu.check.targets.many']);
  });
  it('pass-through goes to the app, and is refused when strict', () => {
    const body = form({ messageJson: '{"title":"a","content":"b"}' });
    const answer = decide(capture('unvarnished/pushByPushId', body));
    expect(answer.delivery?.options).toEqual({ mode: 'unvarnished' });
    expect(failures(decide(capture('unvarnished/pushByPushId', body), strict))).toEqual([
      '110053 meizu.check.pass-through.closed',
    ]);
  });
  it('aliases reach no drawn phone', () => {
    const answer = decide(capture('varnished/pushByAlias', form({ pushIds: null, alias: 'denny' })));
    expect(answer).toMatchObject({ verdict: { accepted: true }, delivery: null, targets: [] });
  });
});

describe('meizu gateway: phones', () => {
  it('code 200 that reaches nobody is no success', () => {
    const answer = push({ pushIds: deadPushId });
    expect(replyJson(answer)).toMatchObject({ code: '200', value: { '110002': [deadPushId] } });
    expect(answer.verdict).toMatchObject({ accepted: false, status: 200, code: 'value.110002' });
    expect(answer).toMatchObject({
      delivery: null,
      targets: [{ token: deadPushId, outcome: 'rejected', reason: 'value.110002' }],
    });
    expect(answer.vendorMessageId).toBe(replyJson(answer)['msgId']);
  });
  it('some phones of many', () => {
    const answer = push({ pushIds: `${pushId},${deadPushId}` });
    expect(answer.verdict.accepted).toBe(true);
    expect(replyJson(answer)['value']).toEqual({ '110002': [deadPushId] });
    expect(answer.targets.map(({ outcome }) => outcome)).toEqual(['accepted', 'rejected']);
  });
  it('a stranger is let through unless strict', () => {
    expect(wordsOf(push({ pushIds: foreignPushId }), 'phones')).toBe('meizu.check.phones.doubtful-110003');
    expect(push({ pushIds: foreignPushId }, strict).verdict.code).toBe('value.110003');
  });
  const after = (count: number, content: JsonObject, options: DecideOptions): MeizuMemory => {
    let memory = newMemory();
    for (let n = 0; n < count; n += 1) memory = pushMessage(content, { ...options, memory }).memory;
    return memory;
  };
  it('520: the sixth of a minute is folded when strict', () => {
    const memory = after(5, message(), strict);
    expect(pushMessage(message(), { ...strict, memory }).verdict.code).toBe('value.520');
    expect(pushMessage(message(), { ...strict, memory, atMs: nowMs + 60_000 }).verdict.accepted).toBe(true);
    const lenient = pushMessage(message(), { memory });
    expect(wordsOf(lenient, 'phones')).toBe('meizu.check.phones.doubtful-520');
    expect(lenient.delivery).not.toBeNull();
  });
  it('110011: the fourth public message of a day when strict', () => {
    const open = message({ noticeBarInfo: { title: 'a', content: 'b' } });
    const memory = after(3, open, strict);
    expect(pushMessage(open, { ...strict, memory }).verdict.code).toBe('value.110011');
    expect(pushMessage(message(), { ...strict, memory }).verdict.accepted).toBe(true);
    expect(pushMessage(open, { ...strict, memory, atMs: nowMs + 86_400_000 }).verdict.accepted).toBe(true);
    expect(wordsOf(pushMessage(open, { memory }), 'phones')).toBe('meizu.check.phones.doubtful-110011');
  });
});

describe('meizu gateway: rates', () => {
  const usage = (over: object): MeizuMemory => {
    const day = Math.floor((nowMs + 28_800_000) / 86_400_000);
    return {
      ...newMemory(),
      apps: new Map([['100999', { second: Math.floor(nowMs / 1000), inSecond: 0, day, bulk: 0, ...over }]]),
    };
  };
  it('110010 when a second is full', () => {
    const memory = usage({ inSecond: 500 });
    const answer = push({}, { ...strict, memory });
    expect(failures(answer)).toEqual(['110010 meizu.check.rate.over']);
    expect(replyJson(answer)).toEqual({ code: '110010', message: '应用请求频率超过限制', value: '', redirect: '' });
    expect(answer.memory).toBe(memory);
    expect(push({}, { memory }).verdict.accepted).toBe(true);
    expect(push({}, { ...strict, memory: usage({ inSecond: 500, second: 1 }) }).verdict.accepted).toBe(true);
  });
  it('110019 when the bulk pushes of the day are used up', () => {
    const all = (options: DecideOptions) =>
      decide(capture('pushTask/pushToApp', form({ pushIds: null, pushType: '0' })), options);
    expect(failures(all({ ...strict, memory: usage({ bulk: 1000 }) }))).toEqual(['110019 meizu.check.bulk.over']);
    expect(all({ memory: usage({ bulk: 1000 }) }).verdict.accepted).toBe(true);
    expect(failures(push({}, { ...strict, memory: usage({ bulk: 1000 }) }))).toEqual([]);
  });
});

describe('meizu gateway: tasks', () => {
  const made = decide(capture('pushTask/getTaskId', form({ pushIds: null, pushType: '0' })));
  const taskId = made.vendorMessageId ?? '';
  const task = (over: Record<string, string | null>) =>
    decide(capture('task/varnished/pushByPushId', form({ messageJson: null, taskId, ...over })), {
      memory: made.memory,
    });
  it('stores a message and sends it', () => {
    expect(replyJson(made)).toMatchObject({
      code: '200',
      value: { taskId: Number(taskId), pushType: 0, appId: '100999' },
    });
    expect(JSON.parse(task({}).delivery?.payload ?? '')).toEqual(message());
  });
  it('110032 and 110004', () => {
    expect(failures(task({ taskId: '777777' }))).toEqual(['110032 meizu.check.task.unknown']);
    expect(failures(task({ taskId: null }))).toEqual(['110004 meizu.check.task.missing']);
  });
  it('to everybody, to tags, and cancelled', () => {
    const all = decide(capture('pushTask/pushToApp', form({ pushIds: null, pushType: '0' })));
    expect(all).toMatchObject({ verdict: { accepted: true }, delivery: null });
    const tags = (tagNames: string | null) =>
      decide(capture('pushTask/pushToTag', form({ pushIds: null, pushType: '0', scope: '0', tagNames })));
    expect(tags('a,b').verdict.accepted).toBe(true);
    expect(failures(tags(null))).toEqual(['110004 meizu.check.targets.none']);
    const cancel = (id: string | null) =>
      decide(capture('pushTask/cancel', form({ pushIds: null, messageJson: null, pushType: '0', taskId: id })), {
        memory: made.memory,
      });
    expect(replyJson(cancel(taskId))['value']).toEqual({ result: true });
    expect(failures(cancel('777777'))).toEqual(['110032 meizu.check.task.unknown']);
    expect(failures(cancel(null))).toEqual(['110004 meizu.check.task.missing']);
  });
  it('pushType: missing, odd, pass-through', () => {
    const get = (pushType: string | null, over = {}, options: DecideOptions = {}) =>
      decide(capture('pushTask/getTaskId', form({ pushIds: null, pushType, ...over })), options);
    expect(failures(get(null))).toEqual(['110004 meizu.check.push-type.missing']);
    expect(failures(get('2'))).toEqual(['1005 meizu.check.push-type.other']);
    const through = { messageJson: '{"content":"b"}' };
    expect(get('1', through).verdict.accepted).toBe(true);
    expect(failures(get('1', through, strict))).toEqual(['110053 meizu.check.pass-through.closed']);
  });
  it('keeps bounded numbers of everything', () => {
    let memory = newMemory();
    for (let n = 0; n < 1100; n += 1)
      memory = push({ pushIds: `P${n}`, appId: String(n) }, { memory, registry: sealedRegistry }).memory;
    for (let n = 0; n < 250; n += 1)
      memory = decide(capture('pushTask/getTaskId', form({ pushIds: null, pushType: '0' })), { memory }).memory;
    expect([memory.phones.size, memory.apps.size, memory.tasks.size]).toEqual([1000, 100, 200]);
  });
});
