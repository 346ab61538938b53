import { describe, expect, it } from 'vitest';
import type { Notification, Tap } from '../../../../../shared/contract/index.ts';
import { currentSubject, subjectsOf, tapIn, tappable } from './subject.ts';

// Only what the functions read; the rest of these types is of no matter here.
const shown = (id: string, atMs: number) => ({ id, atMs }) as Notification;
const tap = { id: 'tap_1', notificationId: 'ntf_0', atMs: 50, appState: 'killed' } as Tap;

describe('what the inspector is about', () => {
  it('is nothing on a phone that got nothing', () =>
    expect(currentSubject(subjectsOf([], undefined), '')).toBeUndefined());
  it('is the newest notification before any tap', () =>
    expect(currentSubject(subjectsOf([shown('b', 20), shown('a', 10)], undefined), '')?.id).toBe('b'));
  it('is the last tap after it', () => expect(currentSubject(subjectsOf([shown('b', 20)], tap), '')?.id).toBe('tap_1'));
  it('is what came after the last tap', () =>
    expect(currentSubject(subjectsOf([shown('c', 60), shown('b', 20)], tap), '')?.id).toBe('c'));
  it('is what was chosen, while it is there', () => {
    const subjects = subjectsOf([shown('c', 60), shown('b', 20)], tap);
    expect(currentSubject(subjects, 'b')?.id).toBe('b');
    expect(currentSubject(subjects, 'gone')?.id).toBe('c');
  });
});

describe('what «Tap it» touches', () => {
  const subjects = subjectsOf([shown('b', 20), shown('a', 10)], tap);
  it('is the notification looked at', () => expect(tappable(subjects, currentSubject(subjects, 'a'))?.id).toBe('a'));
  it('is the newest while a tap is looked at', () =>
    expect(tappable(subjects, currentSubject(subjects, 'tap_1'))?.id).toBe('b'));
  it('is nothing when none is left', () => expect(tappable(subjectsOf([], tap), undefined)).toBeUndefined());
});

describe('tapIn', () => {
  // As above.
  const previews = [{ id: 'p', appState: 'killed' } as Tap, { id: 'q', appState: 'background' } as Tap];
  const [real] = subjectsOf([], tap);
  it('is the real tap in the state it happened in', () => expect(tapIn(real!, previews, 'killed')?.id).toBe('tap_1'));
  it('is the preview in the others', () => expect(tapIn(real!, previews, 'background')?.id).toBe('q'));
  it('is nothing where nobody knows', () => expect(tapIn(real!, previews, 'foreground')).toBeUndefined());
});
