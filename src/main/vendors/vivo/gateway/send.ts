import type { Phrase } from '../../../../shared/contract/index.ts';
import type { JsonObject } from '../../kit/json.ts';
import { firstRefusal, verdictOf, type ReplyRow } from '../../kit/rows.ts';
import { fromBytes } from '../../kit/text.ts';
import type { GatewayAnswer, GatewayInput } from '../../vendor.ts';
import { vivoLimits } from '../limits.ts';
import type { Path } from '../paths.ts';
import { classOf } from '../payload/classes.ts';
import { readBody, textOf, textsOf } from '../payload/read.ts';
import { checkRules } from '../payload/rules.ts';
import { ruleRows, rows } from './checks.ts';
import { historyRows } from './history.ts';
import { countDevice, deviceCount, rememberRequest, rememberSaved, type VivoMemory } from './memory.ts';
import { answer, refuse, success } from './reply.ts';
import { senderRows } from './sender-rows.ts';

type Input = GatewayInput<unknown, VivoMemory>;
type Answer = GatewayAnswer<unknown, VivoMemory>;
type SendPath = Exclude<Path, 'auth'>;

/** A number of 18 digits, as vivo's task ids are. */
const newTaskId = (newId: () => string): string =>
  String(BigInt(`0x${newId().replaceAll('-', '').slice(-15)}`) % 10n ** 18n).padStart(18, '1');

/** White space occurs in no regId, old or new; more of the form is not looked at. */
const isMalformed = (regId: string): boolean => /\s/.test(regId);

/** `invalidUser.status` of a phone: 1 not of this app, 2 gone. Null: nothing speaks against it. */
const invalidStatus = (input: Input, regId: string): 1 | 2 | null => {
  const known = input.registry.findToken('vivo', regId);
  if (known) return known.state === 'active' ? null : 2;
  return isMalformed(regId) || input.settings.mode === 'strict' ? 1 : null;
};

const deviceRow = (input: Input, regId: string): ReplyRow => {
  const status = invalidStatus(input, regId);
  if (status === null) {
    return input.registry.findToken('vivo', regId) ? rows.passed('device') : rows.unverified('device', 'unknown');
  }
  const refusal = refuse('10302', 'regId', { invalidUser: { status, userid: regId } });
  return rows.failed('device', status === 2 ? 'gone' : isMalformed(regId) ? 'malformed' : 'foreign', refusal);
};

const requestIdReuse = (input: Input, appId: string, body: JsonObject): { row: ReplyRow[]; key: string } => {
  const key = `${appId} ${textOf(body, 'requestId')}`;
  return { row: input.memory.requestIds.has(key) ? [rows.unverified('request-id', 'reused')] : [], key };
};

interface Common {
  readonly rows: readonly ReplyRow[];
  readonly memory: VivoMemory;
  readonly body: object;
  readonly why: Phrase;
  readonly id: string | null;
  readonly targets?: Answer['targets'];
  readonly tokens: readonly string[];
  readonly delivery: Answer['delivery'];
}

const finish = (input: Input, { rows: all, memory, body, why, id, targets, tokens, delivery }: Common): Answer => {
  const refusal = firstRefusal(all)?.refusal;
  const common = { kind: 'push', verdict: verdictOf(all, why), connection: input.connection, effects: [] } as const;
  if (refusal) {
    const refused = tokens.map((token) => ({ token, outcome: 'rejected' as const, reason: refusal.code }));
    return {
      ...common,
      memory: input.memory,
      reply: refusal.reply,
      vendorMessageId: null,
      targets: refused,
      delivery: null,
    };
  }
  const taken = targets ?? tokens.map((token) => ({ token, outcome: 'accepted' as const, reason: null }));
  return { ...common, memory, reply: answer(body), vendorMessageId: id, targets: taken, delivery };
};

/** `/message/send`: one phone. */
const decideSingle = (input: Input, body: JsonObject, text: string): Answer => {
  const sender = senderRows(input, body);
  const regId = textOf(body, 'regId');
  const reuse = requestIdReuse(input, sender.appId, body);
  const history = historyRows(input, sender.appId, body, { count: 1, toAll: false });
  const isOperation = classOf(body) === 0 && body['pushMode'] !== 1;
  const had = isOperation ? deviceCount(input.memory, regId, input.nowMs) : 0;
  const isOver = isOperation && regId !== '' && had >= vivoLimits.deviceQuota.value;
  const all = [
    rows.passed('path'),
    rows.passed('method'),
    rows.passed('json'),
    ...sender.rows,
    ...ruleRows(checkRules(body, 'single'), input.settings.mode === 'strict'),
    ...reuse.row,
    ...(body['pushMode'] === 1
      ? [rows.unverified('test-device', 'unknown', { limit: vivoLimits.testDevices.value })]
      : []),
    regId === '' ? rows.unverified('device', 'alias') : deviceRow(input, regId),
    ...history.rows,
    ...(isOver ? [rows.unverified('device-quota', 'over', { limit: vivoLimits.deviceQuota.value })] : []),
  ];
  const counted = isOperation && regId !== '' ? countDevice(history.memory, regId, input.nowMs) : history.memory;
  const isQuiet = isOver && input.settings.mode === 'strict';
  const taskId = newTaskId(input.newId);
  return finish(input, {
    rows: all,
    memory: rememberRequest(counted, reuse.key),
    body: { ...success, taskId },
    why: { id: isQuiet ? 'vivo.verdict.quiet' : regId === '' ? 'vivo.verdict.alias' : 'vivo.verdict.accepted' },
    id: taskId,
    tokens: regId === '' ? [] : [regId],
    delivery: regId === '' ? null : { payload: text, options: isQuiet ? { quiet: 'device-quota' } : {} },
  });
};

