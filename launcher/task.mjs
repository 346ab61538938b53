import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { findNode, noNodeMessage, root } from './root.mjs';
import { runToEnd } from './run.mjs';

/**
 * @param {string} script  path from the repository's root
 * @param {string[]} args
 */
export const runTask = async (script, args) => {
  const installed = ensureInstalled();
  const node = installed.ok ? findNode() : null;
  if (!installed.ok || node === null) {
    process.stderr.write(`${installed.ok ? noNodeMessage : installed.message}\n`);
    process.exitCode = installed.ok ? 2 : 1;
    return;
  }
  process.exitCode = await runToEnd(node, [path.join(root, script), ...args]);
};
