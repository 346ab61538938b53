import type { Draft, OptionField, Problem, Size } from '../../../../shared/contract/index.ts';
import { shorten } from '../../kit/cut-text.ts';
import { advice, problemOf } from '../../kit/findings.ts';
import { headerOf } from '../../kit/headers.ts';
import { hasMember, objectIn } from '../../kit/json-pick.ts';
import { isObject, jsonType, parseJson, type JsonObject } from '../../kit/json.ts';
import { fromBytes } from '../../kit/text.ts';
import type { PayloadPart, ReadRequest, SendTarget, WireRequest } from '../../vendor.ts';
import { apis, pushTypes, sendAddressOf } from '../hosts.ts';
import { huaweiLimits } from '../limits.ts';
import { adviseOptions, advisePush } from './advice.ts';
import { apiOf, pushTypeOf } from './draft.ts';
import { pushOf } from './effective.ts';
import { draftFromIntent } from './intent.ts';
import { checkMessage } from './rules-message.ts';
import { checkScene } from './rules-scene.ts';
import { checkForm } from './rules-shape.ts';
import { bodyBytes, checkSize, checkTarget, tokensOf, type Looked } from './rules-target.ts';
import { looksLikeToken } from './token.ts';
import { completionOf } from './wire-body.ts';
import { mistake, type Finding } from './refusals.ts';

const field = (
  name: string,
  kind: OptionField['kind'],
  choices: readonly string[] = [],
  placeholder = '',
): OptionField => ({ name, kind, choices: [...choices], placeholder, help: { id: `huawei.option.${name}.help` } });

const options: readonly OptionField[] = [
  field('api', 'select', apis),
  field('appId', 'text', [], '100000001'),
  field('projectId', 'text', [], '388421841221000001'),
  field('pushType', 'select', Object.keys(pushTypes)),
  field('validateOnly', 'switch'),
  field('testMessage', 'switch'),
];

const example = JSON.stringify(
  {
    message: {
      data: '{"ext":"{\\"entity\\":{\\"action\\":1,\\"chatType\\":1,\\"sender\\":\\"denny\\"}}"}',
      notification: { title: 'Denny', body: 'Lunch at 12:30?' },
      android: {
        category: 'IM',
        urgency: 'NORMAL',
        ttl: '86400s',
        notification: { importance: 'NORMAL', default_sound: true, click_action: { type: 3 } },
      },
    },
  },
  null,
  2,
);

/** Every mistake of a body that the gateway refuses too: target, size, form, structure. */
export const checkBody = (payload: string, looked: Looked): Finding[] => [
  ...checkTarget(looked),
  ...checkSize(payload, tokensOf(looked)),
  ...checkForm(looked),
  ...(looked.api === 'v3' ? checkScene(looked) : checkMessage(looked.root)),
];

/** The body as JSON, or why it is none. */
export const readBody = (payload: string): { root: JsonObject } | { finding: Finding } => {
  const refusal = { code: '80100001', message: 'Check Parameter Error.' };
  const parsed = parseJson(payload);
  if (!parsed.ok) {
    return {
      finding: mistake('json', 'not-json', '$', refusal, { params: { message: shorten(parsed.message, 160) } }),
    };
  }
  if (isObject(parsed.value)) return { root: parsed.value };
  return { finding: mistake('json', 'root-not-object', '$', refusal, { params: { found: jsonType(parsed.value) } }) };
};

const adviseToken = (draft: Draft, target: SendTarget | null, looked: Looked): Finding[] => {
  const { insertsToken } = completionOf(looked.root, draft);
  const place = looked.api === 'v3' ? '$.target.token' : '$.message.token';
  if (insertsToken) return [advice('info', 'token-inserted', place)];
  const tokens = tokensOf(looked);
  const isOther = target !== null && target.token !== '' && tokens.length > 0 && !tokens.includes(target.token);
  return isOther ? [advice('warning', 'other-token', place, { hasFix: true })] : [];
};

