import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { whenOver } from './lifetime.ts';

/** A folder of this test's own, gone when it ends. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pushscope-test-'));
  whenOver(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
