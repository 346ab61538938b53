import { requestType, toSnakeCase, type MessageType } from './schema.ts';

/** Names of the retired API and of other vendors, and where FCM v1 keeps the same thing. */
const otherNames = new Map([
  ['to', 'message.token'],
  ['registration_id', 'message.token'],
  ['registration_ids', 'message.token'],
  ['registration_tokens', 'message.token'],
  ['dry_run', 'validate_only'],
  ['time_to_live', 'message.android.ttl'],
  ['android_channel_id', 'message.android.notification.channel_id'],
  ['badge', 'message.android.notification.notification_count'],
  ['subtitle', 'message.apns.payload.aps.alert.subtitle'],
  ['content_available', 'message.apns.payload.aps.content-available'],
  ['mutable_content', 'message.apns.payload.aps.mutable-content'],
]);

const join = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

/** Nearest place below a message that has a field of this name; breadth first. Null: nowhere. */
const findBelow = (type: MessageType, at: string, name: string): string | null => {
  let level: { type: MessageType; at: string }[] = [{ type, at }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const entry of level) {
      if (entry.type.fields.has(name)) return join(entry.at, name);
      for (const [field, inner] of entry.type.fields) {
        if (inner.kind === 'message') next.push({ type: inner, at: join(entry.at, field) });
      }
    }
    level = next;
  }
  return null;
};

/** Number of letters to add, drop or change. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};

const findSimilar = (type: MessageType, name: string): string | null => {
  let best: { field: string; away: number } | null = null;
  for (const field of type.fields.keys()) {
    const away = distance(name, field);
    if (away <= Math.max(1, Math.floor(field.length / 3)) && (best === null || away < best.away))
      best = { field, away };
  }
  return best?.field ?? null;
};

/** What somebody who wrote an unknown field probably meant, as a path from the root of the body. Null: no idea. */
export const suggestField = (written: string, type: MessageType, at: string): string | null => {
  const name = toSnakeCase(written.slice(0, 60)).replaceAll('-', '_');
  const exact = findBelow(type, at, name) ?? findBelow(requestType, '', name) ?? otherNames.get(name);
  if (exact !== undefined && exact !== null) return exact;
  const similar = findSimilar(type, name);
  return similar === null ? null : join(at, similar);
};
