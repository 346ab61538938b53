import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureElectron, findElectron } from './electron.mjs';
import { helpText, parseFlags } from './flags.mjs';
import { ensureInstalled } from './install.mjs';
import { findNode, noNodeMessage, readPackage, root } from './root.mjs';
import { runToEnd } from './run.mjs';

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

/** Electron needs somewhere to draw. */
const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/**
 * Which shell, and when it is not the desktop one, why. With --json a script is waiting: nothing is fetched for it.
 * @param {import('./flags.mjs').Options} options @param {string} node
 * @returns {Promise<{ electron: string } | { why: string | null }>}
 */
const chooseShell = async (options, node) => {
  if (options.headless) return { why: null };
  if (!hasDisplay()) return { why: 'no display' };
  if (options.json && !findElectron()) return { why: 'no Electron runtime' };
  const found = await ensureElectron(node);
  return 'executable' in found ? { electron: found.executable } : { why: `no Electron runtime: ${found.why}` };
};

/** @param {string[]} args */
export const main = async (args) => {
  const parsed = parseFlags(args, process.env['INIT_CWD'] ?? process.cwd());
  if (!parsed.ok) {
    say(parsed.message);
    process.exitCode = 2;
    return;
  }
  const { options } = parsed;
  if (options.help || options.version) {
    process.stdout.write(options.help ? helpText : `${readPackage().version}\n`);
    return;
  }
  const installed = ensureInstalled();
  const node = installed.ok ? findNode() : null;
  const built = installed.ok && node !== null ? ensureBuilt(node) : installed;
  if (node === null || !built.ok) {
    say(built.ok ? noNodeMessage : built.message);
    process.exitCode = built.ok ? 2 : 1;
    return;
  }
  const shell = await chooseShell(options, node);
  if ('electron' in shell) {
    process.exitCode = await runToEnd(shell.electron, [root, ...args]);
    return;
  }
  if (shell.why !== null) say(`Opening the headless shell (${shell.why}).`);
  process.exitCode = await runToEnd(node, [
    '--enable-source-maps',
    path.join(root, 'out', 'main', 'headless.js'),
    ...args,
  ]);
};
