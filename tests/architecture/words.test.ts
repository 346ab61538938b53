/** What people read, and what the repository may not contain. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const catalogues = files.filter((file) => /(^|\/)(i18n|texts)\/en\.json$/.test(file));
/** All but what vendors say of their own codes and fields, which stays in English there. */
const inEastAsian = catalogues.filter((file) => !file.startsWith('src/main/vendors/'));
const holes = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '').toSorted();
const parse = (file: string): Record<string, string> => JSON.parse(read(file)) as Record<string, string>;

describe('catalogues', () => {
  it('are found', () => expect(catalogues.length).toBeGreaterThan(5));
  it.each(catalogues)('%s and its Chinese have the same entries and holes', (file) => {
    const en = parse(file);
    const zh = parse(file.replace('en.json', 'zh-CN.json'));
    expect(Object.keys(zh).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [id, words] of Object.entries(en)) {
      expect(words, id).not.toBe('');
      expect(holes(zh[id] ?? ''), id).toEqual(holes(words));
    }
  });
  it.each(inEastAsian)('%s has the same entries and holes in Japanese and Korean', (file) => {
    const en = parse(file);
    for (const locale of ['ja', 'ko']) {
      const words = parse(file.replace('en.json', `${locale}.json`));
      expect(Object.keys(words).toSorted(), locale).toEqual(Object.keys(en).toSorted());
      for (const [id, text] of Object.entries(en)) {
        expect(words[id], `${locale} ${id}`).not.toBe('');
        expect(holes(words[id] ?? ''), `${locale} ${id}`).toEqual(holes(text));
        expect(words[id], `${locale} ${id}`).not.toMatch(/[!！]$/);
      }
    }
  });
  it('R67 every name and sentence of a rule is there in four languages, each in its own script', () => {
    const rules = files.find((file) => file === 'src/main/im/texts/en.json') ?? '';
    const gates = Object.keys(parse(rules)).filter((id) => id.startsWith('im.gate.'));
    expect(gates.length).toBeGreaterThan(30);
    const scripts = {
      en: /^[^\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u,
      'zh-CN': /\p{Script=Han}/u,
      ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
      ko: /\p{Script=Hangul}/u,
    };
    for (const [locale, script] of Object.entries(scripts)) {
      const words = parse(rules.replace('en.json', `${locale}.json`));
      for (const id of gates) expect(words[id], `${locale} ${id}`).toMatch(script);
    }
  });
  it.each(files.filter((file) => file.startsWith('resources/presets/')))(
    '%s has its words in four languages',
    (file) => {
      const { name, about } = JSON.parse(read(file)) as Record<'name' | 'about', Record<string, string>>;
      for (const words of [name, about]) {
        expect(Object.keys(words)).toEqual(['en', 'zh-CN', 'ja', 'ko']);
        for (const text of Object.values(words)) expect(text).not.toBe('');
      }
      expect(about['ja']).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
      expect(about['ko']).toMatch(/\p{Script=Hangul}/u);
    },
  );
  it('no entry stands in two of them', () => {
    const seen = new Map<string, string>();
    for (const file of catalogues) {
      for (const id of Object.keys(parse(file))) {
        expect(seen.get(id), id).toBeUndefined();
        seen.set(id, file);
      }
    }
  });
  it('have every entry that the window names', () => {
    const known = new Set(catalogues.flatMap((file) => Object.keys(parse(file))));
    const sources = files.filter((file) => /^src\/renderer\/.*\.tsx?$/.test(file) && !file.includes('.test.'));
    const missing = sources.flatMap((file) =>
      [...read(file).matchAll(/\bt\(\s*'([^']+)'/g)]
        .map((match) => match[1] ?? '')
        .filter((id) => !known.has(id))
        .map((id) => `${file}: ${id}`),
    );
    expect(missing).toEqual([]);
  });
  it('have every entry that is named by a prefix and a value', () => {
    const ids = catalogues.flatMap((file) => Object.keys(parse(file)));
    const sources = files.filter((file) => /^src\/renderer\/.*\.tsx?$/.test(file) && !file.includes('.test.'));
    const missing = sources.flatMap((file) =>
      [...read(file).matchAll(/\bt\(\s*`([^`$]+)\$\{/g)]
        .map((match) => match[1] ?? '')
        .filter((prefix) => !ids.some((id) => id.startsWith(prefix)))
        .map((prefix) => `${file}: ${prefix}…`),
    );
    expect(missing).toEqual([]);
  });
  it('have no text that nothing says', () => {
    const code = files
      .filter((file) => /^src\/.*\.tsx?$/.test(file))
      .map(read)
      .join('\n');
    // Every text in quotes, and the beginning of every text with a hole: a look into a set, not through all the code for each id.
    const said = new Set(Array.from(code.matchAll(/(['`])([\w.@:()-]+)\1/g), (match) => match[2]));
    const counted = new Set(Array.from(code.matchAll(/counted\(t, '([^']+)'/g), (match) => match[1]));
    const begun = new Set(Array.from(code.matchAll(/`([\w.-]+)\.\$\{/g), (match) => match[1]));
    const own = catalogues.filter((file) => file.startsWith('src/renderer/'));
    const unused = own.flatMap((file) =>
      Object.keys(parse(file)).filter((id) => {
        if (said.has(id) || /^(error|notice)\./.test(id)) return false;
        // The form for one thing is asked for by the name of the form for many.
        if (id.endsWith('.one') && counted.has(id.slice(0, -'.one'.length))) return false;
        const parts = id.split('.');
        return !parts.some((_, at) => at > 0 && begun.has(parts.slice(0, at).join('.')));
      }),
    );
    expect(unused).toEqual([]);
  });
});

describe('styles', () => {
  const modules = files.filter((file) => file.endsWith('.module.css') && !file.includes('/features/phones/'));
  it.each(modules)('%s has no colour of its own', (file) => {
    const colours = read(file).match(/#[0-9a-f]{3,8}\b|\brgba?\([^)]*\)|\bhsla?\(/gi) ?? [];
    expect(colours.filter((colour) => !/rgb\(0 0 0 \/ 0\.\d+\)/.test(colour))).toEqual([]);
  });
});

describe('the repository', () => {
  it('names no path of a machine and no registry', () => {
    const text = files.filter(
      (file) =>
        /\.(ts|tsx|mjs|cjs|js|json|md|css|html|yml|yaml|sh)$|^\.[a-z]/.test(file) && file !== 'package-lock.json',
    );
    const bad = text.filter(
      (file) =>
        file !== 'tests/architecture/words.test.ts' &&
        /\/work\/|registry\.npmjs\.org|deb\.debian\.org|\.\.\/shared\/(design|style|facts|look|toolchain)/.test(
          read(file),
        ),
    );
    expect(bad).toEqual([]);
  });
  it('has no test that runs alone', () => {
    const tests = files.filter((file) => /\.(test|spec)\.tsx?$/.test(file) && !file.endsWith('words.test.ts'));
    expect(tests.filter((file) => /\b(it|test|describe)\.only\(/.test(read(file)))).toEqual([]);
  });
});
