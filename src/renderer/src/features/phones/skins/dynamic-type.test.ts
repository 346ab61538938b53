import { describe, expect, it } from 'vitest';
import { textSizes } from '../look.ts';
import { dynamicType } from './dynamic-type.ts';
import { ios26 } from './ios.ts';
import { atTextSize, sizeOf, weakest } from './skin.ts';

describe('text sizes of iOS', () => {
  it('never get smaller from one setting to the next', () => {
    for (const name of ['title-size', 'body-line', 'time-size', 'action-size']) {
      const values = textSizes.map((size) => dynamicType(size)[name]?.value ?? Number.NaN);
      expect(values, name).toEqual(values.toSorted((a, b) => a - b));
    }
  });
  it.each([
    ['l', 15, 20],
    ['xxxl', 21, 28],
    ['ax3', 36, 43],
  ] as const)('%s draws texts at %d/%d', (size, points, leading) => {
    const skin = atTextSize(ios26, size);
    expect(sizeOf(skin, 'body-size')).toBe(points);
    expect(sizeOf(skin, 'title-line')).toBe(leading);
  });
  it('is less sure away from the size that was counted', () => {
    expect(weakest(ios26.decides('body'))).toBe('reported');
    expect(weakest(atTextSize(ios26, 'xl').decides('body'))).toBe('guess');
  });
  it('gives the texts the room of the icon at the accessibility sizes', () => {
    const beside = { phoneWidth: 402, timeWidth: 24, hasImage: false };
    const widthAt = (size: 'xxxl' | 'ax1', slot: 'title' | 'body') =>
      atTextSize(ios26, size).widthOf(slot, 'lock', beside);
    expect([widthAt('xxxl', 'body'), widthAt('ax1', 'body')]).toEqual([310, 358]);
    expect([widthAt('xxxl', 'title'), widthAt('ax1', 'title')]).toEqual([278, 358]);
  });
  it('leaves everything else alone', () => {
    const large = atTextSize(ios26, 'ax5');
    expect(sizeOf(large, 'card-margin')).toBe(sizeOf(ios26, 'card-margin'));
    expect(atTextSize(ios26, 'l')).toBe(ios26);
  });
});
