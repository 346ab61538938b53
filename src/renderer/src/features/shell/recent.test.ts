import { expect, it } from 'vitest';
import { readRecent, rememberRecent } from './recent.ts';

const storageOf = (text: string | null = null) => {
  let kept = text;
  return { getItem: () => kept, setItem: (_key: string, value: string) => void (kept = value) };
};

it('keeps the five used last, newest first, each once', () => {
  const storage = storageOf();
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'b']) rememberRecent(storage, id);
  expect(readRecent(storage)).toEqual(['b', 'f', 'e', 'd', 'c']);
});

it.each([[null], ['{'], ['{"a":1}'], ['[1,null]']])('begins anew with %s', (text) =>
  expect(readRecent(storageOf(text))).toEqual([]),
);
