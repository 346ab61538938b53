import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../../tests/support/folders.ts';
import { aDevice, anApp } from '../../../tests/support/workspace.ts';
import type { Draft } from '../../shared/contract/index.ts';
import { EventHub } from '../kit/hub.ts';
import { createIds } from '../kit/ids.ts';
import { openStore } from '../store/index.ts';
import { findVendor } from '../vendors/index.ts';
import { Phones } from './index.ts';

const openPhones = async () => {
  const store = await openStore({
    folder: tempFolder(),
    workerUrl: new URL('../store/worker.ts', import.meta.url),
    nowMs: 0,
  });
  const device = aDevice();
  const phones = new Phones({
    store,
    hub: new EventHub(),
    newId: createIds(
      () => 1000,
      () => crypto.randomUUID(),
    ),
    now: () => 2000,
    directory: {
      devices: { get: () => device, find: () => device, update: () => Promise.resolve(device) },
      apps: { find: () => anApp() },
      tryRules: () => ({ matchedRuleId: null, target: null, tried: [] }),
    },
    vendor: findVendor,
    log: () => undefined,
  });
  onTestFinished(() => {
    phones.close();
    return store.close();
  });
  const apns = findVendor('apns');
  if (!apns) throw new Error('There is no apns');
  const draft: Draft = { payload: '{"aps":{"alert":{"title":"Denny","body":"Lunch?"}}}', options: {} };
  const deliver = (exchangeId: string) =>
    phones.deliver({ device, vendor: apns, draft, exchangeId, vendorMessageId: null, atMs: 1500 });
  return { phones, deliver };
};

describe('arrivals', () => {
  it('are those of one exchange, with its taps, also after they are gone', async () => {
    const { phones, deliver } = await openPhones();
    await deliver('ex_1');
    await deliver('ex_2');
    const before = await phones.arrivals('ex_1');
    expect(before.notifications.map((one) => [one.exchangeId, one.state, one.card.title])).toEqual([
      ['ex_1', 'shown', 'Denny'],
    ]);
    expect(before.taps).toEqual([]);
    const tap = await phones.tap(before.notifications[0]!.id, 'default');
    const after = await phones.arrivals('ex_1');
    expect(after.notifications.map((one) => one.state)).toEqual(['gone']);
    expect(after.taps).toEqual([tap]);
  });
  it('are none for an exchange that reached no phone', async () => {
    const { phones } = await openPhones();
    expect(await phones.arrivals('ex_9')).toEqual({ notifications: [], taps: [] });
  });
});
