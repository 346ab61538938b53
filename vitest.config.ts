import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

// The core's worker threads load their TypeScript in Node itself: kept compiled, an app starts with half the work.
process.env['NODE_COMPILE_CACHE'] ??= path.resolve(import.meta.dirname, 'node_modules/.cache/compiled');

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts'],
    exclude: ['tests/long/**', 'tests/e2e/**', 'node_modules/**'],
    globalSetup: 'tests/support/prepare.ts',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    pool: 'forks',
    // Test files share their worker: loading the core anew for each of 300 files was a third of the time. No file may leave anything behind.
    isolate: false,
    // Much of a wire test is waiting for sockets and timers: with one worker for each core, two cores were 58 % busy.
    maxWorkers: availableParallelism() * 2,
  },
});
