import { isObject, type Json, type JsonObject } from '../../kit/json.ts';

/** Fields of a notification. Source: «Notification»; the badge fields are from public clients. */
export const notificationFields: ReadonlySet<string> = new Set([
  'app_message_id',
  'style',
  'big_picture_id',
  'small_picture_id',
  'title',
  'sub_title',
  'content',
  'click_action_type',
  'click_action_activity',
  'click_action_url',
  'action_parameters',
  'show_time_type',
  'show_start_time',
  'show_end_time',
  'off_line',
  'off_line_ttl',
  'push_time_type',
  'push_start_time',
  'time_zone',
  'fix_speed',
  'fix_speed_rate',
  'network_type',
  'call_back_url',
  'call_back_parameter',
  'channel_id',
  'show_ttl',
  'notify_id',
  'category',
  'notify_level',
  'private_msg_template_id',
  'private_title_parameters',
  'private_content_parameters',
  'badge_operation_type',
  'badge_message_count',
  'auditResponse',
]);
/** Fields of a message beside its notification. */
export const messageFields: ReadonlySet<string> = new Set([
  'target_type',
  'target_value',
  'verify_registration_id',
  'notification',
]);

const toSnakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One sample of OPPO's page writes some names in camel case; they are read as the names they stand for. */
export const ownName = (name: string, known: ReadonlySet<string>): string =>
  !known.has(name) && known.has(toSnakeCase(name)) ? toSnakeCase(name) : name;

const renamed = (value: JsonObject, known: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([name, inner]) => [ownName(name, known), inner]));

/** A single message as OPPO reads it: names in snake case. */
export interface Message {
  readonly fields: JsonObject;
  /** Null: there is none, or it is no object. */
  readonly notification: JsonObject | null;
}

/** A message from its JSON; null: not an object. */
export const messageOf = (value: Json | undefined): Message | null => {
  if (!isObject(value)) return null;
  const fields = renamed(value, messageFields);
  const inner = fields['notification'];
  return { fields, notification: isObject(inner) ? renamed(inner, notificationFields) : null };
};

/** A field as text: numbers and switches as they would stand in a form. Null: absent, null, or an object or array. */
export const textOf = (value: JsonObject | null, name: string): string | null => {
  const found = value?.[name];
  if (typeof found === 'string') return found;
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : null;
};

/** A field as a whole number, also one written as text. Null: absent or no such number. */
export const intOf = (value: JsonObject | null, name: string): number | null => {
  const text = textOf(value, name);
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
};

/** The registration id of a message; empty when it names an alias or nobody. */
export const tokenOf = (message: Message): string =>
  intOf(message.fields, 'target_type') === 2 ? (textOf(message.fields, 'target_value') ?? '') : '';
