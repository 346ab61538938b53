import { describe, expect, it } from 'vitest';
import { changedFields, isSame, problemsOf, required } from './draft.ts';

describe('comparing a draft with what is stored', () => {
  const stored = { name: 'a', list: ['x'], inner: { ios: 'i', android: 'p' } };
  it('nothing edited, nothing changed', () => expect(changedFields(stored, {})).toEqual({}));
  it('edited back to what it was is not changed', () => expect(changedFields(stored, { name: 'a' })).toEqual({}));
  it('only the changed field counts', () =>
    expect(changedFields(stored, { name: 'b', list: ['x'] })).toEqual({ name: 'b' }));
  it('looks inside lists', () => expect(changedFields(stored, { list: ['x', ''] })).toEqual({ list: ['x', ''] }));
  it('the order of keys does not matter', () =>
    expect(changedFields(stored, { inner: { android: 'p', ios: 'i' } })).toEqual({}));
  it('absent and undefined are the same, null is not', () => {
    expect(isSame({ a: undefined }, {})).toBe(true);
    expect(isSame({ a: null }, {})).toBe(false);
  });
});

describe('problems of a form', () => {
  it('spaces alone are nothing', () =>
    expect(required('  ', 'needs.name')).toEqual({ id: 'needs.name', isMissing: true }));
  it('keeps only the fields that have one', () =>
    expect(problemsOf<{ a: string; b: string }>({ a: undefined, b: { id: 'x' } })).toEqual({ b: { id: 'x' } }));
});
