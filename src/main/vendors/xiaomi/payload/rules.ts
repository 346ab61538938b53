import { codePoints, shorten } from '../../kit/cut-text.ts';
import { advice, refused, type Finding, type FindingExtra } from '../../kit/findings.ts';
import { pathMember } from '../../kit/json.ts';
import { utf8Length } from '../../kit/text.ts';
import type { SendApi } from '../hosts.ts';
import { xiaomiLimits } from '../limits.ts';
import { customExtras, isPassThrough, splitList, type Push } from './fields.ts';
import { singleMessages } from './wire.ts';

/** The questions about what a push says, in the order the gateway asks them. */
export type PayloadQuestion =
  'target' | 'package' | 'pass-through' | 'texts' | 'numbers' | 'extra' | 'click' | 'callback' | 'channel' | 'template';
type Found = Finding<PayloadQuestion>[];

/** Xiaomi refuses with HTTP 200 and a code in the body; the sentences are ours, its own are not published. */
export const refusal = (code: number, message: string) => ({ status: 200, code: String(code), message });

const missing = (question: PayloadQuestion, name: string, field: string): Finding<PayloadQuestion> =>
  refused(question, name, pathMember('$', field), refusal(10016, `Missing required parameter: ${field}`), {
    params: { field },
    hasFix: true,
  });

const invalid = (
  question: PayloadQuestion,
  name: string,
  path: string,
  params: FindingExtra['params'] = {},
  extra: FindingExtra = {},
): Finding<PayloadQuestion> =>
  refused(question, name, path, refusal(10017, `Invalid parameter value: ${path.slice(2)}`), { params, ...extra });

/** Codes for a target that is there and empty. */
const emptyTarget: Readonly<Record<string, number>> = {
  alias: 65012,
  topic: 65013,
  topics: 65013,
  user_account: 65016,
};

const checkTopics = (push: Push, value: string): Found => {
  const count = value.split(';$;').length;
  const found: Found = [];
  if (count > xiaomiLimits.topics.value) {
    const params = { count, max: xiaomiLimits.topics.value };
    found.push(refused('target', 'too-many-topics', '$.topics', refusal(65035, 'Too many topics'), { params }));
  }
  const operator = push.top.get('topic_op');
  if (operator === undefined) found.push(missing('target', 'no-field', 'topic_op'));
  else if (!['UNION', 'INTERSECTION', 'EXCEPT'].includes(operator)) {
    found.push(invalid('target', 'bad-topic-op', '$.topic_op', { value: shorten(operator) }, { hasFix: true }));
  }
  return found;
};

/** Who gets the push, as the path asks for it. */
export const checkTarget = (push: Push, api: SendApi): Found => {
  const field = api.target;
  if (field === null) return [];
  const value = push.top.get(field);
  if (value === undefined) return [missing('target', 'no-target', field)];
  if (value.trim() === '') {
    const code = emptyTarget[field] ?? 10016;
    const words = refusal(code, `Empty ${field}`);
    return [refused('target', 'empty-target', `$.${field}`, words, { params: { field } })];
  }
  if (field === 'topics') return checkTopics(push, value);
  const messages = field === 'messages' ? singleMessages(value) : null;
  if (field === 'messages' && messages === null) return [invalid('target', 'bad-messages', '$.messages')];
  const count = messages ? messages.length : field === 'topic' ? 1 : splitList(value).length;
  const max = xiaomiLimits.targets.value;
  return count > max ? [invalid('target', 'too-many-targets', `$.${field}`, { count, max })] : [];
};

/** The package name; v2 takes one, v3 several. */
export const checkPackage = (push: Push, api: SendApi): Found => {
  const names = splitList(push.top.get('restricted_package_name'));
  if (names.length === 0) return [missing('package', 'no-package', 'restricted_package_name')];
  if (names.length === 1 || api.severalPackages) return [];
  return [invalid('package', 'several-packages', '$.restricted_package_name', { path: api.path })];
};

/** 0 or 1; absent is 0. */
export const checkPassThrough = (push: Push): Found => {
  const value = push.top.get('pass_through');
  return value === undefined || value === '0' || value === '1'
    ? []
    : [invalid('pass-through', 'bad-pass-through', '$.pass_through', { value: shorten(value) })];
};

const checkText = (push: Push, field: 'title' | 'description', max: number): Found => {
  const value = push.top.get(field);
  const path = `$.${field}`;
  if (value === undefined) return [missing('texts', 'no-text', field)];
  if (value.trim() === '') return [invalid('texts', 'blank-text', path, { field })];
  const count = codePoints(value);
  const params = { field, count, units: value.length, max };
  if (count > max) return [invalid('texts', 'text-too-long', path, params, { hasFix: true })];
  // The page says «less than», the field reports say «at most», and nobody says how an emoji counts.
  return value.length >= max ? [advice('warning', 'text-at-limit', path, { params, certainty: 'guess' })] : [];
};

