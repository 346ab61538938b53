import type { Draft, OptionField, Problem, Size } from '../../../../shared/contract/index.ts';
import { isObject, jsonText, parseJson } from '../../kit/json.ts';
import { fromBytes } from '../../kit/text.ts';
import type { PayloadPart, ReadRequest, SendTarget, WireRequest } from '../../vendor.ts';
import { projectOfPath, splitPath } from '../hosts.ts';
import { adviseMessage, adviseToken } from './advice.ts';
import { byteLimit, effectiveNotification, messageBytes } from './effective.ts';
import { advice, toProblem, type Finding } from './findings.ts';
import { draftFromIntent, droppableFields, droppedNames } from './intent.ts';
import type { Message } from './model.ts';
import { readBody } from './read.ts';
import { checkReservedKeys, checkSize, checkTarget, checkValues, isTargetUnreadable } from './rules.ts';
import { tokenShape } from './token.ts';
import { completionOf } from './wire-body.ts';

const options: readonly OptionField[] = [
  {
    name: 'projectId',
    kind: 'text',
    choices: [],
    placeholder: 'my-project-1a2b3',
    help: { id: 'fcm.option.projectId.help' },
  },
  { name: 'validateOnly', kind: 'switch', choices: [], placeholder: '', help: { id: 'fcm.option.validateOnly.help' } },
];

const example = JSON.stringify(
  {
    message: {
      notification: { title: 'Denny', body: 'Lunch at 12:30?' },
      data: { ext: '{"entity":{"action":1,"chatType":1,"sender":"denny"}}' },
      android: { priority: 'HIGH', ttl: '3600s', notification: { channel_id: 'chat', sound: 'default' } },
    },
  },
  null,
  2,
);

/** The project a draft goes to: its option, else the credential's. Null: neither names one. */
export const projectOf = (draft: Draft, target: SendTarget | null): string | null => {
  const given = draft.options['projectId']?.trim();
  if (given) return given;
  return target?.credential?.kind === 'fcm-service-account' ? target.credential.projectId : null;
};

const checkOptions = (draft: Draft, target: SendTarget | null): Finding[] => {
  const found: Finding[] = [];
  const project = projectOf(draft, target);
  const given = draft.options['projectId']?.trim() ?? '';
  if (target && project === null) {
    found.push({ ...advice('warning', 'no-project', 'option:projectId', {}, { hasFix: true }), severity: 'error' });
  }
  if (given !== '' && !/^(?:\d{6,20}|(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9])$/.test(given)) {
    found.push(advice('warning', 'odd-project', 'option:projectId', { project: given }, { certainty: 'guess' }));
  }
  const own = target?.credential?.kind === 'fcm-service-account' ? target.credential.projectId : given;
  if (given !== '' && given !== own && !/^\d+$/.test(given)) {
    const params = { project: given, own };
    found.push(advice('warning', 'other-project', 'option:projectId', params, { certainty: 'reported' }));
  }
  const validate = draft.options['validateOnly'] ?? '';
  if (!['', 'true', 'false'].includes(validate)) {
    found.push(advice('warning', 'odd-switch', 'option:validateOnly', { value: validate }));
  }
  if (draft.options['dropped'] !== undefined) {
    found.push(advice('info', 'modelled', '$.message', {}, { certainty: 'guess' }));
    const names = draft.options['dropped'].split(',');
    for (const field of droppableFields) {
      if (names.includes(field)) found.push(advice('warning', droppedNames[field], 'option:dropped'));
    }
  }
  return found;
};

