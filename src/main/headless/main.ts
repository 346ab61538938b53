/** The headless shell: the core under plain Node, its window and API on a loopback address. */
import { helpText, parseFlags } from '../../../launcher/flags.mjs';
import packageJson from '../../../package.json' with { type: 'json' };

const parsed = parseFlags(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
if (!parsed.ok) {
  process.stderr.write(`${parsed.message}\n`);
  process.exit(2);
}
if (parsed.options.help || parsed.options.version) {
  process.stdout.write(parsed.options.help ? helpText : `${packageJson.version}\n`);
  process.exit(0);
}
// The core is loaded once there is something to start: a question about flags is answered at once.
const { start } = await import('./start.ts');
await start(parsed.options, import.meta.url);
