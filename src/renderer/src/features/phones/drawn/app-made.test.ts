import { describe, expect, it } from 'vitest';
import { appMade, shareIn } from './app-made.ts';
import type { DrawnCard } from './types.ts';

const drawn = (id: string, title: string, body: string): DrawnCard =>
  // Only what the function reads of these.
  ({ id, atMs: 1, notification: { id }, card: { title, body, groupKey: '', imageUrl: '' } }) as unknown as DrawnCard;
const newestFirst = [drawn('c', 'Denny', 'At eight?'), drawn('b', 'Mara', 'Hi'), drawn('a', 'Denny', 'Lunch?')];
const styles = (cards: readonly DrawnCard[]) => cards.map(({ id, card }) => [id, card.android]);

describe('what the app makes of its pushes', () => {
  it('leaves them as they are where it makes none', () =>
    expect(appMade(newestFirst, { appStyle: 'push' })).toBe(newestFirst));
  it('puts the messages of one sender into one talk, oldest first', () =>
    expect(styles(appMade(newestFirst, { appStyle: 'messaging' }))).toMatchObject([
      [
        'c',
        {
          kind: 'messaging',
          messages: [
            { sender: 'Denny', text: 'Lunch?' },
            { sender: 'Denny', text: 'At eight?' },
          ],
        },
      ],
      ['b', { messages: [{ sender: 'Mara', text: 'Hi' }] }],
    ]));
  it('puts everything into one inbox, newest first', () =>
    expect(styles(appMade(newestFirst, { appStyle: 'inbox' }))).toMatchObject([
      ['c', { kind: 'inbox', lines: ['Denny: At eight?', 'Mara: Hi', 'Denny: Lunch?'] }],
    ]));
  it('never mixes a prediction with what arrived', () =>
    expect(
      appMade([{ ...drawn('preview', 'Denny', 'New'), notification: null }, ...newestFirst], { appStyle: 'inbox' }),
    ).toHaveLength(2));
  it.each([
    ['Upload: 63 %', 0.63],
    ['已下载 7％', 0.07],
    ['12,5 % done', 0.125],
    ['900 %', 1],
    ['nothing', 0],
  ])('reads the share out of «%s»', (text, share) => expect(shareIn(text)).toBeCloseTo(share));
});