/** `/message/saveListPayload`, `/message/all`, `/message/tagPush`: no phone is named. */
const decideWithout = (input: Input, body: JsonObject, text: string, path: 'save' | 'all' | 'tag'): Answer => {
  const sender = senderRows(input, body);
  const reuse = requestIdReuse(input, sender.appId, body);
  const kind = path === 'save' ? 'list' : path;
  const history = historyRows(input, sender.appId, body, { count: 0, toAll: path === 'all' });
  const taskId = newTaskId(input.newId);
  const memory = rememberRequest(history.memory, reuse.key);
  return finish(input, {
    rows: [
      rows.passed('path'),
      rows.passed('method'),
      rows.passed('json'),
      ...sender.rows,
      ...ruleRows(checkRules(body, kind), input.settings.mode === 'strict', ['target']),
      ...reuse.row,
      ...history.rows,
    ],
    memory: path === 'save' ? rememberSaved(memory, taskId, text) : memory,
    body: { ...success, taskId },
    why: { id: `vivo.verdict.${path}` },
    id: taskId,
    tokens: [],
    delivery: null,
  });
};

const targetsRow = (regIds: readonly string[], aliases: readonly string[]): ReplyRow => {
  const count = regIds.length + aliases.length;
  const [min, max] = [vivoLimits.listMin.value, vivoLimits.listMax.value];
  if (count === 0) return rows.failed('targets', 'none', refuse('10050', 'regIds'));
  if (count > max) return rows.failed('targets', 'many', refuse('10252', 'regIds'), { count, max });
  return count < min ? rows.unverified('targets', 'few', { count, min }) : rows.passed('targets', { count });
};

const listRequestRow = (body: JsonObject): ReplyRow => {
  const text = textOf(body, 'requestId');
  const max = vivoLimits.requestId.value;
  if (text === '') return rows.failed('request-id', 'missing', refuse('10066', 'requestId'));
  if (text.length > max)
    return rows.failed('request-id', 'list-long', refuse('10303', 'requestId'), { length: text.length, max });
  return rows.passed('request-id');
};

/** `/message/pushToList`: a stored message to many phones; only the bad ones are named in the answer. */
const decideList = (input: Input, body: JsonObject): Answer => {
  const sender = senderRows(input, body);
  const regIds = textsOf(body['regIds']);
  const taskId = textOf(body, 'taskId');
  const saved = input.memory.saved.get(taskId);
  const message = readBody(saved ?? '{}').object ?? {};
  const history = historyRows(input, sender.appId, message, { count: regIds.length, toAll: false });
  const invalid = regIds.flatMap((userid) => {
    const status = invalidStatus(input, userid);
    return status === null ? [] : [{ status, userid }];
  });
  const bad = new Set(invalid.map(({ userid }) => userid));
  const reply = {
    ...success,
    requestId: textOf(body, 'requestId'),
    ...(invalid.length > 0 ? { invalidUsers: invalid } : {}),
  };
  return finish(input, {
    rows: [
      rows.passed('path'),
      rows.passed('method'),
      rows.passed('json'),
      ...sender.rows,
      targetsRow(regIds, textsOf(body['aliases'])),
      listRequestRow(body),
      saved === undefined ? rows.failed('task', 'unknown', refuse('HTTP_400', 'taskId')) : rows.passed('task'),
      ...(bad.size > 0 ? [rows.unverified('device', 'some', { count: bad.size })] : []),
      ...history.rows,
    ],
    memory: history.memory,
    body: reply,
    why: { id: 'vivo.verdict.list', params: { count: regIds.length - bad.size } },
    id: taskId === '' ? null : taskId,
    targets: regIds.map((token) =>
      bad.has(token) ? { token, outcome: 'rejected', reason: '10302' } : { token, outcome: 'accepted', reason: null },
    ),
    tokens: regIds,
    delivery: saved === undefined ? null : { payload: saved, options: {} },
  });
};

/** Decides a POST to a send address. All checks are reported; the first that fails is the answer. */
export const decideSend = (input: Input, path: SendPath): Answer => {
  const text = fromBytes(input.capture.body);
  const { object, why } = readBody(text ?? '');
  if (object === null || text === null) {
    const failed = rows.failed(
      'json',
      text === null ? 'not-utf8' : (why?.name ?? 'not-json'),
      refuse('HTTP_400', 'body'),
      why?.params,
    );
    const all = [rows.passed('path'), rows.passed('method'), failed, ...senderRows(input, null).rows];
    return finish(input, {
      rows: all,
      memory: input.memory,
      body: {},
      why: failed.phrase,
      id: null,
      tokens: [],
      delivery: null,
    });
  }
  if (path === 'send') return decideSingle(input, object, text);
  return path === 'list' ? decideList(input, object) : decideWithout(input, object, text, path);
};
