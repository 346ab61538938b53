import { describe, expect, it } from 'vitest';
import { scaleFor, smallest } from './stage-scale.ts';

const phone = { width: 400, height: 900 };

describe('scaleFor', () => {
  it('fills the height', () => expect(scaleFor({ width: 1000, height: 450 }, [phone], 20)).toBe(0.5));
  it('fills the width of several', () => expect(scaleFor({ width: 420, height: 900 }, [phone, phone], 20)).toBe(0.5));
  it('is never larger than life', () => expect(scaleFor({ width: 4000, height: 4000 }, [phone], 20)).toBe(1));
  it('is never too small to hit', () => expect(scaleFor({ width: 40, height: 40 }, [phone], 20)).toBe(smallest));
  it('follows the tallest', () =>
    expect(scaleFor({ width: 4000, height: 490 }, [phone, { width: 440, height: 980 }], 20)).toBe(0.5));
});
