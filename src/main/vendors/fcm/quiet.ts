import type { ChannelImportance, Draft, QuietReason } from '../../../shared/contract/index.ts';
import { reasonMaker, reasonsThat } from '../kit/quiet.ts';
import type { QuietAbout } from '../vendor.ts';
import { effectiveNotification } from './payload/effective.ts';
import { readBody } from './payload/read.ts';
import { sources } from './sources.ts';

const reason = reasonMaker('fcm');
const documented = { certainty: 'documented', source: sources.receive } as const;
const inClient = { certainty: 'measured', source: sources.androidSdk } as const;

const drawnOf = (draft: Draft) => {
  const message = readBody(draft.payload).body?.message;
  return message ? effectiveNotification(message) : null;
};

/** A channel that the app has not created is replaced by «Miscellaneous», which is of default importance. */
const isCreated = (channel: string, { app }: QuietAbout): boolean =>
  channel !== '' && (app?.channelIds ?? []).includes(channel);

/** Only a channel of the app's own pops up. Source: firebase-android-sdk, CommonNotificationBuilder. */
export const importance = (draft: Draft, about: QuietAbout): ChannelImportance =>
  isCreated(drawnOf(draft)?.channel_id ?? '', about) ? 'high' : 'default';

/** What keeps a message of FCM quiet. */
export const quiet = (draft: Draft, about: QuietAbout): readonly QuietReason[] => {
  const { body } = readBody(draft.payload);
  const drawn = drawnOf(draft);
  const channel = drawn?.channel_id ?? '';
  const isTrial = body?.validate_only === true || draft.options['validateOnly'] === 'true';
  const isUrgent = body?.message?.android?.priority === 'HIGH';
  return reasonsThat([
    [isTrial, () => reason('trial', 'certain', 'nothing', { certainty: 'documented', source: sources.send })],
    [drawn !== null && channel === '', () => reason('no-channel', 'likely', 'no-banner', inClient)],
    [
      channel !== '' && !isCreated(channel, about),
      () => reason('channel-not-created', 'likely', 'no-banner', { ...inClient, params: { channel } }),
    ],
    [
      drawn?.visibility === 'SECRET',
      () => reason('secret', 'certain', 'locked', { certainty: 'documented', source: sources.message }),
    ],
    [
      (body?.message?.android?.collapse_key ?? '') !== '',
      () => reason('collapsed', 'possible', 'later', { certainty: 'documented', source: sources.quotas }),
    ],
    [isUrgent, () => reason('lowered', 'possible', 'later', { certainty: 'documented', source: sources.priority })],
    [!isUrgent, () => reason('normal-priority', 'possible', 'later', documented)],
    [true, () => reason('force-stopped', 'possible', 'nothing', documented)],
  ]);
};
