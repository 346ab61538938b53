import { describe, expect, it } from 'vitest';
import { jsonTokens } from './json-tokens.ts';

const textOf = (json: string, ext: string | null = null) =>
  jsonTokens(json, ext)
    ?.map((token) => token.text)
    .join('');
const marked = (json: string, ext: string) =>
  jsonTokens(json, ext)
    ?.filter((token) => token.isExt)
    .map((token) => token.text)
    .join('');

describe('jsonTokens', () => {
  it.each(['{"aps":{"badge":1,"list":[true,null,"a"]},"empty":{},"none":[]}', '"text"', '[]', '12'])(
    'is the same JSON, indented: %s',
    (json) => expect(textOf(json)).toBe(JSON.stringify(JSON.parse(json), null, 2)),
  );
  it('marks the value the redirect reads, and nothing else', () =>
    expect(marked('{"ext":"jump to denny","from":"1"}', 'jump to denny')).toBe('"jump to denny"'));
  it('marks an ext that is an object', () =>
    expect(marked('{"entity":{"sender":"denny"}}', '{"sender":"denny"}')).toBe('{\n    "sender": "denny"\n  }'));
  it('marks nothing without an ext', () =>
    expect(jsonTokens('{"a":null}', null)?.some((one) => one.isExt)).toBe(false));
  it('tells kinds apart', () =>
    expect(jsonTokens('{"a":1}', null)?.map((one) => one.kind)).toEqual([
      'punct',
      'punct',
      'key',
      'punct',
      'number',
      'punct',
    ]));
  it('does not draw what is no JSON', () => expect(jsonTokens('hello', null)).toBeNull());
});
