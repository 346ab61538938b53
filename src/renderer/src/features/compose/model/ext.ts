const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** True for the text of a JSON object, which is the one form of ext that every vendor delivers. */
export const isJsonObject = (text: string): boolean => {
  const value = parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value);
};

/**
 * Puts an ext into a JSON object under the key `ext`. OPPO turns each top-level key into one intent extra, so the app finds the
 * text there under the name it has with the other vendors. JSON that is no object goes in as the value it is.
 */
export const wrapAsJson = (ext: string): string => {
  const value = parse(ext);
  return JSON.stringify({ ext: value === undefined ? ext : value });
};

/** Bytes of a text as UTF-8, which is what goes on the wire. */
export const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length;
