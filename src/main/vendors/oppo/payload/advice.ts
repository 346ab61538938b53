import { shorten } from '../../kit/cut-text.ts';
import { advice, type Finding } from '../../kit/findings.ts';
import { isObject, pathMember, type JsonObject } from '../../kit/json.ts';
import { parseShallow } from '../../kit/shallow.ts';
import { categories } from '../categories.ts';
import { messageFields, notificationFields, ownName, textOf } from './fields.ts';
import { isRegId, regionOf } from './reg-id.ts';

type Found = Finding<never>[];

/** Names OPPO does not have, and names in camel case. */
export const adviseNames = (value: JsonObject, known: ReadonlySet<string>, base: string): Found =>
  Object.keys(value).flatMap((name): Found => {
    if (known.has(name)) return [];
    const own = ownName(name, known);
    const path = pathMember(base, name);
    return own === name
      ? [advice('warning', 'unknown-field', path, { params: { field: shorten(name) } })]
      : [advice('warning', 'camel-case', path, { params: { field: name, own }, hasFix: true, certainty: 'reported' })];
  });

const adviseCategory = (n: JsonObject): Found => {
  const category = textOf(n, 'category');
  const path = '$.notification.category';
  if (!category) return [advice('info', 'no-category', '$.notification', { hasFix: true })];
  if (!Object.hasOwn(categories, category)) {
    return [advice('warning', 'unknown-category', path, { params: { value: shorten(category) }, certainty: 'guess' })];
  }
  const found: Found =
    categories[category]?.class === 'public' ? [advice('warning', 'public-category', path, { hasFix: true })] : [];
  if (textOf(n, 'notify_level') === '16')
    found.push(advice('info', 'level-needs-right', '$.notification.notify_level'));
  return found;
};

const adviseExt = (n: JsonObject): Found => {
  const parsed = parseShallow(textOf(n, 'action_parameters') ?? '');
  if (!parsed.ok || !isObject(parsed.value) || Object.hasOwn(parsed.value, 'entity')) return [];
  return Object.hasOwn(parsed.value, 'ext') ? [] : [advice('info', 'ext-keys', '$.notification.action_parameters')];
};

const broadcastOnly = ['push_time_type', 'push_start_time', 'time_zone', 'fix_speed', 'fix_speed_rate'];

/** What OPPO takes of a notification and the author should know all the same. */
export const adviseNotification = (n: JsonObject): Found => [
  ...(textOf(n, 'channel_id') ? [] : [advice('warning', 'no-channel', '$.notification', { hasFix: true })]),
  ...adviseCategory(n),
  ...adviseExt(n),
  ...broadcastOnly
    .filter((field) => textOf(n, field) !== null && textOf(n, field) !== 'false')
    .map((field) => advice('info', 'broadcast-only', `$.notification.${field}`, { params: { field } })),
];

/** Names of a whole message. */
export const adviseMessageNames = (message: JsonObject): Found => [
  ...adviseNames(message, messageFields, '$'),
  ...(isObject(message['notification'])
    ? adviseNames(message['notification'], notificationFields, '$.notification')
    : []),
];

/** A registration id that another host of OPPO serves. */
export const adviseRegion = (token: string, path: string): Found =>
  isRegId(token) && regionOf(token) === 'overseas'
    ? [advice('info', 'overseas-token', path, { certainty: 'reported', hasFix: true })]
    : [];
