import type { FormPairs } from '../../kit/form.ts';
import { isObject, type Json, type JsonObject } from '../../kit/json.ts';
import { parseShallow } from '../../kit/shallow.ts';
import { numberFields, type Push } from './fields.ts';

/** A push read from a form, and whether its `payload` had been URL-encoded before, as Xiaomi asks. */
export interface WirePush {
  readonly push: Push;
  readonly payloadEncoding: 'twice' | 'once';
}

/**
 * Undoes the caller's own encoding of `payload`. `once`: there was none although the text has characters that need it. Source: «Push
 * server API».
 */
export const decodePayload = (text: string): { readonly value: string; readonly encoding: 'twice' | 'once' } => {
  try {
    const value = decodeURIComponent(text.replaceAll('+', ' '));
    if (value !== text || !/[{&"]/.test(text)) return { value, encoding: 'twice' };
  } catch {
    // A percent sign that begins nothing: nobody encoded this.
  }
  return { value: text, encoding: 'once' };
};

/** Reads form fields. The first of several fields with one name counts. */
export const pushOfForm = (pairs: FormPairs): WirePush => {
  const top = new Map<string, string>();
  const extra = new Map<string, string>();
  let payloadEncoding: WirePush['payloadEncoding'] = 'twice';
  for (const [name, value] of pairs) {
    if (name.startsWith('extra.')) {
      if (!extra.has(name.slice(6))) extra.set(name.slice(6), value);
    } else if (name === 'payload' && !top.has(name)) {
      const read = decodePayload(value);
      top.set(name, read.value);
      payloadEncoding = read.encoding;
    } else if (!top.has(name)) top.set(name, value);
  }
  return { push: { top, extra }, payloadEncoding };
};

/** The form of a push: fields in their order, `payload` encoded by the caller first, `extra` flattened. */
export const formOfPush = (push: Push): FormPairs => [
  ...[...push.top].map(
    ([name, value]) => [name, name === 'payload' ? encodeURIComponent(value.toWellFormed()) : value] as const,
  ),
  ...[...push.extra].map(([key, value]) => [`extra.${key}`, value] as const),
];

const asJsonValue = (name: string, value: string): Json => {
  if (numberFields.has(name) && /^(?:0|-?[1-9]\d{0,14})$/.test(value)) return Number(value);
  if (name !== 'messages') return value;
  const parsed = parseShallow(value);
  return parsed.ok && Array.isArray(parsed.value) ? parsed.value : value;
};

/** A push as the JSON of a draft: numbers as numbers, `extra` as an object. */
export const jsonOfPush = (push: Push): JsonObject => ({
  ...Object.fromEntries([...push.top].map(([name, value]) => [name, asJsonValue(name, value)])),
  ...(push.extra.size === 0 ? {} : { extra: Object.fromEntries(push.extra) }),
});

/** One message of `/v2/multi_messages/*`. */
export interface SingleMessage {
  readonly target: string;
  readonly push: Push;
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The messages of a batch in order. Null: `messages` is not a JSON array of `{target, message}`. */
export const singleMessages = (text: string): SingleMessage[] | null => {
  const parsed = parseShallow(text);
  if (!parsed.ok || !Array.isArray(parsed.value)) return null;
  const found: SingleMessage[] = [];
  for (const entry of parsed.value) {
    if (!isObject(entry) || typeof entry['target'] !== 'string' || !isObject(entry['message'])) return null;
    const { extra, ...rest } = entry['message'];
    const top = new Map(Object.entries(rest).map(([name, value]) => [name, textOf(value)]));
    const payload = top.get('payload');
    if (payload !== undefined) top.set('payload', decodePayload(payload).value);
    const pairs = isObject(extra) ? Object.entries(extra) : [];
    found.push({
      target: entry['target'],
      push: { top, extra: new Map(pairs.map(([key, value]) => [key, textOf(value)])) },
    });
  }
  return found;
};
