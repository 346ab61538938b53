import { spawn } from 'node:child_process';
import { root } from './root.mjs';

const watchParentMs = 200;

/**
 * npm runs a script through a shell, and a signal to npm ends that shell and not what it started. Run by npm, the launcher therefore
 * watches its parent and stops when that is gone. Run by hand it does not: whoever starts it in the background may leave.
 * @param {() => void} stop
 */
const followParent = (stop) => {
  if (!process.env['npm_lifecycle_event'] || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, watchParentMs).unref();
};

/**
 * Runs a shell and ends as it ends. The channel between the two tells the shell when the launcher is gone, however that came about,
 * so that nothing is left running.
 * @param {string} executable @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} exit code
 */
export const runToEnd = (executable, args, env = process.env) => {
  const child = spawn(executable, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  // A terminal sends Ctrl+C to both; a second one to the child does no harm.
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  followParent(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${executable} could not be run: ${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
};
