import { expect, it } from 'vitest';
import { bytesOf, hexLine } from './hex.ts';

it('takes the bytes of a text and of base64', () => {
  expect([...bytesOf('é', true)]).toEqual([0xc3, 0xa9]);
  expect([...bytesOf('/wA=', false)]).toEqual([0xff, 0]);
});
it('lays out a line, and the short last one', () => {
  const bytes = bytesOf('0123456789abcdefé', true);
  expect(hexLine(bytes, 0)).toEqual({
    offset: '00000000',
    hex: '30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66',
    ascii: '0123456789abcdef',
  });
  expect(hexLine(bytes, 1)).toEqual({ offset: '00000010', hex: 'c3 a9', ascii: '··' });
});
