import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { locales, type Locale, type Phrase } from '../../../shared/contract/index.ts';
import { pseudo } from './pseudo.ts';

type Catalogue = Readonly<Record<string, string>>;

/**
 * The window's own texts: the common ones beside this file, and each feature's in its folder. English is what everything falls back to;
 * another language is loaded when somebody reads it.
 */
const english = import.meta.glob<Catalogue>(['./en.json', '../features/*/texts/en.json'], {
  eager: true,
  import: 'default',
});
const others = import.meta.glob<Catalogue>(['./*.json', '../features/*/texts/*.json', '!**/en.json'], {
  import: 'default',
});
const catalogueOf = async (locale: Locale): Promise<Catalogue> => {
  const parts =
    locale === 'en'
      ? Object.values(english)
      : await Promise.all(
          Object.entries(others).flatMap(([file, load]) => (file.endsWith(`/${locale}.json`) ? [load()] : [])),
        );
  return Object.assign({}, ...parts) as Catalogue;
};

/** Each language in its own words. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  'zh-CN': '简体中文',
  ja: '日本語',
  ko: '한국어',
};

/** The language in use: the chosen one, or the machine's where it is one of ours. */
export const resolveLocale = (chosen: Locale | 'system', machine: string = navigator.language): Locale => {
  if (chosen !== 'system') return chosen;
  const [language] = machine.toLowerCase().split('-');
  return locales.find((locale) => locale.split('-')[0] === language) ?? 'en';
};

/**
 * Ids are flat: dots are part of the name. The core's texts are added under the same ids as they arrive. `isPseudo`: every text is
 * drawn out and accented, to see what a translation would break.
 */
export const startTexts = async (locale: Locale, isPseudo = false): Promise<void> => {
  const needed = [...new Set<Locale>(['en', locale])];
  const resources = await Promise.all(
    needed.map(async (one) => [one, { translation: await catalogueOf(one) }] as const),
  );
  await i18next.use({ type: 'postProcessor', name: 'pseudo', process: pseudo }).init({
    lng: locale,
    fallbackLng: 'en',
    resources: Object.fromEntries(resources),
    postProcess: isPseudo ? ['pseudo'] : false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
};

let wanted: Locale | null = null;

/** Adds texts that came from the core and switches to a language, unless another was asked for meanwhile. */
export const switchLanguage = async (locale: Locale, coreTexts: Readonly<Record<string, string>>): Promise<void> => {
  wanted = locale;
  const isThere = i18next.hasResourceBundle(locale, 'translation');
  i18next.addResources(locale, 'translation', { ...(isThere ? {} : await catalogueOf(locale)), ...coreTexts });
  if (wanted !== locale) return;
  await i18next.changeLanguage(locale);
  // Also says which forms Chinese characters have: tokens.css.
  document.documentElement.lang = locale;
};

/** Holes whose numbers are names of something and stay as they are. */
const names: ReadonlySet<string> = new Set([
  'port',
  'defaultPort',
  'status',
  'code',
  'id',
  'certificateId',
  'line',
  'column',
]);

/** Large numbers in a sentence are grouped as its language groups them. Text is left alone, also text of digits. */
const legible = (params: Phrase['params'], locale: string): NonNullable<Phrase['params']> =>
  Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'number' && Math.abs(value) >= 10_000 && !names.has(name) ? value.toLocaleString(locale) : value,
    ]),
  );

export interface Words {
  /** A text of the window. */
  readonly t: (id: string, params?: Phrase['params']) => string;
  /** A sentence that came from the core as an id with parameters. */
  readonly say: (phrase: Phrase) => string;
  /** True when the catalogue has this id. */
  readonly has: (id: string) => boolean;
  readonly locale: Locale;
}

/** Kinds of JSON values inside of a sentence: the core names them in English, `a string`, and each has words of its own. */
const inWords = (params: Phrase['params'], t: Words['t']): Phrase['params'] => {
  if (!params || !('wanted' in params || 'found' in params)) return params;
  const said = (value: string | number): string | number => {
    const id = `im.type.${String(value).replaceAll(' ', '-')}`;
    return i18next.exists(id) ? t(id) : value;
  };
  const { wanted, found } = params;
  return {
    ...params,
    ...(wanted === undefined ? {} : { wanted: said(wanted) }),
    ...(found === undefined ? {} : { found: said(found) }),
  };
};

/** Texts without holes are most of all texts, and looking one up in the catalogue costs far more than finding it here again. */
const wordsIn = (locale: Locale): Words => {
  const plain = new Map<string, string>();
  const t: Words['t'] = (id, params) => {
    if (params) return i18next.t(id, legible(params, locale));
    let text = plain.get(id);
    if (text === undefined) plain.set(id, (text = i18next.t(id)));
    return text;
  };
  return { t, say: ({ id, params }) => t(id, inWords(params, t)), has: (id) => i18next.exists(id), locale };
};

let current: Words | null = null;
const changed = new Set<() => void>();
i18next.on('languageChanged', () => {
  current = null;
  for (const tell of changed) tell();
});
const subscribe = (tell: () => void) => {
  changed.add(tell);
  return () => void changed.delete(tell);
};
// Only locales are ever set.
const currentWords = (): Words => (current ??= wordsIn(i18next.language as Locale));

/** Words in the current language. The same object until the language changes, so that what is made of words can be kept. */
export const useWords = (): Words => useSyncExternalStore(subscribe, currentWords);
