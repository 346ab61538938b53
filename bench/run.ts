/** `npm run bench -- apns im phones`: figures for this machine, as ratios within one run. Never a test: nothing here passes or fails. */
import { benchCapture } from './apns/capture.ts';
import { benchApns } from './apns/run.ts';
import { benchComposer } from './composer/run.ts';
import { benchGateways } from './gateways/run.ts';
import { benchIm } from './im/run.ts';
import { benchPhones } from './phones/run.ts';
import { benchLog } from './log/run.ts';

const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  apns: () => benchApns(),
  /** Only the second half of `apns`. PUSHSCOPE_BENCH_PROFILE names a folder for CPU profiles. */
  capture: () => benchCapture(process.env['PUSHSCOPE_BENCH_PROFILE']),
  composer: () => benchComposer(),
  gateways: () => benchGateways(),
  im: () => benchIm(),
  phones: () => benchPhones(),
  /** A log of a million exchanges. */
  log: () => benchLog(),
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !benches[name]);
if (unknown !== undefined) {
  console.error(`There is no bench ${unknown}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : ['apns']) await benches[name]?.();
process.exit(0);
