import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock */

/**
 * Packages of the lock file that are not installed in that version. Optional ones are passed over: npm leaves out those for other
 * platforms. npm itself writes what it installed into a lock file of its own.
 * @returns {string[]}
 */
const missing = () => {
  /** @type {(file: string) => Lock} */
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  const wanted = read(path.join(root, 'package-lock.json')).packages ?? {};
  const hidden = path.join(root, 'node_modules', '.package-lock.json');
  const installed = existsSync(hidden) ? (read(hidden).packages ?? {}) : {};
  return Object.entries(wanted)
    .filter(([name, entry]) => name !== '' && !entry.optional && installed[name]?.version !== entry.version)
    .map(([name]) => name);
};

/**
 * Installs from the lock file when something is missing. Progress goes to stderr, so that stdout stays for answers.
 * @returns {{ ok: true } | { ok: false, message: string }}
 */
export const ensureInstalled = () => {
  const lacking = missing();
  if (lacking.length === 0) return { ok: true };
  process.stderr.write(`Installing ${lacking.length} packages from the lock file…\n`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(
    npm,
    ['ci', '--strict-allow-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
      // A start from another npm script would hand its own settings down.
      env: { ...process.env, npm_config_loglevel: 'error' },
    },
  );
  if (error) return { ok: false, message: `npm could not be run: ${error.message}` };
  return status === 0 ? { ok: true } : { ok: false, message: `npm ci ended with code ${status}.` };
};
