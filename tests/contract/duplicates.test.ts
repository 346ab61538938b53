/** A repeated MsgRandom is a repeat for five minutes, also when Pushscope was started again in between. */
import { describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { tempFolder } from '../support/folders.ts';

const messageWith = (random: number) => ({
  from: 'denny',
  conversation: { kind: 'c2c' as const, to: 'vinson' },
  elements: [{ kind: 'text' as const, text: 'Lunch?' }],
  options: { random },
});
const stoppedBy = async ({ client }: RunningApp, random: number) => {
  const decision = (await client.compose.preview({ message: messageWith(random) })).rows[0]?.decision;
  return decision?.pushed === false ? decision.decidingGateId : null;
};
const send = ({ client }: RunningApp, random: number) =>
  client.sends.create({ kind: 'message', message: messageWith(random) });

describe('a repeated MsgRandom', () => {
  it('is a repeat after a restart, and none after five minutes', async () => {
    const dataDir = tempFolder();
    let nowMs = Date.now();
    const now = () => nowMs;
    const first = await startApp({ dataDir, now });
    expect(await stoppedBy(first, 7)).toBeNull();
    for (const random of [5, 6, 7]) await send(first, random);
    expect(await stoppedBy(first, 7)).toBe('duplicate');
    await first.close();

    nowMs += 299_000;
    const second = await startApp({ dataDir, now });
    expect(await stoppedBy(second, 7)).toBe('duplicate');
    expect(await stoppedBy(second, 5)).toBe('duplicate');
    expect(await stoppedBy(second, 8)).toBeNull();
    nowMs += 1000;
    expect(await stoppedBy(second, 7)).toBeNull();
  });
});
