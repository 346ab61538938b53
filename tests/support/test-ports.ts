import { randomUUID } from 'node:crypto';
import { headlessSecrets } from '../../src/main/credentials/index.ts';
import type { Ports } from '../../src/main/ports.ts';

/** What a shell gives the core, when it runs from its sources on free ports. */
export const testPorts = (dataDir: string): Ports => ({
  shell: 'headless',
  version: '0.0.0-test',
  dataDir,
  now: Date.now,
  uuid: randomUUID,
  workers: {
    store: new URL('../../src/main/store/worker.ts', import.meta.url),
    credentials: new URL('../../src/main/credentials/worker.ts', import.meta.url),
  },
  secrets: headlessSecrets(dataDir, undefined),
  gatewayPort: 0,
  gatewayListen: null,
  empty: false,
  log: () => {},
});
