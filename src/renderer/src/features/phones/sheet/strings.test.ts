import { describe, expect, it } from 'vitest';
import { fillArguments, localeOfPath, locKeysOf, readStrings, stringsOf, textsFor } from './strings.ts';

const read = (text: string, path = '') => {
  const result = readStrings(text, path);
  return result.ok ? result.strings : result;
};

describe('files of texts', () => {
  it('.strings: keys, escapes and comments', () =>
    expect(
      read('/* a */\n"HI" = "Hello \\"%@\\"\\n";\n// b\nplain = "x";', 'zh-Hans.lproj/Localizable.strings'),
    ).toEqual({
      'zh-Hans': { HI: 'Hello "%@"\n', plain: 'x' },
    }));
  it('.strings: names the line where it breaks', () =>
    expect(read('"A" = "b";\n"C" = "d"', 'en.strings')).toEqual({ ok: false, reason: 'strings', line: 2 }));
  it('.xcstrings: every language, plural forms by «other», the key where the source language has no text', () =>
    expect(
      read(
        JSON.stringify({
          sourceLanguage: 'en',
          strings: {
            Hello: { localizations: { de: { stringUnit: { value: 'Hallo' } } } },
            N: {
              localizations: {
                en: {
                  variations: {
                    plural: { one: { stringUnit: { value: '1' } }, other: { stringUnit: { value: '%d' } } },
                  },
                },
              },
            },
          },
        }),
      ),
    ).toEqual({ en: { Hello: 'Hello', N: '%d' }, de: { Hello: 'Hallo' } }));
  it('strings.xml: Android’s quotes and backslashes', () =>
    expect(
      read(
        '<resources><string name="a">It\\\'s  <b>new</b></string><string name="b">"  kept "</string></resources>',
        'res/values-pt-rBR/strings.xml',
      ),
    ).toEqual({ 'pt-BR': { a: "It's new", b: '  kept ' } }));
  it('CSV: the first row names the languages', () =>
    expect(read('key,en,zh-CN\r\nHI,"Hello, you","你好"\r\n', 'a.csv')).toEqual({
      en: { HI: 'Hello, you' },
      'zh-CN': { HI: '你好' },
    }));
  it.each([
    ['', 'a.csv', 'empty'],
    ['{"a":', 'a.xcstrings', 'json'],
    ['{"a":1}', 'a.xcstrings', 'json'],
    ['<resources>', 'strings.xml', 'xml'],
    ['<plist/>', 'strings.xml', 'xml'],
    ['key,"en', 'a.csv', 'csv'],
    ['key,not a language', 'a.csv', 'csv'],
    ['hello', 'a.txt', 'unknown'],
  ])('says what %j is not', (text, path, reason) => expect(read(text, path)).toMatchObject({ ok: false, reason }));
});

it('a path names its language', () => {
  expect(localeOfPath('App/fr.lproj/Localizable.strings')).toBe('fr');
  expect(localeOfPath('res/values/strings.xml')).toBe('');
});

it('a language falls back to itself without the region, and to a file that names none', () => {
  expect(textsFor({ de: { a: '1' }, '': { a: '0' } }, 'de-AT')).toEqual({ a: '1' });
  expect(textsFor({ 'zh-Hans': { a: '1' } }, 'zh-CN')).toEqual({ a: '1' });
  expect(textsFor({ '': { a: '0' } }, 'fr')).toEqual({ a: '0' });
});

it('arguments fill a format in turn or by number', () => {
  expect(fillArguments('%@ and %@: 100%%', ['a', 'b'])).toBe('a and b: 100%');
  expect(fillArguments('%2$@ %1$s %3$d', ['a', 'b'])).toBe('b a %3$d');
});

it('keys are found in the payloads of Apple and of Google', () => {
  expect(locKeysOf('{"aps":{"alert":{"loc-key":"B","loc-args":["x"],"title-loc-key":"T"}}}')).toEqual({
    titleKey: 'T',
    bodyKey: 'B',
    titleArgs: [],
    bodyArgs: ['x'],
  });
  expect(locKeysOf('{"message":{"android":{"notification":{"body_loc_key":"B"}}}}').bodyKey).toBe('B');
  expect(locKeysOf('no json').bodyKey).toBe('');
});

describe('texts for a language', () => {
  const strings = {
    de: { a: 'de' },
    'zh-CN': { a: 'zh-CN' },
    'zh-TW': { a: 'zh-TW' },
    'pt-BR': { a: 'pt-BR' },
    '': { a: 'any' },
  };
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['zh-CN', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['pt', 'pt-BR'],
    ['fr', 'any'],
  ])('%s takes those of %s', (locale, found) => expect(textsFor(strings, locale)).toEqual({ a: found }));
  it('Chinese in the other writing is no answer', () =>
    expect(textsFor({ 'zh-Hant': { a: '繁' } }, 'zh-CN')).toEqual({}));
});

describe('several files', () => {
  it('keeps folders of Android apart', () => {
    const file = (path: string, text: string) => {
      const result = readStrings(`<resources><string name="a">${text}</string></resources>`, path);
      return { strings: result.ok ? result.strings : {}, locale: '' };
    };
    expect(
      stringsOf([
        file('res/values/strings.xml', 'any'),
        file('res/values-de/strings.xml', 'de'),
        file('res/values-zh-rCN/strings.xml', 'zh'),
        file('res/values-b+sr+Latn/strings.xml', 'sr'),
      ]),
    ).toEqual({ '': { a: 'any' }, de: { a: 'de' }, 'zh-CN': { a: 'zh' }, 'sr-Latn': { a: 'sr' } });
  });
  it('takes a file that names no language for the one chosen for it', () =>
    expect(
      stringsOf([
        { strings: { '': { a: '1' } }, locale: 'de' },
        { strings: { '': { b: '2' } }, locale: 'de' },
      ]),
    ).toEqual({ de: { a: '1', b: '2' } }));
});
