import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Options } from '../../../launcher/flags.mjs';
import packageJson from '../../../package.json' with { type: 'json' };
import { AppError } from '../../shared/contract/errors.ts';
import { createApp, gatewayAddresses, type App } from '../app.ts';
import { headlessSecrets } from '../credentials/index.ts';
import { defaultDataDir } from './data-dir.ts';
import { hasDisplay, openBrowser } from './open-browser.ts';
import { openLoopbackServer, type LoopbackServer } from './server.ts';
import { startFailure } from '../kit/start-errors.ts';

const defaultPort = 8910;
const log = (line: string): void => void process.stderr.write(`${line}\n`);

/** Built workers lie beside the entry; run from source (tests, development) they are the sources themselves. */
const workers = (entry: string) => {
  const built = new URL('./store-worker.js', entry);
  return existsSync(built)
    ? { store: built, credentials: new URL('./credentials-worker.js', entry) }
    : { store: new URL('../store/worker.ts', entry), credentials: new URL('../credentials/worker.ts', entry) };
};

/** The built window lies beside the built core; a core run from its sources serves the last one that was built. */
const windowDir = (entry: string): string => {
  const built = fileURLToPath(new URL('../renderer', entry));
  return existsSync(path.join(built, 'index.html')) ? built : fileURLToPath(new URL('../../../out/renderer', entry));
};

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** An asked-for port is taken or not; the default one moves aside. */
const serve = async (app: App, entry: string, token: string, port: number | null): Promise<LoopbackServer> => {
  const options = {
    app,
    token,
    version: packageJson.version,
    windowDir: windowDir(entry),
    devOrigin: process.env['PUSHSCOPE_DEV_ORIGIN'] ?? null,
    log,
  };
  try {
    return await openLoopbackServer(options, port ?? defaultPort);
  } catch (error) {
    if (!isTaken(error)) throw error;
    if (port !== null) throw new AppError('start.port-in-use', { port }, { cause: error });
    return openLoopbackServer(options, 0);
  }
};

/** Made anew at each start. Only `npm run dev` keeps one over the restarts of the core, so that the open page goes on. */
const tokenOfThisStart = (): string =>
  (process.env['PUSHSCOPE_DEV_ORIGIN'] && process.env['PUSHSCOPE_DEV_TOKEN']) || randomBytes(24).toString('base64url');

/** Opens the core, its window and its API; returns once they listen. Rejects when they cannot. */
const open = async (options: Options, entry: string): Promise<void> => {
  const dataDir = options.dataDir ?? defaultDataDir();
  const app = await createApp({
    shell: 'headless',
    version: packageJson.version,
    dataDir,
    now: Date.now,
    uuid: randomUUID,
    workers: workers(entry),
    secrets: headlessSecrets(dataDir, process.env['PUSHSCOPE_PASSPHRASE']),
    gatewayPort: options.port === 0 ? 0 : null,
    gatewayListen: options.gatewayListen,
    presetsDir: options.presetsDir,
    empty: options.empty,
    log,
  });
  try {
    const token = tokenOfThisStart();
    const server = await serve(app, entry, token, options.port);
    const origin = `http://127.0.0.1:${server.port}`;
    stopOnSignals(async () => {
      await server.close();
      await app.close();
    });
    announce(options, { url: `${origin}/#token=${token}`, apiUrl: `${origin}/api`, token }, app, dataDir);
  } catch (error) {
    await app.close();
    throw error;
  }
};

const announce = (
  options: Options,
  at: { url: string; apiUrl: string; token: string },
  app: App,
  dataDir: string,
): void => {
  const gateways = gatewayAddresses(app.gateways);
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ...at, gateways, dataDir, version: packageJson.version })}\n`);
    return;
  }
  const lines = Object.entries(gateways).map(([vendor, { origin }]) => `  ${vendor.padEnd(8)}${origin}`);
  process.stdout.write(
    `Pushscope ${packageJson.version}\n\n  window  ${at.url}\n${lines.join('\n')}\n\nCtrl+C stops it.\n`,
  );
  if (options.open && hasDisplay()) openBrowser(at.url);
};

/**
 * Ends on Ctrl+C, on SIGTERM, and when the launcher that started it is gone. Set up before anything is said, so that whoever reads
 * the ready line can stop it at once. `close` is what there is to close so far.
 */
const stopOnSignals = (close: () => Promise<void>): void => {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log(String(error));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
};

/**
 * Runs until it is told to stop. What prevents a start is one line on stderr and exit code 2.
 * @param entry URL of the file that Node was started with: what is built lies beside it
 */
export const start = async (options: Options, entry: string): Promise<void> => {
  try {
    await open(options, entry);
  } catch (error) {
    log(startFailure(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)));
    process.exit(startFailure(error) === null ? 1 : 2);
  }
};
