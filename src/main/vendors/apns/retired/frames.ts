/** One notification of the binary protocol. */
export interface BinaryPush {
  readonly command: 0 | 1 | 2;
  /** Hexadecimal, lower case. */
  readonly token: string;
  readonly payload: Uint8Array;
  /** Seconds since 1970; null: the frame says none. */
  readonly expiresAt: number | null;
  readonly priority: number | null;
}
/** What could be read of a stream of frames. */
export interface Frames {
  readonly pushes: readonly BinaryPush[];
  /** Nothing of a further frame is left over. */
  readonly isWhole: boolean;
}

const mostPushes = 1000;

/** Reads numbers and bytes one after the other; undefined where the stream ends before. */
class Cursor {
  readonly #bytes: Buffer;
  at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  number(size: 1 | 2 | 4): number | undefined {
    if (this.at + size > this.#bytes.length) return undefined;
    const value = this.#bytes.readUIntBE(this.at, size);
    this.at += size;
    return value;
  }

  take(length: number | undefined): Buffer | undefined {
    if (length === undefined || this.at + length > this.#bytes.length) return undefined;
    const part = this.#bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }
}

/** Commands 0 and 1: token and payload, each behind two bytes of length; command 1 has an identifier and an expiry before them. */
const readSimple = (cursor: Cursor, command: 0 | 1): BinaryPush | null => {
  let expiresAt: number | null = null;
  if (command === 1) {
    cursor.number(4);
    expiresAt = cursor.number(4) ?? null;
  }
  const token = cursor.take(cursor.number(2));
  const payload = cursor.take(cursor.number(2));
  if (!token || !payload) return null;
  return { command, token: token.toString('hex'), payload: new Uint8Array(payload), expiresAt, priority: null };
};

/** Command 2: a frame of items, each with its number and two bytes of length. */
const readFramed = (cursor: Cursor): BinaryPush | null => {
  const frame = cursor.take(cursor.number(4));
  if (!frame) return null;
  const items = new Cursor(frame);
  const found = new Map<number, Buffer>();
  while (!items.isAtEnd) {
    const id = items.number(1);
    const data = items.take(items.number(2));
    if (id === undefined || !data) break;
    found.set(id, data);
  }
  const numberOf = (id: number): number | null => {
    const data = found.get(id);
    return data && data.length > 0 && data.length <= 4 ? data.readUIntBE(0, data.length) : null;
  };
  return {
    command: 2,
    token: found.get(1)?.toString('hex') ?? '',
    payload: new Uint8Array(found.get(2) ?? []),
    expiresAt: numberOf(4),
    priority: numberOf(5),
  };
};

/**
 * Reads a stream of notifications of Apple's binary protocol. Null: the bytes cannot be its beginning. Never throws. Source: «Binary
 * Provider API» and «Legacy Notification Format» in Apple's archive.
 */
export const readFrames = (bytes: Uint8Array): Frames | null => {
  const cursor = new Cursor(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const pushes: BinaryPush[] = [];
  while (!cursor.isAtEnd && pushes.length < mostPushes) {
    const command = cursor.number(1);
    if (command !== 0 && command !== 1 && command !== 2) return pushes.length === 0 ? null : { pushes, isWhole: true };
    const push = command === 2 ? readFramed(cursor) : readSimple(cursor, command);
    if (!push) return { pushes, isWhole: false };
    pushes.push(push);
  }
  return { pushes, isWhole: pushes.length > 0 };
};
