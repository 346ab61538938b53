import type { Skin } from './skin.ts';

/** Noto Sans in the scripts that look alike on every phone, for any stack. */
export const joiningScripts = ['Arabic', 'Hebrew', 'Devanagari', 'Thai'] as const;
/** Colour emoji (fonts.css), last in a stack: letters and digits are found before. */
export const emojiFont = "'Pushscope Emoji'";

const stack = (...cjk: readonly string[]) =>
  [
    "'Roboto Variable'",
    ...[...cjk, ...joiningScripts].map((name) => `'Noto Sans ${name} Variable'`),
    emojiFont,
    'sans-serif',
  ].join(', ');

/** Roboto and Noto stand in on every Android phone; no maker's own font may be shipped. */
export const androidFonts: Skin['fonts'] = {
  other: stack('SC', 'JP', 'KR'),
  zh: stack('SC', 'JP', 'KR'),
  ja: stack('JP', 'SC', 'KR'),
  ko: stack('KR', 'SC', 'JP'),
};
