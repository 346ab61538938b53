import path from 'node:path';
import { RPCHandler } from '@orpc/server/message-port';
import { app, BrowserWindow, ipcMain, Menu, MessageChannelMain, protocol, screen, session, shell } from 'electron';
import type { App } from '../app.ts';
import { callSerializers } from '../../shared/kit/call-serializers.ts';
import { readWindowFile } from './files.ts';
import { isAllowedPermission, isExternalLink, isOwnUrl, isTrustedSender, windowOrigin } from './guards.ts';
import { menuTemplate } from './menu.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

/** The one message a window may send: «give me my end of the channel to the core». */
export const portRequest = 'pushscope:port';

export interface ShellOptions {
  readonly core: App;
  readonly dataDir: string;
}

/** Has to run before the app is ready: gives the window an origin of its own instead of file://. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
};

/** Refuses, for every page that will ever be made, what no page of ours needs. */
export const installGuards = (devUrl: string | undefined): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnUrl(event.url, devUrl)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (isExternalLink(url)) void shell.openExternal(url);
      return { action: 'deny' };
    });
  });
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(isAllowedPermission(permission)),
  );
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => isAllowedPermission(permission));
};

const serveWindowFiles = (): void => {
  const root = path.resolve(import.meta.dirname, '../renderer');
  protocol.handle('app', async (request) => {
    const file = await readWindowFile(root, request.url);
    return file ? new Response(file.body, { headers: file.headers }) : new Response(null, { status: 404 });
  });
};

/** Opens the window and gives it its message port when it asks. */
export const openWindow = async ({ core, dataDir }: ShellOptions): Promise<BrowserWindow> => {
  const devUrl = process.env['ELECTRON_RENDERER_URL'];
  const stateFile = path.join(dataDir, 'pushscope.window.json');
  const { maximized, ...place } = readWindowState(
    stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...place,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Pushscope',
    webPreferences: {
      preload: path.resolve(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writeWindowState(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.name)));

  const handler = new RPCHandler(core.router, { ...core.handlerOptions, customJsonSerializers: callSerializers });
  ipcMain.on(portRequest, (event) => {
    if (!isTrustedSender(event, window.webContents, devUrl)) return;
    const { port1, port2 } = new MessageChannelMain();
    handler.upgrade(port1, { context: {} });
    port1.start();
    event.sender.postMessage(portRequest, null, [port2]);
  });
  serveWindowFiles();
  await window.loadURL(devUrl ?? `${windowOrigin}/`);
  return window;
};
