import { shorten } from '../../kit/cut-text.ts';
import { advice, type CodeOnly, type Finding, mistake } from '../../kit/findings.ts';
import { isObject, jsonType, parseJson, pathMember, type Json, type JsonObject } from '../../kit/json.ts';
import { utf8Length } from '../../kit/text.ts';
import { tpnsLimits } from '../limits.ts';
import { isForIos, isSilent, partOf, partsOf, textOf, textsOf } from './read.ts';

/** Which of the gateway's questions a finding answers, in its order. */
export type Rule = 'required' | 'values' | 'target' | 'tokens' | 'size' | 'times';
/** A finding of this vendor. */
export type TpnsFinding = Finding<Rule, CodeOnly>;

const missing = (rule: Rule, field: string, path: string): TpnsFinding =>
  mistake(rule, '1008002', 'missing', path, { params: { field } });
const invalid = (rule: Rule, name: string, path: string, params: TpnsFinding['params'] = {}): TpnsFinding =>
  mistake(rule, '1008007', name, path, { params });
const shown = (value: Json | undefined): string => shorten(JSON.stringify(value ?? null), 40);
const isAbsent = (value: Json | undefined): boolean => value === undefined || value === null || value === '';

/** Every audience TPNS knows. */
export const audiences = [
  'all',
  'tag',
  'token',
  'token_list',
  'account',
  'account_list',
  'package_account_push',
  'package_token_push',
] as const;

const checkRequired = (body: JsonObject): TpnsFinding[] => {
  const found: TpnsFinding[] = (['audience_type', 'message_type', 'message'] as const)
    .filter((field) => isAbsent(body[field]))
    .map((field) => missing('required', field, `$.${field}`));
  const { message, aps } = partsOf(body);
  if (isObject(body['message']) && !isSilent(body)) {
    const iosAlert = isForIos(body) && !isAbsent(aps['alert']);
    for (const field of iosAlert ? [] : (['title', 'content'] as const)) {
      if (textOf(message, field) === '') found.push(missing('required', field, `$.message.${field}`));
    }
  }
  if (isForIos(body) && isAbsent(body['environment'])) found.push(missing('required', 'environment', '$.environment'));
  return found;
};

/** Fields that take a few values. Source: «Push API». */
const choices: readonly (readonly [path: readonly string[], values: readonly (string | number)[]])[] = [
  [['audience_type'], audiences],
  [['message_type'], ['notify', 'message']],
  [['environment'], ['product', 'dev']],
  [['account_push_type'], [0, 1]],
  [['ignore_invalid_token'], [0, 1]],
  [['tpns_online_push_type'], [0, 1]],
  [
    ['message', 'android', 'vivo_ch_id'],
    ['0', '1'],
  ],
  [
    ['message', 'android', 'hw_importance'],
    [1, 2],
  ],
  [
    ['message', 'android', 'ring'],
    [0, 1],
  ],
  [
    ['message', 'android', 'vibrate'],
    [0, 1],
  ],
  [
    ['message', 'android', 'lights'],
    [0, 1],
  ],
  [
    ['message', 'android', 'clearable'],
    [0, 1],
  ],
  [
    ['message', 'android', 'action', 'action_type'],
    [1, 2, 3],
  ],
  [
    ['message', 'ios', 'aps', 'mutable-content'],
    [0, 1],
  ],
  [
    ['message', 'ios', 'aps', 'interruption-level'],
    ['passive', 'active', 'time-sensitive', 'critical'],
  ],
];

const valueAt = (body: JsonObject, path: readonly string[]): Json | undefined => {
  const parents = path.slice(0, -1);
  return parents.reduce<JsonObject>((object, name) => partOf(object, name), body)[path.at(-1) ?? ''];
};

const checkChoices = (body: JsonObject): TpnsFinding[] =>
  choices.flatMap(([path, values]) => {
    const value = valueAt(body, path);
    if (isAbsent(value) || values.some((one) => one === value)) return [];
    const at = path.reduce(pathMember, '$');
    return [
      invalid('values', 'not-a-choice', at, {
        field: path.at(-1) ?? '',
        value: shown(value),
        choices: values.join(', '),
      }),
    ];
  });

/** Whole numbers with a range. */
const ranges: readonly (readonly [path: readonly string[], min: number, max: number])[] = [
  [['push_speed'], tpnsLimits.speedMin.value, tpnsLimits.speedMax.value],
  [['collapse_id'], 0, Number.MAX_SAFE_INTEGER],
  [['message', 'android', 'badge_type'], -2, 99],
  [['message', 'ios', 'aps', 'badge_type'], -2, Number.MAX_SAFE_INTEGER],
];

const checkRanges = (body: JsonObject): TpnsFinding[] =>
  ranges.flatMap(([path, min, max]) => {
    const value = valueAt(body, path);
    if (isAbsent(value) || (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max))
      return [];
    const at = path.reduce(pathMember, '$');
    return [invalid('values', 'out-of-range', at, { field: path.at(-1) ?? '', value: shown(value), min, max })];
  });

/** What each action needs. */
const actionNeeds: Readonly<Record<number, readonly string[]>> = { 2: ['browser', 'url'], 3: ['intent'] };

