import { expect, it } from 'vitest';
import { columnsAt } from './columns.ts';

const all = { hidden: [], path: '' };
const always = ['time', 'origin', 'vendor', 'outcome', 'words', 'status'];

it.each([
  [800, '', [...always, 'ms', 'bytes', 'to']],
  [719, '', [...always, 'to']],
  [599, '', always],
  [840, 'aps.badge', [...always, 'ms', 'bytes', 'to', 'value']],
  [837, 'aps.badge', [...always, 'to', 'value']],
  [600, 'aps.badge', [...always, 'value']],
  [559, 'aps.badge', always],
])('at %i pixels with the path «%s»', (width, path, columns) =>
  expect(columnsAt({ ...all, path }, width).toSorted()).toEqual(columns.toSorted()),
);
it('leaves out what somebody left out', () =>
  expect(columnsAt({ hidden: ['to', 'bytes'], path: '' }, 2000)).not.toContain('to'));
