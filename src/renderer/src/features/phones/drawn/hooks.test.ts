import { describe, expect, it } from 'vitest';
import { countFitting } from './hooks.ts';

describe('countFitting', () => {
  const heights = [68, 88, 128];
  it('takes all when they fit to the point', () => expect(countFitting(heights, 68 + 8 + 88 + 8 + 128, 8, 30)).toBe(3));
  it('keeps room for the line about the rest', () => {
    expect(countFitting(heights, 299, 8, 30)).toBe(2);
    expect(countFitting(heights, 68 + 8 + 88 + 29, 8, 30)).toBe(1);
  });
  it('shows the newest even when it is too tall', () => expect(countFitting([400], 300, 8, 30)).toBe(1));
  it('has nothing to fit', () => expect(countFitting([], 300, 8, 30)).toBe(0));
});
