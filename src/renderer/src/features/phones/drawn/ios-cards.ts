import type { App, Device } from '../../../../../shared/contract/index.ts';
import { alertOn, waitsForSummary } from '../alert/ios-alert.ts';
import type { IosCards } from './ios-screen.tsx';
import type { DrawnCard } from './types.ts';

/**
 * Which screen of an iPhone shows which cards. A push that a Focus silenced is in Notification Centre and not on the lock screen; one
 * that waits for the summary is in neither.
 */
export const iosCards = (cards: readonly DrawnCard[], device: Device, app: App | undefined): IosCards => {
  const subjectOf = ({ card, notification }: DrawnCard) => ({
    card,
    device,
    app,
    inForeground: notification?.inForeground ?? false,
  });
  const listed = cards.filter((drawn) => alertOn('list', subjectOf(drawn)));
  const center = listed.filter(({ card }) => !waitsForSummary(card, device));
  return {
    center,
    lock: center.filter((drawn) => alertOn('focus', subjectOf(drawn))),
    waiting: listed.filter(({ card }) => waitsForSummary(card, device)),
    banner: center.find((drawn) => !drawn.notification?.inForeground && alertOn('banner', subjectOf(drawn))),
  };
};
