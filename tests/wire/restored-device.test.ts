/** A phone that was removed by mistake comes back with what it shows; one that stays removed leaves nothing behind. */
import { describe, expect, it } from 'vitest';
import type { Client } from '../../src/shared/contract/index.ts';
import { startApp } from '../support/app.ts';

const pushOne = async (client: Client) => {
  const { devices, apps } = await client.workspace.get();
  const device = devices.find(({ vendor }) => vendor === 'apns');
  const topic = apps.find(({ id }) => id === device?.appId)?.identifiers.ios ?? '';
  const deviceId = device?.id ?? '';
  await client.sends.create({
    kind: 'raw',
    vendor: 'apns',
    payload: '{"aps":{"alert":"kept"}}',
    options: { topic },
    deviceId,
  });
  const { items } = await client.exchanges.list({ filter: 'is:captured', limit: 1 });
  return { deviceId, exchangeId: items[0]?.id ?? '' };
};
const shownOn = async (client: Client, deviceId: string) => {
  const { phones } = await client.phones.list();
  return phones.find((phone) => phone.deviceId === deviceId)?.notifications.map(({ card }) => card.body) ?? [];
};

describe('a removed device', () => {
  it('comes back with its notifications', async () => {
    const { client } = await startApp();
    const { deviceId } = await pushOne(client);
    expect(await shownOn(client, deviceId)).toEqual(['kept']);
    await client.workspace.devices.remove({ id: deviceId });
    expect(await shownOn(client, deviceId)).toEqual([]);
    await client.workspace.devices.restore({ id: deviceId });
    expect(await shownOn(client, deviceId)).toEqual(['kept']);
  });
  it('and still has them after the next start', async () => {
    const first = await startApp();
    const { deviceId } = await pushOne(first.client);
    await first.client.workspace.devices.remove({ id: deviceId });
    await first.client.workspace.devices.restore({ id: deviceId });
    await first.close();
    const { client } = await startApp({ dataDir: first.dataDir });
    expect(await shownOn(client, deviceId)).toEqual(['kept']);
  });
  it('that did not come back leaves none to the next start', async () => {
    const first = await startApp();
    const { deviceId, exchangeId } = await pushOne(first.client);
    expect((await first.client.exchanges.arrivals({ id: exchangeId })).notifications).toHaveLength(1);
    await first.client.workspace.devices.remove({ id: deviceId });
    await first.close();
    const { client } = await startApp({ dataDir: first.dataDir });
    expect((await client.exchanges.arrivals({ id: exchangeId })).notifications).toEqual([]);
  });
});
