import { codePoints, shorten } from '../../kit/cut-text.ts';
import { advice, refused, type Finding, type FindingExtra } from '../../kit/findings.ts';
import { isObject, jsonType, type JsonObject } from '../../kit/json.ts';
import { parseShallow } from '../../kit/shallow.ts';
import { oppoLimits } from '../limits.ts';
import { intOf, textOf, type Message } from './fields.ts';
import { isRegId } from './reg-id.ts';

/** The questions about what a message says, in the order the gateway asks them. */
export type PayloadQuestion =
  'target' | 'texts' | 'click' | 'parameters' | 'times' | 'category' | 'template' | 'pictures';
type Found = Finding<PayloadQuestion>[];

/** OPPO refuses with HTTP 200 and a code in the body; the sentences are those of its SDK. */
export const refusal = (code: number, message: string) => ({ status: 200, code: String(code), message });
export const missingArguments = () => refusal(40, 'Missing Required Arguments');
export const invalidArguments = () => refusal(41, 'Invalid Arguments');

/** Where the fields of a notification stand in the draft: `$.notification`, or `$` for a saved content. */
export interface Place {
  readonly notification: string;
  readonly message: string;
}
export const messagePlace: Place = { notification: '$.notification', message: '$' };

const missing = (question: PayloadQuestion, base: string, field: string): Finding<PayloadQuestion> =>
  refused(question, 'missing-field', `${base}.${field}`, missingArguments(), { params: { field } });
const invalid = (
  question: PayloadQuestion,
  name: string,
  path: string,
  extra: FindingExtra = {},
): Finding<PayloadQuestion> => refused(question, name, path, invalidArguments(), extra);

/** One registration id or alias. */
export const checkTarget = ({ fields }: Message, at = messagePlace): Found => {
  const type = textOf(fields, 'target_type');
  if (type === null) return [missing('target', at.message, 'target_type')];
  if (type !== '2' && type !== '5') {
    return [invalid('target', 'bad-target-type', `${at.message}.target_type`, { params: { value: shorten(type) } })];
  }
  const value = textOf(fields, 'target_value')?.trim() ?? '';
  const path = `${at.message}.target_value`;
  if (value === '') return [missing('target', at.message, 'target_value')];
  if (/[;,]/.test(value)) return [invalid('target', 'several-targets', path, { hasFix: true })];
  if (type === '5' || isRegId(value)) return [];
  const extra = { params: { token: shorten(value, 20) }, certainty: 'measured' } as const;
  return [refused('target', 'bad-token', path, refusal(10000, 'Invalid Registration_id'), extra)];
};

const tooLong = (
  n: JsonObject,
  base: string,
  field: string,
  max: number,
  question: PayloadQuestion = 'texts',
): Found => {
  const count = codePoints(textOf(n, field) ?? '');
  return count > max ? [invalid(question, 'too-long', `${base}.${field}`, { params: { field, count, max } })] : [];
};

const needText = (n: JsonObject, base: string, field: string): Found => {
  const value = n[field];
  if (value === undefined || value === null || value === '') return [missing('texts', base, field)];
  if (typeof value === 'string') return [];
  return [invalid('texts', 'not-text', `${base}.${field}`, { params: { field, found: jsonType(value) } })];
};

/** How long `content` may be, by style. */
export const contentLimit = (n: JsonObject): number =>
  intOf(n, 'style') === 2 ? oppoLimits.longContent.value : oppoLimits.content.value;

const checkContentLength = (n: JsonObject, base: string): Found => {
  const count = codePoints(textOf(n, 'content') ?? '');
  const max = contentLimit(n);
  const old = oppoLimits.oldContent.value;
  if (count <= max) return [];
  const params = { field: 'content', count, max, old };
  // Older copies of the page let 200 pass, and public SDKs still do.
  const name = count <= old ? 'content-over-limit' : 'too-long';
  return [invalid('texts', name, `${base}.content`, { params, hasFix: name === 'content-over-limit' })];
};

/** Title and text. Every character counts one, also an emoji. */
export const checkTexts = (n: JsonObject, base = messagePlace.notification): Found => [
  ...needText(n, base, 'title'),
  ...tooLong(n, base, 'title', oppoLimits.title.value),
  ...tooLong(n, base, 'sub_title', oppoLimits.subTitle.value),
  ...needText(n, base, 'content'),
  ...checkContentLength(n, base),
];

/** What a touch does, and whether what it needs is there. */
export const checkClick = (n: JsonObject, base = messagePlace.notification): Found => {
  const type = textOf(n, 'click_action_type') ?? '0';
  const path = `${base}.click_action_type`;
  if (!['0', '1', '2', '4', '5'].includes(type))
    return [invalid('click', 'bad-click', path, { params: { value: shorten(type) } })];
  const field = type === '1' || type === '4' ? 'click_action_activity' : type === '0' ? null : 'click_action_url';
  if (field === null) return [];
  const value = textOf(n, field);
  if (!value) {
    const extra = { params: { field, type }, hasFix: true };
    return [refused('click', 'click-without', `${base}.${field}`, missingArguments(), extra)];
  }
  const long = tooLong(n, base, field, oppoLimits[field === 'click_action_url' ? 'url' : 'activity'].value, 'click');
  if (long.length > 0 || type !== '2' || /^https?:\/\/[^\s/]+/i.test(value)) return long;
  return [
    invalid('click', 'bad-url', `${base}.click_action_url`, { params: { value: shorten(value) }, certainty: 'guess' }),
  ];
};

