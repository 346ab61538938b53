import { expect, it } from 'vitest';
import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

const holesOf = (words: string): readonly string[] =>
  [...words.matchAll(/\{\{\w+\}\}/g)].map(([hole]) => hole).toSorted();

it('has the same ids and holes in both languages', () => {
  const holes = (catalogue: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(catalogue).map(([id, words]) => [id, holesOf(words)]));
  expect(holes(zhCN)).toEqual(holes(en));
});

it('names every text after the place', () =>
  expect(Object.keys(en).filter((id) => !id.startsWith('phones.'))).toEqual([]));
