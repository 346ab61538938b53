import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { createApp } from '../../src/main/app.ts';
import { testPorts } from './test-ports.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly preparedFolder: string;
  }
}

/**
 * Once before all tests: a data folder as a first start leaves it, with keys and demo workspace. Tests that do not ask about the
 * first start begin with a copy of it, which spares each of them making RSA keys.
 */
export const setup = async (project: TestProject): Promise<() => void> => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'pushscope-test-prepared-'));
  const app = await createApp(testPorts(dataDir));
  await app.close();
  project.provide('preparedFolder', dataDir);
  return () => rmSync(dataDir, { recursive: true, force: true });
};
