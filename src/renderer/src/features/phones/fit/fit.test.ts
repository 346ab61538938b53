import { describe, expect, it } from 'vitest';
import { ios26 } from '../skins/ios.ts';
import { cutAfter, errorOf, fitText, isMeasurable, longestFit, type FitQuestion, type Ruler } from './fit.ts';
import { graphemes } from './text.ts';

/** Every grapheme is one wide; lines break anywhere. */
const ruler = (width: number, maxLines: number): Ruler => {
  const needed = (text: string, scale: number) => (graphemes(text, 'en').length * scale) / width;
  return {
    fits: (text, scale) => needed(text, scale) <= maxLines,
    lines: (text) => Math.ceil(needed(text, 1)),
  };
};
const question: FitQuestion = { text: 'abcdefgh', locale: 'en', maxLines: 1, certainty: 'reported', error: 0.05 };

describe('fitText', () => {
  it('fits with room to spare', () => {
    expect(fitText(question, ruler(10, 1))).toEqual({
      state: 'fits',
      shown: 8,
      total: 8,
      lines: 1,
      maxLines: 1,
      certainty: 'reported',
    });
  });
  it('is unsure where the room is smaller than the error', () =>
    expect(fitText(question, ruler(8.1, 1))).toMatchObject({ state: 'may-be-cut', shown: 8 }));
  it('is unsure of a cut that narrower letters would undo', () =>
    expect(fitText(question, ruler(7.9, 1))).toMatchObject({ state: 'may-be-cut', shown: 6 }));
  it('says after how many characters it is cut, with room for the ellipsis', () =>
    expect(fitText(question, ruler(5, 1))).toMatchObject({ state: 'cut', shown: 4, total: 8, lines: 2 }));
  it('counts lines', () =>
    expect(fitText({ ...question, maxLines: 4 }, ruler(3, 4))).toMatchObject({ state: 'fits', lines: 3 }));
  it('never cuts inside an emoji family', () => {
    const text = '👨‍👩‍👧‍👦👩🏽‍💻🇯🇵1️⃣';
    expect(fitText({ ...question, text }, ruler(3, 1))).toMatchObject({ state: 'cut', shown: 2, total: 4 });
  });
  it('does not measure a script without a font', () =>
    expect(fitText({ ...question, text: 'გამარჯ' }, ruler(2, 1))).toMatchObject({
      state: 'unmeasurable',
      certainty: 'guess',
    }));
  it('has nothing to say of an empty text or a slot that is not drawn', () => {
    expect(fitText({ ...question, text: '' }, ruler(10, 1)).state).toBe('absent');
    expect(fitText({ ...question, maxLines: 0 }, ruler(10, 1)).state).toBe('absent');
  });
});

describe('parts', () => {
  it('takes the blank before the ellipsis away', () => expect(cutAfter(['a', ' ', 'b'], 2)).toBe('a…'));
  it('keeps nothing where not even one letter fits', () => expect(longestFit(['a', 'b'], () => false)).toBe(0));
  it('never takes all: a cut text has lost something', () => expect(longestFit(['a', 'b'], () => true)).toBe(1));
  it('is surer of Chinese than of English, and between them of both', () => {
    const of = (text: string) => errorOf(text, 'en', 'body', ios26.errors);
    expect(of('订单')).toBe(0.02);
    expect(of('ab')).toBe(0.06);
    expect(of('订a')).toBeCloseTo(0.04);
    expect(of('')).toBe(0);
  });
  it('knows which scripts have fonts', () => {
    expect(isMeasurable('Größe, Привет, 合同 カナ 한국 100% ☺️', 'en')).toBe(true);
    expect(isMeasurable('مرحبا, पहुँचेगा।', 'en')).toBe(true);
    expect(isMeasurable('שלום สวัสดี', 'en')).toBe(true);
    expect(isMeasurable('გამარჯ', 'en')).toBe(false);
  });
});