/** Title and text of a notification; the size of `payload`. */
export const checkTexts = (push: Push): Found => {
  const texts = isPassThrough(push)
    ? []
    : [
        ...checkText(push, 'title', xiaomiLimits.title.value),
        ...checkText(push, 'description', xiaomiLimits.description.value),
      ];
  const used = utf8Length(push.top.get('payload') ?? '');
  const limit = xiaomiLimits.payload.value;
  if (used <= limit) return texts;
  const words = refusal(65009, 'Message content too long');
  return [
    ...texts,
    refused('texts', 'payload-too-long', '$.payload', words, { params: { used, limit }, certainty: 'guess' }),
  ];
};

const whole = (text: string): number | null => (/^-?\d{1,15}$/.test(text) ? Number(text) : null);

const checkNumber = (push: Push, field: string, min: number, max: number): Found => {
  const text = push.top.get(field);
  if (text === undefined) return [];
  const value = whole(text);
  if (value !== null && value >= min && value <= max) return [];
  return [invalid('numbers', 'bad-number', `$.${field}`, { field, value: shorten(text, 30), min, max })];
};

const checkLifetime = (push: Push): Found => {
  const { ttlOld, ttlPrivate } = xiaomiLimits;
  const wrong = checkNumber(push, 'time_to_live', 1, ttlOld.value * 1000);
  const value = whole(push.top.get('time_to_live') ?? '') ?? 0;
  if (wrong.length > 0 || value <= ttlPrivate.value * 1000) return wrong;
  const params = { days: ttlPrivate.value / 86_400 };
  return [advice('warning', 'long-lifetime', '$.time_to_live', { params })];
};

/** Numbers and their ranges. `nowMs` null: nothing is said about past and future. */
export const checkNumbers = (push: Push, nowMs: number | null): Found => {
  const latest = nowMs === null ? 9e14 : nowMs + xiaomiLimits.sendAhead.value * 1000;
  const silent = push.top.get('notify_type') === '0';
  return [
    ...checkNumber(push, 'notify_type', -1, 7),
    ...(silent ? [advice('info', 'notify-type-zero', '$.notify_type', { certainty: 'guess' })] : []),
    ...checkNumber(push, 'notify_id', 0, xiaomiLimits.notifyId.value),
    ...checkLifetime(push),
    ...checkNumber(push, 'time_to_send', 0, latest),
  ];
};

/** How many custom pairs there are and how long they are together; the form of `jobkey`. */
export const checkExtra = (push: Push): Found => {
  const custom = customExtras(push);
  const chars = custom.reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  const { extraPairs, extraChars, jobkey } = xiaomiLimits;
  const found: Found = [];
  if (custom.length > extraPairs.value) {
    const params = { count: custom.length, max: extraPairs.value };
    found.push(refused('extra', 'too-many-extras', '$.extra', refusal(65014, 'Too many extra pairs'), { params }));
  }
  if (chars > extraChars.value) {
    const params = { used: chars, limit: extraChars.value };
    const words = refusal(65015, 'Extra too long');
    found.push(refused('extra', 'extras-too-long', '$.extra', words, { params, hasFix: true }));
  }
  const key = push.extra.get('jobkey');
  if (key !== undefined && !/^[0-9A-Za-z-][0-9A-Za-z_-]{0,19}$/.test(key)) {
    found.push(invalid('extra', 'bad-jobkey', '$.extra.jobkey', { value: shorten(key, 30), max: jobkey.value }));
  }
  return found;
};

/** What a touch does, and whether what it needs is there. */
export const checkClick = (push: Push): Found => {
  const effect = push.extra.get('notify_effect');
  if (effect === undefined) return [];
  const path = '$.extra.notify_effect';
  if (!['1', '2', '3'].includes(effect)) return [invalid('click', 'bad-effect', path, { value: shorten(effect) })];
  const intent = push.extra.get('intent_uri');
  if (effect === '2' && !intent && !push.extra.get('class_name')) {
    return [invalid('click', 'no-intent', path, {}, { hasFix: true })];
  }
  if (effect === '2' && intent && !/^intent:.*#Intent;.*end$/s.test(intent)) {
    return [
      invalid(
        'click',
        'bad-intent',
        '$.extra.intent_uri',
        { value: shorten(intent) },
        { hasFix: true, certainty: 'guess' },
      ),
    ];
  }
  const web = push.extra.get('web_uri');
  if (effect === '3' && !web) return [invalid('click', 'no-web', path, {}, { hasFix: true })];
  return effect === '3' && web && !/^https?:\/\/[^\s/]+/i.test(web)
    ? [invalid('click', 'bad-web', '$.extra.web_uri', { value: shorten(web) })]
    : [];
};

/** The receipt address and what is echoed to it. */
export const checkCallback = (push: Push): Found => {
  const found: Found = [];
  const address = push.extra.get('callback');
  if (address !== undefined && !(URL.canParse(address) && /^https?:/i.test(address))) {
    const params = { value: shorten(address) };
    found.push(
      refused('callback', 'bad-callback', '$.extra.callback', refusal(65038, 'Illegal callback url'), { params }),
    );
  }
  const echoed = utf8Length(push.extra.get('callback.param') ?? '');
  const max = xiaomiLimits.callbackParam.value;
  if (echoed > max) {
    const params = { used: echoed, limit: max };
    const path = '$.extra["callback.param"]';
    found.push(
      refused('callback', 'callback-param-too-long', path, refusal(65036, 'Callback param too long'), { params }),
    );
  }
  return found;
};
