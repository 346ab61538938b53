import net from 'node:net';
import { onTestFinished } from 'vitest';

/** A piece of network between two machines: it passes bytes on until it is told to stop, and then keeps both sides open in silence. */
export interface Relay {
  readonly origin: string;
  freeze(): void;
}

/** On any free port, or on one that is named; rejects when that cannot be had. */
export const startRelay = async (to: string, ownPort = 0): Promise<Relay> => {
  const { hostname, port } = new URL(to);
  const pairs: [net.Socket, net.Socket][] = [];
  const server = net.createServer((inner) => {
    const outer = net.connect(Number(port), hostname);
    pairs.push([inner, outer]);
    for (const socket of [inner, outer]) socket.on('error', () => undefined);
    inner.pipe(outer).pipe(inner);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(ownPort, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of pairs.flat()) socket.destroy();
    server.close();
  });
  const address = server.address();
  return {
    origin: `https://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    freeze: () => {
      for (const [inner, outer] of pairs.splice(0)) {
        inner.unpipe();
        outer.unpipe();
        inner.pause();
        outer.pause();
      }
    },
  };
};
