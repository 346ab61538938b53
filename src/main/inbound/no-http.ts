import type net from 'node:net';
import type tls from 'node:tls';
import type { GatewayPart, OldProtocol } from '../vendors/vendor.ts';

/** What of an old protocol is here counts as all after nothing came for this long. Milliseconds. */
const quietMs = 300;
/** More is not read. */
const mostBytes = 256 * 1024;

/**
 * Reads a connection that speaks no HTTP until its vendor's old protocol has said enough, then hands it out, once. `first`: bytes that
 * were read already. Null is handed out when the vendor does not know what it is.
 */
export const readOldProtocol = (
  socket: net.Socket | tls.TLSSocket,
  first: Uint8Array | null,
  part: GatewayPart,
  done: (read: OldProtocol | null) => void,
): void => {
  let bytes = Buffer.from(first ?? []);
  let timer: NodeJS.Timeout | null = null;
  const finish = (): void => {
    if (timer) clearTimeout(timer);
    socket.off('data', take);
    socket.off('close', finish);
    done(bytes.length === 0 ? null : (part.oldProtocol?.(new Uint8Array(bytes)) ?? null));
  };
  const look = (): void => {
    if (timer) clearTimeout(timer);
    const read = part.oldProtocol?.(new Uint8Array(bytes)) ?? null;
    if (read === null || read.isWhole || bytes.length >= mostBytes) finish();
    else timer = setTimeout(finish, quietMs);
  };
  const take = (chunk: Buffer): void => {
    bytes = Buffer.concat([bytes, chunk]).subarray(0, mostBytes);
    look();
  };
  socket.on('error', () => undefined);
  socket.on('data', take);
  socket.once('close', finish);
  if (bytes.length > 0) look();
  else timer = setTimeout(finish, 10 * quietMs);
};
