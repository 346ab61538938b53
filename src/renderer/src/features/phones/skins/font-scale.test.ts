import { describe, expect, it } from 'vitest';
import { aosp12, aosp16 } from './android.ts';
import { androidTextSizes, dpOf, fontScaleOf } from './font-scale.ts';
import { hyperos } from './xiaomi.ts';
import { atTextSize, sizeOf } from './skin.ts';

describe('dpOf', () => {
  it.each([
    [14, 0.85, 11.9],
    [14, 1, 14],
    [12, 1.3, 15.6],
    [13, 1.3, 17.2],
    [14, 2, 26],
    [16, 1.8, 26],
    [15, 2, 27],
    [11, 2, 22],
    [24, 2, 40.8],
  ])('%i sp at %f are %f dp', (size, scale, dp) => expect(dpOf(size, scale)).toBe(dp));
  it('never makes a larger setting smaller', () => {
    for (const size of [11, 12, 13, 14, 15, 16, 20, 22]) {
      const all = androidTextSizes.map((one) => dpOf(size, fontScaleOf(one)));
      expect(all).toEqual(all.toSorted((a, b) => a - b));
    }
  });
});

describe('an Android skin at a font size', () => {
  it('is itself as delivered', () => expect(atTextSize(aosp16, 'l')).toBe(aosp16));
  it('has larger text in higher lines, and the same icon', () => {
    const large = atTextSize(aosp16, 'ax2');
    expect(sizeOf(large, 'body-size')).toBe(26);
    expect(sizeOf(large, 'body-line')).toBe(37.1);
    expect(sizeOf(large, 'icon')).toBe(40);
  });
  it('fits fewer lines into an open card', () => {
    expect(atTextSize(aosp16, 's').surfaces.expanded?.body.value).toBe(14);
    expect(atTextSize(aosp16, 'xxl').surfaces.expanded?.body.value).toBe(9);
    expect(atTextSize(aosp12, 'ax2').surfaces.expanded?.body.value).toBe(6);
    expect(atTextSize(hyperos, 'ax2').surfaces.expanded?.body.value).toBe(7);
  });
  it('is a guess away from the delivered size', () =>
    expect(atTextSize(aosp16, 'xl').decides('body')[3]?.tag).toBe('K'));
});
