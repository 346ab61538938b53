import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

const english: Readonly<Record<string, string>> = en;
const chinese: Readonly<Record<string, string>> = zh;
const holes = (text = '') => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();

/** Every id this feature's code names in full, and the beginnings of those it puts together. */
const named = () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
  );
  const code = files.map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8')).join('\n');
  const whole = [...code.matchAll(/'(credentials\.[\w.-]+)'/g)].map(([, id = '']) => id);
  const parts = [...code.matchAll(/`(credentials\.[\w.-]*)\$\{[^`]*\}([\w.-]*)`/g)].map(
    ([, start = '', end = '']) => [start, end] as const,
  );
  return { whole: [...new Set(whole)], parts };
};

describe('the words of this place', () => {
  it('exist in both languages, with the same holes', () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    for (const [id, text] of Object.entries(english)) expect([id, holes(chinese[id])]).toEqual([id, holes(text)]);
  });
  it('exist for everything the code says', () => {
    const missing = named().whole.filter((id) => english[id] === undefined);
    expect(missing).toEqual([]);
  });
  it('exist for everything the code puts together', () => {
    const missing = named().parts.filter(
      ([start, end]) => !Object.keys(english).some((id) => id.startsWith(start) && id.endsWith(end)),
    );
    expect(missing).toEqual([]);
  });
  it('are all said somewhere', () => {
    const { whole, parts } = named();
    const unsaid = Object.keys(english).filter((id) => {
      const one = id.replace(/\.one$/, '');
      return (
        !whole.includes(id) &&
        !whole.includes(one) &&
        !parts.some(([start, end]) => id.startsWith(start) && id.endsWith(end))
      );
    });
    expect(unsaid).toEqual([]);
  });
});
