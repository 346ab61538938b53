import type { Card, Certainty, Draft, Phrase } from '../../../shared/contract/index.ts';
import { isObject, type JsonObject } from '../kit/json.ts';
import { blankCard, lockScreenOf } from '../kit/android.ts';
import { androidStyle } from '../kit/style.ts';
import type { DisplayPart } from '../vendor.ts';
import { classOf, levelOf } from './categories.ts';
import { messageOf, textOf } from './payload/fields.ts';
import { jsonOf } from './payload/wire.ts';

const note = (name: string, certainty: Certainty, params?: Phrase['params']): Card['notes'][number] => ({
  phrase: { id: `oppo.card.note.${name}`, ...(params ? { params } : {}) },
  certainty,
});

/** The notification of a draft for one phone; null: there is none to read. */
export const notificationOf = (draft: Draft): JsonObject | null => {
  const value = jsonOf(draft.payload);
  if (!isObject(value ?? undefined)) return null;
  return messageOf(value ?? undefined)?.notification ?? null;
};

/** Why nothing is drawn; null when something is. Source of the channel rule: «Notification», Tencent's questions and answers. */
export const hiddenBecause = (draft: Draft, n: JsonObject | null): Phrase | null => {
  if (!n) return { id: Array.isArray(jsonOf(draft.payload)) ? 'oppo.card.batch' : 'oppo.card.unreadable' };
  if (draft.options['duplicate'] !== undefined) return { id: 'oppo.card.duplicate' };
  const quota = draft.options['deviceQuota'];
  if (quota !== undefined) return { id: 'oppo.card.device-quota', params: { quota } };
  return textOf(n, 'channel_id') ? null : { id: 'oppo.card.no-channel' };
};

/** Level 16 rings; 1 and 2 do not. Without a level the app's own channel decides. */
const soundOf = (level: number | null): Card['sound'] =>
  level === null || level === 16 ? { kind: 'default', name: '' } : { kind: 'none', name: '' };

const notesOf = (n: JsonObject, level: number | null): Card['notes'] => {
  const notes: Card['notes'] = [note('channel', 'documented', { channel: textOf(n, 'channel_id') ?? '' })];
  if (level === null) notes.push(note('sound-of-channel', 'documented'));
  else if (textOf(n, 'notify_level') === null) notes.push(note('level-assumed', 'reported'));
  else if ([1, 2, 16].includes(level)) notes.push(note(`level-${level}`, 'documented'));
  if (classOf(n, null) === 'public') notes.push(note('public', 'documented'));
  if (textOf(n, 'style') === '2') notes.push(note('long-text', 'documented'));
  if (textOf(n, 'show_time_type') === '1') notes.push(note('scheduled', 'documented'));
  if (textOf(n, 'show_ttl') !== null)
    notes.push(note('show-ttl', 'documented', { seconds: textOf(n, 'show_ttl') ?? '' }));
  if (textOf(n, 'network_type') === '1') notes.push(note('wifi', 'documented'));
  notes.push(note('switch', 'documented'), note('badge', 'documented'));
  return notes;
};

/** What ColorOS draws. Sources: «Notification», «New message classification». */
const card: DisplayPart['card'] = (draft, { platform }) => {
  const n = notificationOf(draft);
  const ext = textOf(n, 'action_parameters');
  const hidden = hiddenBecause(draft, n);
  if (!n || hidden) return { ...blankCard('oppo', platform), hiddenBecause: hidden, ext };
  const level = levelOf(n);
  const id = textOf(n, 'notify_id');
  return {
    ...blankCard('oppo', platform),
    visible: true,
    title: textOf(n, 'title') ?? '',
    subtitle: textOf(n, 'sub_title') ?? '',
    body: textOf(n, 'content') ?? '',
    sound: soundOf(level),
    ...(textOf(n, 'style') === '2' ? { android: androidStyle({ kind: 'big-text' }) } : {}),
    replaceKey: id === null ? '' : `oppo:${id}`,
    category: textOf(n, 'category') ?? '',
    interruptionLevel: level === 1 || level === 2 ? 'passive' : 'active',
    channelId: textOf(n, 'channel_id') ?? '',
    // 1: the shade only. 2: the lock screen too, though silent.
    ...lockScreenOf(level === 1 ? 'SECRET' : level === 2 ? 'PRIVATE' : undefined),
    ext,
    notes: notesOf(n, level),
  };
};

/** The card of an OPPO, realme or OnePlus phone. */
export const display: DisplayPart = { card };