const check = (draft: Draft, target: SendTarget | null): { problems: Problem[]; sizes: Size[] } => {
  const read = readBody(draft.payload);
  const optionFindings = adviseOptions(draft, target);
  const toProblems = (found: readonly Finding[]) => found.map(problemOf('huawei'));
  if ('finding' in read) return { problems: toProblems([read.finding, ...optionFindings]), sizes: [] };
  const { root } = read;
  const looked: Looked = { root, api: apiOf(draft, root), pushType: pushTypeOf(draft) };
  // The phone's token goes in where the body names nobody, so that is no mistake of a draft.
  const inserts = completionOf(root, draft).insertsToken && target?.token !== '';
  const found = checkBody(draft.payload, looked).filter(
    ({ name }) => !(inserts && (name === 'no-target' || name === 'no-target-object')),
  );
  const push = pushOf(draft);
  const size: Size = {
    id: 'huawei.size.body',
    used: bodyBytes(draft.payload, tokensOf(looked)),
    limit: huaweiLimits.bodyBytes.value,
    unit: 'bytes',
    certainty: 'guess',
  };
  const all = [
    ...found,
    ...adviseToken(draft, target, looked),
    ...(push ? advisePush(push, root) : []),
    ...optionFindings,
  ];
  return { problems: toProblems(all), sizes: [size] };
};

/** The options that a send address and the push-type header stand for. */
export const optionsOfRequest = (request: Pick<WireRequest, 'path' | 'headers'>): Draft['options'] | null => {
  const address = sendAddressOf(request.path);
  if (address === null) return null;
  const { api, id } = address;
  if (api !== 'v3') return { api, [api === 'v1' ? 'appId' : 'projectId']: id };
  return { api, projectId: id, pushType: headerOf(request.headers, 'push-type')?.trim() ?? '0' };
};

const fromRequest = (request: WireRequest): ReadRequest | null => {
  const given = optionsOfRequest(request);
  const payload = fromBytes(request.body);
  if (given === null || payload === null) return null;
  const draft = { payload, options: given };
  const read = readBody(payload);
  const drawn = pushOf(draft)?.drawn;
  return {
    draft,
    tokens: 'root' in read ? tokensOf({ root: read.root, api: apiOf(draft, read.root) }) : [],
    title: drawn?.title ?? '',
    body: drawn?.body ?? '',
  };
};

/** Marks that only Huawei's bodies have; FCM's message has a single token as text and data as an object. */
const isOurs = (root: JsonObject): boolean => {
  const message = objectIn(root, 'message');
  if (message) {
    const android = objectIn(message, 'android');
    const own = ['urgency', 'bi_tag', 'fast_app_target', 'receipt_id', 'target_user_type', 'category'];
    return (
      Array.isArray(message['token']) ||
      typeof message['data'] === 'string' ||
      own.some((name) => hasMember(android, name)) ||
      isObject(objectIn(android, 'notification')?.['click_action'])
    );
  }
  const payload = objectIn(root, 'payload');
  return (
    payload !== undefined &&
    (hasMember(root, 'target') ||
      hasMember(root, 'pushOptions') ||
      hasMember(objectIn(payload, 'notification'), 'clickAction'))
  );
};

const recognise: PayloadPart['recognise'] = (text) => {
  const trimmed = text.trim();
  if (looksLikeToken(trimmed)) return { kind: 'device-token', draft: null, tokens: [trimmed], certainty: 'guess' };
  const read = readBody(trimmed);
  if ('finding' in read || !isOurs(read.root)) return null;
  const draft: Draft = { payload: trimmed, options: {} };
  const api = apiOf(draft, read.root);
  return {
    kind: 'vendor-payload',
    draft: { payload: trimmed, options: { api } },
    tokens: tokensOf({ root: read.root, api }),
    certainty: 'documented',
  };
};

/** Drafts: made, checked, read back and recognised. */
export const payload: PayloadPart = { options, example, fromIntent: draftFromIntent, check, fromRequest, recognise };
