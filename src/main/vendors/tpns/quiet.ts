import type { Draft, QuietReason } from '../../../shared/contract/index.ts';
import { reasonMaker, reasonsThat } from '../kit/quiet.ts';
import type { QuietAbout } from '../vendor.ts';
import { isSilent, partsOf, readBody, textOf } from './payload/read.ts';
import { sources } from './sources.ts';

const reason = reasonMaker('tpns');
const byPush = { certainty: 'documented', source: sources.push } as const;

/** What keeps a push of TPNS quiet on Android: its own channel needs the app's process. */
export const quiet = (draft: Draft, { device, app }: QuietAbout): readonly QuietReason[] => {
  const body = readBody(draft.payload).object;
  if (body === null || isSilent(body) || device.platform === 'ios') return [];
  const { android } = partsOf(body);
  const channel = textOf(android, 'n_ch_id');
  return reasonsThat([
    [android['ring'] === 0, () => reason('ring-off', 'certain', 'silent', byPush)],
    [partsOf(body).message['accept_time'] !== undefined, () => reason('accept-time', 'possible', 'later', byPush)],
    [
      channel !== '' && !(app?.channelIds ?? []).includes(channel),
      () => reason('channel-not-created', 'possible', 'no-banner', { ...byPush, params: { channel } }),
    ],
    [true, () => reason('process-may-end', 'possible', 'nothing', { certainty: 'documented', source: sources.sdk })],
  ]);
};
