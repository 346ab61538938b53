import { shorten } from '../../kit/cut-text.ts';
import { advice, type CodeOnly, type Finding, mistake } from '../../kit/findings.ts';
import { isObject, jsonType, pathMember, type Json, type JsonObject } from '../../kit/json.ts';
import { utf8Length } from '../../kit/text.ts';
import { meizuLimits } from '../limits.ts';
import { clickTypeOf, partOf, textOf } from './read.ts';

/** Which of the gateway's questions a finding answers; Meizu has one code, 1005, for all of them. */
export type Rule = 'texts' | 'click' | 'times' | 'fields';
/** A finding of this vendor. */
export type MeizuFinding = Finding<Rule, CodeOnly>;

const wrong = (
  rule: Rule,
  name: string,
  path: string,
  params: MeizuFinding['params'] = {},
  hasFix = false,
): MeizuFinding => mistake(rule, '1005', name, path, { params, hasFix });
const shown = (value: Json | undefined): string => shorten(JSON.stringify(value ?? null), 40);

/** Objects a notification is made of. Source: «PushAPI». */
const parts = new Set([
  'noticeBarInfo',
  'noticeExpandInfo',
  'clickTypeInfo',
  'pushTimeInfo',
  'advanceInfo',
  'vipInfo',
  'extra',
]);

const checkParts = (message: JsonObject): MeizuFinding[] =>
  Object.entries(message).flatMap(([name, value]) => {
    const at = pathMember('$', name);
    if (!parts.has(name)) return [advice('warning', 'unknown-field', at, { params: { field: shorten(name, 40) } })];
    return isObject(value) ? [] : [wrong('fields', 'part-not-object', at, { field: name, found: jsonType(value) })];
  });

const checkTexts = (message: JsonObject): MeizuFinding[] => {
  const bar = partOf(message, 'noticeBarInfo');
  return (['title', 'content'] as const).flatMap((field) => {
    const text = textOf(bar, field);
    const at = `$.noticeBarInfo.${field}`;
    const max = meizuLimits[field].value;
    if (text === '') return [wrong('texts', `${field}-empty`, at, {}, true)];
    return text.length > max ? [wrong('texts', `${field}-long`, at, { length: text.length, max })] : [];
  });
};

/** Fields that take a few whole numbers. */
const choices: readonly (readonly [Rule, string, string, readonly number[]])[] = [
  ['fields', 'noticeBarInfo', 'noticeMsgType', [0, 1]],
  ['fields', 'noticeBarInfo', 'noticeBarType', [0, 2]],
  ['fields', 'noticeExpandInfo', 'noticeExpandType', [0, 1, 2]],
  ['click', 'clickTypeInfo', 'clickType', [0, 1, 2, 3]],
  ['times', 'pushTimeInfo', 'offLine', [0, 1]],
  ['fields', 'advanceInfo', 'suspend', [0, 1]],
  ['fields', 'advanceInfo', 'clearNoticeBar', [0, 1]],
  ['times', 'advanceInfo', 'fixDisplay', [0, 1]],
  ['fields', 'extra', 'callback.type', [1, 2, 3]],
];

const checkChoices = (message: JsonObject): MeizuFinding[] => [
  ...choices.flatMap(([rule, part, field, values]) => {
    const value = partOf(message, part)[field];
    if (value === undefined || value === null || values.some((one) => one === value)) return [];
    return [
      wrong(rule, 'not-a-choice', pathMember(`$.${part}`, field), {
        field,
        value: shown(value),
        choices: values.join(', '),
      }),
    ];
  }),
  ...(['vibrate', 'lights', 'sound'] as const).flatMap((field) => {
    const value = partOf(partOf(message, 'advanceInfo'), 'notificationType')[field];
    if (value === undefined || value === 0 || value === 1) return [];
    const at = `$.advanceInfo.notificationType.${field}`;
    return [wrong('fields', 'not-a-choice', at, { field, value: shown(value), choices: '0, 1' })];
  }),
];

const checkExpand = (message: JsonObject): MeizuFinding[] => {
  const part = partOf(message, 'noticeExpandInfo');
  const needs =
    part['noticeExpandType'] === 1
      ? 'noticeExpandContent'
      : part['noticeExpandType'] === 2
        ? 'noticeExpandImgUrl'
        : null;
  if (needs === null || textOf(part, needs) !== '') return [];
  return [wrong('fields', 'expand-empty', `$.noticeExpandInfo.${needs}`, { field: needs })];
};

/** What each click type needs. */
const clickNeeds: Readonly<Record<number, string>> = { 1: 'activity', 2: 'url', 3: 'customAttribute' };

