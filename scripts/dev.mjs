// `npm run dev`: the core from its sources, started anew when one changes, and the window with live reload. No Electron needed.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import net from 'node:net';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { root } from '../launcher/root.mjs';

const windowPort = 5173;
const windowOrigin = `http://localhost:${windowPort}`;

/** @returns {Promise<number>} a port nobody uses */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const corePort = await freePort();
const token = randomBytes(24).toString('base64url');
const core = spawn(
  process.execPath,
  [
    '--watch-path',
    path.join(root, 'src', 'main'),
    '--watch-path',
    path.join(root, 'src', 'shared'),
    '--watch-preserve-output',
    path.join(root, 'src', 'main', 'headless', 'main.ts'),
    '--json',
    '--port',
    String(corePort),
    '--data',
    path.join(root, '.pushscope', 'dev'),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PUSHSCOPE_DEV_ORIGIN: windowOrigin, PUSHSCOPE_DEV_TOKEN: token },
  },
);

const window = await createServer({
  configFile: false,
  root: path.join(root, 'src', 'renderer'),
  plugins: [react()],
  server: {
    port: windowPort,
    strictPort: true,
    // The core sees its own Host; the page's Origin is the one it was told to let in.
    proxy: { '/api': { target: `http://127.0.0.1:${corePort}`, ws: true, changeOrigin: true } },
  },
});
await window.listen();
console.log(`\n  window  ${windowOrigin}/#token=${token}\n`);

const stop = async () => {
  core.kill();
  await window.close();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop());
process.on('disconnect', () => void stop());
