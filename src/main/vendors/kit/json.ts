/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** `message` is the parser's own; it names the position. */
export type ParsedJson = { ok: true; value: Json } | { ok: false; message: string };

/** Parses without throwing. */
export const parseJson = (text: string): ParsedJson => {
  try {
    // JSON.parse gives JSON values by definition; its declared type is any.
    return { ok: true, value: JSON.parse(text) as Json };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
};

/** A value as JSON text; null when it is nested deeper than the stack reaches, which parsing does not mind. */
export const jsonText = (value: unknown): string | null => {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
};

/** A value as JSON text for reading; `…` when it is nested too deep to be written. */
export const shownJson = (value: unknown): string => jsonText(value) ?? '…';

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The type of a value in the words of JSON. */
export const jsonType = (value: Json | undefined): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return value === undefined ? 'nothing' : typeof value;
};

/** A member of a JSON path: `.name` where that is legal, `["na me"]` where it is not. */
export const pathMember = (base: string, key: string | number): string => {
  if (typeof key === 'number') return `${base}[${key}]`;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `${base}.${key}` : `${base}[${JSON.stringify(key)}]`;
};
