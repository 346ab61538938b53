import { expect, it } from 'vitest';
import { glyphOn, hueOf } from './hue.ts';

it('gives a name the same hue every time, and other names others', () => {
  expect(hueOf('ChatDemo')).toBe(hueOf('ChatDemo'));
  expect(hueOf('ChatDemo')).not.toBe(hueOf('Denny'));
  expect(hueOf('')).toBe(168);
});

it.each([
  ['#6750a4', '#fff'],
  ['#D0BCFF', '#000'],
  ['#ffffff', '#000'],
  ['#000000', '#fff'],
  ['red', null],
])('draws on %s in %s', (color, glyph) => expect(glyphOn(color)).toBe(glyph));
