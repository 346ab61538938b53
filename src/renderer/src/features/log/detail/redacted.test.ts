import { describe, expect, it } from 'vitest';
import { hasRedaction, splitRedacted } from './redacted.ts';

describe('splitRedacted', () => {
  it('finds the mark at the end', () =>
    expect(splitRedacted('Bearer [access-token #ac879b469c]')).toEqual([
      { kind: 'plain', at: 0, text: 'Bearer ' },
      { kind: 'secret', at: 7, text: '[access-token #ac879b469c]', what: 'access-token', fingerprint: 'ac879b469c' },
    ]));
  it('finds several', () =>
    expect(splitRedacted('a=[x #aaaaaa]&b=[y #bbbbbb]&c').map((part) => part.kind)).toEqual([
      'plain',
      'secret',
      'plain',
      'secret',
      'plain',
    ]));
  it('leaves ordinary brackets alone', () =>
    expect(splitRedacted('[1] [issue #12] [Tag #zzzzzz]')).toEqual([
      { kind: 'plain', at: 0, text: '[1] [issue #12] [Tag #zzzzzz]' },
    ]));
  it('of nothing is nothing', () => expect(splitRedacted('')).toEqual([]));
});

describe('hasRedaction', () => {
  it('is true twice for the same text', () => {
    expect(hasRedaction('[signature #af07ab98f4]')).toBe(true);
    expect(hasRedaction('[signature #af07ab98f4]')).toBe(true);
  });
  it('is false without one', () => expect(hasRedaction('{"a":[1]}')).toBe(false));
});
