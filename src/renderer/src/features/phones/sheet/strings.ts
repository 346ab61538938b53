import { elementsOf, readXml, textOf } from '../../../../../shared/kit/xml/read-xml.ts';

/** Texts by language tag (empty: the file does not say which), then by key. */
export type Strings = Readonly<Record<string, Readonly<Record<string, string>>>>;
export type StringsResult =
  | { readonly ok: true; readonly strings: Strings; readonly count: number }
  | {
      readonly ok: false;
      readonly line: number;
      readonly reason: 'empty' | 'strings' | 'json' | 'xml' | 'csv' | 'unknown';
    };

const fail = (reason: Exclude<StringsResult, { ok: true }>['reason'], line = 1): StringsResult => ({
  ok: false,
  line,
  reason,
});
const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
const unescape = (text: string): string =>
  text.replaceAll(/\\(?:[uU]([\da-fA-F]{4})|([\s\S]))/g, (_all, code: string | undefined, sign: string | undefined) =>
    code === undefined ? (escapes[sign ?? ''] ?? sign ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );

/** `"key" = "text";` with comments, as Xcode writes it. */
const readDotStrings = (text: string): Record<string, string> | number => {
  const entries: [string, string][] = [];
  const pair =
    /\s*(?:\/\*[\s\S]*?\*\/|\/\/[^\n]*|("(?:[^"\\]|\\[\s\S])*"|[\w.-]+)\s*=\s*"((?:[^"\\]|\\[\s\S])*)"\s*;)/y;
  let at = 0;
  while (text.slice(at).trim() !== '') {
    pair.lastIndex = at;
    const found = pair.exec(text);
    if (!found) return lineAt(text, at + (/\S/.exec(text.slice(at))?.index ?? 0));
    const [, key, value] = found;
    if (key !== undefined) entries.push([unescape(key.replace(/^"|"$/g, '')), unescape(value ?? '')]);
    at = pair.lastIndex;
  }
  return Object.fromEntries(entries);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of one localisation of a string catalogue; of plural forms the one for `other`. */
const unitOf = (localisation: unknown): string | null => {
  if (!isRecord(localisation)) return null;
  const { stringUnit, variations } = localisation;
  if (isRecord(stringUnit)) return typeof stringUnit['value'] === 'string' ? stringUnit['value'] : null;
  const plural = isRecord(variations) ? variations['plural'] : undefined;
  return isRecord(plural) ? unitOf(plural['other'] ?? Object.values(plural)[0]) : null;
};

const readCatalogue = (text: string): Strings | null => {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(file) || !isRecord(file['strings'])) return null;
  const source = typeof file['sourceLanguage'] === 'string' ? file['sourceLanguage'] : 'en';
  const strings: Record<string, Record<string, string>> = {};
  const put = (locale: string, key: string, words: string) => {
    strings[locale] = { ...strings[locale], [key]: words };
  };
  for (const [key, entry] of Object.entries(file['strings'])) {
    const localisations = isRecord(entry) && isRecord(entry['localizations']) ? entry['localizations'] : {};
    // A key without a text in the language it is written in is that text.
    if (!(source in localisations)) put(source, key, key);
    for (const [locale, localisation] of Object.entries(localisations)) {
      const words = unitOf(localisation);
      if (words !== null) put(locale, key, words);
    }
  }
  return strings;
};

/** Android's rules for quotes, blanks and backslashes in `strings.xml`. */
const androidText = (text: string): string => {
  const [, quoted] = /^\s*"([\s\S]*)"\s*$/.exec(text) ?? [];
  return unescape(quoted ?? text.trim().replaceAll(/\s+/g, ' '));
};

const readAndroid = (text: string): Record<string, string> | number => {
  const read = readXml(text);
  if (!read.ok) return read.problem.line;
  if (read.root.name !== 'resources') return 1;
  return Object.fromEntries(
    elementsOf(read.root, 'string').map((element) => [element.attributes['name'] ?? '', androidText(textOf(element))]),
  );
};

/** Rows of RFC 4180; null: a quote is never closed. */
const csvRows = (text: string): string[][] | null => {
  const rows: string[][] = [[]];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') field += text.charAt(++at);
      else isQuoted = false;
    } else if (sign === '"' && field === '') isQuoted = true;
    else if (sign === ',' || sign === '\n') {
      rows.at(-1)?.push(field.replace(/\r$/, ''));
      field = '';
      if (sign === '\n') rows.push([]);
    } else field += sign;
  }
  if (isQuoted) return null;
  rows.at(-1)?.push(field.replace(/\r$/, ''));
  return rows.filter((row) => row.some((one) => one !== ''));
};

/** The first column holds keys, the first row language tags. */
const readCsv = (text: string): Strings | null => {
  const [head, ...rows] = csvRows(text) ?? [];
  const locales = head?.slice(1).map((locale) => locale.trim()) ?? [];
  if (locales.length === 0 || locales.some((locale) => !/^[A-Za-z]{2,3}(?:[-_][\w-]+)?$/.test(locale))) return null;
  return Object.fromEntries(
    locales.map((locale, column) => [
      locale.replaceAll('_', '-'),
      Object.fromEntries(rows.flatMap((row) => (row[column + 1] ? [[row[0] ?? '', row[column + 1] ?? '']] : []))),
    ]),
  );
};

/** The language that a path names: `zh-Hans.lproj`, `values-pt-rBR`, `values-b+sr+Latn`, `de.strings`. Empty: none. */
export const localeOfPath = (path: string): string => {
  const [, lproj] = /([A-Za-z]{2,3}(?:[-_][\w-]+)?)\.lproj\//.exec(path) ?? [];
  const [, values, region, bcp47] =
    /values-(?:mcc\d+-)?(?:mnc\d+-)?(?:([a-z]{2,3})(?:-r([A-Z]{2}))?|b\+([\w+]+))(?:-[^/]*)?\//.exec(path) ?? [];
  const [, name] = /(?:^|[/._-])([a-z]{2,3}(?:-[A-Z][A-Za-z]+)?)\.(?:strings|xml)$/.exec(path) ?? [];
  return (
    lproj ??
    bcp47?.replaceAll('+', '-') ??
    (values === undefined ? undefined : region === undefined ? values : `${values}-${region}`) ??
    name ??
    ''
  ).replaceAll('_', '-');
};

const one = (locale: string, read: Record<string, string> | number, reason: 'strings' | 'xml'): StringsResult => {
  if (typeof read === 'number') return fail(reason, read);
  return { ok: true, strings: { [locale]: read }, count: Object.keys(read).length };
};
const many = (strings: Strings | null, reason: 'json' | 'csv'): StringsResult =>
  strings === null
    ? fail(reason)
    : { ok: true, strings, count: new Set(Object.values(strings).flatMap((texts) => Object.keys(texts))).size };

/** Reads texts of an app: `.strings`, `.xcstrings`, `strings.xml` or CSV, by what stands in it. Never throws. */
export const readStrings = (source: string, path: string): StringsResult => {
  const text = source.replace(/^\uFEFF/, '');
  const start = text.trimStart();
  if (start === '') return fail('empty');
  if (start.startsWith('{')) return many(readCatalogue(text), 'json');
  if (start.startsWith('<')) return one(localeOfPath(path), readAndroid(text), 'xml');
  if (/\.csv$/i.test(path)) return many(readCsv(text), 'csv');
  if (/\.strings$/i.test(path) || /^(?:"|\/[/*])/.test(start))
    return one(localeOfPath(path), readDotStrings(text), 'strings');
  return start.split('\n')[0]?.includes(',') ? many(readCsv(text), 'csv') : fail('unknown');
};

/** Chinese by its writing: the regions of today's phones, and the names that Apple and Android give their folders. */
const writingOf = (tag: string): string | null => {
  const [language, ...parts] = tag.toLowerCase().split('-');
  if (language !== 'zh') return null;
  return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-Hant' : 'zh-Hans';
};
const languageOf = (tag: string): string => (tag.split('-')[0] ?? tag).toLowerCase();

/**
 * The texts for a language: its own, those of the same language and writing with another region, those of a file that names none.
 * Chinese in the other writing is no answer.
 */
export const textsFor = (strings: Strings, locale: string): Readonly<Record<string, string>> => {
  const language = languageOf(locale);
  const writing = writingOf(locale);
  const tags = Object.keys(strings);
  const isAlike = (tag: string) => languageOf(tag) === language && writingOf(tag) === writing;
  const found =
    tags.find((tag) => tag.toLowerCase() === locale.toLowerCase()) ??
    tags.find((tag) => tag.toLowerCase() === writing?.toLowerCase()) ??
    tags.find((tag) => tag.toLowerCase() === language) ??
    tags.find(isAlike);
  return strings[found ?? ''] ?? {};
};

/** Files of one app as its texts: those that a file without a language in its name holds are for the language chosen for it. */
export const stringsOf = (files: readonly { readonly strings: Strings; readonly locale: string }[]): Strings => {
  const all: Record<string, Record<string, string>> = {};
  for (const { strings, locale } of files) {
    for (const [own, texts] of Object.entries(strings)) {
      const tag = own === '' ? locale : own;
      all[tag] = { ...all[tag], ...texts };
    }
  }
  return all;
};

/** `%@`, `%s`, `%d` in turn, `%2$@` by number, `%%` as a per cent sign. An argument that is missing leaves its place. */
export const fillArguments = (format: string, args: readonly string[]): string => {
  let next = 0;
  return format.replaceAll(/%(?:%|(?:(\d+)\$)?(?:l{0,2})[@sdiuf])/g, (all, place: string | undefined) => {
    if (all === '%%') return '%';
    return args[place === undefined ? next++ : Number(place) - 1] ?? all;
  });
};

export interface LocKeys {
  readonly titleKey: string;
  readonly bodyKey: string;
  readonly titleArgs: readonly string[];
  readonly bodyArgs: readonly string[];
}

const spellings = {
  titleKey: ['title-loc-key', 'title_loc_key'],
  bodyKey: ['loc-key', 'body_loc_key'],
  titleArgs: ['title-loc-args', 'title_loc_args'],
  bodyArgs: ['loc-args', 'body_loc_args'],
} as const;

/** The keys that a payload names in place of texts, wherever they stand in it. Empty: it names none. */
export const locKeysOf = (payload: string): LocKeys => {
  const found = new Map<string, unknown>();
  try {
    JSON.parse(payload, (key, value: unknown) => {
      if (!found.has(key)) found.set(key, value);
      return value;
    });
  } catch {
    // A payload that cannot be read names nothing; the composer says what is wrong with it.
  }
  const pick = (names: readonly string[]): unknown =>
    names.map((name) => found.get(name)).find((value) => value !== undefined);
  const text = (names: readonly string[]): string => {
    const value = pick(names);
    return typeof value === 'string' ? value : '';
  };
  const list = (names: readonly string[]): readonly string[] => {
    const value = pick(names);
    return Array.isArray(value) ? value.map(String) : [];
  };
  return {
    titleKey: text(spellings.titleKey),
    bodyKey: text(spellings.bodyKey),
    titleArgs: list(spellings.titleArgs),
    bodyArgs: list(spellings.bodyArgs),
  };
};
