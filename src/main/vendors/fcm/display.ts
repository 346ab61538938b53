import type { Card, Certainty, Phrase } from '../../../shared/contract/index.ts';
import { blankCard, lockScreenOf } from '../kit/android.ts';
import { androidStyle } from '../kit/style.ts';
import type { DisplayPart } from '../vendor.ts';
import { effectiveNotification, extOf } from './payload/effective.ts';
import { isColor } from './payload/grammar.ts';
import type { AndroidNotification, Message } from './payload/model.ts';
import { readBody } from './payload/read.ts';

const note = (name: string, certainty: Certainty, params?: Phrase['params']): Card['notes'][number] => ({
  phrase: { id: `fcm.card.note.${name}`, ...(params ? { params } : {}) },
  certainty,
});

/** Literal text wins; a string resource of the app is shown by its key. */
const textOf = (drawn: AndroidNotification, part: 'title' | 'body'): { text: string; isKey: boolean } => {
  const literal = drawn[part];
  if (literal) return { text: literal, isKey: false };
  const key = drawn[`${part}_loc_key`] ?? '';
  return { text: key, isKey: key !== '' };
};

const soundOf = (drawn: AndroidNotification): Card['sound'] => {
  if (drawn.default_sound || drawn.sound === 'default') return { kind: 'default', name: '' };
  return drawn.sound ? { kind: 'named', name: drawn.sound } : { kind: 'none', name: '' };
};

const notesOf = (message: Message, drawn: AndroidNotification, title: string): Card['notes'] => {
  const notes: Card['notes'] = [];
  if (drawn.channel_id) notes.push(note('channel', 'measured', { channel: drawn.channel_id }));
  else notes.push(note('no-channel', 'measured'));
  if (soundOf(drawn).kind !== 'none') notes.push(note('sound-of-channel', 'measured'));
  if (title === '') notes.push(note('no-title', 'measured'));
  if (drawn.image) notes.push(note('image', 'documented'));
  if (drawn.sticky) notes.push(note('sticky', 'documented'));
  if (drawn.visibility === 'SECRET') notes.push(note('secret', 'documented'));
  if (message.android_v2) notes.push(note('preview', 'guess'));
  return notes;
};

/** Why nothing is drawn for a message; null when something is. */
export const hiddenBecause = (message: Message | undefined): Phrase | null => {
  if (!message) return { id: 'fcm.card.unreadable' };
  if (effectiveNotification(message)) return null;
  return { id: message.android_v2 ? 'fcm.card.preview' : 'fcm.card.data-only' };
};

/** What the client library draws on Android. Source: firebase-android-sdk, CommonNotificationBuilder. */
const card: DisplayPart['card'] = (draft, { platform }) => {
  const { body } = readBody(draft.payload);
  const message = body?.message;
  const drawn = message ? effectiveNotification(message) : null;
  const ext = message ? extOf(message) : null;
  if (!message || !drawn) return { ...blankCard('fcm', platform), hiddenBecause: hiddenBecause(message), ext };
  const title = textOf(drawn, 'title');
  const text = textOf(drawn, 'body');
  const notes = notesOf(message, drawn, title.text);
  if (body?.validate_only || draft.options['validateOnly'] === 'true')
    notes.unshift(note('validate-only', 'documented'));
  const count = drawn.notification_count;
  return {
    ...blankCard('fcm', platform),
    visible: true,
    title: title.text,
    body: text.text,
    localised: title.isKey || text.isKey,
    sound: soundOf(drawn),
    badge: count === undefined || count < 0 ? null : count,
    imageUrl: drawn.image ?? '',
    replaceKey: drawn.tag ?? '',
    channelId: drawn.channel_id ?? '',
    ...lockScreenOf(drawn.visibility),
    // The client library sets BigTextStyle for every text, and BigPictureStyle where a picture was loaded.
    android: androidStyle({ kind: drawn.image ? 'picture' : 'big-text' }),
    color: drawn.color !== undefined && isColor(drawn.color) ? drawn.color : '',
    ext,
    notes,
  };
};

/** The card of an Android phone. */
export const display: DisplayPart = { card };
