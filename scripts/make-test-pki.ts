/** `npm run test-pki -- <folder>`: test credentials of every kind, good and broken, to try by hand. */
import { resolve } from 'node:path';
import { makeTestPki } from '../tests/support/pki.ts';

const [, , folder] = process.argv;
if (!folder) {
  console.error('Usage: npm run test-pki -- <folder>');
  process.exitCode = 2;
} else {
  const { written, skipped } = makeTestPki(resolve(folder));
  for (const { file, what, password } of written) {
    console.log(`${file.padEnd(36)} ${what}${password === null ? '' : `, password «${password}»`}`);
  }
  for (const { file, reason } of skipped) console.log(`${file.padEnd(36)} skipped: ${reason}`);
  console.log(`${written.length} files in ${resolve(folder)}, ${skipped.length} skipped`);
}
