import type { Phrase } from '../../../../shared/contract/index.ts';
import { firstRefusal, refuseWith, verdictOf, type ReplyRefusal, type ReplyRow } from '../../kit/rows.ts';
import { fromBytes } from '../../kit/text.ts';
import type { GatewayAnswer, GatewayInput } from '../../vendor.ts';
import { meizuLimits } from '../limits.ts';
import type { Route } from '../paths.ts';
import { splitList } from '../payload/index.ts';
import { partOf, readMessage } from '../payload/read.ts';
import { checkNotification, checkPassThrough } from '../payload/rules.ts';
import { fieldOf, formFields, type Fields } from '../sign.ts';
import { ruleRows, rows } from './checks.ts';
import { rememberTask, rememberUsage, usageOf, type MeizuMemory, type Task } from './memory.ts';
import { judgePhones, valueOf, type PhoneVerdict } from './phones.ts';
import { answer, refuse } from './reply.ts';
import { senderRows } from './sender-rows.ts';

type Input = GatewayInput<unknown, MeizuMemory>;
type Answer = GatewayAnswer<unknown, MeizuMemory>;

const messageRows = (task: Task): ReplyRow[] => {
  const skipped = (['texts', 'click', 'times', 'fields'] as const).map((id) => rows.notReached(id));
  if (task.payload === '') return [rows.failed('message', 'missing', refuse('110004')), ...skipped];
  const { object, why } = readMessage(task.payload);
  if (object === null) return [rows.failed('message', why.name, refuse('1005'), why.params), ...skipped];
  return [rows.passed('message'), ...ruleRows(task.passThrough ? checkPassThrough(object) : checkNotification(object))];
};

const pushTypeRow = (fields: Fields): ReplyRow => {
  const type = fieldOf(fields, 'pushType');
  if (type === '') return rows.failed('push-type', 'missing', refuse('110004'));
  return type === '0' || type === '1' ? rows.passed('push-type') : rows.failed('push-type', 'other', refuse('1005'));
};

const targetRow = (tokens: readonly string[], field: string): ReplyRow => {
  const max = meizuLimits.targets.value;
  if (tokens.length === 0) return rows.failed('targets', 'none', refuse('110004'), { field });
  return tokens.length > max
    ? rows.failed('targets', 'many', refuse('1005'), { count: tokens.length, max })
    : rows.passed('targets', { count: tokens.length });
};

const passThroughRow = (input: Input): ReplyRow =>
  input.settings.mode === 'strict'
    ? rows.failed('pass-through', 'closed', refuse('110053'))
    : rows.unverified('pass-through', 'closed');

/** Rate and daily number of bulk requests, and the memory with this one counted. */
const history = (input: Input, appId: string, isBulk: boolean): { rows: ReplyRow[]; memory: MeizuMemory } => {
  const usage = usageOf(input.memory, appId, input.nowMs);
  const isStrict = input.settings.mode === 'strict';
  const rate = meizuLimits.rate.value / 60;
  const held = (id: 'rate' | 'bulk', code: string, limit: number): ReplyRow =>
    isStrict ? rows.failed(id, 'over', refuse(code), { limit }) : rows.unverified(id, 'over', { limit });
  const checks = [
    usage.inSecond >= rate ? held('rate', '110010', rate) : rows.passed('rate'),
    isBulk && usage.bulk >= meizuLimits.bulk.value
      ? held('bulk', '110019', meizuLimits.bulk.value)
      : rows.passed('bulk'),
  ];
  const next = { ...usage, inSecond: usage.inSecond + 1, bulk: usage.bulk + (isBulk ? 1 : 0) };
  return { rows: checks, memory: rememberUsage(input.memory, appId, next) };
};

const phoneRows = (verdicts: readonly PhoneVerdict[], reply: ReplyRefusal['reply']): ReplyRow[] => {
  const bad = verdicts.filter((one) => one.key !== null);
  const doubtful = verdicts.find((one) => one.doubtful !== null)?.doubtful;
  const first = bad[0];
  if (first && bad.length === verdicts.length) {
    return [rows.failed('phones', `all-${first.key ?? ''}`, refuseWith(`value.${first.key ?? ''}`, reply))];
  }
  if (first) return [rows.unverified('phones', 'some', { count: bad.length })];
  return [doubtful ? rows.unverified('phones', `doubtful-${doubtful}`) : rows.passed('phones')];
};

interface Common {
  readonly rows: readonly ReplyRow[];
  readonly memory: MeizuMemory;
  readonly reply: Answer['reply'];
  readonly why: Phrase;
  readonly id: string | null;
  readonly targets: Answer['targets'];
  readonly delivery: Answer['delivery'];
}

const finish = (input: Input, { rows: all, memory, reply, why, id, targets, delivery }: Common): Answer => {
  const refusal = firstRefusal(all)?.refusal;
  const common = { kind: 'push', verdict: verdictOf(all, why), connection: input.connection, effects: [] } as const;
  if (!refusal) return { ...common, memory, reply, vendorMessageId: id, targets, delivery };
  // An answer with code 200 that reaches nobody still has its id and its reasons phone by phone.
  const isAnswered = refusal.code.startsWith('value.');
  const refused = targets.map(({ token }) => ({ token, outcome: 'rejected' as const, reason: refusal.code }));
  return {
    ...common,
    memory: isAnswered ? memory : input.memory,
    reply: refusal.reply,
    vendorMessageId: isAnswered ? id : null,
    targets: isAnswered ? targets : refused,
    delivery: null,
  };
};

