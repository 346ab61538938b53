import http from 'node:http';
import type { Duplex } from 'node:stream';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { BodyLimitPlugin } from '@orpc/server/node';
import { RPCHandler } from '@orpc/server/ws';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import sirv from 'sirv';
import { WebSocketServer } from 'ws';
import { contract } from '../../shared/contract/index.ts';
import { appErrors, type AppErrorCode } from '../../shared/contract/errors.ts';
import { callSerializers } from '../../shared/kit/call-serializers.ts';
import type { App } from '../app.ts';
import { Guard, socketProtocol } from './guard.ts';

const apiPrefix = '/api/v1';
const socketPath = '/api/rpc';
const maxBodyBytes = 8 * 1024 * 1024;

export interface ServerOptions {
  readonly app: App;
  readonly token: string;
  readonly version: string;
  /** Folder of the built window. */
  readonly windowDir: string;
  readonly devOrigin: string | null;
  readonly log: (line: string) => void;
}
export interface LoopbackServer {
  readonly port: number;
  close(): Promise<void>;
}

const contentPolicy = (port: number): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const refuse = (response: http.ServerResponse, code: AppErrorCode): void => {
  const { status, message } = appErrors[code];
  const body = JSON.stringify({ code, status, message });
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  });
  response.end(body);
};

const refuseSocket = (socket: Duplex, code: AppErrorCode): void => {
  const { status } = appErrors[code];
  socket.end(`HTTP/1.1 ${status} ${http.STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** The contract as an OpenAPI document; made once, when somebody first asks. */
const openApiDocument = (version: string): (() => Promise<string>) => {
  let made: Promise<string> | null = null;
  return () => {
    made ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
      .generate(contract, {
        info: {
          title: 'Pushscope',
          version,
          description: 'The debugger for mobile push. Every call of the window, for scripts.',
        },
        servers: [{ url: apiPrefix }],
        security: [{ bearer: [] }],
        components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      })
      .then((document) => JSON.stringify(document));
    return made;
  };
};

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/** Everything below /api: the token, then the contract over REST. */
const apiHandler = (options: ServerOptions, guard: Guard): Handler => {
  const rest = new OpenAPIHandler(options.app.router, {
    ...options.app.handlerOptions,
    plugins: [new BodyLimitPlugin({ maxBodySize: maxBodyBytes })],
  });
  const document = openApiDocument(options.version);
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const refused = guard.checkToken(request);
    if (refused) return refuse(response, refused);
    if (request.url === `${apiPrefix}/openapi.json` && request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(await document());
      return;
    }
    const { matched } = await rest.handle(request, response, { prefix: apiPrefix, context: {} });
    if (!matched) refuse(response, 'api.not-found');
  };
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.log(`api: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else refuse(response, 'api.internal');
    });
  };
};

/** The window's WebSocket: address and token are checked before the upgrade. */
const acceptSockets = (server: http.Server, options: ServerOptions, guard: Guard): WebSocketServer => {
  const handler = new RPCHandler(options.app.router, {
    ...options.app.handlerOptions,
    customJsonSerializers: callSerializers,
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxBodyBytes,
    handleProtocols: () => socketProtocol,
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const refused = guard.checkAddress(request) ?? guard.checkSocketToken(request);
    if (refused) return refuseSocket(socket, refused);
    if (request.url !== socketPath) return refuseSocket(socket, 'api.not-found');
    sockets.handleUpgrade(request, socket, head, (webSocket) => void handler.upgrade(webSocket, { context: {} }));
  });
  return sockets;
};

/** Serves window, REST and WebSocket on 127.0.0.1. Rejects with the system's error when the port cannot be had. */
export const openLoopbackServer = async (options: ServerOptions, port: number): Promise<LoopbackServer> => {
  let actualPort = port;
  const guard = new Guard({ token: options.token, port: () => actualPort, devOrigin: options.devOrigin });
  const onApi = apiHandler(options, guard);
  const window = sirv(options.windowDir, {
    etag: true,
    setHeaders: (response) => setWindowHeaders(response, actualPort),
  });
  const server = http.createServer((request, response) => {
    const refused = guard.checkAddress(request);
    if (refused) return refuse(response, refused);
    if (request.url === '/api' || request.url?.startsWith('/api/')) return onApi(request, response);
    window(request, response, () => refuse(response, 'api.not-found'));
  });
  const sockets = acceptSockets(server, options, guard);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => resolve());
  });
  const address = server.address();
  if (typeof address === 'object' && address) actualPort = address.port;
  return {
    port: actualPort,
    close: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
};

const setWindowHeaders = (response: http.ServerResponse, port: number): void => {
  response.setHeader('content-security-policy', contentPolicy(port));
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
};
