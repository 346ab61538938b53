import { isObject, jsonType, parseJson, type Json, type JsonObject } from '../../kit/json.ts';

/** The body of a draft or request; `object` null: `why` says what stands in the way. */
export type BodyReading =
  | { readonly object: JsonObject; readonly why: null }
  | {
      readonly object: null;
      readonly why: { readonly name: string; readonly params: Readonly<Record<string, string>> };
    };

/** Reads a body as a JSON object. Never throws. */
export const readBody = (text: string): BodyReading => {
  const parsed = parseJson(text);
  if (!parsed.ok) return { object: null, why: { name: 'not-json', params: { message: parsed.message.slice(0, 160) } } };
  if (isObject(parsed.value)) return { object: parsed.value, why: null };
  return { object: null, why: { name: 'not-object', params: { found: jsonType(parsed.value) } } };
};

/** A text value; empty when there is none. */
export const textOf = (body: JsonObject, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value : '';
};

/** An id that some clients send as a number and some as text. Empty when there is none. */
export const idOf = (value: Json | undefined): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '';

/** `clientCustomMap` as far as it is text to text. */
export const customMapOf = (body: JsonObject): Readonly<Record<string, string>> => {
  const map = body['clientCustomMap'];
  return isObject(map)
    ? Object.fromEntries(Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    : {};
};

/** The text an IM app routes by. Null: not there. */
export const extOf = (body: JsonObject): string | null => {
  const map = customMapOf(body);
  return Object.hasOwn(map, 'ext') ? (map['ext'] ?? null) : null;
};

/** Texts of a list: vivo's `regIds` and `aliases`. */
export const textsOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
