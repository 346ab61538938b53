import type { Draft, QuietReason } from '../../../shared/contract/index.ts';
import { chinaHour, reasonMaker, reasonsThat } from '../kit/quiet.ts';
import type { QuietAbout } from '../vendor.ts';
import { classOf } from './payload/classes.ts';
import { readBody } from './payload/read.ts';
import { sources } from './sources.ts';

const reason = reasonMaker('vivo');
const byApi = { certainty: 'documented', source: sources.api } as const;
/** Operation messages are sent between these hours, in China's time. */
const opens = 7;
const closes = 23;

/** What keeps a push of vivo quiet: operation messages, their hours, and the switch of new phones. */
export const quiet = (draft: Draft, { atMs }: QuietAbout): readonly QuietReason[] => {
  const body = readBody(draft.payload).object;
  if (body === null) return [];
  const isOperation = classOf(body) === 0;
  const hour = chinaHour(atMs);
  return reasonsThat([
    [isOperation, () => reason('operation', 'certain', 'folded', byApi)],
    [isOperation && (hour < opens || hour >= closes), () => reason('hours', 'likely', 'later', byApi)],
    [
      !isOperation && body['notifyType'] === 1,
      () => reason('notify-type', 'likely', 'silent', { certainty: 'documented', source: sources.api }),
    ],
    [
      typeof body['timedDisplay'] === 'object' && body['timedDisplay'] !== null,
      () => reason('timed', 'likely', 'later', byApi),
    ],
    [body['networkType'] === 1, () => reason('wifi', 'possible', 'later', byApi)],
    [(body['profileId'] ?? '') !== '', () => reason('profile', 'possible', 'nothing', byApi)],
    [body['pushMode'] === 1, () => reason('test-mode', 'possible', 'nothing', byApi)],
    [
      !isOperation,
      () => reason('refiled', 'possible', 'folded', { certainty: 'reported', source: sources.tencentClass }),
    ],
    [isOperation, () => reason('quota', 'possible', 'nothing', { certainty: 'reported', source: sources.limits })],
    [true, () => reason('switch-off', 'possible', 'nothing', { certainty: 'reported', source: sources.tencentGuide })],
  ]);
};
