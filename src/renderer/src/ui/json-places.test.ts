import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/contract/index.ts';
import { marksOf, placeOf, pretty } from './json-places.ts';

const text = '{"aps": {"alert": {"title": "a"}, "x-y": [1, 2]}}';
const at = (path: string) => {
  const { from, to } = placeOf(text, path);
  return text.slice(from, to);
};
const problem = (path: string): Problem => ({
  severity: 'error',
  code: 'x',
  path,
  phrase: { id: 'x' },
  certainty: 'documented',
});

describe('placeOf', () => {
  it.each([
    ['$.aps.alert.title', '"a"'],
    ['$.aps["x-y"][1]', '2'],
    ['$.aps.alert.body', '{"title": "a"}'],
    ['$', '{'],
    ['options.topic', '{'],
  ])('%s is %s', (path, found) => expect(at(path)).toBe(found));
  it('a text that breaks off is marked where it breaks', () => expect(placeOf('{"a":', '$').from).toBe(5));
  it('nesting deeper than the stack names no place, and throws nothing', () =>
    expect(placeOf('['.repeat(100_000), '$.aps')).toEqual({ from: 0, to: 1 }));
});

describe('marksOf', () => {
  it('marks what has a place and leaves the rest', () =>
    expect(marksOf(text, [problem('$.aps.alert'), problem('options.topic')], () => 'words')).toEqual([
      { from: 18, to: 32, severity: 'error', message: 'words' },
    ]));
});

describe('pretty', () => {
  it('lays JSON out', () => expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}'));
  it('leaves any other text as it is', () => expect(pretty('{“a”')).toBe('{“a”'));
});
