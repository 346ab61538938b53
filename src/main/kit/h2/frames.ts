/** HTTP/2 frames (RFC 9113, sections 4 and 6): their numbers, and a reader that cuts a byte stream into them. */

export const frameType = {
  data: 0,
  headers: 1,
  priority: 2,
  rstStream: 3,
  settings: 4,
  pushPromise: 5,
  ping: 6,
  goaway: 7,
  windowUpdate: 8,
  continuation: 9,
} as const;

export const flag = { endStream: 0x1, ack: 0x1, endHeaders: 0x4, padded: 0x8, priority: 0x20 } as const;

export const setting = {
  headerTableSize: 1,
  enablePush: 2,
  maxConcurrentStreams: 3,
  initialWindowSize: 4,
  maxFrameSize: 5,
} as const;

export const errorCode = {
  none: 0,
  protocol: 1,
  flowControl: 3,
  frameSize: 6,
  refusedStream: 7,
  cancel: 8,
  compression: 9,
} as const;

const errorNames = [
  'NO_ERROR',
  'PROTOCOL_ERROR',
  'INTERNAL_ERROR',
  'FLOW_CONTROL_ERROR',
  'SETTINGS_TIMEOUT',
  'STREAM_CLOSED',
  'FRAME_SIZE_ERROR',
  'REFUSED_STREAM',
  'CANCEL',
  'COMPRESSION_ERROR',
  'CONNECT_ERROR',
  'ENHANCE_YOUR_CALM',
  'INADEQUATE_SECURITY',
  'HTTP_1_1_REQUIRED',
] as const;

/** The name RFC 9113 gives to an error code; the number itself where it gives none. */
export const errorName = (code: number): string => errorNames[code] ?? `code ${code}`;

export const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');
export const headBytes = 9;
/** What both sides may send before anything else was agreed. Bytes. */
export const defaultFrameBytes = 16_384;
export const defaultWindowBytes = 65_535;

/** The peer broke the protocol; the whole connection has to end with this error code. */
export class ProtocolError extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

export type OnFrame = (type: number, flags: number, streamId: number, payload: Buffer) => void;

/** Cuts chunks of any size into frames. Throws ProtocolError for a frame longer than was allowed. */
export class FrameReader {
  readonly #onFrame: OnFrame;
  #rest: Buffer | null = null;

  constructor(onFrame: OnFrame) {
    this.#onFrame = onFrame;
  }

  push(chunk: Buffer): void {
    const bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    while (bytes.length - at >= headBytes) {
      const length = bytes.readUIntBE(at, 3);
      if (length > defaultFrameBytes) throw new ProtocolError(errorCode.frameSize, `a frame of ${length} bytes`);
      const end = at + headBytes + length;
      if (end > bytes.length) break;
      const streamId = bytes.readUInt32BE(at + 5) & 0x7f_ff_ff_ff;
      this.#onFrame(bytes[at + 3] ?? 0, bytes[at + 4] ?? 0, streamId, bytes.subarray(at + headBytes, end));
      at = end;
    }
    this.#rest = at < bytes.length ? bytes.subarray(at) : null;
  }
}

/** Takes padding off a DATA or HEADERS payload, and the priority fields off the latter. Throws ProtocolError when they do not fit. */
export const unpad = (payload: Buffer, flags: number, withPriority: boolean): Buffer => {
  let from = 0;
  let padding = 0;
  if (flags & flag.padded) {
    padding = payload[0] ?? 0;
    from = 1;
  }
  if (withPriority && flags & flag.priority) from += 5;
  if (from + padding > payload.length) throw new ProtocolError(errorCode.protocol, 'padding longer than its frame');
  return payload.subarray(from, payload.length - padding);
};

/** Bytes on their way out, gathered so that many frames leave in one write. */
export class FrameWriter {
  #bytes = Buffer.allocUnsafe(32_768);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Room for a frame of this payload, its head written; returns where the payload begins in `bytes`. */
  frame(type: number, flags: number, streamId: number, payloadBytes: number): { bytes: Buffer; at: number } {
    this.#reserve(headBytes + payloadBytes);
    const bytes = this.#bytes;
    const at = this.#length;
    bytes.writeUIntBE(payloadBytes, at, 3);
    bytes[at + 3] = type;
    bytes[at + 4] = flags;
    bytes.writeUInt32BE(streamId, at + 5);
    this.#length += headBytes + payloadBytes;
    return { bytes, at: at + headBytes };
  }

  copy(source: Uint8Array): void {
    this.#reserve(source.length);
    this.#bytes.set(source, this.#length);
    this.#length += source.length;
  }

  /** Everything gathered; the writer begins anew. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafe(32_768);
    this.#length = 0;
    return taken;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
