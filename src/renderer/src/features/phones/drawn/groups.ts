import type { DrawnCard } from './types.ts';

/** Cards that one stack holds, newest first. */
export interface CardGroup {
  readonly id: string;
  readonly cards: readonly [DrawnCard, ...DrawnCard[]];
}

/**
 * One group for each thread-id, and one for the cards of the app without any; the group with the newest card comes first. A
 * prediction stands alone: it has not arrived. Apple, «Using Grouped Notifications» (WWDC 2018).
 */
export const groupCards = (cards: readonly DrawnCard[]): readonly CardGroup[] => {
  const groups = new Map<string, [DrawnCard, ...DrawnCard[]]>();
  for (const drawn of cards) {
    const id = drawn.notification === null ? `predicted ${drawn.id}` : `thread ${drawn.card.groupKey}`;
    const group = groups.get(id);
    if (group) group.push(drawn);
    else groups.set(id, [drawn]);
  }
  return Array.from(groups, ([id, members]) => ({ id, cards: members }));
};

/** What a summary shows first: the higher relevance-score, then the newer. Apple: UNNotificationContent, relevanceScore. */
export const byRelevance = (cards: readonly DrawnCard[]): readonly DrawnCard[] =>
  cards.toSorted(
    (one, other) => (other.card.relevanceScore ?? 0) - (one.card.relevanceScore ?? 0) || other.atMs - one.atMs,
  );

/** A line of a list of groups. `count`: how many cards lie under the drawn one. */
export type ListRow =
  | {
      readonly kind: 'card';
      readonly id: string;
      readonly drawn: DrawnCard;
      readonly count: number;
      readonly group: string;
    }
  | { readonly kind: 'heading'; readonly id: string; readonly group: string; readonly size: number };

/** The lines of a list: a closed group is its newest card, an open one a heading and every card. */
export const rowsOf = (groups: readonly CardGroup[], isOpen: (group: string) => boolean): readonly ListRow[] =>
  groups.flatMap(({ id: group, cards }): ListRow[] => {
    const [newest] = cards;
    if (cards.length === 1 || !isOpen(group))
      return [{ kind: 'card', id: newest.id, drawn: newest, count: cards.length - 1, group }];
    return [
      { kind: 'heading', id: `heading ${group}`, group, size: cards.length },
      ...cards.map((drawn): ListRow => ({ kind: 'card', id: drawn.id, drawn, count: 0, group })),
    ];
  });
