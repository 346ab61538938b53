/** REST JSON through the real API, and the rule against repeats over two sends. */
import { describe, expect, it } from 'vitest';
import type { MessageInput } from '../../src/shared/contract/message.ts';
import { startApp } from '../support/app.ts';

const message: MessageInput = {
  from: 'denny',
  conversation: { kind: 'c2c', to: 'vinson' },
  elements: [{ kind: 'text', text: 'Lunch at 12:30?' }],
  options: { random: 7 },
};

describe('REST calls', () => {
  it('are printed from a message and read back into the same', async () => {
    const { client } = await startApp();
    const { call, text } = await client.compose.printRest({ message });
    expect(call).toBe('sendmsg');
    const read = await client.compose.readRest({ text });
    expect(read).toMatchObject({ call: 'sendmsg', answer: { ActionStatus: 'OK', ErrorCode: 0 }, problems: [] });
    expect(read.message).toMatchObject(message);
  });
  it('are answered with the code of the first mistake', async () => {
    const { client } = await startApp();
    expect(await client.compose.readRest({ text: '{"To_Account":"vinson"' })).toMatchObject({
      message: null,
      answer: { ActionStatus: 'FAIL', ErrorCode: 90_001 },
    });
  });
  it('bad input gets a clear answer, and nothing breaks', async () => {
    const { client } = await startApp();
    const text = JSON.stringify({
      From_Account: 'denny',
      To_Account: 'vinson',
      MsgRandom: 7,
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'a' } }],
    });
    const codes = async (broken: string) =>
      (await client.compose.readRest({ text: broken })).problems.map(({ code }) => code);
    expect(await codes(text.replace('{', '{"__proto__":{"polluted":true},'))).toContain('im.lost-key');
    expect(await codes(text.replace('"Text":"a"', '"Text":"a","Text":"b"'))).toEqual(['im.duplicate-key']);
    expect(await codes('{"a":'.repeat(200_000))).toEqual(['im.too-deep']);
    expect(await codes(JSON.stringify({ a: 'x'.repeat(2_100_000) }))).toEqual(['im.too-large']);
    expect(await codes(text.replace('"vinson"', '{}'))).toEqual(['im.to-missing']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  it.each(['extra', 'relay'])('a message that nests too deep is bad input, in %s', async (where) => {
    const { client } = await startApp();
    let deep: unknown = 1;
    for (let level = 0; level < 500; level += 1) deep = [deep];
    const elements: MessageInput['elements'] =
      where === 'relay' ? [{ kind: 'relay', messages: [deep] }] : message.elements;
    const broken = { ...message, elements, ...(where === 'extra' ? { extra: { deep } } : {}) };
    const said = await client.compose.preview({ message: broken }).then(
      () => 'done',
      (error: unknown) => JSON.stringify(error),
    );
    expect(said).toContain('api.bad-input');
    expect(said).toContain('nests deeper than 100 levels');
  });
  it('the preview of a message has the answer as well', async () => {
    const { client } = await startApp();
    const { answer, rows } = await client.compose.preview({ message });
    expect(answer).toMatchObject({ ActionStatus: 'OK' });
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('the same MsgRandom again within five minutes', () => {
  it('is dropped, and the preview says so before', async () => {
    const { client } = await startApp();
    const states = async () =>
      (await client.sends.create({ kind: 'message', message })).results.map((one) => [
        one.state,
        one.decision?.decidingGateId,
      ]);
    const first = await states();
    expect(first.every(([state, gate]) => state === 'sent' && gate === 'recipient-state')).toBe(true);
    const { rows } = await client.compose.preview({ message });
    expect(rows.every((row) => row.decision.decidingGateId === 'duplicate')).toBe(true);
    const again = await states();
    expect(again.every(([state, gate]) => state === 'skipped' && gate === 'duplicate')).toBe(true);
  });
});
