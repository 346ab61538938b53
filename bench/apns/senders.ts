/** Who sends: our sender with the journal on, two libraries, and a bare client. Each pushes to the same server, one connection. */
import http2 from 'node:http2';
import { createRequire } from 'node:module';
import { createRouterClient } from '@orpc/server';
import { Pool } from 'undici';
import { createApp } from '../../src/main/app.ts';
import { headlessSecrets } from '../../src/main/credentials/index.ts';
import { randomUUID } from 'node:crypto';

export interface Target {
  readonly origin: string;
  readonly port: number;
  readonly ca: string;
  readonly key: { readonly p8: string; readonly keyId: string };
}
export interface SenderUnderTest {
  readonly name: string;
  /** Resolves when one push was answered with 200; rejects otherwise. */
  readonly send: (token: string) => Promise<unknown>;
  /** The same push to many, in one call: how long each took, in milliseconds. Rejects when one was not answered with 200. */
  readonly bulk?: (tokens: readonly string[]) => Promise<readonly number[]>;
  readonly close: () => Promise<void> | void;
}
const payload = {
  aps: {
    alert: { title: 'Denny', body: 'Lunch at 12:30? I booked the corner table by the window.' },
    badge: 1,
    sound: 'default',
  },
  ext: 'jump to denny',
};
const topic = 'com.example.im';
const teamId = 'TEAM123456';

/** The whole way: draft, JWT, request, answer, redaction, commit. */
export const pushscope = async ({ origin, ca, key }: Target, dataDir: string): Promise<SenderUnderTest> => {
  const workers = {
    store: new URL('../../src/main/store/worker.ts', import.meta.url),
    credentials: new URL('../../src/main/credentials/worker.ts', import.meta.url),
  };
  const app = await createApp({
    shell: 'headless',
    version: '0.0.0-bench',
    dataDir,
    now: Date.now,
    uuid: randomUUID,
    workers,
    secrets: headlessSecrets(dataDir, undefined),
    gatewayPort: 0,
    gatewayListen: null,
    empty: true,
    log: (line) => void process.stderr.write(`${line}\n`),
    trustedCaPem: ca,
  });
  const client = createRouterClient(app.router, { context: {} });
  const file = { fileName: `AuthKey_${key.keyId}.p8`, contentB64: Buffer.from(key.p8).toString('base64') };
  await client.credentials.import({ file, teamId });
  const push = {
    kind: 'raw',
    vendor: 'apns',
    payload: JSON.stringify(payload),
    options: { topic, pushType: 'alert' },
    destination: { kind: 'custom', origin },
  } as const;
  return {
    name: 'pushscope (journal on)',
    send: async (token) => {
      const { results } = await client.sends.create({ ...push, token });
      if (results[0]?.exchange?.outcome !== 'accepted') throw new Error(JSON.stringify(results[0]));
    },
    bulk: async (tokens) => {
      const { results } = await client.sends.create({ ...push, tokens: [...tokens] });
      const bad = results.find((result) => result.exchange?.outcome !== 'accepted');
      if (bad) throw new Error(JSON.stringify(bad));
      return results.map((result) => result.exchange?.tookMs ?? 0);
    },
    close: () => app.close(),
  };
};

interface NodeApn {
  readonly Provider: new (options: object) => {
    send(note: unknown, token: string): Promise<{ sent: unknown[]; failed: unknown[] }>;
    shutdown(): Promise<void>;
  };
  readonly Notification: new () => Record<string, unknown>;
}
export const nodeApn = ({ port, ca, key }: Target): SenderUnderTest => {
  // A CommonJS package with types for its default settings only.
  const apn = createRequire(import.meta.url)('@parse/node-apn') as NodeApn;
  const provider = new apn.Provider({
    address: '127.0.0.1',
    port,
    ca: [ca],
    token: { key: key.p8, keyId: key.keyId, teamId },
  });
  const note = Object.assign(new apn.Notification(), { topic, pushType: 'alert', rawPayload: payload });
  return {
    name: '@parse/node-apn',
    send: async (token) => {
      const { failed } = await provider.send(note, token);
      if (failed.length > 0) throw new Error(JSON.stringify(failed[0]));
    },
    close: () => provider.shutdown(),
  };
};

/** Its port is fixed at 443, so its pool is replaced; `shipped` keeps the numbers it ships with. */
export const apns2 = async ({ origin, ca, key }: Target, kind: 'shipped' | 'tuned'): Promise<SenderUnderTest> => {
  const { ApnsClient, Notification } = await import('apns2');
  const client = new ApnsClient({ team: teamId, keyId: key.keyId, signingKey: key.p8, defaultTopic: topic });
  const numbers = kind === 'shipped' ? { connections: 32, pipelining: 1 } : { connections: 1, pipelining: 100 };
  const pool = new Pool(origin, { ...numbers, allowH2: true, maxConcurrentStreams: 100, connect: { ca } });
  Object.assign(client, { client: pool });
  const { aps, ...data } = payload;
  return {
    name: kind === 'shipped' ? 'apns2 (as shipped)' : 'apns2 (tuned pool)',
    send: (token) => client.send(new Notification(token, { aps, data })),
    close: () => pool.destroy(),
  };
};

export const bare = async ({ origin, ca }: Target, authorization: string): Promise<SenderUnderTest> => {
  const session = http2.connect(origin, { ca });
  await new Promise<void>((resolve, reject) => {
    session.once('remoteSettings', () => resolve());
    session.once('error', reject);
  });
  const text = JSON.stringify(payload);
  return {
    name: 'bare node:http2',
    send: (token) =>
      new Promise<void>((resolve, reject) => {
        const stream = session.request({
          ':method': 'POST',
          ':path': `/3/device/${token}`,
          authorization,
          'apns-topic': topic,
          'apns-push-type': 'alert',
        });
        let status: unknown;
        stream.on('response', (headers) => {
          status = headers[':status'];
        });
        stream.on('error', reject);
        stream.on('close', () => (status === 200 ? resolve() : reject(new Error(`status ${String(status)}`))));
        stream.resume();
        stream.end(text);
      }),
    close: () => session.close(),
  };
};
