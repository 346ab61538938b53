/** Disputed rules: chosen readings hold for previews, sends and REST answers, and outlive a restart. */
import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../src/shared/contract/index.ts';
import { switchSpecs } from '../../src/main/im/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { tempFolder } from '../support/folders.ts';

const greeting = {
  from: 'denny',
  conversation: { kind: 'c2c' as const, to: 'vinson' },
  elements: [{ kind: 'text' as const, text: 'Lunch?' }],
};
const bodyOf = async ({ client }: RunningApp) =>
  (await client.compose.preview({ message: greeting })).rows[0]?.decision.intent?.body;
const readingOf = async ({ client }: RunningApp, id: string) =>
  (await client.switches.list()).find((one) => one.id === id)?.reading;

describe('disputed rules', () => {
  it('are all listed, each at its default, with the pages and how sure they are', async () => {
    const { client } = await startApp();
    const switches = await client.switches.list();
    expect(switches.map(({ id }) => id)).toEqual(switchSpecs.map(({ id }) => id));
    for (const { id, reading, readings, conflict, about } of switches) {
      expect(reading, id).toBe(readings[0]?.value);
      for (const one of readings) expect(one.certainty === 'documented', id).toBe(one.sources.length > 0);
      if (conflict)
        expect(
          readings.every((one) => one.sources.length > 0),
          id,
        ).toBe(true);
      for (const page of [...about, ...readings.flatMap((one) => one.sources)]) expect(page.url).toMatch(/^https:/);
    }
  });
  it('change the preview and what is sent at once, and are announced', async () => {
    const app = await startApp();
    const { client } = app;
    expect(await bodyOf(app)).toBe('Denny: Lunch?');
    const { seq } = await client.workspace.get();
    const after = await client.switches.update({ readings: { colon: 'compact' } });
    expect(after.find((one) => one.id === 'colon')?.reading).toBe('compact');
    expect(await bodyOf(app)).toBe('Denny:Lunch?');
    const sent = await client.sends.create({ kind: 'message', message: greeting });
    expect(sent.results[0]?.decision?.intent?.body).toBe('Denny:Lunch?');
    const heard: CoreEvent[] = [];
    for await (const batch of await client.events.watch({ afterSeq: seq })) {
      heard.push(...batch.events);
      if (heard.some((event) => event.type === 'switches.changed')) break;
    }
    expect(heard.find((event) => event.type === 'switches.changed')?.switches).toEqual(after);
    await client.switches.update({ readings: { colon: null } });
    expect(await bodyOf(app)).toBe('Denny: Lunch?');
  });
  it('change what the REST API answers', async () => {
    const { client } = await startApp();
    const text = JSON.stringify({
      From_Account: 'denny',
      To_Account: 'vinson',
      MsgRandom: 1,
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'x'.repeat(9000) } }],
    });
    expect((await client.compose.readRest({ text })).answer.ErrorCode).toBe(0);
    await client.switches.update({ readings: { bodyLimitBytes: '8192' } });
    expect((await client.compose.readRest({ text })).answer.ErrorCode).not.toBe(0);
  });
  it('outlive a restart', async () => {
    const dataDir = tempFolder();
    const first = await startApp({ dataDir });
    await first.client.switches.update({ readings: { reachableDays: '30', colon: 'compact' } });
    await first.client.switches.update({ readings: { colon: 'spaced' } });
    await first.close();
    const second = await startApp({ dataDir });
    expect([await readingOf(second, 'reachableDays'), await readingOf(second, 'colon')]).toEqual(['30', 'spaced']);
  });
  it.each<{ readings: Record<string, string> }>([
    { readings: { colon: 'wide' } },
    { readings: { nothing: 'x' } },
    { readings: { colon: 'compact', reachableDays: '8' } },
  ])('$readings is refused, and nothing changes', async (input) => {
    const app = await startApp();
    const error: unknown = await app.client.switches.update(input).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ORPCError);
    expect((error as ORPCError<string, unknown>).code).toBe('switch.unknown');
    expect(await readingOf(app, 'colon')).toBe('spaced');
  });
});
