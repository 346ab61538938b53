import { shorten } from '../../kit/cut-text.ts';
import { advice } from '../../kit/findings.ts';
import { parseIntentUri } from '../../kit/intent-uri.ts';
import { hasMember, numberIn, objectIn, textIn } from '../../kit/json-pick.ts';
import type { JsonObject } from '../../kit/json.ts';
import { utf8Length } from '../../kit/text.ts';
import { huaweiLimits } from '../limits.ts';
import { badStructure, badTtl, badValue, mistake, type Finding } from './refusals.ts';
import { checkNotification } from './rules-notification.ts';

const path = '$.message.android';

/** Seconds of a `ttl`: digits, with or without `s`. Null: not that. */
export const ttlSeconds = (text: string): number | null => {
  const [, digits] = /^(\d{1,12})s?$/.exec(text.trim()) ?? [];
  return digits === undefined ? null : Number(digits);
};

const checkTtl = (android: JsonObject): Finding[] => {
  const ttl = textIn(android, 'ttl');
  if (ttl === undefined) return [];
  const seconds = ttlSeconds(ttl);
  const max = huaweiLimits.ttl.value;
  const params = { value: shorten(ttl), max };
  if (seconds === null) return [badTtl('bad-ttl', `${path}.ttl`, { params, hasFix: true })];
  return seconds === 0 || seconds > max ? [badTtl('ttl-range', `${path}.ttl`, { params })] : [];
};

const checkCollapse = (android: JsonObject): Finding[] => {
  const key = numberIn(android, 'collapse_key');
  const max = huaweiLimits.collapseKey.value;
  if (key === undefined || (key >= -1 && key <= max)) return [];
  const refusal = { code: '80100013', message: 'collapse_key is out of range.' };
  return [mistake('collapse', 'collapse-range', `${path}.collapse_key`, refusal, { params: { value: key, max } })];
};

const checkAndroid = (android: JsonObject): Finding[] => {
  const found = [...checkCollapse(android), ...checkTtl(android)];
  const max = huaweiLimits.biTag.value;
  const used = utf8Length(textIn(android, 'bi_tag') ?? '');
  if (used > max) found.push(badValue('long-tag', `${path}.bi_tag`, { params: { used, max } }));
  return found;
};

/** What a tap does: required, and each type has its field. Source: «customizing actions to be triggered upon message tapping». */
const checkClick = (click: JsonObject | undefined): Finding[] => {
  const at = `${path}.notification.click_action`;
  if (click === undefined) return [badStructure('no-click', at, { hasFix: true })];
  const type = numberIn(click, 'type');
  const filled = (name: string) => (textIn(click, name) ?? '') !== '';
  if (type === undefined || type < 1 || type > 4) {
    return [badStructure('click-type', `${at}.type`, { params: { value: type ?? '–' }, hasFix: true })];
  }
  if (type === 1) {
    if (!filled('intent') && !filled('action')) return [badStructure('click-no-page', at, { hasFix: true })];
    const intent = textIn(click, 'intent') ?? '';
    return intent !== '' && parseIntentUri(intent) === null
      ? [advice('warning', 'intent-unreadable', `${at}.intent`, { hasFix: true })]
      : [];
  }
  if (type === 2) {
    const url = textIn(click, 'url') ?? '';
    return url.startsWith('https://')
      ? []
      : [badStructure('click-url', `${at}.url`, { params: { value: shorten(url) } })];
  }
  return type === 4 ? [advice('warning', 'click-retired', `${at}.type`)] : [];
};

const checkTexts = (message: JsonObject, notification: JsonObject): Finding[] => {
  const plain = objectIn(message, 'notification');
  const has = (name: 'title' | 'body') =>
    [plain, notification].some((part) => (textIn(part, name) ?? '') !== '') ||
    hasMember(notification, `${name}_loc_key`) ||
    hasMember(notification, 'multi_lang_key');
  return (['title', 'body'] as const)
    .filter((name) => !has(name))
    .map((name) => badStructure('no-text', `${path}.notification.${name}`, { params: { field: name }, hasFix: true }));
};

/** Everything below `message` beyond types: `message` draws something, or it is data alone. */
export const checkMessage = (root: JsonObject): Finding[] => {
  const message = objectIn(root, 'message');
  if (message === undefined) return [];
  const android = objectIn(message, 'android') ?? {};
  const draws = hasMember(message, 'notification') || hasMember(android, 'notification');
  const found = checkAndroid(android);
  if (!draws) {
    const hasData = hasMember(message, 'data') || hasMember(android, 'data');
    const elsewhere = hasMember(message, 'apns') || hasMember(message, 'webpush');
    return hasData || elsewhere
      ? found
      : [...found, badStructure('empty-message', '$.message', { certainty: 'guess' })];
  }
  const notification = objectIn(android, 'notification') ?? {};
  return [
    ...found,
    ...checkTexts(message, notification),
    ...checkClick(objectIn(notification, 'click_action')),
    ...checkNotification(notification),
  ];
};
