import { describe, expect, it } from 'vitest';
import { pseudo } from './pseudo.ts';

describe('the pseudo-locale', () => {
  it('gives letters accents and makes the text four tenths longer', () => {
    expect(pseudo('Send')).toBe('Šéñđ·óñ');
    const sentence = 'The gateway refuses the push.';
    expect(pseudo(sentence).length).toBeGreaterThanOrEqual(Math.floor(sentence.length * 1.3));
    expect(pseudo(sentence)).not.toMatch(/[a-z]/i);
  });
  it('leaves alone what is no text', () => {
    expect(pseudo('')).toBe('');
    expect(pseudo('1,204 · 37 %')).toBe('1,204 · 37 %');
    expect(pseudo('限制')).toBe('限制');
  });
});
