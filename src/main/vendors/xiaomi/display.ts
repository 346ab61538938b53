import type { Card, Certainty, Draft, Phrase } from '../../../shared/contract/index.ts';
import { buttonsOf } from './buttons.ts';
import { blankCard } from '../kit/android.ts';
import { androidStyle } from '../kit/style.ts';
import type { DisplayPart } from '../vendor.ts';
import type { MessageClass } from './channels.ts';
import { isPassThrough, splitList, type Push } from './payload/fields.ts';
import { classOf } from './payload/index.ts';
import { readDraft } from './payload/read.ts';

const note = (name: string, certainty: Certainty, params?: Phrase['params']): Card['notes'][number] => ({
  phrase: { id: `xiaomi.card.note.${name}`, ...(params ? { params } : {}) },
  certainty,
});

/** Channels of the public class and no channel at all give a silent entry in the shade. Source: «Message classification». */
export const isQuietClass = (messageClass: MessageClass | 'unknown'): boolean =>
  messageClass === 'public' || messageClass === 'default';

const soundOf = (push: Push, isQuiet: boolean): Card['sound'] => {
  const type = Number(push.top.get('notify_type') ?? -1);
  // -1 is everything; bit 1 is sound.
  const rings = type === -1 || (Number.isInteger(type) && type > 0 && type % 2 === 1);
  if (isQuiet || !rings) return { kind: 'none', name: '' };
  const own = /\/raw\/(\w+)$/.exec(push.extra.get('sound_uri') ?? '')?.[1];
  return own === undefined ? { kind: 'default', name: '' } : { kind: 'named', name: own };
};

/** -1 is everything; bit 2 is vibration. A public message does not vibrate. */
const vibratesOf = (push: Push, isQuiet: boolean): boolean => {
  const type = Number(push.top.get('notify_type') ?? -1);
  return !isQuiet && (type === -1 || (Number.isInteger(type) && type > 0 && Math.floor(type / 2) % 2 === 1));
};

/** Without `notify_id` every push of an app takes the place of the one before. */
const replaceKeyOf = (push: Push): string => {
  const app = splitList(push.top.get('restricted_package_name'))[0] ?? '';
  return `${app}:${push.top.get('notify_id') ?? 'the-only-one'}`;
};

/** Long text, large picture and up to three buttons. */
const styleOf = (push: Push): Pick<Card, 'android'> => {
  const style = push.extra.get('notification_style_type');
  const actions = buttonsOf(push).map(({ name }) => name);
  const kind = style === '1' ? 'big-text' : style === '2' ? 'picture' : 'standard';
  return kind === 'standard' && actions.length === 0 ? {} : { android: androidStyle({ kind, actions }) };
};

const notesOf = (push: Push, draft: Draft, messageClass: MessageClass | 'unknown'): Card['notes'] => {
  const notes: Card['notes'] = [];
  const channel = push.extra.get('channel_id') ?? '';
  if (messageClass === 'default') notes.push(note('no-channel', 'documented'));
  else if (messageClass === 'public') notes.push(note('public', 'documented', { channel }));
  else if (messageClass === 'private') notes.push(note('private', 'documented', { channel }));
  else notes.push(note('class-unknown', 'documented', { channel }));
  if (!push.top.has('notify_id')) notes.push(note('no-notify-id', 'documented'));
  if (push.extra.has('sound_uri')) notes.push(note('sound-of-channel', 'documented'));
  if (push.extra.get('notification_style_type') === '1') notes.push(note('big-text', 'documented'));
  if (push.extra.has('notification_bigPic_uri')) notes.push(note('picture', 'documented'));
  if (
    ['locale', 'locale_not_in', 'model', 'model_not_in', 'app_version', 'app_version_not_in', 'connpt'].some((key) =>
      push.extra.has(key),
    )
  ) {
    notes.push(note('filters', 'documented'));
  }
  if (push.top.has('time_to_send')) notes.push(note('scheduled', 'documented'));
  if (draft.options['payloadEncoding'] === 'once') notes.push(note('payload-encoding', 'documented'));
  notes.push(note('badge', 'documented'), note('unimportant', 'reported'));
  return notes;
};

/** Why nothing is drawn for a push; null when something is. */
export const hiddenBecause = (draft: Draft, push: Push | null): Phrase | null => {
  if (!push) return { id: 'xiaomi.card.unreadable' };
  if (push.top.has('messages')) return { id: 'xiaomi.card.batch' };
  if (isPassThrough(push)) return { id: 'xiaomi.card.pass-through' };
  const quota = draft.options['deviceQuota'];
  return quota === undefined ? null : { id: 'xiaomi.card.device-quota', params: { quota } };
};

/** What MIUI and HyperOS draw. Sources: «Push server API», «Message classification». */
const card: DisplayPart['card'] = (draft, { platform }) => {
  const { push } = readDraft(draft.payload);
  const ext = push?.extra.get('ext') ?? null;
  const hidden = hiddenBecause(draft, push);
  if (!push || hidden) return { ...blankCard('xiaomi', platform), hiddenBecause: hidden, ext };
  const messageClass = classOf(draft, push, null);
  const isQuiet = isQuietClass(messageClass);
  return {
    ...blankCard('xiaomi', platform),
    visible: true,
    title: push.top.get('title') ?? '',
    body: push.top.get('description') ?? '',
    sound: soundOf(push, isQuiet),
    vibrates: vibratesOf(push, isQuiet),
    imageUrl:
      push.extra.get('notification_style_type') === '2' ? (push.extra.get('notification_bigPic_uri') ?? '') : '',
    ...styleOf(push),
    // The system adds one for each; the app clears it.
    badgeAdd: 1,
    replaceKey: replaceKeyOf(push),
    interruptionLevel: isQuiet ? 'passive' : 'active',
    channelId: push.extra.get('channel_id') ?? '',
    ext,
    notes: notesOf(push, draft, messageClass),
  };
};

/** The card of a Xiaomi phone. */
export const display: DisplayPart = { card };
