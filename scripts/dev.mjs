// `npm run dev`: the core from its sources, started anew when one changes, and the window with live reload. No Electron needed.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import net from 'node:net';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { root } from '../launcher/root.mjs';

/** @param {number} wanted 0: any @returns {Promise<number>} that port, or any other when it is taken */
const freePort = (wanted) =>
  new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(freePort(0)));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const windowPort = await freePort(Number(process.env['PUSHSCOPE_DEV_PORT'] ?? 5173));
const windowOrigin = `http://127.0.0.1:${windowPort}`;
const corePort = await freePort(0);
const token = randomBytes(24).toString('base64url');
const coreEnv = { ...process.env, PUSHSCOPE_DEV_ORIGIN: windowOrigin, PUSHSCOPE_DEV_TOKEN: token };
const coreArgs = [
  path.join(root, 'src', 'main', 'headless', 'main.ts'),
  '--json',
  '--port',
  String(corePort),
  '--data',
  process.env['PUSHSCOPE_DEV_DATA'] ?? path.join(root, '.pushscope', 'dev'),
];
const startCore = () => spawn(process.execPath, coreArgs, { cwd: root, stdio: 'inherit', env: coreEnv });
let core = startCore();

const window = await createServer({
  configFile: false,
  root: path.join(root, 'src', 'renderer'),
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    port: windowPort,
    strictPort: true,
    // The core sees its own Host; the page's Origin is the one it was told to let in.
    proxy: { '/api': { target: `http://127.0.0.1:${corePort}`, ws: true, changeOrigin: true } },
  },
});
await window.listen();
console.log(`\n  window  ${windowOrigin}/#token=${token}\n`);

// Not `node --watch`: its messages about loaded files reach our worker threads as if they were answers.
const coreFolders = ['main', 'shared'].map((folder) => path.join(root, 'src', folder));
/** Editors write several files at once; one start is enough for them. */
const settleMs = 150;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
let stopping = false;
const ended = () =>
  new Promise((resolve) =>
    core.exitCode === null && core.signalCode === null ? core.once('exit', resolve) : resolve(null),
  );
const restart = async () => {
  core.kill();
  await ended();
  if (stopping) return;
  console.log('\n  core    started anew\n');
  core = startCore();
};
window.watcher.add(coreFolders);
window.watcher.on('all', (_event, file) => {
  if (!coreFolders.some((folder) => file.startsWith(folder + path.sep)) || file.includes('.test.')) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => void restart(), settleMs);
});

const stop = async () => {
  stopping = true;
  clearTimeout(waiting);
  core.kill();
  await Promise.all([ended(), window.close()]);
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop());
process.on('disconnect', () => void stop());
