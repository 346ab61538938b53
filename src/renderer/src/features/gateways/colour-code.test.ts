import { describe, expect, it } from 'vitest';
import { recipes as apnsRecipes } from '../../../../main/vendors/apns/gateway/recipes.ts';
import { colourLines } from './colour-code.ts';

const kinds = (code: string, language: string) =>
  colourLines(code, language).map((line) => line.map((part) => `${part.kind}:${part.text}`));
const sample = { token: null, appIdentifier: null, values: {}, keyFolder: null };
const textOf = (lines: ReturnType<typeof colourLines>) =>
  lines.map((line) => line.map((part) => part.text).join('')).join('\n');

describe('colourLines', () => {
  it('tells words, strings and numbers apart', () =>
    expect(kinds(`const port = 2197, host = '127.0.0.1';`, 'javascript')).toEqual([
      ['word:const', 'plain: port = ', 'number:2197', 'plain:, host = ', `string:'127.0.0.1'`, 'plain:;'],
    ]));
  it('does not colour numbers inside names', () =>
    expect(kinds('ca2 = apns2', 'javascript')).toEqual([['plain:ca2 = apns2']]));
  it('does not end a string at an escaped quote', () =>
    expect(kinds(String.raw`x('it\'s')`, 'javascript')[0]).toContain(String.raw`string:'it\'s'`));
  it('colours a string over several lines', () =>
    expect(kinds('a `b\nc` d', 'go')).toEqual([
      ['plain:a ', 'string:`b'],
      ['string:c`', 'plain: d'],
    ]));
  it('takes // for a comment and leaves it in a string', () => {
    expect(kinds('x // y', 'go')[0]).toEqual(['plain:x ', 'comment:// y']);
    expect(kinds(`'https://a'`, 'go')[0]).toEqual([`string:'https://a'`]);
  });
  it('takes # for a comment in a shell, not inside a word', () => {
    expect(kinds('a # b', 'bash')[0]).toEqual(['plain:a ', 'comment:# b']);
    expect(kinds('a#b', 'bash')[0]).toEqual(['plain:a#b']);
  });
  it('keeps empty lines', () => expect(kinds('a\n\nb', 'go')).toEqual([['plain:a'], [], ['plain:b']]));
  it.each(
    apnsRecipes({
      origin: 'https://127.0.0.1:2197',
      port: 2197,
      caPath: '/x/ca.pem',
      sample,
    }),
  )('gives $id back character by character', ({ code, language }) =>
    expect(textOf(colourLines(code, language))).toBe(code),
  );
});
