import { isObject, type Json, type JsonObject } from '../../kit/json.ts';

/** A message of the retired API in the terms of v1. */
export interface Converted {
  /** The body for `messages:send`, without a token where the old message named devices. */
  readonly body: JsonObject;
  /** Registration tokens; v1 takes one in each request. */
  readonly tokens: readonly string[];
  /** Values of `data` that were no strings became strings. */
  readonly madeStrings: boolean;
  /** Fields that have no place in v1, by their old names. */
  readonly leftOut: readonly string[];
}

const texts = (value: Json | undefined): string[] => (typeof value === 'string' && value !== '' ? [value] : []);
const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** Lists of arguments were JSON lists inside a string. */
const argumentsOf = (value: Json | undefined): Json | undefined => {
  if (typeof value !== 'string') return value;
  try {
    const read: unknown = JSON.parse(value);
    return Array.isArray(read) ? read.map(String) : undefined;
  } catch {
    return undefined;
  }
};

/** Drops members without a value, and becomes undefined when none is left. */
const filled = (members: Readonly<Record<string, Json | undefined>>): JsonObject | undefined => {
  const kept = Object.entries(members).flatMap(([name, value]): [string, Json][] =>
    value === undefined || value === null || value === '' ? [] : [[name, value]],
  );
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

const numberOf = (value: Json | undefined): number | undefined => {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
};
const isYes = (value: Json | undefined): boolean => value === true || value === 'true' || value === '1' || value === 1;

const asText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** `to` was a token, the key of a device group, or a topic behind `/topics/`. */
const targetOf = (old: JsonObject): { readonly tokens: string[]; readonly members: JsonObject } => {
  const to = texts(old['to'])[0] ?? '';
  const condition = texts(old['condition'])[0];
  if (to.startsWith('/topics/')) return { tokens: [], members: { topic: to.slice('/topics/'.length) } };
  if (condition !== undefined) return { tokens: [], members: { condition } };
  const several = [...listOf(old['registration_ids']), ...listOf(old['registration_id'])].flatMap((one) => texts(one));
  return { tokens: [...texts(to), ...texts(old['registration_id']), ...several], members: {} };
};

const known = new Set(
  (
    'to registration_ids registration_id condition collapse_key priority content_available mutable_content ' +
    'time_to_live restricted_package_name dry_run data notification'
  ).split(' '),
);
const knownInside = new Set(
  (
    'title body image sound badge subtitle click_action icon tag color body_loc_key body_loc_args title_loc_key ' +
    'title_loc_args android_channel_id'
  ).split(' '),
);

const leftOutOf = (old: JsonObject, notice: JsonObject): string[] => [
  ...Object.keys(old).filter((name) => !known.has(name)),
  ...Object.keys(notice)
    .filter((name) => !knownInside.has(name))
    .map((name) => `notification.${name}`),
];

const androidOf = (old: JsonObject, notice: JsonObject): JsonObject | undefined => {
  const seconds = numberOf(old['time_to_live']);
  const priority = texts(old['priority'])[0]?.toLowerCase();
  return filled({
    collapse_key: old['collapse_key'],
    priority: priority === 'high' ? 'HIGH' : priority === 'normal' ? 'NORMAL' : undefined,
    ttl: seconds === undefined ? undefined : `${seconds}s`,
    restricted_package_name: old['restricted_package_name'],
    notification: filled({
      channel_id: notice['android_channel_id'],
      icon: notice['icon'],
      color: notice['color'],
      sound: notice['sound'],
      tag: notice['tag'],
      click_action: notice['click_action'],
      title_loc_key: notice['title_loc_key'],
      title_loc_args: argumentsOf(notice['title_loc_args']),
      body_loc_key: notice['body_loc_key'],
      body_loc_args: argumentsOf(notice['body_loc_args']),
    }),
  });
};

const apnsOf = (old: JsonObject, notice: JsonObject): JsonObject | undefined => {
  const priority = texts(old['priority'])[0]?.toLowerCase();
  const aps = filled({
    alert: filled({
      subtitle: notice['subtitle'],
      'title-loc-key': notice['title_loc_key'],
      'title-loc-args': argumentsOf(notice['title_loc_args']),
      'loc-key': notice['body_loc_key'],
      'loc-args': argumentsOf(notice['body_loc_args']),
    }),
    badge: numberOf(notice['badge']),
    sound: notice['sound'],
    category: notice['click_action'],
    'content-available': isYes(old['content_available']) ? 1 : undefined,
    'mutable-content': isYes(old['mutable_content']) ? 1 : undefined,
  });
  return filled({
    headers: filled({
      'apns-priority': priority === 'high' ? '10' : priority === 'normal' ? '5' : undefined,
      'apns-collapse-id': old['collapse_key'],
    }),
    payload: filled({ aps }),
  });
};

/**
 * Turns a message of the retired API into the body that v1 takes. What was said once for all platforms is said for Android and for iOS.
 * Source: «Migrate from legacy FCM APIs to HTTP v1».
 */
export const convertMessage = (old: JsonObject): Converted => {
  const notice = isObject(old['notification']) ? old['notification'] : {};
  const data = isObject(old['data']) ? old['data'] : {};
  const { tokens, members } = targetOf(old);
  const message = filled({
    ...members,
    notification: filled({ title: notice['title'], body: notice['body'], image: notice['image'] }),
    data: filled(Object.fromEntries(Object.entries(data).map(([name, value]) => [name, asText(value)]))),
    android: androidOf(old, notice),
    apns: apnsOf(old, notice),
  });
  return {
    body: { ...(isYes(old['dry_run']) ? { validate_only: true } : {}), message: message ?? {} },
    tokens,
    madeStrings: Object.values(data).some((value) => typeof value !== 'string'),
    leftOut: leftOutOf(old, notice),
  };
};
