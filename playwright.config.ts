import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/support/browser.ts';

// Kept compiled, every instance of the app starts with less work.
process.env['NODE_COMPILE_CACHE'] ??= path.resolve(import.meta.dirname, 'node_modules/.cache/compiled');

const browser = await findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/prepare.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  // A trace costs every fifth second of a run; `--trace on` records one when it is wanted.
  use: { trace: 'off', video: 'off', screenshot: 'only-on-failure' },
  projects: [
    {
      name: 'browser',
      testIgnore: /electron\.spec\.ts/,
      use: {
        viewport: { width: 1440, height: 900 },
        locale: 'en-US',
        launchOptions: { executablePath: browser.executablePath, env: { ...environment(), ...browser.env } },
      },
    },
    { name: 'electron', testMatch: /electron\.spec\.ts/ },
  ],
});

/** What is set in this process, as the strings that Playwright wants. */
function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
