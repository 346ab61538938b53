import { cpSync } from 'node:fs';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { inject } from 'vitest';
import { createApp, gatewayAddresses, type App } from '../../src/main/app.ts';
import type { Ports } from '../../src/main/ports.ts';
import type { Client } from '../../src/shared/contract/index.ts';
import { callSerializers } from '../../src/shared/kit/call-serializers.ts';
import { tempFolder } from './folders.ts';
import { whenOver } from './lifetime.ts';
import { testPorts } from './test-ports.ts';

export interface RunningApp {
  readonly app: App;
  readonly client: Client;
  readonly dataDir: string;
  readonly apns: { readonly origin: string; readonly port: number };
  readonly fcm: { readonly origin: string; readonly port: number };
  readonly caPath: string;
  readonly caPem: string;
  readonly logged: readonly string[];
  close(): Promise<void>;
}

/** A client over a message port, as the desktop window has it. */
export const portClient = (app: App): { client: Client; close: () => void } => {
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(app.router, { ...app.handlerOptions, customJsonSerializers: callSerializers }).upgrade(port1, {
    context: {},
  });
  port1.start();
  port2.start();
  return {
    client: createORPCClient(new RPCLink({ port: port2, customJsonSerializers: callSerializers })),
    close: () => {
      port1.close();
      port2.close();
    },
  };
};

/** What decides how a first start goes. */
const firstStart: readonly (keyof Ports)[] = ['dataDir', 'now', 'uuid', 'workers', 'secrets', 'empty'];

/** A data folder of this test's own: as the first start left it, unless the test says something about the first start. */
const ownFolder = (over: Partial<Ports>): string => {
  const folder = tempFolder();
  if (!firstStart.some((port) => port in over)) cpSync(inject('preparedFolder'), folder, { recursive: true });
  return folder;
};

/** The whole core on free ports with a data folder of its own. Real sockets, real TLS, real SQLite. */
export const startApp = async (over: Partial<Ports> = {}): Promise<RunningApp> => {
  const dataDir = over.dataDir ?? ownFolder(over);
  const logged: string[] = [];
  const app = await createApp({
    ...testPorts(dataDir),
    log: (line) => void logged.push(line),
    ...over,
  });
  const { client, close: closePort } = portClient(app);
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    closePort();
    await app.close();
  };
  whenOver(close);
  const addresses = gatewayAddresses(app.gateways);
  const addressOf = (origin: string | undefined) => ({
    origin: origin ?? '',
    port: Number(new URL(origin ?? 'https://x:0').port),
  });
  const { caPath, caPem } = app.gateways.ca;
  return {
    app,
    client,
    dataDir,
    apns: addressOf(addresses.apns?.origin),
    fcm: addressOf(addresses.fcm?.origin),
    caPath,
    caPem,
    logged,
    close,
  };
};
