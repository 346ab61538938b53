import type { Draft, OptionField, Problem, Size } from '../../../../shared/contract/index.ts';
import { shorten } from '../../kit/cut-text.ts';
import { advice, mistake, problemOf, unsendable } from '../../kit/findings.ts';
import { isObject, parseJson, type JsonObject } from '../../kit/json.ts';
import { fromBytes } from '../../kit/text.ts';
import type { PayloadPart, ReadRequest, SendTarget, WireRequest } from '../../vendor.ts';
import { vivoLimits } from '../limits.ts';
import { pathOf, sendPaths } from '../paths.ts';
import { adviseBody, looksLikeRegId } from './advise.ts';
import { apiOf, apiPath } from './api.ts';
import { draftFromIntent, droppable } from './intent.ts';
import { checkList } from './list.ts';
import { idOf, readBody, textOf, textsOf } from './read.ts';
import { checkRules, mapLength, type BodyKind, type VivoFinding } from './rules.ts';

const options: readonly OptionField[] = [
  {
    name: 'api',
    kind: 'select',
    choices: [...sendPaths],
    placeholder: sendPaths[0] ?? '',
    help: { id: 'vivo.option.api.help' },
  },
  {
    name: 'pushMode',
    kind: 'select',
    choices: ['', '0', '1'],
    placeholder: '',
    help: { id: 'vivo.option.pushMode.help' },
  },
];

const example = JSON.stringify(
  {
    notifyType: 4,
    title: 'Denny',
    content: '你好，晚上见',
    timeToLive: 86_400,
    skipType: 1,
    networkType: -1,
    classification: 1,
    category: 'IM',
    clientCustomMap: { ext: '{"entity":{"action":1,"chatType":1,"sender":"denny"}}' },
    requestId: 'example-0001',
  },
  null,
  2,
);

