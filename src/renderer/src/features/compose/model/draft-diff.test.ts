import { describe, expect, it } from 'vitest';
import { diffDrafts, leavesOf } from './draft-diff.ts';

const draft = (value: unknown, options: Record<string, string> = {}) => ({ payload: JSON.stringify(value), options });

describe('two drafts side by side', () => {
  it('have each value with its place, the empty ones too', () =>
    expect(leavesOf(draft({ aps: { alert: { title: 'a' }, 'x-y': [1, { z: null }] }, e: {} }, { topic: 't' }))).toEqual(
      [
        { path: 'aps.alert.title', value: '"a"' },
        { path: 'aps.x-y[0]', value: '1' },
        { path: 'aps.x-y[1].z', value: 'null' },
        { path: 'e', value: '{}' },
        { path: 'option:topic', value: '"t"' },
      ],
    ));
  it('find the same text under another name, and say what only one of them has', () => {
    const left = draft({ aps: { alert: { title: 'Denny', body: 'Lunch?' }, badge: 1 }, same: true, n: 1 });
    const right = draft({ notification: { title: 'Denny', text: 'Lunch?' }, same: true, n: 2, count: 1 });
    expect(diffDrafts(left, right).map(({ kind, left: l, right: r }) => [kind, l?.path, r?.path])).toEqual([
      ['moved', 'aps.alert.title', 'notification.title'],
      ['moved', 'aps.alert.body', 'notification.text'],
      // A number says too little to be the same thing elsewhere.
      ['left', 'aps.badge', undefined],
      ['same', 'same', 'same'],
      ['changed', 'n', 'n'],
      ['right', undefined, 'count'],
    ]);
  });
  it('take each value of the other once, and a payload that is no JSON as one', () => {
    const twice = diffDrafts(draft({ a: 'Denny', b: 'Denny' }), draft({ c: 'Denny' }));
    expect(twice.map(({ kind }) => kind)).toEqual(['moved', 'left']);
    expect(diffDrafts({ payload: 'a=1', options: {} }, draft({ x: 1 })).map(({ kind }) => kind)).toEqual([
      'left',
      'right',
    ]);
  });
});
