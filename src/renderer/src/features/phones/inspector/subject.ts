import type { AppState, Notification, Tap } from '../../../../../shared/contract/index.ts';

export const appStates: readonly AppState[] = ['foreground', 'background', 'killed'];

/** What the inspector is about: the last tap, or a notification nobody has tapped yet. */
export type Subject =
  | { readonly kind: 'tap'; readonly id: string; readonly notificationId: string; readonly tap: Tap }
  | {
      readonly kind: 'next';
      readonly id: string;
      readonly notificationId: string;
      readonly notification: Notification;
    };

const ofTap = (tap: Tap): Subject => ({ kind: 'tap', id: tap.id, notificationId: tap.notificationId, tap });
const ofNotification = (notification: Notification): Subject => ({
  kind: 'next',
  id: notification.id,
  notificationId: notification.id,
  notification,
});

/** What can be looked at on one phone: the last tap, then what is shown, newest first. */
export const subjectsOf = (shown: readonly Notification[], tap: Tap | undefined): readonly Subject[] => [
  ...(tap ? [ofTap(tap)] : []),
  ...shown.map(ofNotification),
];

/** The chosen subject while it is there; else the last tap, or a notification that came after it. Undefined: nothing to look at. */
export const currentSubject = (subjects: readonly Subject[], chosenId: string): Subject | undefined => {
  const chosen = subjects.find((one) => one.id === chosenId);
  if (chosen) return chosen;
  const tap = subjects.find((one) => one.kind === 'tap');
  const newest = subjects.find((one) => one.kind === 'next');
  return tap && newest && newest.notification.atMs > tap.tap.atMs ? newest : (tap ?? newest);
};

/** The notification that «Tap it» touches: the one looked at, or else the newest. */
export const tappable = (subjects: readonly Subject[], current: Subject | undefined): Notification | undefined => {
  if (current?.kind === 'next') return current.notification;
  return subjects.find((one) => one.kind === 'next')?.notification;
};

/** What follows the touch in one app state: what happened where it did, else what would. */
export const tapIn = (subject: Subject, previews: readonly Tap[], state: AppState): Tap | undefined =>
  subject.kind === 'tap' && subject.tap.appState === state
    ? subject.tap
    : previews.find((preview) => preview.appState === state);
