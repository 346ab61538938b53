import { describe, expect, it } from 'vitest';
import type { Card, Notification } from '../../../../../shared/contract/index.ts';
import { byRelevance, groupCards, rowsOf } from './groups.ts';
import type { DrawnCard } from './types.ts';

const drawnCard = (id: string, atMs: number, over: Partial<Card> = {}): DrawnCard => {
  const card: Card = {
    platform: 'ios',
    vendor: 'apns',
    visible: true,
    hiddenBecause: null,
    title: id,
    subtitle: '',
    body: '',
    localised: false,
    sound: { kind: 'none', name: '' },
    badge: null,
    imageUrl: '',
    groupKey: '',
    replaceKey: '',
    category: '',
    interruptionLevel: 'active',
    channelId: '',
    color: '',
    ext: null,
    notes: [],
    ...over,
  };
  const notification: Notification = {
    id,
    deviceId: 'dev_1',
    exchangeId: 'exc_1',
    atMs,
    card,
    state: 'shown',
    quietBecause: null,
    inForeground: false,
    keptSinceMs: null,
  };
  return { id, card, atMs, notification };
};
const cards = [
  drawnCard('d', 4, { groupKey: 'lunch' }),
  drawnCard('c', 3),
  drawnCard('b', 2, { groupKey: 'lunch' }),
  drawnCard('a', 1),
];
const ids = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => (row.kind === 'card' ? row.id : `# ${row.size}`));

describe('stacks', () => {
  it('are one for each thread, and one for the app', () =>
    expect(groupCards(cards).map((group) => group.cards.map(({ id }) => id))).toEqual([
      ['d', 'b'],
      ['c', 'a'],
    ]));
  it('never hold a prediction', () => {
    const predicted = { ...drawnCard('p', 9), notification: null };
    expect(groupCards([predicted, ...cards])).toHaveLength(3);
  });
  it('closed, are their newest card and how many lie under it', () => {
    const rows = rowsOf(groupCards(cards), () => false);
    expect(ids(rows)).toEqual(['d', 'c']);
    expect(rows.map((row) => (row.kind === 'card' ? row.count : null))).toEqual([1, 1]);
  });
  it('open, are a heading and every card', () =>
    expect(ids(rowsOf(groupCards(cards), (group) => group === 'thread lunch'))).toEqual(['# 2', 'd', 'b', 'c']));
  it('of one card are the card', () => expect(ids(rowsOf(groupCards(cards.slice(0, 1)), () => true))).toEqual(['d']));
});

it('a summary begins with the most relevant, then the newest', () => {
  const scored = [
    drawnCard('low', 1, { relevanceScore: 0.1 }),
    drawnCard('old', 1),
    drawnCard('new', 2),
    drawnCard('top', 0, { relevanceScore: 1 }),
  ];
  expect(byRelevance(scored).map(({ id }) => id)).toEqual(['top', 'low', 'new', 'old']);
});
