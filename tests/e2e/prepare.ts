import { rmSync } from 'node:fs';
import { startPushscope } from '../support/pushscope.ts';

/** Names the data folder for the workers, which are processes of their own. */
export const preparedFolder = 'PUSHSCOPE_E2E_PREPARED';

/** Before all tests: one first start, whose data folder the others copy. */
const prepare = async (): Promise<() => void> => {
  const { dataDir, end } = await startPushscope([]);
  await end();
  process.env[preparedFolder] = dataDir;
  return () => rmSync(dataDir, { recursive: true, force: true });
};
// oxlint-disable-next-line import/no-default-export -- Playwright takes a global set-up in no other way.
export default prepare;
