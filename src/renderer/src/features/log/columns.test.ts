import { expect, it } from 'vitest';
import { columnsAt, templateOf } from './columns.ts';

const all = { hidden: [], path: '' };
const always = ['time', 'origin', 'vendor', 'outcome', 'words', 'status'];

it.each([
  [800, '', [...always, 'ms', 'bytes', 'to']],
  [719, '', [...always, 'to']],
  [840, 'aps.badge', [...always, 'ms', 'bytes', 'to', 'value']],
  [837, 'aps.badge', [...always, 'to', 'value']],
  [649, '', always],
  [600, 'aps.badge', [...always, 'value']],
  [579, 'aps.badge', always],
])('at %i pixels with the path «%s»', (width, path, columns) =>
  expect(columnsAt({ ...all, path }, width).toSorted()).toEqual(columns.toSorted()),
);
it('leaves out what somebody left out', () =>
  expect(columnsAt({ hidden: ['to', 'bytes'], path: '' }, 2000)).not.toContain('to'));

/** Pixels that the columns need at least, with what stands between and beside them. */
const least = (template: string): number =>
  template
    .split(/ (?![^(]*\))/)
    .map((track) => Number(/(\d+)(?:px)?/.exec(track)?.[1] ?? 0) + 8)
    .reduce((sum, one) => sum + one, 24 - 8);
it.each(['', 'aps.badge'])('nothing stands outside at any width, with the path «%s»', (path) => {
  for (let width = 400; width <= 1000; width++)
    expect(least(templateOf(columnsAt({ ...all, path }, width), width)), String(width)).toBeLessThanOrEqual(width);
});
