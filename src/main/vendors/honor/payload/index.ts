import type { Draft, Problem, Size } from '../../../../shared/contract/index.ts';
import { shorten } from '../../kit/cut-text.ts';
import { advice, problemOf } from '../../kit/findings.ts';
import { hasMember, objectIn } from '../../kit/json-pick.ts';
import { isObject, jsonType, parseJson, type JsonObject } from '../../kit/json.ts';
import { fromBytes } from '../../kit/text.ts';
import type { PayloadPart, ReadRequest, SendTarget, WireRequest } from '../../vendor.ts';
import { appOfPath } from '../hosts.ts';
import { honorLimits } from '../limits.ts';
import { adviseOptions, advisePush } from './advice.ts';
import { pushOf } from './effective.ts';
import { draftFromIntent } from './intent.ts';
import { mistake, type Finding } from './refusals.ts';
import { bodyBytes, checkBody, tokensOf } from './rules.ts';
import { looksLikeToken } from './token.ts';
import { insertsToken } from './wire-body.ts';

const example = JSON.stringify(
  {
    data: '{"ext":"{\\"entity\\":{\\"action\\":1,\\"chatType\\":1,\\"sender\\":\\"denny\\"}}"}',
    notification: { title: 'Denny', body: 'Lunch at 12:30?' },
    android: {
      ttl: '86400s',
      notification: { importance: 'NORMAL', clickAction: { type: 3 } },
    },
  },
  null,
  2,
);

/** The body as JSON, or why it is none. */
export const readBody = (payload: string): { root: JsonObject } | { finding: Finding } => {
  const parsed = parseJson(payload);
  if (!parsed.ok)
    return { finding: mistake('json', 'not-json', '$', { params: { message: shorten(parsed.message, 160) } }) };
  if (isObject(parsed.value)) return { root: parsed.value };
  return { finding: mistake('json', 'root-not-object', '$', { params: { found: jsonType(parsed.value) } }) };
};

const adviseToken = (root: JsonObject, target: SendTarget | null): Finding[] => {
  if (insertsToken(root)) return [advice('info', 'token-inserted', '$.token')];
  const tokens = tokensOf(root);
  const isOther = target !== null && target.token !== '' && tokens.length > 0 && !tokens.includes(target.token);
  return isOther ? [advice('warning', 'other-token', '$.token', { hasFix: true })] : [];
};

const check = (draft: Draft, target: SendTarget | null): { problems: Problem[]; sizes: Size[] } => {
  const read = readBody(draft.payload);
  const optionFindings = adviseOptions(draft, target);
  const toProblem = problemOf('honor');
  if ('finding' in read) return { problems: [read.finding, ...optionFindings].map(toProblem), sizes: [] };
  const { root } = read;
  const inserts = insertsToken(root) && target?.token !== '';
  const push = pushOf(draft);
  const found = [
    ...checkBody(draft.payload, root).filter(({ name }) => !(inserts && name === 'no-target')),
    ...adviseToken(root, target),
    ...(push ? advisePush(push) : []),
    ...optionFindings,
  ];
  const size: Size = {
    id: 'honor.size.body',
    used: bodyBytes(draft.payload, tokensOf(root)),
    limit: honorLimits.bodyBytes.value,
    unit: 'bytes',
    certainty: 'guess',
  };
  return { problems: found.map(toProblem), sizes: [size] };
};

const fromRequest = (request: WireRequest): ReadRequest | null => {
  const appId = appOfPath(request.path);
  const payload = fromBytes(request.body);
  if (appId === null || payload === null) return null;
  const draft = { payload, options: { appId } };
  const read = readBody(payload);
  const drawn = pushOf(draft)?.drawn;
  return {
    draft,
    tokens: 'root' in read ? tokensOf(read.root) : [],
    title: drawn?.title ?? '',
    body: drawn?.body ?? '',
  };
};

/** Marks that only Honor's bodies have: no `message` around, and `android` in camel case or a list of tokens beside it. */
const isOurs = (root: JsonObject): boolean => {
  if (hasMember(root, 'message') || hasMember(root, 'aps')) return false;
  const android = objectIn(root, 'android');
  const notification = objectIn(android, 'notification');
  const own = ['clickAction', 'badge', 'notifyId', 'bigTitle', 'importance'];
  return (
    own.some((name) => hasMember(notification, name)) ||
    hasMember(android, 'targetUserType') ||
    (Array.isArray(root['token']) && (android !== undefined || isObject(root['notification'])))
  );
};

const recognise: PayloadPart['recognise'] = (text) => {
  const trimmed = text.trim();
  if (looksLikeToken(trimmed)) return { kind: 'device-token', draft: null, tokens: [trimmed], certainty: 'guess' };
  const read = readBody(trimmed);
  if ('finding' in read || !isOurs(read.root)) return null;
  const draft: Draft = { payload: trimmed, options: {} };
  return { kind: 'vendor-payload', draft, tokens: tokensOf(read.root), certainty: 'measured' };
};

/** Drafts: made, checked, read back and recognised. */
export const payload: PayloadPart = {
  options: [
    { name: 'appId', kind: 'text', choices: [], placeholder: '104400001', help: { id: 'honor.option.appId.help' } },
    {
      name: 'testMessage',
      kind: 'switch',
      choices: [],
      placeholder: '',
      help: { id: 'honor.option.testMessage.help' },
    },
  ],
  example,
  fromIntent: draftFromIntent,
  check,
  fromRequest,
  recognise,
};
