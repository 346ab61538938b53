const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const toBytes = (text: string): Uint8Array => encoder.encode(text);

/** Length of a text in UTF-8 bytes. */
export const utf8Length = (text: string): number => encoder.encode(text).length;

/** The text of some bytes, or null when they are not UTF-8. */
export const fromBytes = (bytes: Uint8Array): string | null => {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    return null;
  }
};
