import { isObject, parseJson, type Json, type JsonObject } from '../../kit/json.ts';

/** Levels of nesting that Foundation's JSON reader follows, as app developers report; it gives up on more. */
export const deepestNesting = 512;

/** True when brackets stand inside each other more often than a phone follows. Texts that are too short are not looked at. */
export const isTooDeep = (text: string): boolean => {
  if (text.length <= deepestNesting * 2) return false;
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (inString) {
      if (char === '\\') index += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > deepestNesting) return true;
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return false;
};

/**
 * A payload text as an object; null when it is not JSON, not an object, or nested deeper than a phone follows. The last also
 * keeps everything that walks through the result from running out of stack.
 */
export const payloadObject = (text: string): JsonObject | null => {
  if (isTooDeep(text)) return null;
  const parsed = parseJson(text);
  return parsed.ok && isObject(parsed.value) ? parsed.value : null;
};

/** The `aps` dictionary; null when there is none or it is something else. */
export const apsOf = (payload: JsonObject): JsonObject | null => (isObject(payload['aps']) ? payload['aps'] : null);

/** The words of an alert as far as they can be told here. */
export interface AlertText {
  readonly title: string;
  readonly subtitle: string;
  readonly body: string;
  /** At least one of them is a key that the phone looks up in the app's string files. */
  readonly localised: boolean;
}

const none: AlertText = { title: '', subtitle: '', body: '', localised: false };

/** A text of an alert: itself, or the key that stands for it (beside it, or inside it as Live Activities write it). */
const textOf = (plain: Json | undefined, key: Json | undefined): { text: string; isKey: boolean } => {
  if (typeof plain === 'string' && plain !== '') return { text: plain, isKey: false };
  if (typeof key === 'string' && key !== '') return { text: key, isKey: true };
  const inner = isObject(plain) ? plain['loc-key'] : undefined;
  return typeof inner === 'string' ? { text: inner, isKey: inner !== '' } : { text: '', isKey: false };
};

/** Title, subtitle and body of an alert value: a text is the body alone, an object names each. */
export const alertText = (alert: Json | undefined): AlertText => {
  if (typeof alert === 'string') return { ...none, body: alert };
  if (!isObject(alert)) return none;
  const title = textOf(alert['title'], alert['title-loc-key']);
  const subtitle = textOf(alert['subtitle'], alert['subtitle-loc-key']);
  const body = textOf(alert['body'], alert['loc-key']);
  return {
    title: title.text,
    subtitle: subtitle.text,
    body: body.text,
    localised: title.isKey || subtitle.isKey || body.isKey,
  };
};

/** True when an alert has any text to show. */
export const hasText = (text: AlertText): boolean => text.title !== '' || text.subtitle !== '' || text.body !== '';

/** `ext` as an IM app reads it: a string as it is, anything else as its JSON text; null when it is absent. */
export const extOf = (payload: JsonObject): string | null => {
  const ext = payload['ext'];
  if (ext === undefined || ext === null) return null;
  return typeof ext === 'string' ? ext : JSON.stringify(ext);
};

/** A flag of `aps` is on only as the number 1. */
export const isOn = (value: Json | undefined): boolean => value === 1;

/** Wakes the app and gives a person nothing to notice. */
export const isSilent = (aps: JsonObject): boolean =>
  isOn(aps['content-available']) && !('alert' in aps) && !('badge' in aps) && !('sound' in aps);
