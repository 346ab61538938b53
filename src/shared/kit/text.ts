import type { Locale, Phrase } from '../contract/common.ts';

/** Catalogue: flat id to words, with `{{holes}}`. */
export type Catalogue = Readonly<Record<string, string>>;

/** The words of one part of the program, by language. English is always there. */
export type Texts = { readonly en: Catalogue } & Partial<Readonly<Record<Locale, Catalogue>>>;

/** The words in one language; what it does not have is said in English. */
export const wordsIn = (texts: Texts, locale: Locale): Catalogue => ({ ...texts.en, ...texts[locale] });

/** Fills the holes of a template. An unknown hole stays as written, so that a mistake is seen. */
export const fillText = (template: string, params: Phrase['params'] = {}): string =>
  template.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (hole, name: string) => String(params[name] ?? hole));

/** The words of a phrase in a catalogue; its id when the catalogue does not have it. */
export const sayPhrase = (catalogue: Catalogue, phrase: Phrase): string =>
  fillText(catalogue[phrase.id] ?? phrase.id, phrase.params);

/** Cuts a token or hash in the middle: `5f2a…c90d`. */
export const cutMiddle = (text: string, keep = 4): string =>
  text.length <= keep * 2 + 1 ? text : `${text.slice(0, keep)}…${text.slice(-keep)}`;
