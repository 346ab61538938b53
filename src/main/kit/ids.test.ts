import { describe, expect, it } from 'vitest';
import { createIds } from './ids.ts';

describe('ids', () => {
  const uuid = () => 'ffffffff-0000-4000-8000-000000000000';
  it('name what they are of', () => expect(createIds(() => 1, uuid)('exchange')).toMatch(/^ex_[0-9a-z]{20}$/));
  it('sort in the order they were made, also within a millisecond and when the clock goes back', () => {
    const times = [5, 5, 5, 3, 6];
    const newId = createIds(() => times.shift() ?? 7, uuid);
    const made = Array.from({ length: 5 }, () => newId('exchange'));
    expect(made.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(made);
    expect(new Set(made).size).toBe(5);
  });
});
