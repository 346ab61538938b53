import type { Skin } from './skin.ts';

const stack = (...cjk: readonly string[]) =>
  [
    "'Roboto Variable'",
    ...[...cjk, 'Arabic', 'Devanagari'].map((name) => `'Noto Sans ${name} Variable'`),
    'sans-serif',
  ].join(', ');

/** Roboto and Noto stand in on every Android phone; no maker's own font may be shipped. */
export const androidFonts: Skin['fonts'] = {
  other: stack('SC', 'JP', 'KR'),
  zh: stack('SC', 'JP', 'KR'),
  ja: stack('JP', 'SC', 'KR'),
  ko: stack('KR', 'SC', 'JP'),
};
