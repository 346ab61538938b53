/** Bytes of one line. */
export const hexWidth = 16;

/** A body's bytes: of its text in UTF-8, or decoded from base64. */
export const bytesOf = (raw: string, isText: boolean): Uint8Array =>
  isText ? new TextEncoder().encode(raw) : Uint8Array.from(atob(raw), (character) => character.charCodeAt(0));

/** One line of a hex view: offset, bytes, and what of them is ASCII. */
export const hexLine = (
  bytes: Uint8Array,
  line: number,
): { readonly offset: string; readonly hex: string; readonly ascii: string } => {
  const from = line * hexWidth;
  const part = [...bytes.subarray(from, from + hexWidth)];
  return {
    offset: from.toString(16).padStart(8, '0'),
    hex: part.map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
    ascii: part.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join(''),
  };
};
