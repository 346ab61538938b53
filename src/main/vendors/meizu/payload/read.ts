import { isObject, jsonType, parseJson, type Json, type JsonObject } from '../../kit/json.ts';

/** `messageJson` read; `object` null: `why` says what stands in the way. */
export type MessageReading =
  | { readonly object: JsonObject; readonly why: null }
  | {
      readonly object: null;
      readonly why: { readonly name: string; readonly params: Readonly<Record<string, string>> };
    };

/** Reads `messageJson` as an object. Never throws. */
export const readMessage = (text: string): MessageReading => {
  const parsed = parseJson(text);
  if (!parsed.ok) return { object: null, why: { name: 'not-json', params: { message: parsed.message.slice(0, 160) } } };
  if (isObject(parsed.value)) return { object: parsed.value, why: null };
  return { object: null, why: { name: 'not-object', params: { found: jsonType(parsed.value) } } };
};

/** One of the objects of a message; empty when it is not there. */
export const partOf = (message: JsonObject, name: string): JsonObject => {
  const part = message[name];
  return isObject(part) ? part : {};
};

/** A text; empty when there is none. */
export const textOf = (part: JsonObject, name: string): string => {
  const value = part[name];
  return typeof value === 'string' ? value : '';
};

/** `clickTypeInfo.clickType`; 0 when absent, as Meizu has it. */
export const clickTypeOf = (message: JsonObject): Json => partOf(message, 'clickTypeInfo')['clickType'] ?? 0;

/** Parameters as the opened Activity gets them: each a text. */
export const parametersOf = (message: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(partOf(partOf(message, 'clickTypeInfo'), 'parameters')).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

/** The text an IM app routes by: the parameter `ext`, or what the app defined for itself. Null: neither is there. */
export const extOf = (message: JsonObject): string | null => {
  const parameters = parametersOf(message);
  if (Object.hasOwn(parameters, 'ext')) return parameters['ext'] ?? null;
  const own = textOf(partOf(message, 'clickTypeInfo'), 'customAttribute');
  return clickTypeOf(message) === 3 && own !== '' ? own : null;
};

/** Title and content, of a notification or a pass-through message. */
export const titleAndContent = (message: JsonObject, passThrough: boolean): { title: string; content: string } => {
  const part = passThrough ? message : partOf(message, 'noticeBarInfo');
  return { title: textOf(part, 'title'), content: textOf(part, 'content') };
};
