import { describe, expect, it } from 'vitest';
import { aosp16 } from '../skins/android.ts';
import { emui } from '../skins/huawei.ts';
import { bundlesOf, importanceOf, isSilent } from './android-groups.ts';
import type { DrawnCard } from './types.ts';

/** Only what grouping reads of a card; the rest of its type is of no matter here. */
const drawn = (id: string, groupKey = '', importance: 'low' | 'high' | 'min' = 'high'): DrawnCard =>
  ({ id, card: { groupKey, interruptionLevel: 'active' }, atMs: 0, notification: { id, importance } }) as DrawnCard;
const stock = aosp16.layout!.group;
const shape = (cards: readonly DrawnCard[], group = stock) =>
  bundlesOf(cards, group).map((one) => [one.isGroup, one.cards.map(({ id }) => id).join('')]);

describe('bundlesOf', () => {
  it('leaves three loose notifications alone on stock Android', () =>
    expect(shape(['a', 'b', 'c'].map((id) => drawn(id)))).toEqual([
      [false, 'a'],
      [false, 'b'],
      [false, 'c'],
    ]));
  it('bundles four', () => expect(shape(['a', 'b', 'c', 'd'].map((id) => drawn(id)))).toEqual([[true, 'abcd']]));
  it('bundles two on EMUI', () => expect(shape([drawn('a'), drawn('b')], emui.layout!.group)).toEqual([[true, 'ab']]));
  it('keeps a group of the push together, where its newest stands', () =>
    expect(shape([drawn('a', 'x'), drawn('b'), drawn('c', 'x')])).toEqual([
      [true, 'ac'],
      [false, 'b'],
    ]));
  it('one of a group is no group', () => expect(shape([drawn('a', 'x')])).toEqual([[false, 'a']]));
  it('talks that the app builds stand alone, however many', () => {
    const talks = ['a', 'b', 'c', 'd'].map((id) => {
      const one = drawn(id);
      return { ...one, card: { ...one.card, android: { kind: 'messaging' } } } as DrawnCard;
    });
    expect(shape(talks).map(([isGroup]) => isGroup)).toEqual([false, false, false, false]);
  });
  it('a prediction stands alone', () => {
    const preview = { ...drawn('p'), notification: null };
    expect(shape([preview, ...['a', 'b', 'c', 'd'].map((id) => drawn(id))])).toEqual([
      [false, 'p'],
      [true, 'abcd'],
    ]);
  });
});

describe('importance', () => {
  it('is what the phone decided, else what the push asks for', () => {
    expect(importanceOf(drawn('a', '', 'min'))).toBe('min');
    const predicted = (level: 'active' | 'passive'): DrawnCard => {
      const one = drawn('a');
      return { ...one, card: { ...one.card, interruptionLevel: level }, notification: null };
    };
    expect(importanceOf(predicted('active'))).toBe('high');
    expect(importanceOf(predicted('passive'))).toBe('low');
  });
  it('low and lowest are silent', () => {
    expect(isSilent(drawn('a', '', 'low'))).toBe(true);
    expect(isSilent(drawn('a', '', 'min'))).toBe(true);
    expect(isSilent(drawn('a'))).toBe(false);
  });
});
