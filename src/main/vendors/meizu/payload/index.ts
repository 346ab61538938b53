import type { Draft, OptionField, Problem, Size } from '../../../../shared/contract/index.ts';
import { advice, problemOf, mistake } from '../../kit/findings.ts';
import { isObject, parseJson, type JsonObject } from '../../kit/json.ts';
import { fromBytes, utf8Length } from '../../kit/text.ts';
import type { PayloadPart, ReadRequest, SendTarget, WireRequest } from '../../vendor.ts';
import { meizuLimits } from '../limits.ts';
import { routeOf } from '../paths.ts';
import { fieldOf, formFields } from '../sign.ts';
import { draftFromIntent, droppable } from './intent.ts';
import { partOf, readMessage, textOf, titleAndContent } from './read.ts';
import { checkNotification, checkPassThrough, type MeizuFinding } from './rules.ts';

const options: readonly OptionField[] = [
  {
    name: 'mode',
    kind: 'select',
    choices: ['varnished', 'unvarnished'],
    placeholder: '',
    help: { id: 'meizu.option.mode.help' },
  },
  { name: 'pushIds', kind: 'text', choices: [], placeholder: '', help: { id: 'meizu.option.pushIds.help' } },
];

const example = JSON.stringify(
  {
    noticeBarInfo: { noticeMsgType: 1, title: 'Denny', content: '你好，晚上见' },
    clickTypeInfo: { clickType: 0, parameters: { ext: '{"entity":{"action":1,"chatType":1,"sender":"denny"}}' } },
    pushTimeInfo: { offLine: 1, validTime: 24 },
  },
  null,
  2,
);

/** Phones that the draft names itself, in place of the one it is sent to. */
export const pushIdsOf = ({ options: given }: Draft): string[] => splitList(given['pushIds'] ?? '');

/** The draft is for a message that the app gets and the system does not draw. */
export const isPassThrough = ({ options: given }: Draft): boolean => given['mode'] === 'unvarnished';

const optionFindings = ({ options: given }: Draft): MeizuFinding[] => {
  const found: MeizuFinding[] = [];
  const mode = given['mode'] ?? '';
  if (!['', 'varnished', 'unvarnished'].includes(mode)) {
    found.push(advice('warning', 'odd-mode', 'option:mode', { params: { value: mode.slice(0, 20) } }));
  }
  const [count, max] = [splitList(given['pushIds'] ?? '').length, meizuLimits.targets.value];
  if (count > max) found.push(mistake('fields', '1005', 'many-push-ids', 'option:pushIds', { params: { count, max } }));
  if (given['dropped'] === undefined) return found;
  found.push(advice('info', 'modelled', '$', { certainty: 'guess' }));
  const names = given['dropped'].split(',');
  for (const name of droppable) {
    if (!names.includes(name)) continue;
    found.push(
      advice(name === 'badge' || name === 'priority' ? 'info' : 'warning', `dropped-${name}`, 'option:dropped'),
    );
  }
  for (const name of ['title', 'content', 'time']) {
    if (given['cut']?.split(',').includes(name)) found.push(advice('warning', `cut-${name}`, 'option:cut'));
  }
  return found;
};

/** What Meizu takes and the author of a notification should know. */
const adviseNotification = (message: JsonObject): MeizuFinding[] => {
  const found: MeizuFinding[] = [];
  if (partOf(message, 'noticeBarInfo')['noticeMsgType'] !== 1) {
    const params = { limit: meizuLimits.publicPerDevice.value };
    found.push(
      advice('warning', 'public', '$.noticeBarInfo.noticeMsgType', { params, hasFix: true, certainty: 'reported' }),
    );
  }
  const ext = textOf(partOf(partOf(message, 'clickTypeInfo'), 'parameters'), 'ext');
  const parsed = parseJson(ext);
  if (ext !== '' && !(parsed.ok && isObject(parsed.value)))
    found.push(advice('info', 'ext-not-json', '$.clickTypeInfo.parameters.ext'));
  return found;
};

const sizesOf = (message: JsonObject, passThrough: boolean): Size[] => {
  const { title, content } = titleAndContent(message, passThrough);
  const size = (id: string, used: number, limit: number, unit: Size['unit'], certainty: Size['certainty']): Size => ({
    id: `meizu.size.${id}`,
    used,
    limit,
    unit,
    certainty,
  });
  const custom = textOf(partOf(message, 'clickTypeInfo'), 'customAttribute');
  return [
    size('title', title.length, meizuLimits.title.value, 'utf16', 'guess'),
    passThrough
      ? size('content', utf8Length(content), meizuLimits.passThrough.value, 'bytes', 'documented')
      : size('content', content.length, meizuLimits.content.value, 'utf16', 'guess'),
    ...(custom === '' ? [] : [size('custom', utf8Length(custom), meizuLimits.click.value, 'bytes', 'documented')]),
  ];
};

const check = (draft: Draft, target: SendTarget | null): { problems: Problem[]; sizes: Size[] } => {
  const { object, why } = readMessage(draft.payload);
  const aside = optionFindings(draft);
  if (object === null) {
    const found = mistake('fields', '1005', why.name, '$', { params: why.params });
    return { problems: [found, ...aside].map(problemOf('meizu')), sizes: [] };
  }
  const passThrough = isPassThrough(draft);
  const found: MeizuFinding[] = [
    ...(passThrough ? checkPassThrough(object) : [...checkNotification(object), ...adviseNotification(object)]),
    ...(target && target.token !== '' && !looksLikePushId(target.token)
      ? [advice('warning', 'odd-push-id', '$', { certainty: 'measured' })]
      : []),
    ...(target && target.credential?.kind !== 'app-keys' ? [advice('warning', 'no-app', 'option:mode')] : []),
    ...aside,
  ];
  return { problems: found.map(problemOf('meizu')), sizes: sizesOf(object, passThrough) };
};

/** Comma lists of phones or aliases; empty entries are left out. */
export const splitList = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const fromRequest = (request: WireRequest): ReadRequest | null => {
  const route = routeOf(request.path);
  const text = fromBytes(request.body);
  if (route === null || text === null || route.kind === 'cancel') return null;
  const fields = formFields(text);
  const payload = fieldOf(fields, 'messageJson');
  const { title, content } = titleAndContent(readMessage(payload).object ?? {}, route.passThrough);
  return {
    draft: { payload, options: route.passThrough ? { mode: 'unvarnished' } : {} },
    tokens: route.by === 'pushIds' ? splitList(fieldOf(fields, 'pushIds')) : [],
    title,
    body: content,
  };
};

/** Letters and a digit in front, then hex-like characters. Only a look: Meizu does not describe the form. */
export const looksLikePushId = (text: string): boolean => /^[A-Z]{1,2}[0-9A-Z]?[0-9a-zA-Z]{35,50}$/.test(text);

/** `messageJson`, or a pushId by its shape. */
const recognise: PayloadPart['recognise'] = (text) => {
  const trimmed = text.trim();
  if (looksLikePushId(trimmed) && /\d/.test(trimmed))
    return { kind: 'device-token', draft: null, tokens: [trimmed], certainty: 'guess' };
  const parsed = parseJson(trimmed);
  if (!parsed.ok || !isObject(parsed.value) || !isObject(parsed.value['noticeBarInfo'])) return null;
  return { kind: 'vendor-payload', draft: { payload: trimmed, options: {} }, tokens: [], certainty: 'documented' };
};

/** Drafts: made, checked, read back and recognised. The payload of a draft is `messageJson`. */
export const payload: PayloadPart = { options, example, fromIntent: draftFromIntent, check, fromRequest, recognise };
