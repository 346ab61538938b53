import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../../../shared/kit/filter/index.ts';
import { aSummary } from '../testing.ts';
import { completeFilter } from './complete.ts';
import { filterParts, partOfCell, withoutPart, withPart } from './parts.ts';

const known = { device: ['Denny’s iPhone', 'Pixel'], reason: ['BadDeviceToken'] };
const offered = (text: string) => completeFilter(text, text.length, known).items.map((item) => item.insert);

describe('completion', () => {
  it.each([
    ['ven', ['vendor:']],
    ['vendor:xi', ['xiaomi']],
    ['a -vendor:xi', ['xiaomi']],
    ['is:sent|im', ['imported']],
    ['device:den', ['"Denny’s iPhone"']],
    ['device:"den', ['"Denny’s iPhone"']],
    ['reason:bad', ['BadDeviceToken']],
    ['(verdict:fai', ['failed']],
    ['zzz', []],
  ])('%s', (text, items) => expect(offered(text)).toEqual(items));
  it('offers every field at the beginning', () => expect(offered('')).toContain('status:'));
  it('replaces what was typed of the value, also of the second of two', () => {
    expect(completeFilter('is:sent|im', 10, known).from).toBe(8);
    expect(completeFilter('a ven', 5, known).from).toBe(2);
  });
});

describe('chips', () => {
  it('are the parts that all have to pass', () =>
    expect(filterParts('vendor:apns (a or b) -"x y"')).toEqual(['vendor:apns', '(a or b)', '-"x y"']));
  it('go one by one', () => expect(withoutPart('vendor:apns (a or b) c', 1)).toBe('vendor:apns c'));
  it('are added once, and push their opposite out', () => {
    expect(withPart('vendor:apns', 'vendor:apns')).toBe('vendor:apns');
    expect(withPart('vendor:apns x', '-vendor:apns')).toBe('x -vendor:apns');
    expect(withPart('a or b', 'c')).toBe('(a or b) c');
  });
});

describe('a cell as a filter', () => {
  const row = aSummary({ reason: 'BadDeviceToken', outcome: 'rejected', title: 'a "b"' });
  it.each(['time', 'origin', 'vendor', 'outcome', 'to', 'words', 'status', 'ms', 'bytes'])(
    '%s can be read',
    (column) => {
      const part = partOfCell(column, row, column === 'to' ? 'Denny’s iPhone' : null);
      expect(parseFilter(part ?? '')).toMatchObject({ ok: true });
    },
  );
  it('names the reason', () => expect(partOfCell('outcome', row, null)).toBe('reason:BadDeviceToken'));
});
