import type { Certainty } from '../../../../../shared/contract/index.ts';
import type { WidthErrors } from '../skins/skin.ts';
import { graphemes, scriptOf } from './text.ts';

/**
 * What a reader sees of one text. may-be-cut: the text ends so near to the limit that our stand-in font cannot tell.
 * unmeasurable: it is in a script no font of ours has. hidden: the owner of the phone has turned previews off. `shown` and `total` count graphemes; `lines` is what the whole text needs.
 */
export interface Fit {
  readonly state: 'absent' | 'fits' | 'may-be-cut' | 'cut' | 'unmeasurable' | 'hidden';
  readonly shown: number;
  readonly total: number;
  readonly lines: number;
  readonly maxLines: number;
  readonly certainty: Certainty;
}

/** Measures with the fonts of one slot. Only the browser can; the rest of this file is pure. */
export interface Ruler {
  /** Does the text stay within the slot when letters are `letterScale` times as wide as ours. */
  readonly fits: (text: string, letterScale: number) => boolean;
  /** Lines the text needs. */
  readonly lines: (text: string) => number;
}

export interface FitQuestion {
  readonly text: string;
  readonly locale: string;
  readonly maxLines: number;
  readonly certainty: Certainty;
  /** Share by which our widths may be wrong, for a text in several scripts the mean over its characters. */
  readonly error: number;
}

const ellipsis = '…';

/** A text cut after `count` graphemes, as a phone draws it: no blank before the ellipsis. */
export const cutAfter = (parts: readonly string[], count: number): string =>
  `${parts.slice(0, count).join('').trimEnd()}${ellipsis}`;

/** The most graphemes of which the cut text still fits. Halves the range, for fitting only gets harder with length. */
export const longestFit = (parts: readonly string[], fits: (text: string) => boolean): number => {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cutAfter(parts, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** How far our widths of this text may be off, as a share. */
export const errorOf = (text: string, locale: string, slot: 'title' | 'body', errors: WidthErrors): number => {
  const latin = slot === 'title' ? errors.latinTitle.value : errors.latinBody.value;
  const each: Readonly<Record<ReturnType<typeof scriptOf>, number>> = {
    latin,
    neutral: latin,
    eastAsian: errors.eastAsian.value,
    complex: errors.other.value,
    emoji: errors.other.value,
    missing: errors.other.value,
  };
  const parts = graphemes(text, locale);
  if (parts.length === 0) return 0;
  return parts.reduce((sum, part) => sum + each[scriptOf(part)], 0) / parts.length;
};

/** True when every letter of the text has a font that ships with Pushscope. Emoji come from the machine and are only roughly right. */
export const isMeasurable = (text: string, locale: string): boolean =>
  graphemes(text, locale).every((part) => scriptOf(part) !== 'missing');

/** What a reader sees of a text. A text of a script without a font is never measured: the answer would be far off. */
export const fitText = (question: FitQuestion, ruler: Ruler): Fit => {
  const { text, locale, maxLines, certainty, error } = question;
  const parts = graphemes(text, locale);
  const total = parts.length;
  const whole = { shown: total, total, maxLines, certainty };
  if (total === 0 || maxLines === 0) return { ...whole, state: 'absent', shown: 0, lines: 0 };
  if (!isMeasurable(text, locale)) return { ...whole, state: 'unmeasurable', lines: 0, certainty: 'guess' };
  const lines = ruler.lines(text);
  if (ruler.fits(text, 1)) {
    return { ...whole, lines, state: ruler.fits(text, 1 + error) ? 'fits' : 'may-be-cut' };
  }
  const shown = longestFit(parts, (cut) => ruler.fits(cut, 1));
  return { ...whole, lines, shown, state: ruler.fits(text, 1 - error) ? 'may-be-cut' : 'cut' };
};
