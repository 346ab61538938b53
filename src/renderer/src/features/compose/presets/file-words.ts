import type { FileWords, Locale } from '../../../../../shared/contract/index.ts';

/** The words of a preset in one language. */
export const wordsIn = (words: FileWords, locale: Locale): string =>
  typeof words === 'string' ? words : (words[locale] ?? words.en);
