import type { ChannelImportance } from '../../../../../shared/contract/index.ts';
import type { AndroidLayout } from '../skins/android-layout.ts';
import type { DrawnCard } from './types.ts';

/** One entry of the list in a shade: a notification by itself, or several as one. Newest first within. */
export interface Bundle {
  readonly id: string;
  readonly cards: readonly DrawnCard[];
  readonly isGroup: boolean;
}

/** The importance of a drawn card: what the phone decided, and for a prediction what the push asks for. */
export const importanceOf = ({ card, notification }: DrawnCard): ChannelImportance =>
  notification?.importance ?? (card.interruptionLevel === 'passive' ? 'low' : 'high');

/** True for what the system puts among the silent ones. */
export const isSilent = (drawn: DrawnCard): boolean => ['min', 'low'].includes(importanceOf(drawn));

/** A talk that the app built (MessagingStyle): a notification of its own, however many there are. */
export const isTalk = ({ card }: DrawnCard): boolean => card.android?.kind === 'messaging';

/**
 * The list of one section. Notifications with a group of their own stand together from two on, loose ones from as many as the skin
 * says. A prediction always stands alone, so that it can be seen. The order is that of each bundle's newest.
 */
export const bundlesOf = (cards: readonly DrawnCard[], { from }: AndroidLayout['group']): readonly Bundle[] => {
  const keyOf = (drawn: DrawnCard) => {
    const { id, card, notification } = drawn;
    return notification && !isTalk(drawn) ? `group ${card.groupKey}` : `alone ${id}`;
  };
  const byKey = Map.groupBy(cards, keyOf);
  return [...byKey].flatMap(([key, members]): Bundle[] => {
    const isLoose = key === 'group ';
    const least = isLoose ? from.value : 2;
    if (least > 0 && members.length >= least) return [{ id: key, cards: members, isGroup: true }];
    return members.map((member) => ({ id: member.id, cards: [member], isGroup: false }));
  });
};
