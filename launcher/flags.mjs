// The command line, parsed in one place: by the launcher before anything is installed, and by both shells.
import { isIP } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';

/**
 * @typedef {object} Options
 * @property {boolean} headless  open the headless shell even where Electron is present
 * @property {boolean} open      show the window in a browser (headless shell)
 * @property {number | null} port  port of window and API; 0 asks the system for any, for all listeners; null is the default
 * @property {string | null} dataDir  absolute path; null is the system's place for application data
 * @property {string | null} presetsDir  folder of own presets for this start, absolute; null is that of the settings
 * @property {boolean} empty     no demo workspace on a first start
 * @property {string | null} gatewayListen  address beside loopback at which the gateways listen
 * @property {boolean} json      one line of JSON on stdout once ready
 * @property {boolean} help
 * @property {boolean} version
 */

export const helpText = `Pushscope, the debugger for mobile push

Usage: npm start -- [flags]

  --headless     run without Electron: window and API on a loopback address
  --no-open      do not open the window in a browser (headless)
  --port N       port of window and API; 0 takes any free port for every listener
  --data DIR     data folder; made when it does not exist
  --presets DIR  folder of your own presets and scenarios, for this start; made when it does not
                 exist. Plain files: keep it in a git repository
  --empty        begin without the demo workspace
  --gateway-listen ADDRESS
                 let containers and other machines reach the gateways, never window or API,
                 at this IP address of this machine; 0.0.0.0 or :: for all of them
  --json         print one line of JSON on stdout once ready, and open nothing
  --help         this text
  --version      the version

Environment:
  PUSHSCOPE_PASSPHRASE   seal secrets with this passphrase instead of a key file (headless)
`;

/** @type {import('node:util').ParseArgsConfig['options']} */
const known = {
  headless: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  port: { type: 'string' },
  data: { type: 'string' },
  presets: { type: 'string' },
  empty: { type: 'boolean' },
  'gateway-listen': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
};

/**
 * @param {readonly string[]} args  what follows `--`
 * @param {string} cwd  the folder a relative --data or --presets starts from
 * @returns {{ ok: true, options: Options } | { ok: false, message: string }}
 */
export const parseFlags = (args, cwd) => {
  /** @type {Record<string, unknown>} */
  let values;
  try {
    values = parseArgs({ args: [...args], options: known, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const said = error instanceof Error ? error.message.split('. ')[0] : String(error);
    return { ok: false, message: `${said}. See npm start -- --help.` };
  }
  const port = values['port'] === undefined ? null : Number(values['port']);
  if (port !== null && (!/^\d+$/.test(String(values['port'])) || port > 65535)) {
    return { ok: false, message: `--port takes a number from 0 to 65535, not "${String(values['port'])}".` };
  }
  for (const name of ['data', 'presets']) {
    if (values[name] === '') return { ok: false, message: `--${name} takes the path of a folder.` };
  }
  const listen = typeof values['gateway-listen'] === 'string' ? values['gateway-listen'] : undefined;
  // An address with a zone (`%eth0`) fits in no certificate.
  if (listen !== undefined && (isIP(listen) === 0 || listen.includes('%'))) {
    return {
      ok: false,
      message: `--gateway-listen takes an IP address of this machine such as 192.0.2.7, 0.0.0.0 or ::, not "${listen}".`,
    };
  }
  const json = values['json'] === true;
  return {
    ok: true,
    options: {
      headless: values['headless'] === true,
      open: values['no-open'] !== true && !json,
      port,
      dataDir: typeof values['data'] === 'string' ? path.resolve(cwd, values['data']) : null,
      presetsDir: typeof values['presets'] === 'string' ? path.resolve(cwd, values['presets']) : null,
      empty: values['empty'] === true,
      gatewayListen: listen ?? null,
      json,
      help: values['help'] === true,
      version: values['version'] === true,
    },
  };
};