/** The target as it will be on the wire: a message without one gets the phone's token. */
const checkDraftTarget = (draft: Draft, target: SendTarget | null, message: Message): Finding[] => {
  const parsed = parseJson(draft.payload);
  const inserts = parsed.ok && isObject(parsed.value) && completionOf(parsed.value, draft.options).insertsToken;
  if (inserts && target?.token !== '') {
    const found = [advice('info', 'token-inserted', '$.message')];
    return target ? [...found, ...adviseToken(target.token, '$.message')] : found;
  }
  const found = checkTarget({ message });
  if (message.token === undefined) return found;
  if (target && target.token !== '' && target.token !== message.token) {
    found.push(advice('warning', 'other-token', '$.message.token', {}, { hasFix: true }));
  }
  return [...found, ...adviseToken(message.token, '$.message.token')];
};

const check = (draft: Draft, target: SendTarget | null): { problems: Problem[]; sizes: Size[] } => {
  const { body, findings } = readBody(draft.payload);
  const message = body?.message;
  const optionFindings = checkOptions(draft, target);
  const isUnreadable = isTargetUnreadable(findings);
  if (!body || !message) {
    const missing = body && !isUnreadable ? checkTarget(body) : [];
    return { problems: [...findings, ...missing, ...optionFindings].map(toProblem), sizes: [] };
  }
  const found = [
    ...findings,
    ...(isUnreadable ? [] : checkDraftTarget(draft, target, message)),
    ...checkReservedKeys(message),
    ...checkValues(message),
    ...checkSize(message),
    ...adviseMessage(message),
    ...optionFindings,
  ];
  const size: Size = {
    id: 'fcm.size.message',
    used: messageBytes(message),
    limit: byteLimit(message),
    unit: 'bytes',
    certainty: 'guess',
  };
  return { problems: found.map(toProblem), sizes: [size] };
};

const fromRequest = (request: WireRequest): ReadRequest | null => {
  const project = projectOfPath(splitPath(request.path).name);
  const payload = fromBytes(request.body);
  if (project === null || payload === null) return null;
  const message = readBody(payload).body?.message;
  const drawn = message ? effectiveNotification(message) : null;
  const packageName = message?.android?.restricted_package_name ?? '';
  return {
    draft: { payload, options: { projectId: project } },
    tokens: message?.token ? [message.token] : [],
    ...(packageName === '' ? {} : { appIdentifier: packageName }),
    title: drawn?.title ?? drawn?.title_loc_key ?? '',
    body: drawn?.body ?? drawn?.body_loc_key ?? '',
  };
};

/** A body with `message`, or the message alone; a registration token by its shape. */
const recognise: PayloadPart['recognise'] = (text) => {
  const trimmed = text.trim();
  if (tokenShape(trimmed) === 'fcm')
    return { kind: 'device-token', draft: null, tokens: [trimmed], certainty: 'measured' };
  const parsed = parseJson(trimmed);
  if (!parsed.ok || !isObject(parsed.value)) return null;
  const wrapped = isObject(parsed.value['message']);
  const inner = wrapped ? parsed.value['message'] : parsed.value;
  if (!isObject(inner)) return null;
  const names = Object.keys(inner);
  const targets = ['token', 'topic', 'condition', 'fid'].filter((name) => names.includes(name));
  const contents = ['notification', 'data', 'android', 'apns', 'webpush', 'fcm_options', 'fcmOptions'].filter((name) =>
    names.includes(name),
  );
  if (contents.length === 0 && targets.length === 0) return null;
  const certainty =
    wrapped && contents.length > 0 ? 'documented' : contents.length > 0 && targets.length > 0 ? 'measured' : 'guess';
  // A lone `data` or `token` could be anybody's.
  if (!wrapped && certainty === 'guess' && !names.includes('notification')) return null;
  const whole = wrapped ? trimmed : jsonText({ message: inner });
  if (whole === null) return null;
  const draft = { payload: whole, options: {} };
  const token = inner['token'];
  return { kind: 'vendor-payload', draft, tokens: typeof token === 'string' ? [token] : [], certainty };
};

/** Drafts: made, checked, read back and recognised. */
export const payload: PayloadPart = { options, example, fromIntent: draftFromIntent, check, fromRequest, recognise };
