/** Where the core's worker threads begin when it runs from its sources. */
export const workers = {
  store: new URL('../../src/main/store/worker.ts', import.meta.url),
  credentials: new URL('../../src/main/credentials/worker.ts', import.meta.url),
};
