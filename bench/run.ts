/** `npm run bench -- apns im`: figures for this machine, as ratios within one run. Never a test: nothing here passes or fails. */
import { benchApns } from './apns/run.ts';
import { benchIm } from './im/run.ts';

const benches: Readonly<Record<string, () => Promise<unknown>>> = { apns: benchApns, im: benchIm };

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !benches[name]);
if (unknown !== undefined) {
  console.error(`There is no bench ${unknown}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(benches)) await benches[name]?.();
process.exit(0);
