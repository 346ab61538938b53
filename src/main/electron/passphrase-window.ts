import path from 'node:path';
import { app, BrowserWindow, ipcMain } from 'electron';
import { passphraseChannel, passphrasePage } from './passphrase-page.ts';

/**
 * Asks for the passphrase that seals secrets on a system without a keychain worth the name. Nothing else is open then; closing the
 * window ends the app. `why` is a plain sentence.
 */
export const askPassphrase = (why: string): Promise<string> =>
  new Promise((resolve) => {
    const window = new BrowserWindow({
      width: 480,
      height: 260,
      resizable: false,
      title: 'Pushscope',
      webPreferences: {
        preload: path.resolve(import.meta.dirname, '../preload/passphrase.cjs'),
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
      },
    });
    window.removeMenu();
    const gone = () => app.exit(0);
    window.once('closed', gone);
    ipcMain.once(passphraseChannel, (event, passphrase: unknown) => {
      if (event.sender !== window.webContents || typeof passphrase !== 'string') return;
      window.off('closed', gone);
      window.close();
      resolve(passphrase);
    });
    void window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(passphrasePage(why))}`);
  });
