import { describe, expect, it } from 'vitest';
import { parseFilter, printFilter } from '../../../../shared/kit/filter/index.ts';
import { moveSelection, quickFilters, quickOf } from './rows.ts';

describe('quick filters', () => {
  it.each(Object.entries(quickFilters))('%s can be read, and is printed as it stands', (name, filter) => {
    const parsed = parseFilter(filter);
    expect(parsed.ok && parsed.node ? printFilter(parsed.node) : '').toBe(filter);
    expect(quickOf(filter)).toBe(name);
  });
  it('another filter is none of them', () => expect(quickOf('is:error x')).toBe(''));
});

describe('moveSelection', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['j', 0, 1],
    ['ArrowUp', 3, 2],
    ['k', 0, 0],
    ['ArrowDown', 9, 9],
    ['PageDown', 0, 5],
    ['PageUp', 3, 0],
    ['Home', 7, 0],
    ['End', 0, 9],
    ['ArrowUp', -1, 0],
  ])('%s from %d goes to %d', (key, at, to) => expect(moveSelection(key, at, 10, 5)).toBe(to));
  it('leaves other keys alone', () => expect(moveSelection('x', 0, 10, 5)).toBeNull());
  it('goes nowhere in an empty list', () => expect(moveSelection('Home', -1, 0, 5)).toBeNull());
});
