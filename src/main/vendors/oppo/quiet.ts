import type { Draft, QuietReason } from '../../../shared/contract/index.ts';
import { reasonMaker, reasonsThat } from '../kit/quiet.ts';
import type { QuietAbout } from '../vendor.ts';
import { classOf, levelOf } from './categories.ts';
import { notificationOf } from './display.ts';
import { textOf } from './payload/fields.ts';
import { sources } from './sources.ts';

const reason = reasonMaker('oppo');
const byNotification = { certainty: 'documented', source: sources.notification } as const;
const byClass = { certainty: 'documented', source: sources.categories } as const;

/** What keeps a push of OPPO quiet: its channel, its level and its class. */
export const quiet = (draft: Draft, { app }: QuietAbout): readonly QuietReason[] => {
  const n = notificationOf(draft);
  if (!n) return [];
  const channel = textOf(n, 'channel_id') ?? '';
  const level = levelOf(n);
  const isPublic = classOf(n, null) === 'public';
  return reasonsThat([
    [level === 1, () => reason('level-1', 'certain', 'silent', byNotification)],
    [level === 2, () => reason('level-2', 'certain', 'silent', byNotification)],
    [textOf(n, 'show_time_type') === '1', () => reason('scheduled', 'certain', 'later', byNotification)],
    [
      channel !== '' && !(app?.channelIds ?? []).includes(channel),
      () => reason('channel-not-created', 'likely', 'nothing', { ...byNotification, params: { channel } }),
    ],
    [level === null, () => reason('channel-decides', 'possible', 'silent', { ...byNotification, params: { channel } })],
    [true, () => reason('switch-off', 'possible', 'nothing', { certainty: 'documented', source: sources.tencentOppo })],
    [isPublic, () => reason('not-from-store', 'possible', 'nothing', byClass)],
    [isPublic, () => reason('quota', 'possible', 'nothing', byClass)],
    [textOf(n, 'network_type') === '1', () => reason('wifi', 'possible', 'later', byNotification)],
  ]);
};