/** The message of a push: in the form, or stored under its task id. */
const taskOf = (input: Input, route: Route, fields: Fields): { task: Task; rows: ReplyRow[] } => {
  if (route.kind !== 'task-push') {
    const task = { payload: fieldOf(fields, 'messageJson'), passThrough: route.passThrough };
    return { task, rows: messageRows(task) };
  }
  const taskId = fieldOf(fields, 'taskId');
  const task = input.memory.tasks.get(taskId) ?? null;
  const empty = { payload: '', passThrough: route.passThrough };
  if (taskId === '') return { task: empty, rows: [rows.failed('task', 'missing', refuse('110004'))] };
  return task
    ? { task, rows: [rows.passed('task')] }
    : { task: empty, rows: [rows.failed('task', 'unknown', refuse('110032'))] };
};

const isPublic = (payload: string): boolean =>
  partOf(readMessage(payload).object ?? {}, 'noticeBarInfo')['noticeMsgType'] !== 1;

/** `pushByPushId` and `pushByAlias`, with the message or with a task id. */
const decidePush = (input: Input, route: Route, fields: Fields, text: string): Answer => {
  const sender = senderRows(input, fields, text);
  const field = route.by ?? 'pushIds';
  const targets = splitList(fieldOf(fields, field));
  const tokens = field === 'pushIds' ? targets : [];
  const { task, rows: message } = taskOf(input, route, fields);
  const past = history(input, sender.appId, route.kind === 'task-push');
  const judged = judgePhones(input, past.memory, {
    appId: sender.appId,
    tokens,
    isPublic: !task.passThrough && isPublic(task.payload),
  });
  const msgId = input.newId().replaceAll('-', '');
  const reply = answer('200', '', valueOf(judged.verdicts), { msgId });
  return finish(input, {
    rows: [
      rows.passed('path'),
      rows.passed('method'),
      ...sender.rows,
      targetRow(targets, field),
      ...message,
      ...(route.passThrough ? [passThroughRow(input)] : []),
      ...past.rows,
      ...(tokens.length > 0 ? phoneRows(judged.verdicts, reply) : []),
    ],
    memory: judged.memory,
    reply,
    why: { id: field === 'alias' ? 'meizu.verdict.alias' : 'meizu.verdict.accepted' },
    id: msgId,
    targets: judged.verdicts.map(({ token, key }) =>
      key === null
        ? { token, outcome: 'accepted' as const, reason: null }
        : { token, outcome: 'rejected' as const, reason: `value.${key}` },
    ),
    delivery:
      tokens.length > 0 ? { payload: task.payload, options: task.passThrough ? { mode: 'unvarnished' } : {} } : null,
  });
};

/** `getTaskId`, `pushToApp`, `pushToTag` and `cancel`: no phone is named. */
const decideTask = (input: Input, route: Route, fields: Fields, text: string): Answer => {
  const sender = senderRows(input, fields, text);
  const task: Task = { payload: fieldOf(fields, 'messageJson'), passThrough: fieldOf(fields, 'pushType') === '1' };
  const past = history(input, sender.appId, route.kind !== 'cancel');
  const number = Number.parseInt(input.newId().replaceAll('-', '').slice(-8), 16) % 1_000_000_000;
  const taskId = String(number);
  const isCancel = route.kind === 'cancel';
  const tags = route.kind === 'to-tag' ? [targetRow(splitList(fieldOf(fields, 'tagNames')), 'tagNames')] : [];
  const value = isCancel
    ? { result: true }
    : { taskId: number, pushType: task.passThrough ? 1 : 0, appId: sender.appId };
  const known = fieldOf(fields, 'taskId') === '' ? 'missing' : 'unknown';
  const cancelled = isCancel && !input.memory.tasks.has(fieldOf(fields, 'taskId'));
  return finish(input, {
    rows: [
      rows.passed('path'),
      rows.passed('method'),
      ...sender.rows,
      pushTypeRow(fields),
      ...tags,
      ...(isCancel
        ? [
            cancelled
              ? rows.failed('task', known, refuse(known === 'missing' ? '110004' : '110032'))
              : rows.passed('task'),
          ]
        : messageRows(task)),
      ...(task.passThrough && !isCancel ? [passThroughRow(input)] : []),
      ...past.rows,
    ],
    memory: isCancel ? past.memory : rememberTask(past.memory, taskId, task),
    reply: answer('200', '', value),
    why: { id: `meizu.verdict.${route.kind}` },
    id: isCancel ? null : taskId,
    targets: [],
    delivery: null,
  });
};

/** Decides a POST to a send address. All checks are reported; the first that fails is the answer. */
export const decideSend = (input: Input, route: Route): Answer => {
  const text = fromBytes(input.capture.body) ?? '';
  const fields = formFields(text);
  const isPush = route.kind === 'push' || route.kind === 'task-push';
  return isPush ? decidePush(input, route, fields, text) : decideTask(input, route, fields, text);
};
