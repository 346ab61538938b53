import type { Draft, OptionField, Problem, Size } from '../../../../shared/contract/index.ts';
import { advice, problemOf, mistake } from '../../kit/findings.ts';
import { isObject, parseJson, type JsonObject } from '../../kit/json.ts';
import { fromBytes } from '../../kit/text.ts';
import type { PayloadPart, ReadRequest, SendTarget, WireRequest } from '../../vendor.ts';
import { pushPath } from '../hosts.ts';
import { tpnsLimits } from '../limits.ts';
import { adviseBody } from './advise.ts';
import { draftFromIntent, droppable } from './intent.ts';
import { isForIos, partOf, partsOf, readBody, textOf, textsOf, tokensOf } from './read.ts';
import { checkRules, messageBytes, type TpnsFinding } from './rules.ts';

const options: readonly OptionField[] = [
  {
    name: 'auth',
    kind: 'select',
    choices: ['signature', 'basic'],
    placeholder: '',
    help: { id: 'tpns.option.auth.help' },
  },
];

const example = JSON.stringify(
  {
    audience_type: 'token',
    message_type: 'notify',
    message: {
      title: 'Denny',
      content: '你好，晚上见',
      android: { n_ch_id: 'chat', custom_content: '{"entity":{"action":1,"chatType":1,"sender":"denny"}}' },
    },
    expire_time: 86_400,
  },
  null,
  2,
);

const optionFindings = ({ options: given }: Draft): TpnsFinding[] => {
  const found: TpnsFinding[] = [];
  const way = given['auth'] ?? '';
  if (!['', 'signature', 'basic'].includes(way))
    found.push(advice('warning', 'odd-auth', 'option:auth', { params: { value: way.slice(0, 20) } }));
  if (given['dropped'] === undefined) return found;
  found.push(advice('info', 'modelled', '$', { certainty: 'guess' }));
  const names = given['dropped'].split(',');
  for (const name of droppable) {
    if (!names.includes(name)) continue;
    found.push(
      advice(name === 'badge' || name === 'priority' ? 'info' : 'warning', `dropped-${name}`, 'option:dropped'),
    );
  }
  if (given['cut'] === 'time') found.push(advice('warning', 'cut-time', 'option:cut'));
  return found;
};

/** The phone's token is put in when the body is for tokens and names none. */
export const needsToken = (body: JsonObject): boolean =>
  /^token(?:_list)?$/.test(textOf(body, 'audience_type')) && textsOf(body['token_list']).length === 0;

const targetFindings = (body: JsonObject, target: SendTarget | null): TpnsFinding[] => {
  const found: TpnsFinding[] = [];
  const tokens = tokensOf(body);
  if (needsToken(body)) found.push(advice('info', 'token-inserted', '$.token_list'));
  if (!target) return found;
  const others = target.token !== '' && tokens.length > 0 && !tokens.includes(target.token);
  if (others) found.push(advice('warning', 'other-token', '$.token_list'));
  const wanted = target.environment === 'sandbox' ? 'dev' : 'product';
  const given = textOf(body, 'environment');
  if (isForIos(body) && given !== '' && given !== wanted && tokens.includes(target.token)) {
    found.push(advice('warning', 'other-environment', '$.environment', { params: { given, wanted }, hasFix: true }));
  }
  if (target.credential?.kind !== 'app-keys') found.push(advice('warning', 'no-app', 'option:auth'));
  return found;
};

const check = (draft: Draft, target: SendTarget | null): { problems: Problem[]; sizes: Size[] } => {
  const { object, why } = readBody(draft.payload);
  const aside = optionFindings(draft);
  if (object === null) {
    const found = mistake('required', '1008001', why.name, '$', { params: why.params });
    return { problems: [found, ...aside].map(problemOf('tpns')), sizes: [] };
  }
  const willHaveToken = needsToken(object) && (target === null || target.token !== '');
  const rules = checkRules(object, null).filter(
    (found) => !(willHaveToken && found.path === '$.token_list' && found.name === 'missing'),
  );
  const found = [...rules, ...targetFindings(object, target), ...adviseBody(object), ...aside];
  const size: Size = {
    id: 'tpns.size.message',
    used: messageBytes(object),
    limit: tpnsLimits.message.value,
    unit: 'bytes',
    certainty: 'documented',
  };
  return { problems: found.map(problemOf('tpns')), sizes: [size] };
};

/** Title and content, and what an iPhone's alert says instead. */
export const shownTexts = (body: JsonObject): { title: string; subtitle: string; content: string } => {
  const { message, aps } = partsOf(body);
  const alert = isForIos(body) ? partOf(aps, 'alert') : {};
  return {
    title: textOf(message, 'title') || textOf(alert, 'title'),
    subtitle: textOf(alert, 'subtitle'),
    content: textOf(message, 'content') || textOf(alert, 'body') || (isForIos(body) ? textOf(aps, 'alert') : ''),
  };
};

const fromRequest = (request: WireRequest): ReadRequest | null => {
  const payload = fromBytes(request.body);
  if (payload === null || request.path.split('?', 1)[0] !== pushPath) return null;
  const body = readBody(payload).object ?? {};
  const { title, content } = shownTexts(body);
  return { draft: { payload, options: {} }, tokens: tokensOf(body), title, body: content };
};

/** A body with `audience_type`, or a token: 36 characters of hex beginning with 0. */
const recognise: PayloadPart['recognise'] = (text) => {
  const trimmed = text.trim();
  if (/^0[0-9a-f]{35}$/.test(trimmed))
    return { kind: 'device-token', draft: null, tokens: [trimmed], certainty: 'guess' };
  const parsed = parseJson(trimmed);
  if (!parsed.ok || !isObject(parsed.value) || !Object.hasOwn(parsed.value, 'audience_type')) return null;
  return {
    kind: 'vendor-payload',
    draft: { payload: trimmed, options: {} },
    tokens: tokensOf(parsed.value),
    certainty: 'documented',
  };
};

/** Drafts: made, checked, read back and recognised. */
export const payload: PayloadPart = { options, example, fromIntent: draftFromIntent, check, fromRequest, recognise };