const checkParts = (body: JsonObject): TpnsFinding[] => {
  const found: TpnsFinding[] = [];
  if (!isAbsent(body['message']) && !isObject(body['message'])) {
    found.push(invalid('values', 'message-not-object', '$.message', { found: jsonType(body['message']) }));
  }
  const { android } = partsOf(body);
  const action = partOf(android, 'action');
  const type = action['action_type'];
  const needs = typeof type === 'number' ? actionNeeds[type] : undefined;
  if (needs && isAbsent(valueAt(action, needs))) {
    const path = `$.message.android.action.${needs.join('.')}`;
    found.push(invalid('values', 'action-empty', path, { type: Number(type), field: needs.join('.') }));
  }
  const url = textOf(partOf(action, 'browser'), 'url');
  if (type === 2 && url !== '' && !/^https?:\/\//i.test(url)) {
    found.push(invalid('values', 'browser-url', '$.message.android.action.browser.url'));
  }
  const rules = Array.isArray(body['channel_rules']) ? body['channel_rules'].filter(isObject) : [];
  const isOff = (name: string): boolean => rules.some((rule) => rule['channel'] === name && rule['disable'] === true);
  const vendors = ['hw', 'xm', 'mz', 'vivo', 'oppo', 'honor', 'fcm'];
  if (isOff('xg') && vendors.every(isOff)) found.push(invalid('values', 'all-channels-off', '$.channel_rules'));
  return found;
};

const checkTarget = (body: JsonObject): TpnsFinding[] => {
  const audience = textOf(body, 'audience_type');
  const list = audience.startsWith('token') ? 'token_list' : audience.startsWith('account') ? 'account_list' : null;
  if (list !== null) {
    const value = body[list];
    if (isAbsent(value)) return [missing('target', list, `$.${list}`)];
    if (!Array.isArray(value))
      return [invalid('target', 'list-not-array', `$.${list}`, { field: list, found: jsonType(value) })];
    const max = tpnsLimits.tokens.value;
    if (value.length === 0) return [missing('target', list, `$.${list}`)];
    if (value.length > max)
      return [invalid('target', 'list-long', `$.${list}`, { field: list, count: value.length, max })];
    if (audience === 'token' || audience === 'account') {
      return value.length > 1
        ? [advice('warning', 'only-first', `$.${list}`, { params: { count: value.length } })]
        : [];
    }
    return [];
  }
  if (audience === 'tag' && isAbsent(body['tag_rules']) && isAbsent(body['tag_list']))
    return [missing('target', 'tag_rules', '$.tag_rules')];
  if (audience.startsWith('package') && isAbsent(body['upload_id']))
    return [missing('target', 'upload_id', '$.upload_id')];
  const length = isAbsent(body['tag_list']) ? 0 : JSON.stringify(body['tag_list']).length;
  const max = tpnsLimits.tagList.value;
  return length > max ? [invalid('target', 'tag-list-long', '$.tag_list', { length, max })] : [];
};

const checkTokens = (body: JsonObject): TpnsFinding[] => {
  const max = tpnsLimits.token.value;
  return textsOf(body['token_list']).flatMap((token, index) =>
    token !== '' && token.length <= max && /^[0-9A-Za-z_-]+$/.test(token)
      ? []
      : [
          mistake('tokens', '1008029', 'bad-token', `$.token_list[${index}]`, {
            params: { length: token.length, max },
          }),
        ],
  );
};

const checkSize = (body: JsonObject): TpnsFinding[] => {
  const bytes = messageBytes(body);
  const max = tpnsLimits.message.value;
  return bytes > max
    ? [mistake('size', '1008007', 'message-large', '$.message', { params: { bytes, max }, hasFix: true })]
    : [];
};

/** UTF-8 bytes of the message as compact JSON. */
export const messageBytes = (body: JsonObject): number =>
  body['message'] === undefined ? 0 : utf8Length(JSON.stringify(body['message']));

/** A time of China in milliseconds; null: not of the form `yyyy-MM-dd HH:mm:ss`. */
const readTime = (text: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(at) ? null : at;
};

const checkTimes = (body: JsonObject, nowMs: number | null): TpnsFinding[] => {
  const found: TpnsFinding[] = [];
  const expire = body['expire_time'];
  const max = tpnsLimits.expire.value;
  if (!isAbsent(expire)) {
    const isSeconds = typeof expire === 'number' && Number.isInteger(expire) && expire >= 0 && expire <= max;
    if (!isSeconds) found.push(invalid('times', 'expire', '$.expire_time', { value: shown(expire), max }));
    else if (expire > 0 && expire < tpnsLimits.expireMin.value) {
      found.push(advice('info', 'expire-raised', '$.expire_time', { params: { min: tpnsLimits.expireMin.value } }));
    }
  }
  const text = body['send_time'];
  if (isAbsent(text)) return found;
  const at = typeof text === 'string' ? readTime(text) : null;
  if (at === null) return [...found, invalid('times', 'send-time', '$.send_time', { value: shown(text) })];
  if (/^(?:token|account)/.test(textOf(body, 'audience_type')))
    found.push(advice('warning', 'send-time-ignored', '$.send_time'));
  if (nowMs === null) return found;
  const seconds = (at - nowMs) / 1000;
  const late = { params: { minutes: tpnsLimits.sendLate.value / 60 } };
  if (seconds < -tpnsLimits.sendLate.value)
    found.push(mistake('times', '10010012', 'send-time-past', '$.send_time', late));
  if (seconds > tpnsLimits.sendAhead.value) found.push(invalid('times', 'send-time-far', '$.send_time', { days: 90 }));
  return found;
};

/** All rules with a code of TPNS's, in the gateway's order. Without `nowMs` nothing is said about past and future. */
export const checkRules = (body: JsonObject, nowMs: number | null): TpnsFinding[] => [
  ...checkRequired(body),
  ...checkChoices(body),
  ...checkRanges(body),
  ...checkParts(body),
  ...checkTarget(body),
  ...checkTokens(body),
  ...checkSize(body),
  ...checkTimes(body, nowMs),
];

/** A text of JSON that holds an object. */
export const isJsonObject = (text: string): boolean => {
  const parsed = parseJson(text);
  return parsed.ok && isObject(parsed.value);
};
