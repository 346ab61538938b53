import { describe, expect, it } from 'vitest';
import { findJsonError, positionOf } from './json-position.ts';

const legal = [
  '0',
  '-1.5e+10',
  'null',
  ' true ',
  '"a\\u00e9\\n\\"b"',
  '[]',
  '{}',
  '[1,[2,{"a":[]}],"x"]',
  '{"a":{"b":[true,false,null]},"c":1}',
  '\n{\t"a" : 1 }\r\n',
  '['.repeat(100_000) + ']'.repeat(100_000),
];
const broken: readonly (readonly [string, number])[] = [
  ['', 0],
  ['   ', 3],
  ['{', 1],
  ['{"a"', 4],
  ['{"a":', 5],
  ['{"a":1', 6],
  ['{"a":1,}', 7],
  ['{,}', 1],
  ['{a:1}', 1],
  ["{'a':1}", 1],
  ['{"a" 1}', 5],
  ['{"a":1 "b":2}', 7],
  ['[1,]', 3],
  ['[1 2]', 3],
  ['[}', 1],
  ['{]', 1],
  ['nul', 0],
  ['01', 1],
  ['1.', 1],
  ['+1', 0],
  ['"abc', 4],
  ['"a\\x"', 2],
  ['"a\nb"', 2],
  ['{} {}', 3],
  ['\uFEFF{}', 0],
  ['['.repeat(100_000), 100_000],
];

const named = (text: string): string =>
  text.length > 40 ? `${text.slice(0, 20)}… (${text.length})` : JSON.stringify(text);

describe('place of a mistake in JSON', () => {
  it.each(legal.map((text) => [named(text), text] as const))('finds none in legal JSON: %s', (_name, text) => {
    expect(() => JSON.parse(text)).not.toThrow();
    expect(findJsonError(text)).toBeNull();
  });
  it.each(broken.map(([text, offset]) => [named(text), offset, text] as const))('%s → %i', (_name, offset, text) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(findJsonError(text)).toBe(offset);
  });
  it('agrees with the engine about every text one step away from a legal one', () => {
    const text = '{"a":[1,-2.5e3,"b\\u00e9"],"c":{"d":null,"e":true}}';
    const parses = (one: string): boolean => {
      try {
        JSON.parse(one);
        return true;
      } catch {
        return false;
      }
    };
    for (let at = 0; at <= text.length; at += 1) {
      for (const char of ['', '"', '{', '}', '[', ']', ',', ':', '0', '-', 'e', '.', '\\', '\n', 'x']) {
        for (const cut of [0, 1]) {
          const changed = text.slice(0, at) + char + text.slice(at + cut);
          expect(findJsonError(changed) === null, changed).toBe(parses(changed));
        }
      }
    }
  });
  it('counts lines and columns from 1', () => {
    expect(positionOf('a\nbc', 3)).toEqual({ line: 2, column: 2, near: 'c' });
    expect(positionOf('abc', 0)).toEqual({ line: 1, column: 1, near: 'abc' });
    expect(positionOf('a\nb', 1)).toEqual({ line: 1, column: 2, near: '↵' });
    expect(positionOf('a\n', 2)).toEqual({ line: 2, column: 1, near: '' });
  });
});
