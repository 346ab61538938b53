// Finding an Electron runtime without asking the electron package, whose main file downloads one as a side effect.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { root } from './root.mjs';

const packageDir = path.join(root, 'node_modules', 'electron');
/** Where a failure is remembered. */
const defaultMemory = path.join(root, 'node_modules', '.cache', 'pushscope', 'electron-fetch.json');
const connectLimitMs = 5000;
/** An install that prints nothing and writes nothing for this long is stopped. */
const silenceLimitMs = 60_000;

/** @returns {string | null} path of the runtime's executable */
export const findElectron = () => {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(packageDir, 'dist');
  const names = { win32: 'electron.exe', darwin: path.join('Electron.app', 'Contents', 'MacOS', 'Electron') };
  const executable = path.join(
    dist,
    process.platform === 'win32' || process.platform === 'darwin' ? names[process.platform] : 'electron',
  );
  return existsSync(executable) ? executable : null;
};

const wantedVersion = () => {
  const file = path.join(packageDir, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : 'none';
};

/** Why fetching this version failed before; null when it was not tried. @param {string} file */
const failedBefore = (file) => {
  if (!existsSync(file)) return null;
  const { version, reason } = JSON.parse(readFileSync(file, 'utf8'));
  return version === wantedVersion() ? String(reason) : null;
};

/** @param {string} file @param {string} reason */
const remember = (file, reason) => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ version: wantedVersion(), reason }));
};

/** The machine the download would talk to first. */
const downloadHost = () => {
  const env = process.env;
  const proxy = env['HTTPS_PROXY'] ?? env['https_proxy'] ?? env['ALL_PROXY'];
  const mirror = env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'] ?? 'https://github.com/';
  const url = new URL(proxy ?? mirror);
  return { host: url.hostname, port: Number(url.port || (url.protocol === 'http:' ? 80 : 443)) };
};

/** @returns {Promise<string | null>} null when a connection stands within the limit, else why not */
const unreachable = () => {
  const { host, port } = downloadHost();
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    /** @param {string | null} why */
    const end = (why) => {
      socket.destroy();
      resolve(why);
    };
    socket.setTimeout(connectLimitMs, () => end(`${host} did not answer within ${connectLimitMs / 1000} s`));
    socket.once('connect', () => end(null));
    socket.once('error', (error) =>
      end(`${host} cannot be reached (${'code' in error ? String(error.code) : error.message})`),
    );
  });
};

/**
 * One attempt to fetch the runtime. Progress goes to stderr.
 * @param {string} node
 * @returns {Promise<string | null>} null when it is there now, else why not
 */
const fetchElectron = async (node) => {
  const why = await unreachable();
  if (why !== null) return why;
  process.stderr.write(`Fetching Electron ${wantedVersion()}…\n`);
  const child = spawn(node, [path.join(packageDir, 'install.js')], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve) => {
    let said = '';
    let timer = setTimeout(() => child.kill(), silenceLimitMs);
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill(), silenceLimitMs);
    };
    child.stdout.on('data', (chunk) => {
      heard();
      process.stderr.write(chunk);
    });
    // What it writes here when it fails is a stack; one line of it is enough.
    child.stderr.on('data', (chunk) => {
      heard();
      said += String(chunk);
    });
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code) => {
      clearTimeout(timer);
      const error = /^.*Error: .*$/m.exec(said)?.[0].trim();
      resolve(findElectron() ? null : `the download failed${error ? `: ${error}` : ` with code ${code}`}`);
    });
  });
};

/**
 * The runtime, fetched once if it is not there. A failure is remembered, so that later starts do not wait for it.
 * @param {string} node @param {string} [memory]  file that remembers a failure
 * @returns {Promise<{ executable: string } | { why: string }>}
 */
export const ensureElectron = async (node, memory = defaultMemory) => {
  const found = findElectron();
  if (found) return { executable: found };
  const before = failedBefore(memory);
  if (before !== null) return { why: `${before} (tried before; run npx install-electron to try again)` };
  const why = await fetchElectron(node);
  const executable = findElectron();
  if (executable) return { executable };
  remember(memory, why ?? 'unknown');
  return { why: why ?? 'unknown' };
};
