import { isObject, jsonType, parseJson, type Json, type JsonObject } from '../../kit/json.ts';

/** A body read; `object` null: `why` says what stands in the way. */
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

/** One of the objects inside; empty when it is not there. */
export const partOf = (object: JsonObject, name: string): JsonObject => {
  const part = object[name];
  return isObject(part) ? part : {};
};

/** A text; empty when there is none. */
export const textOf = (object: JsonObject, name: string): string => {
  const value = object[name];
  return typeof value === 'string' ? value : '';
};

/** Texts of a list. */
export const textsOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** The tokens a body is for: with `token` TPNS uses only the first. */
export const tokensOf = (body: JsonObject): string[] => {
  const tokens = textsOf(body['token_list']);
  if (body['audience_type'] === 'token') return tokens.slice(0, 1);
  return body['audience_type'] === 'token_list' ? tokens : [];
};

/** The parts of a message: `aps` is empty for Android. */
export const partsOf = (
  body: JsonObject,
): { message: JsonObject; android: JsonObject; ios: JsonObject; aps: JsonObject } => {
  const message = partOf(body, 'message');
  const ios = partOf(message, 'ios');
  return { message, android: partOf(message, 'android'), ios, aps: partOf(ios, 'aps') };
};

/** The body is for iPhones: it says so by `environment` or by `message.ios`. */
export const isForIos = (body: JsonObject): boolean =>
  isObject(partOf(body, 'message')['ios']) ||
  (body['environment'] !== undefined && !isObject(partOf(body, 'message')['android']));

/** Nothing is drawn: a pass-through message, or a silent push for an iPhone. */
export const isSilent = (body: JsonObject): boolean => body['message_type'] === 'message';

/** `custom_content` of the platform the body is for; empty when there is none. */
export const customOf = (body: JsonObject): string => {
  const { android, ios } = partsOf(body);
  return textOf(isForIos(body) ? ios : android, 'custom_content');
};

/** What a value named `ext` inside a JSON text is; null: the text is no JSON object, or has none. */
const extInside = (text: string): string | null => {
  const parsed = parseJson(text);
  const ext = parsed.ok && isObject(parsed.value) ? parsed.value['ext'] : undefined;
  return typeof ext === 'string' ? ext : null;
};

/** The query value `ext` of an intent address. */
const extOfIntent = (uri: string): string | null => {
  const query = /\?([^#]*)/.exec(uri)?.[1];
  return query === undefined ? null : new URLSearchParams(query).get('ext');
};

/** The text an IM app routes by: `ext` inside custom_content, else custom_content itself, else `ext` of the intent. Null: none. */
export const extOf = (body: JsonObject): string | null => {
  const custom = customOf(body);
  if (custom !== '') return extInside(custom) ?? custom;
  return extOfIntent(textOf(partOf(partsOf(body).android, 'action'), 'intent'));
};
