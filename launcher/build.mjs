import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

const stampFile = path.join(root, 'out', '.built-from');
const inputs = [
  'src',
  'resources',
  'launcher/flags.mjs',
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
];

/** @param {string} file @returns {string[]} */
const filesUnder = (file) => {
  const full = path.join(root, file);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [file];
  // Folder by folder: the oldest Node that gets here cannot say in which folder it found a file.
  return readdirSync(full).flatMap((name) => filesUnder(path.join(file, name)));
};

/** Name, size and time of every file the build reads: cheap to make, different after any edit. */
const stamp = () =>
  inputs
    .flatMap(filesUnder)
    .sort()
    .map((file) => {
      const { mtimeMs, size } = statSync(path.join(root, file));
      return `${file} ${mtimeMs} ${size}`;
    })
    .join('\n');

/**
 * Builds when a source changed since the last build.
 * @param {string} node  the Node to build with
 * @returns {{ ok: true } | { ok: false, message: string }}
 */
export const ensureBuilt = (node) => {
  const now = stamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return { ok: true };
  process.stderr.write('Building…\n');
  const cli = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, stdout, stderr } = spawnSync(node, [cli, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) return { ok: false, message: `The build ended with code ${status}.\n${stdout}${stderr}` };
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, now);
  return { ok: true };
};
