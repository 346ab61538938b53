import { fontLanguage, langOf } from '../fit/text.ts';

/** A text of a card with its language and font, ready for `CardSlot`. `locale`: the phone's language. */
export const slotOf = (text: string, locale: string) => {
  const lang = langOf(text, locale);
  return { text, lang, font: fontLanguage(lang) };
};
