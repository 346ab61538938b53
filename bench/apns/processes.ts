import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const here = (file: string): string => path.resolve(import.meta.dirname, file);
export const lineOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '');
    });
    child.once('exit', (code) => reject(new Error(`a bench process ended with ${code}`)));
  });
export const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess =>
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

export interface RunningPushscope extends Running {
  readonly caPath: string;
  readonly apiUrl: string;
  readonly token: string;
  /** Every gateway, by vendor. */
  readonly gateways: Readonly<Record<string, { readonly origin: string; readonly caPath: string }>>;
  /** Ends it at once, as a power cut would; resolves when it is gone. */
  kill(): Promise<void>;
  /** Processor time its threads have used so far. Milliseconds; null where the system does not tell. */
  cpuMs(): number | null;
}

/** Pushscope itself, headless, from its sources. With `profileDir` its threads write CPU profiles there when they end. */
export const startPushscope = async (dataDir: string, profileDir?: string): Promise<RunningPushscope> => {
  const profile = profileDir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`];
  const child = start([
    ...profile,
    here('../../src/main/headless/main.ts'),
    '--json',
    '--port',
    '0',
    '--data',
    dataDir,
  ]);
  const ready = JSON.parse(await lineOf(child)) as {
    apiUrl: string;
    token: string;
    gateways: { apns: { origin: string; caPath: string } } & RunningPushscope['gateways'];
  };
  const { apiUrl, token } = ready;
  return {
    ...ready.gateways.apns,
    apiUrl,
    token,
    gateways: ready.gateways,
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
    cpuMs: () => cpuMsOf(child.pid),
    stop: () => void child.kill('SIGTERM'),
  };
};

/** Clock ticks of Linux are hundredths of a second. */
const msPerTick = 10;
const cpuMsOf = (pid: number | undefined): number | null => {
  try {
    // Fields 14 and 15 of the whole line; the name before them may hold spaces, so counted from its closing bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * msPerTick;
  } catch {
    return null;
  }
};

export interface Load {
  readonly perSecond: number;
  /** All requests, those of the warm-up included. */
  readonly sent: number;
  readonly other: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}
export const runLoad = async (job: {
  origin: string;
  ca: string;
  authorization: string;
  atOnce: number;
  warmUpMs: number;
  ms: number;
  body: string;
  tokens: readonly string[];
  topic: string;
}): Promise<Load> => {
  const child = start([here('load.ts'), JSON.stringify(job)]);
  const line = await lineOf(child);
  return JSON.parse(line) as Load;
};
