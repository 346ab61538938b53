import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const main = path.resolve(import.meta.dirname, '../../src/main/headless/main.ts');

/** The line a script gets with --json. */
export interface ReadyLine {
  readonly url: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly gateways: Readonly<Record<string, { readonly origin: string; readonly caPath: string }>>;
  readonly dataDir: string;
  readonly version: string;
}
export interface Shell {
  readonly child: ChildProcess;
  readonly output: () => { readonly stdout: string; readonly stderr: string };
  /** Exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Resolves with the line, rejects when the shell ends before it. */
  readonly ready: Promise<ReadyLine>;
}

/** Runs the headless shell from its sources, as a process of its own. It is gone when the test ends. */
export const runShell = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Shell => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  });
  let stdout = '';
  let stderr = '';
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
  const ready = new Promise<ReadyLine>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8');
      const line = stdout.split('\n').find((one) => one.startsWith('{'));
      if (line !== undefined && stdout.endsWith('\n')) resolve(JSON.parse(line) as ReadyLine);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk.toString('utf8');
    });
    ended.then((code) => reject(new Error(`ended with ${code}: ${stderr}`))).catch(() => undefined);
  });
  ready.catch(() => undefined);
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  });
  return { child, output: () => ({ stdout, stderr }), ended, ready };
};
