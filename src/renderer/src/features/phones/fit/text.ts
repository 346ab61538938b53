import type { Card } from '../../../../../shared/contract/index.ts';
import { languageOf } from '../skins/words.ts';
import type { FontLanguage, Skin } from '../skins/skin.ts';

/** Android keeps this many UTF-16 units of a text field; the cut may split an emoji. Source: AOSP, `Notification.safeCharSequence`. */
const androidFieldUnits = 1024;
/** A push to Apple has 4096 bytes at most, and no unit has less than one: a longer draft is drawn as far as any phone could get it. */
const iosFieldUnits = 4096;

const lineBreak = /\r\n|[\r\u2028\u2029]/g;

/** A body as it is drawn: every kind of line break is one, runs of blanks are one space; a broken half of an emoji becomes U+FFFD. */
export const bodyText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(lineBreak, '\n')
    .replaceAll(/[ \t]+/g, ' ');

/** A one-line text as it is drawn: line breaks and tabs are spaces. */
export const lineText = (text: string): string => bodyText(text).replaceAll(/[ \n]+/g, ' ');

/** Nothing but white space and characters without width: a phone treats it as empty. */
export const isBlank = (text: string): boolean => /^[\s\u200b-\u200f\u2060\ufeff\u00ad]*$/.test(text);

/** The texts of a card as its phone draws them. */
export interface CardText {
  readonly title: string;
  readonly subtitle: string;
  readonly body: string;
}

/**
 * Without a title both systems put the app's name in its place: on iOS documented for an alert that is a string, on Android the
 * header falls back to it. Android draws no subtitle and cuts every field at 1024 UTF-16 units first; what can reach an iPhone ends as well.
 */
export const cardText = (
  card: Pick<Card, 'title' | 'subtitle' | 'body'>,
  appName: string,
  family: Skin['family'],
): CardText => {
  const given = (text: string) => text.slice(0, family === 'android' ? androidFieldUnits : iosFieldUnits);
  const shown = (text: string, as: (text: string) => string) => (isBlank(text) ? '' : as(given(text)).trim());
  return {
    title: shown(card.title, lineText) || appName,
    subtitle: family === 'ios' ? shown(card.subtitle, lineText) : '',
    body: shown(card.body, bodyText),
  };
};

const segmenters = new Map<string, Intl.Segmenter>();
const segmenterOf = (locale: string): Intl.Segmenter => {
  let found = segmenters.get(locale);
  if (!found) segmenters.set(locale, (found = new Intl.Segmenter(locale, { granularity: 'grapheme' })));
  return found;
};

/** What a reader sees as single characters: an emoji family, a flag or a Thai syllable is one. */
export const graphemes = (text: string, locale: string): readonly string[] =>
  Array.from(segmenterOf(locale).segment(text), ({ segment }) => segment);

/** The language to draw a text in: its script decides, and for Han letters the phone's language. For `lang` and the fonts. */
export const langOf = (text: string, locale: string): string => {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Han}/u.test(text)) return ['zh', 'ja', 'ko'].includes(languageOf(locale)) ? locale : 'zh-Hans';
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  if (/\p{Script=Hebrew}/u.test(text)) return 'he';
  if (/\p{Script=Devanagari}/u.test(text)) return 'hi';
  if (/\p{Script=Thai}/u.test(text)) return 'th';
  return locale;
};

/** Which of a skin's font stacks draws a language. */
export const fontLanguage = (lang: string): FontLanguage => {
  const language = languageOf(lang);
  return language === 'zh' || language === 'ja' || language === 'ko' ? language : 'other';
};

export type Script = 'latin' | 'complex' | 'eastAsian' | 'emoji' | 'missing' | 'neutral';

const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]/u;
const withFont = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** Letters that join or stack: our fonts have them, but their widths are less sure. */
const complex = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}]/u;
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\u20e3|\p{Regional_Indicator}/u;

/** The script of one grapheme; `missing`: no font for it ships with Pushscope, so its width cannot be known. */
export const scriptOf = (grapheme: string): Script => {
  if (emoji.test(grapheme)) return 'emoji';
  if (eastAsian.test(grapheme)) return 'eastAsian';
  if (withFont.test(grapheme)) return 'latin';
  if (complex.test(grapheme)) return 'complex';
  return /^[\p{Script=Common}\p{Script=Inherited}]*$/u.test(grapheme) ? 'neutral' : 'missing';
};
