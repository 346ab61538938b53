import { describe, expect, it } from 'vitest';
import { mendJson } from './mend-json.ts';

const good = '{"aps":{"alert":"hi","badge":1}}';

describe('mending JSON', () => {
  it('good JSON needs nothing', () => expect(mendJson(good)).toBeNull());
  it('an empty text is not mended into anything', () => expect(mendJson(' ')).toBeNull());
  it.each([
    ['bom', `\uFEFF${good}`, good],
    ['quotes', '{“aps”:{“alert”:“hi”,“badge”:1}}', good],
    ['quotes', '{‘aps’:{‘alert’:‘hi’,‘badge’:1}}', good],
    ['commas', '{"aps":{"alert":"hi","badge":1,},}', good],
    ['commas', '{"aps":{"alert":"hi","badge":1}},', good],
    ['spaces', '{\u00A0"aps":{"alert":"hi","badge":1}}', '{ "aps":{"alert":"hi","badge":1}}'],
    ['punctuation', '{"aps"：{"alert":"hi"，"badge":1}}', good],
  ] as const)('%s', (mistake, text, mended) => expect(mendJson(text)).toEqual({ text: mended, mistakes: [mistake] }));
  it('names every mistake once', () =>
    expect(mendJson('\uFEFF{“a”： 1，“b”: [1,],}')?.mistakes.toSorted()).toEqual([
      'bom',
      'commas',
      'punctuation',
      'quotes',
    ]));
  it('keeps the space around a comma that goes', () => expect(mendJson('[1, \n]')?.text).toBe('[1 \n]'));
  it('curly quotes inside a straight string are text', () =>
    expect(mendJson('{"a":"she said “hi”",}')?.text).toBe('{"a":"she said “hi”"}'));
  it('curly quotes inside a curly string are text', () =>
    expect(JSON.parse(mendJson('{“a”:“she said “hi” twice”}')?.text ?? '')).toEqual({ a: 'she said “hi” twice' }));
  it('straight quotes inside a curly string are escaped', () =>
    expect(JSON.parse(mendJson('{“a”:“she said "hi" twice”}')?.text ?? '')).toEqual({ a: 'she said "hi" twice' }));
  it('an apostrophe inside single curly quotes is text', () =>
    expect(JSON.parse(mendJson('{‘a’:‘it’s fine’}')?.text ?? '')).toEqual({ a: 'it’s fine' }));
  it('escapes stay', () => expect(JSON.parse(mendJson('{“a”:“x\\n\\"y\\"”,}')?.text ?? '')).toEqual({ a: 'x\n"y"' }));
  it('commas inside strings stay', () => expect(mendJson('{"a":",}",}')?.text).toBe('{"a":",}"}'));
  it('full-width punctuation inside strings stays', () =>
    expect(mendJson('{"a":"好，：",}')?.text).toBe('{"a":"好，："}'));
  it.each(['{"a":1', '{a:1}', '{"a":“open', 'curl https://x/', '{"a":1}}'])('%j cannot be mended', (text) =>
    expect(mendJson(text)).toBeNull(),
  );
  it('a text of a megabyte takes no noticeable time', () => {
    const long = `[${'"x", '.repeat(200_000)}]`;
    const started = performance.now();
    expect(mendJson(long)?.mistakes).toEqual(['commas']);
    expect(performance.now() - started).toBeLessThan(2000);
  });
  it('writes tabs and line breaks inside strings as escapes', () => {
    const mended = mendJson('{"a": "one\ttwo\nthree"}');
    expect(mended?.mistakes).toEqual(['tabs']);
    expect(JSON.parse(mended?.text ?? '')).toEqual({ a: 'one\ttwo\nthree' });
  });
});
