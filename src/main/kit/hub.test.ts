import { describe, expect, it } from 'vitest';
import type { CoreEvent, EventBatch } from '../../shared/contract/index.ts';
import { EventHub } from './hub.ts';

const event: CoreEvent = { type: 'exchanges.cleared' };
const next = async (batches: AsyncGenerator<EventBatch>): Promise<EventBatch> => {
  const { value } = await batches.next();
  if (!value) throw new Error('the watch ended');
  return value;
};

describe('event hub', () => {
  it('numbers events and hands them out in batches', async () => {
    const hub = new EventHub();
    const stop = new AbortController();
    const batches = hub.watch(undefined, stop.signal);
    expect(await next(batches)).toEqual({ seq: 0, resync: false, events: [] });
    hub.publish(event);
    hub.publish(event);
    expect(await next(batches)).toEqual({ seq: 2, resync: false, events: [event, event] });
    stop.abort();
    expect((await batches.next()).done).toBe(true);
  });
  it('goes on after a sequence', async () => {
    const hub = new EventHub();
    for (let n = 0; n < 5; n++) hub.publish(event);
    const stop = new AbortController();
    expect(await next(hub.watch(3, stop.signal))).toEqual({ seq: 5, resync: false, events: [event, event] });
    stop.abort();
  });
  it('asks for new snapshots when events are no longer kept', async () => {
    const hub = new EventHub();
    for (let n = 0; n < 5000; n++) hub.publish(event);
    const stop = new AbortController();
    expect(await next(hub.watch(1, stop.signal))).toMatchObject({ seq: 5000, resync: true });
    stop.abort();
  });
  it('asks for new snapshots after a restart, when the listener knows a later sequence', async () => {
    const stop = new AbortController();
    expect(await next(new EventHub().watch(7, stop.signal))).toMatchObject({ resync: true });
    stop.abort();
  });
  it('drops a listener that falls behind and tells it so', async () => {
    const hub = new EventHub();
    const stop = new AbortController();
    const batches = hub.watch(undefined, stop.signal);
    await next(batches);
    for (let n = 0; n < 2001; n++) hub.publish(event);
    const batch = await next(batches);
    expect(batch.resync).toBe(true);
    expect(batch.events.length).toBeLessThan(2001);
    stop.abort();
  });
  it('ends a watch that waits', async () => {
    const hub = new EventHub();
    const stop = new AbortController();
    const batches = hub.watch(undefined, stop.signal);
    await next(batches);
    const waiting = batches.next();
    stop.abort();
    expect((await waiting).done).toBe(true);
  });
});
