import type { Draft, QuietReason } from '../../../shared/contract/index.ts';
import { reasonMaker, reasonsThat } from '../kit/quiet.ts';
import { isPassThrough } from './payload/index.ts';
import { partOf, readMessage } from './payload/read.ts';
import { sources } from './sources.ts';

const reason = reasonMaker('meizu');
const byApi = { certainty: 'documented', source: sources.api } as const;
const byLimits = { certainty: 'documented', source: sources.tencentLimits } as const;

/** What keeps a push of Meizu quiet: its own switches, and Flyme's folding. */
export const quiet = (draft: Draft): readonly QuietReason[] => {
  const message = readMessage(draft.payload).object;
  if (message === null || isPassThrough(draft)) return [];
  const advance = partOf(message, 'advanceInfo');
  const isPrivate = partOf(message, 'noticeBarInfo')['noticeMsgType'] === 1;
  return reasonsThat([
    [partOf(advance, 'notificationType')['sound'] === 0, () => reason('sound-off', 'certain', 'silent', byApi)],
    [advance['suspend'] === 0, () => reason('no-heads-up', 'certain', 'no-banner', byApi)],
    [advance['fixDisplay'] === 1, () => reason('timed', 'certain', 'later', byApi)],
    [true, () => reason('folded', 'possible', 'folded', byLimits)],
    [!isPrivate, () => reason('quota', 'possible', 'nothing', { certainty: 'reported', source: sources.publicQuota })],
    [true, () => reason('drawable', 'possible', 'nothing', { certainty: 'documented', source: sources.client })],
  ]);
};
