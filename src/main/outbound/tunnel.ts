import type net from 'node:net';
import { OutboundError } from './types.ts';

/** An answer to CONNECT whose head is longer than this is no proxy's. */
const maxHeadBytes = 16_384;

/**
 * Asks a proxy for a way through (RFC 9110, section 9.3.6). Resolves when the socket leads to the other side; rejects with
 * OutboundError. What the proxy answered is in the message.
 */
export const tunnel = (socket: net.Socket, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
    let head = Buffer.alloc(0);
    const done = (error: OutboundError | null) => {
      socket.off('data', onData);
      socket.off('close', onClose);
      socket.off('error', onClose);
      if (error) reject(error);
      else resolve();
    };
    const onClose = () => done(new OutboundError('proxy-refused', `the proxy closed the connection to ${target}`));
    const onData = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) {
        if (head.length > maxHeadBytes) done(new OutboundError('proxy-refused', 'the proxy does not speak HTTP'));
        return;
      }
      const line = head.toString('latin1', 0, head.indexOf('\r\n'));
      const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(line)?.[1]);
      socket.pause();
      // The other side speaks first only after we did, so nothing follows in practice; if it does, it is not lost.
      if (head.length > end + 4) socket.unshift(head.subarray(end + 4));
      if (status >= 200 && status < 300) done(null);
      else if (status === 407) done(new OutboundError('proxy-password', `the proxy answered «${line}»`));
      else done(new OutboundError('proxy-refused', `the proxy answered «${line}» for ${target}`));
    };
    socket.on('data', onData);
    socket.on('close', onClose);
    socket.on('error', onClose);
    socket.write(`CONNECT ${target} HTTP/1.1\r\nhost: ${target}\r\n\r\n`);
  });
