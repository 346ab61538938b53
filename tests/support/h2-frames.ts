/** HTTP/2 frames by hand, for clients that no library would be. */
import tls from 'node:tls';

export const frameType = { data: 0, headers: 1, reset: 3, settings: 4, goaway: 7, continuation: 9 } as const;
export const flag = { endStream: 1, endHeaders: 4 } as const;

export const frame = (type: number, flags: number, stream: number, payload: Uint8Array): Buffer => {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
};

/** A length as HPACK writes it, with a prefix of seven bits. */
const lengthOf = (length: number): Buffer => {
  if (length < 127) return Buffer.of(length);
  const bytes = [127];
  let rest = length - 127;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.of(...bytes, rest);
};
const text = (value: string | Buffer): Buffer => {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([lengthOf(bytes.length), bytes]);
};
/** Header fields as HPACK, every one literal and never indexed. */
export const hpack = (fields: readonly (readonly [string, string | Buffer])[]): Buffer =>
  Buffer.concat(fields.flatMap(([name, value]) => [Buffer.of(0x10), text(name), text(value)]));

/** What an HTTP/2 client says first. */
export const greeting = Buffer.concat([
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  frame(frameType.settings, 0, 0, new Uint8Array()),
]);

export interface RawClient {
  readonly socket: tls.TLSSocket;
  /** The other side has ended the connection. */
  readonly isClosed: () => boolean;
  readonly closed: Promise<void>;
  /** Resolves when there is room for more, or when the connection has ended. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

/** A TLS connection that offers `h2` and says nothing yet. */
export const connectRaw = (origin: string, ca: string): Promise<RawClient> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(origin);
    const socket = tls.connect({ host: '127.0.0.1', port: Number(port), ca, ALPNProtocols: ['h2'] });
    let isClosed = false;
    socket.once('error', reject);
    socket.on('error', () => undefined);
    socket.resume();
    const closed = new Promise<void>((done) => {
      socket.once('close', () => {
        isClosed = true;
        done();
      });
    });
    const write = (bytes: Uint8Array): Promise<void> =>
      new Promise((done) => {
        if (isClosed || socket.destroyed || socket.write(bytes)) {
          // Also lets what came in be seen between two writes.
          setImmediate(done);
          return;
        }
        socket.once('drain', done);
        socket.once('close', done);
      });
    socket.once('secureConnect', () => resolve({ socket, closed, write, isClosed: () => isClosed }));
  });