/** `action_parameters`: the text of a JSON object. This is where Tencent puts `ext`. */
export const checkParameters = (n: JsonObject, base = messagePlace.notification): Found => {
  const value = n['action_parameters'];
  const path = `${base}.action_parameters`;
  if (value === undefined || value === null) return [];
  if (typeof value !== 'string') {
    return [invalid('parameters', 'parameters-not-text', path, { params: { found: jsonType(value) }, hasFix: true })];
  }
  const parsed = parseShallow(value);
  if (!parsed.ok || !isObject(parsed.value))
    return [invalid('parameters', 'parameters-not-json', path, { hasFix: true })];
  return tooLong(n, base, 'action_parameters', oppoLimits.parameters.value, 'parameters');
};

const badChoice = (n: JsonObject, base: string, field: string, choices: readonly string[]): Found => {
  const value = textOf(n, field);
  const params = { field, value: shorten(value ?? '', 30), choices: choices.join(', ') };
  return value === null || choices.includes(value)
    ? []
    : [invalid('times', 'bad-choice', `${base}.${field}`, { params })];
};

const badNumber = (n: JsonObject, base: string, field: string, min: number, max: number): Found => {
  const text = textOf(n, field);
  const value = intOf(n, field);
  if (text === null || (value !== null && value >= min && value <= max)) return [];
  const params = { field, value: shorten(text, 30), min, max };
  return [invalid('times', 'bad-number', `${base}.${field}`, { params })];
};

const checkShowTime = (n: JsonObject, base: string): Found => {
  if (textOf(n, 'show_time_type') !== '1') return [];
  const lacking = ['show_start_time', 'show_end_time'].filter((field) => textOf(n, field) === null);
  if (lacking.length > 0) return lacking.map((field) => missing('times', base, field));
  const [start, end] = [intOf(n, 'show_start_time'), intOf(n, 'show_end_time')];
  const isMs = (time: number | null): time is number => time !== null && String(time).length === 13;
  return isMs(start) && isMs(end) && start < end ? [] : [invalid('times', 'bad-show-time', `${base}.show_start_time`)];
};

/** Times, switches, numbers and receipt fields. */
export const checkTimes = (n: JsonObject, base = messagePlace.notification): Found => {
  const ttl = intOf(n, 'off_line_ttl') ?? 0;
  const isCut = ttl > oppoLimits.offlineTtl.value;
  return [
    ...badChoice(n, base, 'show_time_type', ['0', '1']),
    ...checkShowTime(n, base),
    ...badChoice(n, base, 'off_line', ['true', 'false']),
    ...badNumber(n, base, 'off_line_ttl', 0, 999_999_999),
    ...(isCut ? [advice('warning', 'ttl-cut', `${base}.off_line_ttl`, { params: { days: 10 } })] : []),
    ...badChoice(n, base, 'network_type', ['0', '1']),
    ...badNumber(n, base, 'show_ttl', 0, oppoLimits.showTtl.value),
    ...badNumber(n, base, 'notify_id', 0, 2_147_483_647),
    ...tooLong(n, base, 'call_back_url', oppoLimits.callbackUrl.value, 'times'),
    ...tooLong(n, base, 'call_back_parameter', oppoLimits.callbackParameter.value, 'times'),
  ];
};

const categoryRefusal = () => refusal(67, 'Invalid category or notify_level');

/** Category and reminder level. Source: «New message classification»; 67 was reported by developers. */
export const checkCategory = (n: JsonObject, base = messagePlace.notification): Found => {
  const level = textOf(n, 'notify_level');
  if (level === null) return [];
  const path = `${base}.notify_level`;
  const certainty = 'reported';
  if (!textOf(n, 'category')) {
    return [refused('category', 'level-without-category', path, categoryRefusal(), { hasFix: true, certainty })];
  }
  if (['1', '2', '16'].includes(level)) return [];
  return [refused('category', 'bad-level', path, categoryRefusal(), { params: { value: shorten(level) }, certainty })];
};

/** Values for a template: texts of JSON objects. */
export const checkTemplateForm = (n: JsonObject, base = messagePlace.notification): Found =>
  ['private_title_parameters', 'private_content_parameters'].flatMap((field): Found => {
    const value = n[field];
    if (value === undefined || value === null) return [];
    const parsed = typeof value === 'string' ? parseShallow(value) : null;
    if (parsed?.ok && isObject(parsed.value)) return [];
    return [
      invalid('template', 'template-parameters', `${base}.${field}`, {
        params: { field },
        hasFix: true,
        certainty: 'measured',
      }),
    ];
  });

/** Styles and pictures; a single send may have none. */
export const checkPictures = (n: JsonObject, isSingle: boolean, base = messagePlace.notification): Found => {
  const style = textOf(n, 'style');
  if (style !== null && !['1', '2', '3', '4'].includes(style)) {
    return [invalid('pictures', 'bad-style', `${base}.style`, { params: { value: shorten(style) } })];
  }
  const named = ['big_picture_id', 'small_picture_id'].find((field) => textOf(n, field));
  if (isSingle && (named !== undefined || style === '3')) {
    const denied = refusal(30, 'API Permission Denied');
    return [refused('pictures', 'picture-on-single', `${base}.${named ?? 'style'}`, denied, { hasFix: true })];
  }
  return style === '3' && !textOf(n, 'big_picture_id') ? [missing('pictures', base, 'big_picture_id')] : [];
};
