import { expect, it } from 'vitest';
import { readTokens } from './tokens.ts';

it.each([
  ['a\nb\n', ['a', 'b']],
  ['\uFEFFname,token\r\nDenny,"t1"\r\nVinson,t2', ['t1', 't2']],
  ['device_token\nx', ['x']],
  ['a;1\nb;2', ['a', 'b']],
  ['a\na', ['a', 'a']],
  ['name,token\n"Denny, ""the one""",t1\nVinson,"t2"', ['t1', 't2']],
  ['name\ttoken\n\tt1', ['t1']],
  ['"a"\n"b"', ['a', 'b']],
  ['', []],
  ['\n\n , ', []],
])('%j', (text, tokens) => expect(readTokens(text)).toEqual(tokens));
