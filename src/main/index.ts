/** Electron entry: secrets, core, window. */
import { randomUUID } from 'node:crypto';
import { app, dialog, safeStorage } from 'electron';
import { parseFlags } from '../../launcher/flags.mjs';
import { createApp } from './app.ts';
import { credentialTexts, desktopSecrets } from './credentials/index.ts';
import { askPassphrase } from './electron/passphrase-window.ts';
import type { Phrase } from '../shared/contract/index.ts';
import { sayPhrase } from '../shared/kit/text.ts';
import { startFailure } from './kit/start-errors.ts';
import { installGuards, openWindow, registerScheme } from './electron/shell.ts';

const log = (line: string): void => void process.stderr.write(`${line}\n`);

/** From the environment where it is set, as in tests; else from the person. */
const passphrase = async (why: Phrase): Promise<string> =>
  process.env['PUSHSCOPE_PASSPHRASE'] ?? askPassphrase(sayPhrase(credentialTexts.en, why));

const run = async (): Promise<void> => {
  const parsed = parseFlags(
    app.isPackaged ? process.argv.slice(1) : process.argv.slice(2),
    process.env['INIT_CWD'] ?? process.cwd(),
  );
  if (!parsed.ok) {
    log(parsed.message);
    return app.exit(2);
  }
  const { dataDir: wanted, port, empty, gatewayListen, presetsDir } = parsed.options;
  if (wanted !== null) app.setPath('userData', wanted);
  if (!app.requestSingleInstanceLock()) return app.quit();
  registerScheme();
  await app.whenReady();
  const dataDir = app.getPath('userData');
  const core = await createApp({
    shell: 'desktop',
    version: app.getVersion(),
    dataDir,
    now: Date.now,
    uuid: randomUUID,
    workers: {
      store: new URL('./store-worker.js', import.meta.url),
      credentials: new URL('./credentials-worker.js', import.meta.url),
    },
    secrets: desktopSecrets(dataDir, safeStorage, passphrase),
    gatewayPort: port === 0 ? 0 : null,
    gatewayListen,
    presetsDir,
    empty,
    log,
  });
  installGuards(process.env['ELECTRON_RENDERER_URL']);
  const window = await openWindow({ core, dataDir });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    event.preventDefault();
    void core.close().finally(() => app.exit(0));
  });
};

run().catch((error: unknown) => {
  const line = startFailure(error) ?? String(error);
  log(line);
  dialog.showErrorBox('Pushscope', line);
  app.exit(2);
});
