/** One element of DER: its tag and its content. Offsets are into the bytes it was read from. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Offset of the byte after this element. */
  readonly end: number;
}

export const derTag = {
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
  octetString: 0x04,
  bmpString: 0x1e,
  extensions: 0xa3,
} as const;

/** The length that starts at an offset, and where the content begins; null when it is not DER. */
const readLength = (bytes: Uint8Array, at: number): { length: number; start: number } | null => {
  const first = bytes[at];
  if (first === undefined) return null;
  if (first < 0x80) return { length: first, start: at + 1 };
  const count = first & 0x7f;
  // 0x80 alone is the indefinite form of BER; four bytes of length are more than a certificate ever needs.
  if (count === 0 || count > 4 || at + count >= bytes.length) return null;
  let length = 0;
  for (let index = 1; index <= count; index += 1) length = length * 256 + (bytes[at + index] ?? 0);
  return { length, start: at + 1 + count };
};

/** Reads the element at an offset; null when the bytes are not DER or end too early. Tags above 30 are not used here. */
export const readDer = (bytes: Uint8Array, at = 0): DerElement | null => {
  const tag = bytes[at];
  if (tag === undefined || (tag & 0x1f) === 0x1f) return null;
  const length = readLength(bytes, at + 1);
  if (!length || length.start + length.length > bytes.length) return null;
  const end = length.start + length.length;
  return { tag, content: bytes.subarray(length.start, end), end };
};

/** The elements inside a SEQUENCE, SET or tagged value; null when one of them cannot be read. */
export const derChildren = (content: Uint8Array): DerElement[] | null => {
  const children: DerElement[] = [];
  let at = 0;
  while (at < content.length) {
    const child = readDer(content, at);
    if (!child) return null;
    children.push(child);
    at = child.end;
  }
  return children;
};

/** Dotted form of an OBJECT IDENTIFIER's content. */
export const derOid = (content: Uint8Array): string => {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(value);
      value = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...rest].join('.');
};

/** Text of any of the string types certificates use. */
export const derText = ({ tag, content }: DerElement): string => {
  if (tag !== derTag.bmpString) return Buffer.from(content).toString('utf8');
  const swapped = Buffer.from(content.subarray(0, content.length - (content.length % 2)));
  return swapped.swap16().toString('utf16le');
};

/** Milliseconds of a UTCTime or GeneralizedTime in UTC; null when it is neither. Two-digit years are 1950 to 2049. */
export const derTime = ({ tag, content }: DerElement): number | null => {
  if (tag !== derTag.utcTime && tag !== derTag.generalizedTime) return null;
  const text = Buffer.from(content).toString('latin1');
  const parts = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const century = year < 50 ? 2000 : 1900;
  return Date.UTC(tag === derTag.utcTime ? century + year : year, month - 1, day, hour, minute, second);
};
