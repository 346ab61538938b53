import { shorten } from '../../kit/cut-text.ts';
import { advice } from '../../kit/findings.ts';
import { parseIntentUri } from '../../kit/intent-uri.ts';
import { hasMember, listIn, numberIn, objectIn, textIn } from '../../kit/json-pick.ts';
import { checkShape, type ShapeMistake } from '../../kit/json-shape.ts';
import { isObject, jsonType, type Json, type JsonObject } from '../../kit/json.ts';
import { utf8Length } from '../../kit/text.ts';
import { honorLimits } from '../limits.ts';
import { mistake, type Finding } from './refusals.ts';
import { bodyShape } from './schema.ts';

const at = '$.android.notification';

/** Tokens the request names, texts only. */
export const tokensOf = (root: JsonObject): string[] =>
  (listIn(root, 'token') ?? []).filter((one): one is string => typeof one === 'string');

const checkTokens = (value: Json): Finding[] => {
  const path = '$.token';
  const max = honorLimits.tokens.value;
  if (!Array.isArray(value)) {
    return [mistake('target', 'token-not-list', path, { params: { found: jsonType(value) }, hasFix: true })];
  }
  if (value.length === 0) return [mistake('target', 'no-tokens', path)];
  const odd = value.findIndex((one) => typeof one !== 'string' || one.trim() === '');
  const found: Finding[] = [];
  if (value.length > max) {
    found.push(
      mistake('target', 'too-many-tokens', path, { params: { count: value.length, max }, certainty: 'guess' }),
    );
  }
  if (odd >= 0) found.push(mistake('target', 'bad-token', `${path}[${odd}]`, { certainty: 'guess' }));
  return found;
};

/** Who gets it. A body in Huawei's form is named as such. */
export const checkTarget = (root: JsonObject): Finding[] => {
  if (hasMember(root, 'token')) return checkTokens(root['token'] ?? null);
  if (isObject(root['message'])) return [mistake('target', 'huawei-form', '$.message', { hasFix: true })];
  return [mistake('target', 'no-target', '$', { hasFix: true })];
};

/** Bytes of the body without its tokens; how Honor counts is not known. */
export const bodyBytes = (payload: string, tokens: readonly string[]): number =>
  Math.max(0, utf8Length(payload) - (tokens.length === 0 ? 0 : utf8Length(JSON.stringify(tokens)) - 2));

const checkSize = (payload: string, tokens: readonly string[]): Finding[] => {
  const used = bodyBytes(payload, tokens);
  const limit = honorLimits.bodyBytes.value;
  if (used <= limit) return [];
  return [mistake('size', 'too-large', '$', { params: { used, limit }, hasFix: true, certainty: 'guess' })];
};

const shapeFinding = (found: ShapeMistake): Finding => {
  const { path, field } = found;
  switch (found.kind) {
    case 'wrong-type':
      if (path === '$.data' || path === '$.android.data') {
        return mistake('structure', 'data-not-text', path, { params: { found: found.found }, hasFix: true });
      }
      return mistake('structure', 'wrong-type', path, {
        params: { field, expected: found.expected, found: found.found },
      });
    case 'unknown-choice':
      return mistake('structure', 'unknown-choice', path, {
        params: { field, value: shorten(found.value), choices: found.choices },
        hasFix: true,
      });
    case 'unknown-field':
      return advice('warning', 'unknown-field', path, {
        params: { field, suggestion: found.suggestion },
        hasFix: found.suggestion !== '',
        certainty: 'guess',
      });
  }
};

const checkTtl = (android: JsonObject): Finding[] => {
  const ttl = textIn(android, 'ttl');
  if (ttl === undefined) return [];
  const max = honorLimits.ttl.value;
  const [, digits] = /^(\d{1,12})s$/.exec(ttl.trim()) ?? [];
  const params = { value: shorten(ttl), max };
  if (digits === undefined) return [mistake('ttl', 'bad-ttl', '$.android.ttl', { params, hasFix: true })];
  const seconds = Number(digits);
  return seconds === 0 || seconds > max ? [mistake('ttl', 'ttl-range', '$.android.ttl', { params })] : [];
};

const checkClick = (click: JsonObject | undefined): Finding[] => {
  const path = `${at}.clickAction`;
  if (click === undefined) return [mistake('structure', 'no-click', path, { hasFix: true })];
  const type = numberIn(click, 'type');
  const filled = (name: string) => (textIn(click, name) ?? '') !== '';
  if (type === undefined || type < 1 || type > 3) {
    return [mistake('structure', 'click-type', `${path}.type`, { params: { value: type ?? '–' }, hasFix: true })];
  }
  if (type === 1 && !filled('intent') && !filled('action')) {
    return [mistake('structure', 'click-no-page', path, { hasFix: true })];
  }
  const url = textIn(click, 'url') ?? '';
  if (type === 2 && !url.startsWith('https://')) {
    return [mistake('structure', 'click-url', `${path}.url`, { params: { value: shorten(url) } })];
  }
  const intent = textIn(click, 'intent') ?? '';
  const isUnreadable = type === 1 && intent !== '' && parseIntentUri(intent) === null;
  return isUnreadable ? [advice('warning', 'intent-unreadable', `${path}.intent`, { hasFix: true })] : [];
};

