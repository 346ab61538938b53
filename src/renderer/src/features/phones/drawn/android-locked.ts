import type { PhoneLook } from '../../../../../shared/contract/index.ts';
import type { AndroidLayout } from '../skins/android-layout.ts';
import { isHiddenOnLock } from '../look.ts';
import { phoneWords } from '../skins/words.ts';
import { importanceOf, isSilent } from './android-groups.ts';
import type { DrawnCard } from './types.ts';

/**
 * What the locked screen of an Android phone shows of its notifications. Nothing of the least importance, nothing that the push keeps
 * from there, and of what is silent only where the phone or the push says so. Sources: Android Developers, «Notifications overview»;
 * for the makers the vendors' message classes.
 */
export const lockedCards = (
  cards: readonly DrawnCard[],
  about: {
    readonly look: Pick<PhoneLook, 'previews'>;
    readonly lock: AndroidLayout['lock'];
    readonly locale: string;
  },
): readonly DrawnCard[] => {
  const { look, lock, locale } = about;
  if (look.previews === 'never') return [];
  const isThere = (drawn: DrawnCard) =>
    drawn.card.lockScreen !== 'secret' &&
    importanceOf(drawn) !== 'min' &&
    (!isSilent(drawn) || lock.silent.value || drawn.card.lockScreen !== undefined);
  return cards.filter(isThere).map((drawn) => {
    if (!isHiddenOnLock(drawn.card, look)) return drawn;
    const { android: _style, ...card } = drawn.card;
    const body = phoneWords(locale).sensitiveHidden;
    return { ...drawn, card: { ...card, title: '', subtitle: '', body, imageUrl: '' } };
  });
};
