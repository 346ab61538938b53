import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const here = (file: string): string => path.resolve(import.meta.dirname, file);
const lineOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '');
    });
    child.once('exit', (code) => reject(new Error(`a bench process ended with ${code}`)));
  });
const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });

export interface Running {
  readonly origin: string;
  stop(): void;
}

/** The bare responder with a certificate of the bench's own CA. */
export const startResponder = async (certificatePem: string, privateKeyPem: string): Promise<Running> => {
  const child = start([here('responder.ts')], { BENCH_CERTIFICATE: certificatePem, BENCH_KEY: privateKeyPem });
  const port = await lineOf(child);
  return { origin: `https://127.0.0.1:${port}`, stop: () => void child.kill() };
};

/** Pushscope itself, headless, from its sources. */
export const startPushscope = async (dataDir: string): Promise<Running & { readonly caPath: string }> => {
  const child = start([here('../../src/main/headless/main.ts'), '--json', '--port', '0', '--data', dataDir]);
  const ready = JSON.parse(await lineOf(child)) as { gateways: { apns: { origin: string; caPath: string } } };
  return { ...ready.gateways.apns, stop: () => void child.kill('SIGTERM') };
};

export interface Load {
  readonly perSecond: number;
  readonly answered: number;
  readonly other: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}
export const runLoad = async (job: {
  origin: string;
  ca: string;
  authorization: string;
  atOnce: number;
  ms: number;
  body: string;
}): Promise<Load> => {
  const child = start([here('load.ts'), JSON.stringify(job)]);
  const line = await lineOf(child);
  return JSON.parse(line) as Load;
};
