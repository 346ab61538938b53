import { describe, expect, it } from 'vitest';
import { aMessage, anInput } from '../../../tests/support/im.ts';
import { aDevice } from '../../../tests/support/workspace.ts';
import { vendorIds } from '../../shared/contract/index.ts';
import { decide, textLimits } from './index.ts';
import { cutText } from './limits.ts';

const emoji = '😀';
const alphabets = ['a', '合', emoji, `a${emoji}`, `合${emoji}a`, '👨‍👩‍👧', '\uD83D', 'e\u0301'];
/** Every text of the alphabets around every length that could matter. */
const texts = (limit: number): string[] =>
  alphabets.flatMap((unit) =>
    Array.from({ length: 9 }, (_, index) => {
      const length = limit - 4 + index;
      return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    }),
  );

describe('cutText', () => {
  it.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abc...'],
    [`abcd${emoji}`, 6, `abcd${emoji}`],
    [`ab${emoji}defg`, 6, 'ab...'],
    [`abc${emoji}efg`, 6, 'abc...'],
    [emoji.repeat(4), 6, `${emoji}...`],
    ['abcd', 3, '...'],
    ['abcd', 2, '..'],
    ['\uD83Dab', 6, '\uFFFDab'],
  ])('%s to %i is %s', (text, limit, cut) => expect(cutText(text, limit)).toBe(cut));
  const limits = [
    ...new Set(Object.values(textLimits).flatMap((one) => [one.title, one.content, one.longContent ?? 128])),
  ];
  it.each(limits)('never over %i, never half a pair, and the longest that fits', (limit) => {
    for (const text of texts(limit)) {
      const cut = cutText(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(cut.isWellFormed()).toBe(true);
      if (text.length <= limit) expect(cut).toBe(text.toWellFormed());
      else {
        expect(cut.endsWith('...')).toBe(true);
        expect(cut.length).toBeGreaterThanOrEqual(limit - 1);
      }
    }
  });
});

describe('every vendor’s texts', () => {
  it.each(vendorIds)('%s: title and body within its limits, whatever is written', (vendor) => {
    const limit = textLimits[vendor];
    const device = aDevice({ vendor, platform: vendor === 'apns' ? 'ios' : 'android' });
    for (const pushStyle of [0, 1]) {
      const content = pushStyle === 1 ? (limit?.longContent ?? limit?.content) : limit?.content;
      for (const text of texts(content ?? 4000)) {
        const message = aMessage({ offlinePush: { title: text, desc: text, android: { pushStyle } } });
        const { intent } = decide(anInput({ message, device }));
        expect(intent?.title?.length).toBeLessThanOrEqual(limit?.title ?? text.length);
        expect(intent?.body.length).toBeLessThanOrEqual(content ?? text.length);
        expect(intent?.title?.isWellFormed()).toBe(true);
        expect(intent?.body.isWellFormed()).toBe(true);
      }
    }
  });
  it('the trace says that a text was cut', () => {
    const message = aMessage({ offlinePush: { desc: 'a'.repeat(101) } });
    const { intent } = decide(anInput({ message, device: aDevice({ vendor: 'vivo', platform: 'android' }) }));
    expect(intent?.traces.find((trace) => trace.field === 'body')?.note).toEqual({
      id: 'im.note.cut',
      params: { limit: 100, length: 101 },
    });
  });
  it('OPPO takes 50, and 128 with PushStyle 1', () => {
    const body = (pushStyle: number) =>
      decide(
        anInput({
          message: aMessage({ offlinePush: { desc: 'a'.repeat(200), android: { pushStyle } } }),
          device: aDevice({ vendor: 'oppo', platform: 'android' }),
        }),
      ).intent?.body.length;
    expect(body(0)).toBe(50);
    expect(body(1)).toBe(128);
  });
});
