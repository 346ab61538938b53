import { codePoints, shorten } from '../../kit/cut-text.ts';
import { advice, refused, type Finding } from '../../kit/findings.ts';
import { isObject, pathMember, type Json } from '../../kit/json.ts';
import { parseShallow } from '../../kit/shallow.ts';
import type { MessageClass } from '../channels.ts';
import { xiaomiLimits } from '../limits.ts';
import type { Push } from './fields.ts';
import { refusal, type PayloadQuestion } from './rules.ts';

type Found = Finding<PayloadQuestion>;
const paramPath = '$.extra.template_param';

/** Xiaomi does not publish its codes for templates; this one is our choice. */
const wrong = (name: string, path: string, key: string, params: Found['params'] = {}): Found =>
  refused('template', name, path, refusal(10017, `Invalid parameter value: ${key}`), {
    params,
    certainty: 'guess',
  });

/** What is wrong with one value of `template_param`; null: nothing. Source: «Templates of private messages». */
const valueMistake = (value: Json): string | null => {
  if (typeof value !== 'string') return 'template-value-not-text';
  if (value.trim() === '') return 'template-value-blank';
  if (codePoints(value) > xiaomiLimits.templateValue.value) return 'template-value-too-long';
  return /[\p{So}\p{Cn}]/u.test(value) ? 'template-value-symbol' : null;
};

const checkParam = (text: string): Found[] => {
  const parsed = parseShallow(text);
  if (!parsed.ok || !isObject(parsed.value)) return [wrong('template-param-not-json', paramPath, 'template_param')];
  const entries = Object.entries(parsed.value);
  const max = xiaomiLimits.templateValues.value;
  const many = entries.length > max ? [wrong('template-values', paramPath, 'template_param', { max })] : [];
  const mistakes = entries.flatMap(([key, value]): Found[] => {
    const name = valueMistake(value);
    const params = { key: shorten(key), max: xiaomiLimits.templateValue.value };
    return name === null ? [] : [wrong(name, pathMember(paramPath, key), `template_param.${key}`, params)];
  });
  return [...many, ...mistakes];
};

/** The form of the template fields, where there are any. */
export const checkTemplateForm = (push: Push): Found[] => {
  const param = push.extra.get('template_param');
  return param === undefined ? [] : checkParam(param);
};

/** Which template fields a private message lacks. Source: «Templates of private messages», 2026-06-02. */
export const lackingTemplate = (push: Push, messageClass: MessageClass | 'unknown'): string[] =>
  messageClass === 'private' ? ['template_id', 'template_param'].filter((key) => !push.extra.get(key)) : [];

/** The same for the editor: a warning, because the code Xiaomi refuses with is not known. */
export const adviseTemplate = (push: Push, messageClass: MessageClass | 'unknown'): Finding<never>[] => {
  const lacking = lackingTemplate(push, messageClass);
  return lacking.length === 0
    ? []
    : [advice('warning', 'no-template', '$.extra', { params: { fields: lacking.join(', ') }, hasFix: true })];
};

/** The refusal of a private message without template. */
export const templateRefusal = (lacking: readonly string[]) =>
  refusal(10017, `Invalid parameter value: ${lacking.join(', ')}`);

/** A channel the app does not have. `unknown` only where the credential lists channels. */
export const checkChannel = (push: Push, messageClass: MessageClass | 'unknown'): Found[] =>
  messageClass === 'unknown'
    ? [
        refused(
          'channel',
          'unknown-channel',
          '$.extra.channel_id',
          refusal(27001, 'Channel information does not match'),
          {
            params: { channel: shorten(push.extra.get('channel_id') ?? '') },
            hasFix: true,
          },
        ),
      ]
    : [];
