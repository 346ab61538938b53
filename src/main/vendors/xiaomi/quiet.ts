import type { Draft, QuietReason } from '../../../shared/contract/index.ts';
import { reasonMaker, reasonsThat } from '../kit/quiet.ts';
import { classOf } from './payload/index.ts';
import { isPassThrough } from './payload/fields.ts';
import { readDraft } from './payload/read.ts';
import { sources } from './sources.ts';

const reason = reasonMaker('xiaomi');
const byClass = { certainty: 'documented', source: sources.classes } as const;
const byApi = { certainty: 'documented', source: sources.api } as const;
const commonly = { certainty: 'guess', source: sources.tencentPush } as const;
/** Which phones of a target get the push. */
const filters = ['locale', 'locale_not_in', 'model', 'model_not_in', 'app_version', 'app_version_not_in'];
const testWords = /test|测试/i;

/** What keeps a push of Xiaomi quiet: the class of its channel, and what MIUI files away. */
export const quiet = (draft: Draft): readonly QuietReason[] => {
  const { push } = readDraft(draft.payload);
  if (!push || isPassThrough(push)) return [];
  const messageClass = classOf(draft, push, null);
  const channel = push.extra.get('channel_id') ?? '';
  const texts = `${push.top.get('title') ?? ''} ${push.top.get('description') ?? ''}`;
  // Null where no list of channels is there at all.
  const isUnknown = messageClass === 'unknown' || messageClass === null;
  const filtered = filters.filter((name) => (push.extra.get(name) ?? '') !== '');
  const withChannel = { ...byClass, params: { channel } };
  return reasonsThat([
    [messageClass === 'default', () => reason('no-channel', 'certain', 'silent', byClass)],
    [messageClass === 'public', () => reason('public', 'certain', 'silent', withChannel)],
    [push.top.has('time_to_send'), () => reason('scheduled', 'certain', 'later', byApi)],
    [isUnknown, () => reason('class-unknown', 'possible', 'silent', withChannel)],
    [
      testWords.test(texts),
      () => reason('test-words', 'likely', 'folded', { certainty: 'reported', source: sources.tencentLimits }),
    ],
    [(push.extra.get('jobkey') ?? '') !== '', () => reason('jobkey', 'possible', 'nothing', byApi)],
    [push.extra.get('connpt') === 'wifi', () => reason('wifi', 'possible', 'later', byApi)],
    [
      filtered.length > 0,
      () => reason('filtered', 'possible', 'nothing', { ...byApi, params: { names: filtered.join(', ') } }),
    ],
    [!push.top.has('notify_id'), () => reason('replaced', 'possible', 'nothing', byApi)],
    [messageClass === 'private', () => reason('floating-off', 'possible', 'no-banner', commonly)],
    [!testWords.test(texts), () => reason('unimportant', 'possible', 'folded', commonly)],
  ]);
};
