import type { Draft, QuietReason } from '../../../shared/contract/index.ts';
import { chinaHour, reasonMaker, reasonsThat } from '../kit/quiet.ts';
import type { QuietAbout } from '../vendor.ts';
import { isMarketing, pushOf } from './payload/effective.ts';
import { sources } from './sources.ts';

const reason = reasonMaker('huawei');
const byClass = { certainty: 'documented', source: sources.classes } as const;
const bySend = { certainty: 'documented', source: sources.send } as const;
/** Marketing messages for a phone at rest wait until then. */
const morning = 6;

/** What keeps a push of Huawei quiet: its class, its importance, and the phone's night. */
export const quiet = (draft: Draft, { app, atMs }: QuietAbout): readonly QuietReason[] => {
  const push = pushOf(draft);
  const drawn = push?.drawn;
  if (!push || !drawn) return [];
  const marketing = isMarketing(push);
  const { category } = push;
  const { channel, profileId } = drawn;
  return reasonsThat([
    [push.isTrial, () => reason('trial', 'certain', 'nothing', bySend)],
    [marketing && category === '', () => reason('no-category', 'certain', 'folded', byClass)],
    [marketing && category !== '', () => reason('marketing', 'certain', 'folded', byClass)],
    [drawn.importance === 'LOW', () => reason('low', 'certain', 'silent', bySend)],
    [drawn.visibility === 'SECRET', () => reason('secret', 'certain', 'locked', bySend)],
    [
      marketing && chinaHour(atMs) < morning,
      () => reason('night', 'likely', 'later', { certainty: 'reported', source: sources.tencentPush }),
    ],
    [
      channel !== '' && !(app?.channelIds ?? []).includes(channel),
      () => reason('channel-not-created', 'possible', 'silent', { ...bySend, params: { channel } }),
    ],
    [profileId !== '', () => reason('profile', 'possible', 'nothing', bySend)],
    [!marketing, () => reason('not-granted', 'possible', 'folded', { ...byClass, params: { category } })],
    [marketing, () => reason('quota', 'possible', 'nothing', { certainty: 'documented', source: sources.frequency })],
  ]);
};