const checkTexts = (root: JsonObject, notification: JsonObject): Finding[] => {
  const plain = objectIn(root, 'notification');
  return (['title', 'body'] as const)
    .filter((name) => [plain, notification].every((part) => (textIn(part, name) ?? '') === ''))
    .map((field) => mistake('structure', 'no-text', `${at}.${field}`, { params: { field }, hasFix: true }));
};

const checkBadge = (badge: JsonObject | undefined): Finding[] => {
  const max = honorLimits.badge.value;
  return (['addNum', 'setNum'] as const).flatMap((name) => {
    const value = numberIn(badge, name);
    if (value === undefined || (value >= 0 && value <= max)) return [];
    return [mistake('structure', 'badge-range', `${at}.badge.${name}`, { params: { field: name, value, max } })];
  });
};

const checkStyle = (notification: JsonObject): Finding[] => {
  const style = numberIn(notification, 'style') ?? 0;
  if (style === 0) return [];
  if (style !== 1) return [mistake('structure', 'style', `${at}.style`, { params: { value: style }, hasFix: true })];
  return ['bigTitle', 'bigBody']
    .filter((name) => (textIn(notification, name) ?? '') === '')
    .map((field) => mistake('structure', 'style-text', `${at}.${field}`, { params: { field } }));
};

const checkButtons = (notification: JsonObject): Finding[] => {
  const { buttons: most, buttonName, buttonData } = honorLimits;
  const buttons = (listIn(notification, 'buttons') ?? []).filter(isObject);
  const found = buttons.flatMap((button, index): Finding[] => {
    const name = (textIn(button, 'name') ?? '').length;
    const data = (textIn(button, 'data') ?? '').length;
    const path = `${at}.buttons[${index}]`;
    return [
      ...(name === 0 || name > buttonName.value
        ? [mistake('structure', 'button-name', `${path}.name`, { params: { used: name, max: buttonName.value } })]
        : []),
      ...(data > buttonData.value
        ? [mistake('structure', 'button-data', `${path}.data`, { params: { used: data, max: buttonData.value } })]
        : []),
    ];
  });
  if (buttons.length <= most.value) return found;
  return [
    ...found,
    mistake('structure', 'buttons', `${at}.buttons`, { params: { count: buttons.length, max: most.value } }),
  ];
};

const checkFormats = (root: JsonObject, notification: JsonObject): Finding[] => {
  const image = textIn(notification, 'image') ?? textIn(objectIn(root, 'notification'), 'image') ?? '';
  const when = textIn(notification, 'when');
  const found: Finding[] = [];
  if (image !== '' && !image.startsWith('https://')) {
    found.push(mistake('structure', 'image', `${at}.image`, { params: { value: shorten(image) } }));
  }
  if (when !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(when)) {
    found.push(
      mistake('structure', 'when', `${at}.when`, {
        params: { value: shorten(when) },
        hasFix: true,
        certainty: 'guess',
      }),
    );
  }
  return found;
};

const checkStructure = (root: JsonObject): Finding[] => {
  const android = objectIn(root, 'android') ?? {};
  const draws = hasMember(root, 'notification') || hasMember(android, 'notification');
  if (!draws) {
    const hasData = hasMember(root, 'data') || hasMember(android, 'data') || hasMember(root, 'message');
    return hasData ? [] : [mistake('structure', 'empty-message', '$', { certainty: 'guess' })];
  }
  const notification = objectIn(android, 'notification') ?? {};
  return [
    ...checkTexts(root, notification),
    ...checkClick(objectIn(notification, 'clickAction')),
    ...checkBadge(objectIn(notification, 'badge')),
    ...checkStyle(notification),
    ...checkButtons(notification),
    ...checkFormats(root, notification),
  ];
};

/** Every mistake of a body that the gateway refuses too. Source: «Honor Push: downlink message». */
export const checkBody = (payload: string, root: JsonObject): Finding[] => [
  ...checkTarget(root),
  ...checkSize(payload, tokensOf(root)),
  ...checkShape(root, bodyShape).map(shapeFinding),
  ...checkStructure(root),
  ...checkTtl(objectIn(root, 'android') ?? {}),
];