const checkClick = (message: JsonObject): MeizuFinding[] => {
  const part = partOf(message, 'clickTypeInfo');
  const type = clickTypeOf(message);
  const found: MeizuFinding[] = [];
  const field = typeof type === 'number' ? clickNeeds[type] : undefined;
  const text = field === undefined ? '' : textOf(part, field);
  const max = meizuLimits.click.value;
  if (field !== undefined) {
    const at = `$.clickTypeInfo.${field}`;
    if (text === '') found.push(wrong('click', 'click-empty', at, { field, type: Number(type) }, true));
    else if (utf8Length(text) > max)
      found.push(wrong('click', 'click-long', at, { field, bytes: utf8Length(text), max }));
  }
  const { parameters } = part;
  if (parameters !== undefined && parameters !== null && !isObject(parameters)) {
    found.push(wrong('click', 'parameters-not-object', '$.clickTypeInfo.parameters', { found: jsonType(parameters) }));
  }
  if (type === 1 && text !== '' && !/^[A-Za-z_][\w]*(?:\.[\w$]+)+$/.test(text)) {
    found.push(advice('warning', 'activity-form', '$.clickTypeInfo.activity', { hasFix: true }));
  }
  if (type === 3) found.push(advice('warning', 'custom-click', '$.clickTypeInfo.clickType', { hasFix: true }));
  return found;
};

const checkTimes = (message: JsonObject): MeizuFinding[] => {
  const { offLine, validTime } = partOf(message, 'pushTimeInfo');
  const max = meizuLimits.validHours.value;
  const isHours = typeof validTime === 'number' && Number.isInteger(validTime) && validTime >= 1 && validTime <= max;
  const found: MeizuFinding[] = [];
  if (validTime !== undefined && offLine !== 0 && !isHours) {
    found.push(wrong('times', 'valid-time', '$.pushTimeInfo.validTime', { value: shown(validTime), max }));
  }
  const advance = partOf(message, 'advanceInfo');
  if (advance['fixDisplay'] !== 1) return found;
  // Meizu's own text spells one name with a space at its end.
  const times = [
    textOf(advance, 'fixStartDisplayTime'),
    textOf(advance, 'fixEndDisplayTime') || textOf(advance, 'fixEndDisplayTime '),
  ];
  const isTime = (text: string) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text);
  return times.every(isTime) ? found : [...found, wrong('times', 'display-time', '$.advanceInfo.fixStartDisplayTime')];
};

const checkRest = (message: JsonObject): MeizuFinding[] => {
  const found: MeizuFinding[] = [];
  const key = partOf(message, 'advanceInfo')['notifyKey'];
  if (key !== undefined && key !== '' && !(typeof key === 'string' && /^[0-9A-Za-z_-]{1,8}$/.test(key))) {
    found.push(wrong('fields', 'notify-key', '$.advanceInfo.notifyKey', { max: meizuLimits.notifyKey.value }));
  }
  const extra = partOf(message, 'extra');
  for (const [field, max] of [
    ['callback', meizuLimits.callback.value],
    ['callback.param', meizuLimits.callbackParam.value],
  ] as const) {
    const bytes = utf8Length(textOf(extra, field));
    if (bytes > max) found.push(wrong('fields', 'callback-long', pathMember('$.extra', field), { field, bytes, max }));
  }
  if (textOf(extra, 'callback') !== '') found.push(advice('info', 'receipt', '$.extra.callback'));
  const subtitle = textOf(partOf(message, 'vipInfo'), 'subtitle');
  const max = meizuLimits.subtitle.value;
  if (subtitle.length > max)
    found.push(advice('warning', 'subtitle-long', '$.vipInfo.subtitle', { params: { length: subtitle.length, max } }));
  if (Object.keys(partOf(message, 'vipInfo')).length > 0) found.push(advice('info', 'vip', '$.vipInfo'));
  if (partOf(message, 'noticeExpandInfo')['noticeExpandType'] === 2)
    found.push(advice('info', 'picture', '$.noticeExpandInfo'));
  return found;
};

/** All rules of a notification, in the gateway's order. */
export const checkNotification = (message: JsonObject): MeizuFinding[] => [
  ...checkTexts(message),
  ...checkParts(message),
  ...checkChoices(message),
  ...checkExpand(message),
  ...checkClick(message),
  ...checkTimes(message),
  ...checkRest(message),
];

/** The rules of a pass-through message. */
export const checkPassThrough = (message: JsonObject): MeizuFinding[] => {
  const found: MeizuFinding[] = [];
  const [title, content] = [textOf(message, 'title'), textOf(message, 'content')];
  const [maxTitle, max] = [meizuLimits.title.value, meizuLimits.passThrough.value];
  if (content === '') found.push(wrong('texts', 'content-empty', '$.content', {}, true));
  if (title.length > maxTitle)
    found.push(wrong('texts', 'title-long', '$.title', { length: title.length, max: maxTitle }));
  const bytes = utf8Length(content);
  if (bytes > max) found.push(wrong('texts', 'pass-through-long', '$.content', { bytes, max }));
  return [...found, ...checkTimes(message), advice('warning', 'pass-through', '$', { hasFix: true })];
};
