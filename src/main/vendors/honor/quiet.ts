import type { Draft, QuietReason } from '../../../shared/contract/index.ts';
import { chinaHour, reasonMaker, reasonsThat } from '../kit/quiet.ts';
import type { QuietAbout } from '../vendor.ts';
import { isMarketing, pushOf } from './payload/effective.ts';
import { sources } from './sources.ts';

const reason = reasonMaker('honor');
const reported = { certainty: 'reported', source: sources.tencentPush } as const;
/** Marketing messages for a phone at rest wait until then. */
const morning = 6;

/** What keeps a push of Honor quiet: everything that is not of importance NORMAL is marketing. */
export const quiet = (draft: Draft, { atMs }: QuietAbout): readonly QuietReason[] => {
  const push = pushOf(draft);
  if (!push?.drawn) return [];
  const marketing = isMarketing(push);
  const isLow = push.drawn.importance === 'LOW';
  return reasonsThat([
    [marketing && !isLow, () => reason('no-importance', 'certain', 'folded', reported)],
    [isLow, () => reason('marketing', 'certain', 'folded', reported)],
    [marketing && chinaHour(atMs) < morning, () => reason('night', 'likely', 'later', reported)],
    [!marketing, () => reason('not-granted', 'possible', 'folded', reported)],
    [marketing, () => reason('quota', 'possible', 'nothing', reported)],
  ]);
};
