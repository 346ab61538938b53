import http from 'node:http';
import net from 'node:net';
import { onTestFinished } from 'vitest';

export interface ConnectProxy {
  readonly url: string;
  /** `host:port` of every CONNECT it was asked. */
  readonly asked: readonly string[];
}

/**
 * A real HTTP proxy that understands CONNECT. `route` says where a host really is on this machine, for names that no name server
 * knows; or the status it refuses with.
 */
export const startConnectProxy = async (route: (target: string) => string | number): Promise<ConnectProxy> => {
  const asked: string[] = [];
  const sockets: net.Socket[] = [];
  const server = http.createServer((_request, response) => void response.writeHead(405).end());
  server.on('connect', (request, inner: net.Socket) => {
    const target = request.url ?? '';
    asked.push(target);
    const to = route(target);
    sockets.push(inner);
    inner.on('error', () => undefined);
    if (typeof to === 'number') {
      inner.end(`HTTP/1.1 ${to} ${http.STATUS_CODES[to] ?? ''}\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(to);
    const outer = net.connect(Number(port), hostname, () => {
      inner.write('HTTP/1.1 200 Connection established\r\nvia: 1.1 test\r\n\r\n');
      inner.pipe(outer).pipe(inner);
    });
    sockets.push(outer);
    outer.on('error', () => inner.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, asked };
};
