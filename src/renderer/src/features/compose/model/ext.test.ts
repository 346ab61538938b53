import { describe, expect, it } from 'vitest';
import { isJsonObject, utf8Bytes, wrapAsJson } from './ext.ts';

describe('ext', () => {
  it.each(['{}', '{"entity":{"sender":"denny"}}', ' {"a":1} '])('%j is a JSON object', (ext) =>
    expect(isJsonObject(ext)).toBe(true),
  );
  it.each(['', 'jump to denny', '"text"', '[1]', 'null', '7', '{"a":1'])('%j is none', (ext) =>
    expect(isJsonObject(ext)).toBe(false),
  );
  it.each([
    ['jump to denny', { ext: 'jump to denny' }],
    ['say "hi"', { ext: 'say "hi"' }],
    ['[1,2]', { ext: [1, 2] }],
    ['null', { ext: null }],
    ['"quoted"', { ext: 'quoted' }],
  ])('%j is wrapped into one object', (ext, wrapped) => {
    expect(JSON.parse(wrapAsJson(ext))).toEqual(wrapped);
    expect(isJsonObject(wrapAsJson(ext))).toBe(true);
  });
  it('counts bytes as they go on the wire', () => expect(utf8Bytes('a你😀')).toBe(8));
});
