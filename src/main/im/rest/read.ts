import type { Conversation, Message, RestCall } from '../../../shared/contract/index.ts';
import { mostBatchTargets, mostGroupTargets } from '../validate.ts';
import { optionFields } from '../../../shared/rest/call-fields.ts';
import { administrator, bodyFields, refusalByField } from './call-fields.ts';
import { readElement } from './elements.ts';
import { isObject, readFields, typeOf, type JsonObject } from './fields.ts';
import { parseText } from './parse-text.ts';
import { Findings } from './problems.ts';
import { readPushInfo } from './push-info.ts';

const mostElements = 300;

/** Which call a request is by its fields. */
export const callOf = (value: unknown): RestCall => {
  if (!isObject(value)) return 'sendmsg';
  if ('GroupId' in value) return 'send_group_msg';
  return Array.isArray(value['To_Account']) ? 'batchsendmsg' : 'sendmsg';
};

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '');

const readGroup = (value: JsonObject, topicId: unknown, findings: Findings): Conversation | null => {
  const { GroupId: groupId, To_Account: to } = value;
  if (typeof groupId !== 'string' || groupId === '') {
    findings.refuse('group-id-wrong', '$.GroupId');
    return null;
  }
  if (to !== undefined && !isTexts(to)) findings.refuse('to-missing', '$.To_Account');
  else if (to !== undefined && to.length > mostGroupTargets) {
    findings.refuse('too-many-targets', '$.To_Account', { count: to.length, limit: mostGroupTargets });
  }
  return {
    kind: 'group',
    groupId,
    ...(isTexts(to) ? { toAccounts: to } : {}),
    ...(typeof topicId === 'string' ? { topicId } : {}),
  };
};

const readC2c = (call: RestCall, value: JsonObject, findings: Findings): Conversation | null => {
  const to = value['To_Account'];
  if (call === 'batchsendmsg') {
    const [first, ...others] = isTexts(to) ? to : [];
    if (first === undefined) findings.refuse('to-missing', '$.To_Account');
    else if (others.length >= mostBatchTargets) {
      findings.refuse('too-many-targets', '$.To_Account', { count: others.length + 1, limit: mostBatchTargets });
    }
    return first === undefined ? null : { kind: 'c2c', to: first, others };
  }
  if (typeof to === 'string' && to !== '') return { kind: 'c2c', to };
  findings.refuse('to-missing', '$.To_Account');
  return null;
};

const readBody = (value: JsonObject, findings: Findings): Message['elements'] => {
  const body = value['MsgBody'];
  if (!Array.isArray(body)) {
    findings.refuse('body-not-array', '$.MsgBody', { found: body === undefined ? 'nothing' : typeOf(body) });
    return [];
  }
  if (body.length > mostElements) {
    findings.refuse('too-many-elements', '$.MsgBody', { count: body.length, limit: mostElements });
    return [];
  }
  const reports = findings.reports(() => 'element-wrong');
  return body.flatMap((one, index) => readElement(one, `$.MsgBody[${index}]`, reports) ?? []);
};

const readPush = (value: JsonObject, findings: Findings): Message['offlinePush'] => {
  const push = value['OfflinePushInfo'];
  if (push === undefined) return null;
  const path = '$.OfflinePushInfo';
  const reports = findings.reports(() => 'push-wrong');
  if (isObject(push)) return readPushInfo(push, path, reports);
  reports.wrong(path, 'an object', typeOf(push));
  return null;
};

/** The flag that says nothing when it is 0 stays written. */
const keptFlag = (value: JsonObject, isGroup: boolean): JsonObject =>
  isGroup && value['OnlineOnlyFlag'] === 0 ? { OnlineOnlyFlag: 0 } : {};

const readCall = (call: RestCall, value: JsonObject, findings: Findings, makesRandom: boolean): Message | null => {
  const isGroup = call === 'send_group_msg';
  const others = Object.fromEntries(Object.entries(value).filter(([name]) => !isBodyField(name, isGroup)));
  const nameOf = (path: string) => path.split('.')[1]?.split('[')[0] ?? '';
  const reports = findings.reports((path) => refusalByField[nameOf(path)] ?? 'field-wrong');
  const read = readFields(others, optionFields(call), '$', reports);
  const { from, topicId, extra, ...rest } = read;
  const random = isGroup ? 'Random' : 'MsgRandom';
  if (!(random in value)) {
    if (makesRandom) findings.note('random-made', 'info', '$', { field: random });
    else findings.refuse('random-wrong', `$.${random}`);
  }
  const conversation = isGroup ? readGroup(value, topicId, findings) : readC2c(call, value, findings);
  const elements = readBody(value, findings);
  const offlinePush = readPush(value, findings);
  const kept = { ...(extra as JsonObject | undefined), ...keptFlag(value, isGroup) };
  if (from === '') findings.refuse('from-wrong', '$.From_Account', { found: 'nothing' });
  if (!conversation) return null;
  const message = {
    onlineUserOnly: false,
    messageClass: 'chat' as const,
    ...rest,
    from: typeof from === 'string' ? from : administrator,
    conversation,
    elements,
    offlinePush,
    ...(from === undefined ? { client: { kind: 'rest' as const, senderOmitted: true } } : {}),
    ...(Object.keys(kept).length > 0 ? { extra: kept } : {}),
  };
  return message;
};
const isBodyField = (name: string, isGroup: boolean): boolean =>
  bodyFields.some((one) => one === name) && (isGroup || name !== 'GroupId');

/** What reading a text gave. `message` is null when something in it is of the wrong form. */
export interface CallRead {
  readonly call: RestCall;
  readonly message: Message | null;
  readonly findings: Findings;
}

/**
 * Reads the JSON of a call. `call` absent: whichever it looks like. `makesRandom`: who sends it adds the random number that is
 * missing. Never throws, whatever the text.
 */
export const readCallText = (text: string, call?: RestCall, makesRandom = false): CallRead => {
  const first = new Findings(call === 'send_group_msg' ? 'group' : 'c2c');
  const value = parseText(text, first);
  if (first.refusal) return { call: call ?? 'sendmsg', message: null, findings: first };
  const found = call ?? callOf(value);
  const findings = new Findings(found === 'send_group_msg' ? 'group' : 'c2c');
  findings.problems.push(...first.problems);
  if (!isObject(value)) {
    findings.refuse('not-object', '$', { found: typeOf(value) });
    return { call: found, message: null, findings };
  }
  const message = readCall(found, value, findings, makesRandom);
  return { call: found, message: findings.refusal ? null : message, findings };
};
