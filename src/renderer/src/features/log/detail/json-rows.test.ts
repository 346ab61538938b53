import { describe, expect, it } from 'vitest';
import { findRows, jsonRows, parseBody } from './json-rows.ts';

const none = new Set<string>();
const root = { aps: { alert: { title: 'Denny', deep: { more: 1 } }, badge: 3 }, list: [true, null] };
const lines = (toggled: ReadonlySet<string> = none, all = false) =>
  jsonRows(root, toggled, all).map(({ path, text }) => (text === '' ? path : `${path}=${text}`));

describe('jsonRows', () => {
  it('shows keys in their order, deep branches closed', () =>
    expect(lines()).toEqual([
      '$',
      '$.aps',
      '$.aps.alert',
      '$.aps.alert.title="Denny"',
      '$.aps.alert.deep',
      '$.aps.badge=3',
      '$.list',
      '$.list[0]=true',
      '$.list[1]=null',
    ]));
  it('opens and closes what was pressed', () => {
    expect(lines(new Set(['$.aps', '$.list']))).toEqual(['$', '$.aps', '$.list']);
    expect(lines(new Set(['$.aps.alert.deep']))).toContain('$.aps.alert.deep.more=1');
    expect(lines(none, true)).toContain('$.aps.alert.deep.more=1');
  });
  it('takes what is nested ten thousand deep, and closes what is long', () => {
    const deep = parseBody(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    expect(deep === undefined ? 0 : jsonRows(deep, none, true).length).toBe(5000);
    expect(jsonRows({ long: Array.from({ length: 201 }, () => 0) }, none)).toHaveLength(2);
  });
  it('lays out four megabytes', () => {
    const big = Object.fromEntries(Array.from({ length: 40_000 }, (_, at) => [`key${at}`, 'x'.repeat(90)]));
    expect(jsonRows(big, none)).toHaveLength(40_001);
  });
});

it('finds names and values in any case', () => {
  const rows = jsonRows(root, none, true);
  expect(findRows(rows, 'denny').map((at) => rows[at]?.path)).toEqual(['$.aps.alert.title']);
  expect(findRows(rows, 'BADGE').map((at) => rows[at]?.path)).toEqual(['$.aps.badge']);
  expect(findRows(rows, '')).toEqual([]);
});

it('takes a form by its fields, and the JSON in them', () =>
  expect(parseBody('auth_token=[access-token #66f0c97e64]&message=%7B%22b%22%3A1%7D&c=x+y')).toEqual({
    auth_token: '[access-token #66f0c97e64]',
    message: { b: 1 },
    c: 'x y',
  }));
it('says when a text is no JSON', () => expect(parseBody('{')).toBeUndefined());
