import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../../tests/support/folders.ts';
import { aDevice, anApp } from '../../../tests/support/workspace.ts';
import type { Device, Draft } from '../../shared/contract/index.ts';
import { EventHub } from '../kit/hub.ts';
import { createIds } from '../kit/ids.ts';
import { openStore } from '../store/index.ts';
import { findVendor } from '../vendors/index.ts';
import { Phones } from './index.ts';

const vendor = findVendor('apns')!;
const topic = 'com.example.chat';

/** One phone in a world whose clock is set by hand. */
const world = async (reach: Device['reach']) => {
  const clock = { nowMs: 1_000_000 };
  let device = aDevice({ reach });
  const store = await openStore({
    folder: tempFolder(),
    workerUrl: new URL('../store/worker.ts', import.meta.url),
    nowMs: 0,
  });
  const open = () =>
    new Phones({
      store,
      hub: new EventHub(),
      newId: createIds(
        () => clock.nowMs,
        () => crypto.randomUUID(),
      ),
      now: () => clock.nowMs,
      directory: {
        devices: { get: () => device, find: () => device, update: () => Promise.resolve(device) },
        apps: { find: () => anApp() },
        tryRules: () => ({ matchedRuleId: null, target: null, tried: [] }),
      },
      vendor: findVendor,
      log: () => undefined,
    });
  let phones = open();
  onTestFinished(() => {
    phones.close();
    return store.close();
  });
  const push = (name: string, options: Record<string, string> = {}) => {
    const draft: Draft = {
      payload: JSON.stringify({ aps: { alert: { title: name }, badge: 3 } }),
      options: { topic, ...options },
    };
    return phones.deliver({ device, vendor, draft, exchangeId: name, vendorMessageId: null, atMs: clock.nowMs });
  };
  const become = (next: Device['reach']) => {
    device = { ...device, reach: next };
    return phones.deviceChanged(device);
  };
  /** What the log says became of a push: state, and the reason without its domain. */
  const fate = async (name: string) => {
    const [one] = (await phones.arrivals(name)).notifications;
    return [one?.state, one?.quietBecause?.id.replace('phone.', '') ?? null];
  };
  const restart = async () => {
    phones.close();
    phones = open();
    await phones.load();
  };
  /** The phone changes and nobody is told. */
  const lie = (next: Device['reach']) => {
    device = { ...device, reach: next };
  };
  return { clock, lie, push, become, fate, restart, view: () => phones.views([device.id])[0]! };
};
const shown = ['shown', null];

describe('a phone that is online', () => {
  it('gets every push at once', async () => {
    const { push, fate } = await world('online');
    await push('a', { priority: '1', expiration: '0' });
    expect(await fate('a')).toEqual(shown);
  });
});

describe('a phone that is offline', () => {
  it('gets what was kept when it is back, and the time says so', async () => {
    const { clock, push, become, fate, view } = await world('offline');
    await push('a');
    expect(await fate('a')).toEqual(['waiting', 'waiting.offline']);
    expect(view().badge).toBe(0);
    clock.nowMs += 5000;
    await become('online');
    expect(await fate('a')).toEqual(shown);
    expect(view().badge).toBe(3);
    expect(view().notifications).toMatchObject([{ state: 'shown', keptSinceMs: 1_000_000, atMs: 1_005_000 }]);
  });
  it('gets only the newest for an app, whatever the collapse IDs', async () => {
    const { push, become, fate, view } = await world('offline');
    for (const name of ['a', 'b', 'c']) await push(name, { collapseId: name });
    await push('other', { topic: 'com.example.other' });
    expect(await fate('a')).toEqual(['lost', 'lost.replaced']);
    expect(await fate('b')).toEqual(['lost', 'lost.replaced']);
    await become('online');
    expect(await fate('c')).toEqual(shown);
    expect(await fate('other')).toEqual(shown);
    expect(view().notifications.filter((one) => one.state === 'shown')).toHaveLength(2);
  });
  it.each([
    ['0', 'is for one attempt'],
    ['999', 'has passed'],
  ])('loses at once what expires at %s, which %s', async (expiration) => {
    const { push, become, fate } = await world('offline');
    await push('a', { expiration });
    expect(await fate('a')).toEqual(['lost', 'lost.offline']);
    await become('online');
    expect(await fate('a')).toEqual(['lost', 'lost.offline']);
  });
  it('does not disturb what is kept by a push that is not', async () => {
    const { push, become, fate } = await world('offline');
    await push('a');
    await push('b', { expiration: '0' });
    await become('online');
    expect([await fate('a'), await fate('b')]).toEqual([shown, ['lost', 'lost.offline']]);
  });
  it('does not get what expired meanwhile', async () => {
    const { clock, push, become, fate } = await world('offline');
    await push('a', { expiration: '1010' });
    clock.nowMs = 1_010_000;
    await become('online');
    expect(await fate('a')).toEqual(['lost', 'lost.expired']);
  });
  it('loses what expires without anybody looking', async () => {
    const { clock, push, fate, restart } = await world('offline');
    await push('a', { expiration: '1010' });
    clock.nowMs = 1_010_001;
    await restart();
    await expect.poll(() => fate('a')).toEqual(['lost', 'lost.expired']);
  });
  it('gets what was kept also when Pushscope was started anew meanwhile', async () => {
    const { push, become, fate, restart } = await world('offline');
    await push('a');
    await restart();
    await become('online');
    expect(await fate('a')).toEqual(shown);
  });
  it('gets it at the next start when Pushscope ended before it could arrive', async () => {
    const { push, fate, restart, lie } = await world('offline');
    await push('a');
    lie('online');
    await restart();
    expect(await fate('a')).toEqual(shown);
  });
  it('replaces a notification of the same collapse ID when it is back', async () => {
    const { push, become, fate } = await world('online');
    await push('a', { collapseId: 'chat-1' });
    await become('offline');
    await push('b', { collapseId: 'chat-1' });
    expect(await fate('a')).toEqual(shown);
    await become('online');
    expect([await fate('a'), await fate('b')]).toEqual([['gone', null], shown]);
  });
});

describe('a phone that saves power', () => {
  it('gets urgent pushes at once and the others later', async () => {
    const { push, become, fate } = await world('saving-power');
    await push('urgent', { priority: '10', topic: 'com.example.other' });
    await push('considerate', { priority: '5' });
    expect(await fate('urgent')).toEqual(shown);
    expect(await fate('considerate')).toEqual(['waiting', 'waiting.saving-power']);
    await become('offline');
    expect((await fate('considerate'))[0]).toBe('waiting');
    await become('saving-power');
    expect((await fate('considerate'))[0]).toBe('waiting');
    await become('online');
    expect(await fate('considerate')).toEqual(shown);
  });
  it('lets an urgent push in that waited while it was offline', async () => {
    const { push, become, fate } = await world('offline');
    await push('a');
    await become('saving-power');
    expect(await fate('a')).toEqual(shown);
  });
});
