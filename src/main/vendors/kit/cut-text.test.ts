import { describe, expect, it } from 'vitest';
import { codePoints, cutText, shorten } from './cut-text.ts';

describe('cutText', () => {
  it('leaves a text of exactly the limit alone', () => {
    expect(cutText('a'.repeat(50), 50)).toBe('a'.repeat(50));
  });
  it('keeps three units for the dots', () => {
    expect(cutText('a'.repeat(51), 50)).toBe(`${'a'.repeat(47)}...`);
  });
  it('never halves a surrogate pair', () => {
    expect(cutText(`${'a'.repeat(46)}😀😀😀`, 50)).toBe(`${'a'.repeat(46)}...`);
    expect(cutText(`${'a'.repeat(45)}😀😀😀`, 50)).toBe(`${'a'.repeat(45)}😀...`);
  });
});

describe('counting and shortening', () => {
  it('counts an emoji once', () => {
    expect(codePoints('a😀中')).toBe(3);
  });
  it('marks what was left out of a sentence', () => {
    expect(shorten('abcdef', 3)).toBe('abc…');
    expect(shorten('abc', 3)).toBe('abc');
  });
});
