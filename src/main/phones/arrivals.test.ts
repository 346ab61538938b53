import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../../tests/support/folders.ts';
import { aDevice, anApp } from '../../../tests/support/workspace.ts';
import type { Device, Draft } from '../../shared/contract/index.ts';
import { PhoneLook } from '../../shared/contract/workspace.ts';
import { EventHub } from '../kit/hub.ts';
import { createIds } from '../kit/ids.ts';
import { openStore } from '../store/index.ts';
import { findVendor } from '../vendors/index.ts';
import { Phones } from './index.ts';

const openPhones = async (over: Partial<Device> = {}, vendorId: 'apns' | 'fcm' = 'apns') => {
  const store = await openStore({
    folder: tempFolder(),
    workerUrl: new URL('../store/worker.ts', import.meta.url),
    nowMs: 0,
  });
  const device = { ...aDevice(), ...over };
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
  const vendor = findVendor(vendorId);
  if (!vendor) throw new Error(`There is no ${vendorId}`);
  const payloads = {
    apns: '{"aps":{"alert":{"title":"Denny","body":"Lunch?"}}}',
    fcm: '{"message":{"token":"x","notification":{"title":"Denny"},"data":{"ext":"jump"}}}',
  };
  const draft: Draft = { payload: payloads[vendorId], options: {} };
  const deliver = (exchangeId: string) =>
    phones.deliver({ device, vendor, draft, exchangeId, vendorMessageId: null, atMs: 1500 });
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
  it('go together where the app builds one notification of them, and stay after a reply', async () => {
    const look = PhoneLook.parse({ appStyle: 'messaging', appButtons: true });
    const { phones, deliver } = await openPhones({ platform: 'android', vendor: 'fcm', look }, 'fcm');
    await deliver('ex_1');
    await deliver('ex_2');
    const idOf = async (exchangeId: string) => (await phones.arrivals(exchangeId)).notifications[0]!.id;
    const states = async () =>
      [...(await phones.arrivals('ex_1')).notifications, ...(await phones.arrivals('ex_2')).notifications].map(
        (one) => one.state,
      );
    const reply = await phones.tap(await idOf('ex_2'), 'app-reply', 'On my way');
    expect(reply.userText).toBe('On my way');
    expect(await states()).toEqual(['shown', 'shown']);
    await phones.tap(await idOf('ex_2'), 'default');
    expect(await states()).toEqual(['gone', 'gone']);
  });
  it('go one by one where the vendor draws them', async () => {
    const { phones, deliver } = await openPhones({ platform: 'android', vendor: 'fcm' }, 'fcm');
    await deliver('ex_1');
    await deliver('ex_2');
    const { notifications } = await phones.arrivals('ex_2');
    await phones.tap(notifications[0]!.id, 'default');
    expect((await phones.arrivals('ex_1')).notifications.map((one) => one.state)).toEqual(['shown']);
  });
  it('are none for an exchange that reached no phone', async () => {
    const { phones } = await openPhones();
    expect(await phones.arrivals('ex_9')).toEqual({ notifications: [], taps: [] });
  });
});

describe('FCM while the app is open', () => {
  const android = { platform: 'android', vendor: 'fcm' } as const;
  it('draws nothing: what arrived is quiet, and a touch has nothing to touch', async () => {
    const { phones, deliver } = await openPhones({ ...android, appState: 'foreground' }, 'fcm');
    await deliver('ex_1');
    const [notification] = (await phones.arrivals('ex_1')).notifications;
    expect(notification).toMatchObject({ state: 'quiet', quietBecause: { id: 'fcm.arrival.foreground' } });
    const tap = await phones.tap(notification!.id, 'default');
    expect(tap).toMatchObject({
      stoppedBecause: { id: 'fcm.arrival.foreground' },
      opens: { kind: 'nothing' },
      screens: [],
    });
    expect(tap.callback?.name).toContain('onMessageReceived');
  });
  it('is said of a card that came before, where it is asked what an open app would make of it', async () => {
    const { phones, deliver } = await openPhones({ ...android, appState: 'background' }, 'fcm');
    await deliver('ex_1');
    const [notification] = (await phones.arrivals('ex_1')).notifications;
    expect(notification?.state).toBe('shown');
    const taps = phones.previewTaps(notification!.id);
    expect(taps.map(({ appState, stoppedBecause, opens }) => [appState, stoppedBecause?.id, opens.kind])).toEqual([
      ['foreground', 'fcm.arrival.foreground', 'nothing'],
      ['background', 'phone.tap.no-rules', 'app'],
      ['killed', 'phone.tap.no-rules', 'app'],
    ]);
    expect(phones.previewArrivals(notification!.id).map(({ drawn, receipts }) => [drawn, receipts.length])).toEqual([
      [false, 1],
      [true, 0],
      [true, 0],
    ]);
  });
});
