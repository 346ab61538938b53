import { describe, expect, it } from 'vitest';
import { diffBodies, diffFacts, diffHeaders, onlyDifferent } from './diff.ts';
import { pairKey, pairOf } from './pair.ts';

const changes = (left: unknown, right: unknown) =>
  onlyDifferent(diffBodies(JSON.stringify(left), JSON.stringify(right)))
    .filter((row) => row.state !== 'same')
    .map(({ id, state, left: first, right: second }) => [id, state, first, second]);

describe('diffBodies', () => {
  const base = { aps: { alert: { title: 'Denny', body: 'Lunch?' }, badge: 1 }, list: [1, 2] };
  it('finds nothing in equal values, whatever the order and the spaces', () => {
    expect(changes(base, base)).toEqual([]);
    expect(onlyDifferent(diffBodies('{"a":1,"b":2}', '{ "b": 2,\n"a": 1 }'))).toEqual([]);
  });
  it('finds a changed value, one added, one taken away, with the branch above', () => {
    expect(changes(base, { ...base, aps: { ...base.aps, badge: 2 } })).toEqual([['$.aps.badge', 'changed', '1', '2']]);
    expect(changes(base, { ...base, ext: 'x' })).toEqual([['$.ext', 'added', null, '"x"']]);
    expect(changes(base, { ...base, list: [1] })).toEqual([['$.list.1', 'removed', '2', null]]);
    const rows = onlyDifferent(diffBodies('{"a":{"b":{"c":1}},"d":1}', '{"a":{"b":{"c":2}},"d":1}'));
    expect(rows.map(({ id }) => id)).toEqual(['$', '$.a', '$.a.b', '$.a.b.c']);
  });
  it('tells null from nothing', () => {
    expect(changes({ a: null }, {})).toEqual([['$.a', 'removed', 'null', null]]);
    expect(changes({ a: null }, { a: null })).toEqual([]);
  });
  it('shows a value that becomes a branch', () =>
    expect(changes({ a: 1 }, { a: { b: 1 } })).toEqual([
      ['$.a', 'changed', '1', '{ }'],
      ['$.a.b', 'added', null, '1'],
    ]));
  it('compares other texts line by line', () =>
    expect(onlyDifferent(diffBodies('a=1\nb=2', 'a=1\nb=3'))).toMatchObject([
      { label: '2', left: 'b=2', right: 'b=3' },
    ]));
  it('has no rows for two empty bodies', () => expect(diffBodies('', '')).toEqual([]));
});

it('compares headers by name in any case, repeats together', () =>
  expect(
    onlyDifferent(
      diffHeaders(
        [
          ['Apns-Topic', 'a'],
          ['x', '1'],
          ['x', '2'],
        ],
        [
          ['apns-topic', 'a'],
          ['x', '1'],
          ['y', '1'],
        ],
      ),
    ),
  ).toMatchObject([
    { label: 'x', state: 'changed', left: '1\n2', right: '1' },
    { label: 'y', state: 'added' },
  ]));

it('leaves out facts that neither side has', () =>
  expect(diffFacts([['status', '200', '400'], ['note', '', '']])).toMatchObject([{ label: 'status', state: 'changed' }])); // prettier-ignore

it('puts two exchanges into one address', () => {
  expect(pairOf(pairKey('ex_1', 'ex_2'))).toEqual({ id: 'ex_1', other: 'ex_2' });
  expect(pairOf('ex_1')).toEqual({ id: 'ex_1', other: '' });
  expect(pairKey('ex_1', 'ex_1')).toBe('ex_1');
  expect(pairKey('', 'ex_2')).toBe('ex_2');
});
