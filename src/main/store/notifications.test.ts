import { expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../../tests/support/folders.ts';
import { openStore, type Store } from './index.ts';
import { keptPerDevice } from './repositories/phones.ts';

const open = async (): Promise<Store> => {
  const store = await openStore({ folder: tempFolder(), workerUrl: new URL('worker.ts', import.meta.url), nowMs: 1 });
  onTestFinished(() => store.close().catch(() => undefined));
  return store;
};
const row = (deviceId: string, at: number) => ({
  id: `ntf_${deviceId}_${at}`,
  deviceId,
  exchangeId: 'ex_1',
  atMs: at,
  state: 'shown',
  data: `${deviceId} ${at}`,
});
const putMany = (store: Store, deviceId: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, at) => store.write('putNotification', row(deviceId, at))));

it('keeps more notifications than it takes to look for old ones', async () => {
  const store = await open();
  await putMany(store, 'a', 130);
  expect(await store.read('allNotifications')).toHaveLength(130);
});

it('drops the oldest of one device beyond what is kept, and nothing of another', async () => {
  const store = await open();
  await putMany(store, 'b', 3);
  await putMany(store, 'a', keptPerDevice + 200);
  const kept = await store.read('allNotifications');
  const ofA = kept.filter((data) => data.startsWith('a '));
  // Old ones are looked for at every 64th row.
  expect(ofA.length).toBeGreaterThanOrEqual(keptPerDevice);
  expect(ofA.length).toBeLessThan(keptPerDevice + 64);
  expect(ofA).toContain(`a ${keptPerDevice + 199}`);
  expect(ofA).not.toContain('a 0');
  expect(kept.filter((data) => data.startsWith('b '))).toHaveLength(3);
});