const optionFindings = ({ options: given }: Draft): VivoFinding[] => {
  const found: VivoFinding[] = [];
  const mode = given['pushMode'] ?? '';
  if (!['', '0', '1'].includes(mode)) {
    found.push(
      mistake('push-mode', '10084', 'odd-mode', 'option:pushMode', {
        params: { value: mode.slice(0, 20) },
        certainty: 'guess',
      }),
    );
  }
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

const hasTarget = (body: JsonObject): boolean => textOf(body, 'regId') !== '' || textOf(body, 'alias') !== '';

/** The body is of another app than the credential. */
const appFindings = (body: JsonObject, target: SendTarget | null): VivoFinding[] => {
  const own = target?.credential?.kind === 'app-keys' ? (target.credential.values['appId'] ?? '') : '';
  const given = idOf(body['appId']);
  if (own === '' || given === '' || own === given) return [];
  return [mistake('app', '10094', 'other-app', '$.appId', { params: { given: given.slice(0, 30), own } })];
};

/** What of the request is filled in when it goes out, and what contradicts the phone it is for. */
const targetFindings = (body: JsonObject, target: SendTarget | null): VivoFinding[] => {
  const found: VivoFinding[] = [];
  const regId = textOf(body, 'regId');
  if (!hasTarget(body)) found.push(advice('info', 'token-inserted', '$'));
  const token = regId === '' ? (target?.token ?? '') : regId;
  if (token !== '' && !looksLikeRegId(token)) {
    found.push(advice('warning', 'odd-reg-id', regId === '' ? '$' : '$.regId', { certainty: 'reported' }));
  }
  if (target && target.token !== '' && regId !== '' && regId !== target.token)
    found.push(advice('warning', 'other-token', '$.regId'));
  return found;
};

/** Which rules a stored message keeps, by the address it goes to. */
const bodyKinds = { save: 'list', all: 'all', tag: 'tag' } as const satisfies Record<string, BodyKind>;

const checkByApi = (
  api: NonNullable<ReturnType<typeof apiOf>>,
  body: JsonObject,
  target: SendTarget | null,
  pushMode: string | undefined,
): VivoFinding[] => {
  const willHaveTarget = target === null || target.token !== '';
  if (api === 'list')
    return [
      ...checkList(body, willHaveTarget),
      ...(pushMode ? [advice('warning', 'list-mode', 'option:pushMode')] : []),
    ];
  if (api !== 'send') return [...checkRules(body, bodyKinds[api]), ...adviseBody(body)];
  const rules = checkRules(body, 'single').filter((found) => found.name !== 'no-target' || !willHaveTarget);
  return [...rules, ...targetFindings(body, target), ...adviseBody(body)];
};

const sizesOf = (body: JsonObject): Size[] => {
  const map = body['clientCustomMap'];
  const size = (id: string, used: number, limit: number): Size => ({
    id: `vivo.size.${id}`,
    used,
    limit,
    unit: 'utf16',
    certainty: 'documented',
  });
  return [
    size('title', textOf(body, 'title').length, vivoLimits.title.value),
    size('content', textOf(body, 'content').length, vivoLimits.content.value),
    ...(isObject(map) ? [size('custom-map', mapLength(map), vivoLimits.customMap.value)] : []),
    ...(textOf(body, 'skipContent') === ''
      ? []
      : [size('skip-content', textOf(body, 'skipContent').length, vivoLimits.skipContent.value)]),
  ];
};

const check = (draft: Draft, target: SendTarget | null): { problems: Problem[]; sizes: Size[] } => {
  const { object, why } = readBody(draft.payload);
  const api = apiOf(draft);
  if (api === null) {
    const params = { path: shorten(apiPath(draft), 80) };
    return { problems: [unsendable('unknown-api', 'option:api', { params })].map(problemOf('vivo')), sizes: [] };
  }
  const aside = optionFindings(draft);
  if (object === null) {
    const found = mistake('app', 'HTTP_400', why.name, '$', { params: why.params });
    return { problems: [found, ...aside].map(problemOf('vivo')), sizes: [] };
  }
  const found = [
    ...checkByApi(api, object, target, draft.options['pushMode']),
    ...appFindings(object, target),
    ...aside,
  ];
  return { problems: found.map(problemOf('vivo')), sizes: api === 'list' ? [] : sizesOf(object) };
};

const fromRequest = (request: WireRequest): ReadRequest | null => {
  const payload = fromBytes(request.body);
  const path = pathOf(request.path);
  if (payload === null || path === null || path === 'auth') return null;
  const body = readBody(payload).object ?? {};
  const regId = textOf(body, 'regId');
  const tokens = path === 'send' ? (regId === '' ? [] : [regId]) : textsOf(body['regIds']);
  const given: Draft['options'] = path === 'send' ? {} : { api: request.path.split('?', 1)[0] ?? '' };
  return { draft: { payload, options: given }, tokens, title: textOf(body, 'title'), body: textOf(body, 'content') };
};

/** A body with vivo's own field names, or a regId by its shape. */
const recognise: PayloadPart['recognise'] = (text) => {
  const trimmed = text.trim();
  if (looksLikeRegId(trimmed)) return { kind: 'device-token', draft: null, tokens: [trimmed], certainty: 'reported' };
  const parsed = parseJson(trimmed);
  if (!parsed.ok || !isObject(parsed.value)) return null;
  const body = parsed.value;
  const own = ['notifyType', 'skipType', 'clientCustomMap', 'regId'].filter((name) => Object.hasOwn(body, name));
  if (own.length === 0 || !Object.hasOwn(body, 'title') || !Object.hasOwn(body, 'content')) return null;
  const regId = textOf(body, 'regId');
  const certainty = own.length > 1 ? 'documented' : 'guess';
  return {
    kind: 'vendor-payload',
    draft: { payload: trimmed, options: {} },
    tokens: regId === '' ? [] : [regId],
    certainty,
  };
};

/** Drafts: made, checked, read back and recognised. */
export const payload: PayloadPart = { options, example, fromIntent: draftFromIntent, check, fromRequest, recognise };
