import { pathMember } from '../../kit/json.ts';
import { fcmLimits } from '../limits.ts';
import { byteLimit, messageBytes } from './effective.ts';
import { ruleError, shapeError, shorten, type Finding, type Place } from './findings.ts';
import { durationSeconds, isColor, isTopicName, readCondition } from './grammar.ts';
import { targetFields, type Body, type Message, type StringMap } from './model.ts';

const place = (...names: string[]): Place => ({
  json: names.reduce((path, name) => pathMember(path, name), '$'),
  wire: names.join('.'),
});
const message = place('message');

/** The message or a target has a wrong type, so nothing can be said about how many targets there are. */
export const isTargetUnreadable = (findings: readonly Finding[]): boolean =>
  findings.some(({ path }) => path === '$.message' || targetFields.some((field) => path === `$.message.${field}`));

/** A message must be there and name exactly one target. */
export const checkTarget = (body: Body): Finding[] => {
  if (!body.message) {
    const words = { description: 'The message is not set.' };
    return [ruleError('target', 'no-message', message, {}, words, { hasFix: true })];
  }
  const named = targetFields.filter((field) => body.message?.[field] !== undefined);
  const [first, second] = named;
  if (first === undefined) {
    const words = 'Recipient of the message is not set.';
    const extra = { hasFix: true, certainty: 'measured' } as const;
    return [ruleError('target', 'no-target', message, {}, { description: words, message: words }, extra)];
  }
  if (second === undefined) return [];
  const description = `Invalid value at 'message' (oneof), oneof field 'target' is already set. Cannot set '${second}'`;
  const params = { targets: named.join(', ') };
  const found = shapeError('several-targets', message, params, { field: 'message', description }, { hasFix: true });
  return [{ ...found, rule: 'target' }];
};

/** Data keys FCM keeps for itself. Source: «REST Resource: projects.messages», `data`. */
export const isReservedKey = (key: string): boolean =>
  key === 'from' || key === 'message_type' || key.startsWith('google.') || key.startsWith('gcm.notification.');

const reservedIn = (data: StringMap | undefined, ...at: string[]): Finding[] =>
  Object.keys(data ?? {})
    .filter(isReservedKey)
    .map((key) => {
      const words = `Invalid data payload key: ${key}`;
      const where = { json: place(...at, key).json, wire: at.join('.') };
      const params = { key: shorten(key) };
      return ruleError(
        'reserved-keys',
        'reserved-key',
        where,
        params,
        { description: words, message: words },
        { hasFix: true },
      );
    });

/** Both data maps are looked at: FCM refuses a reserved key even where the other map wins. */
export const checkReservedKeys = (value: Message): Finding[] => [
  ...reservedIn(value.data, 'message', 'data'),
  ...reservedIn(value.android?.data, 'message', 'android', 'data'),
];

const checkTtl = (value: Message): Finding[] => {
  const ttl = value.android?.ttl;
  if (ttl === undefined) return [];
  const seconds = durationSeconds(ttl);
  if (seconds >= 0 && seconds <= fcmLimits.ttl.value) return [];
  const words = { description: `The TTL must be between 0 and ${fcmLimits.ttl.value} seconds.` };
  const params = { value: ttl, max: fcmLimits.ttl.value };
  return [ruleError('values', 'ttl-range', place('message', 'android', 'ttl'), params, words)];
};

const checkColor = (value: Message): Finding[] => {
  const color = value.android?.notification?.color;
  if (color === undefined || isColor(color)) return [];
  const at = place('message', 'android', 'notification', 'color');
  const words = { description: 'The color must have the form #rrggbb.' };
  return [ruleError('values', 'bad-color', at, { value: shorten(color) }, words, { hasFix: true })];
};

const checkTopic = (value: Message): Finding[] => {
  const { topic } = value;
  if (topic === undefined || isTopicName(topic)) return [];
  const at = place('message', 'topic');
  const bare = topic.replace(/^\/topics\//, '');
  const words = { description: 'The topic name has a form that is not allowed.' };
  if (bare !== topic && isTopicName(bare)) {
    return [ruleError('values', 'topic-prefix', at, { topic: bare }, words, { hasFix: true })];
  }
  return [ruleError('values', 'bad-topic', at, { value: shorten(topic) }, words)];
};

const checkCondition = (value: Message): Finding[] => {
  if (value.condition === undefined) return [];
  const at = place('message', 'condition');
  const read = readCondition(value.condition);
  if (!read.ok) {
    const words = { description: 'The condition cannot be read.' };
    const params = { position: read.at + 1, rest: shorten(value.condition.slice(read.at), 20) };
    return [ruleError('values', 'bad-condition', at, params, words, { hasFix: true })];
  }
  const max = fcmLimits.conditionTopics.value;
  if (read.topics.length <= max) return [];
  const words = { description: `A condition may name at most ${max} topics.` };
  const { certainty } = fcmLimits.conditionTopics;
  return [ruleError('values', 'condition-topics', at, { count: read.topics.length, max }, words, { certainty })];
};

const checkDurations = (value: Message): Finding[] => {
  const timings = value.android?.notification?.vibrate_timings ?? [];
  return timings.flatMap((timing, index) => {
    if (durationSeconds(timing) >= 0) return [];
    const at = place('message', 'android', 'notification', 'vibrate_timings');
    const where = { json: `${at.json}[${index}]`, wire: `${at.wire}[${index}]` };
    const words = { description: 'The duration must not be negative.' };
    return [ruleError('values', 'negative-duration', where, { value: timing }, words, { certainty: 'guess' })];
  });
};

const checkLights = (value: Message): Finding[] => {
  const lights = value.android?.notification?.light_settings;
  if (lights === undefined) return [];
  const missing = (['color', 'light_on_duration', 'light_off_duration'] as const).filter(
    (name) => lights[name] === undefined,
  );
  if (missing.length === 0) return [];
  const at = place('message', 'android', 'notification', 'light_settings');
  const words = { description: `Missing in light_settings: ${missing.join(', ')}.` };
  return [ruleError('values', 'lights-incomplete', at, { missing: missing.join(', ') }, words)];
};

/** Ranges and grammars, after types and targets. */
export const checkValues = (value: Message): Finding[] => [
  ...checkTtl(value),
  ...checkColor(value),
  ...checkTopic(value),
  ...checkCondition(value),
  ...checkDurations(value),
  ...checkLights(value),
];

/** The byte estimate against the limit. */
export const checkSize = (value: Message): Finding[] => {
  const used = messageBytes(value);
  const limit = byteLimit(value);
  if (used <= limit) return [];
  const words = `Message is too large. The maximum is ${limit / 1024}K (${limit} bytes).`;
  const rest = { description: words, message: words, badRequest: false };
  return [ruleError('size', 'too-large', message, { used, limit }, rest, { hasFix: true, certainty: 'guess' })];
};
