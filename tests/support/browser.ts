import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** A Chromium to drive, with the environment it needs. `from` says where it was found. */
export interface Browser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
  readonly from: string;
}

const runnable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (): string | undefined =>
  ['chromium', 'chromium-browser', 'google-chrome', 'chrome']
    .flatMap((name) => (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, name)))
    .find(runnable);

/** The libraries that the npm-shipped browser needs on a machine that has none; unpacked once per version. */
const ownLibraries = (packageDir: string, version: string): string => {
  const folder = path.join(os.tmpdir(), `pushscope-chromium-${version}`);
  if (existsSync(folder)) return path.join(folder, 'lib');
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'pushscope-chromium-'));
  mkdirSync(scratch, { recursive: true });
  execFileSync('tar', ['-x', '-C', scratch], {
    input: brotliDecompressSync(readFileSync(path.join(packageDir, 'bin', 'al2023.tar.br'))),
  });
  try {
    renameSync(scratch, folder);
  } catch {
    // Another run was quicker; its folder is as good.
  }
  return path.join(folder, 'lib');
};

/** Own variable, then a browser on PATH, then the one that npm installed. Nothing is downloaded. */
export const findBrowser = async (): Promise<Browser> => {
  const own = process.env['PUSHSCOPE_CHROMIUM'];
  if (own) return { executablePath: own, env: {}, from: 'PUSHSCOPE_CHROMIUM' };
  const found = onPath();
  if (found) return { executablePath: found, env: {}, from: 'PATH' };
  const { default: chromium } = await import('@sparticuz/chromium');
  const packageDir = path.resolve(import.meta.dirname, '../../node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const executablePath = await chromium.executablePath();
  return { executablePath, env: { LD_LIBRARY_PATH: ownLibraries(packageDir, version) }, from: '@sparticuz/chromium' };
};
