import type { Card, Phrase } from '../../../shared/contract/index.ts';
import { blankCard, noteMaker } from '../kit/android.ts';
import type { Json, JsonObject } from '../kit/json.ts';
import type { DisplayPart } from '../vendor.ts';
import { shownTexts } from './payload/index.ts';
import { extOf, isForIos, isSilent, partsOf, readBody, textOf } from './payload/read.ts';

const note = noteMaker('tpns');

/** Why nothing is drawn; null when something is. */
export const hiddenBecause = (body: JsonObject | null): Phrase | null => {
  if (body === null) return { id: 'tpns.hidden.unreadable' };
  if (isSilent(body)) return { id: isForIos(body) ? 'tpns.hidden.silent' : 'tpns.hidden.pass-through' };
  const { title, content } = shownTexts(body);
  return title === '' && content === '' ? { id: 'tpns.hidden.empty' } : null;
};

/** -1 leaves the number alone, -2 adds one; anything else is the number. */
const badgeOf = (value: Json | undefined): number | null => (typeof value === 'number' && value >= 0 ? value : null);

const isLevel = (level: string): level is Card['interruptionLevel'] =>
  ['passive', 'active', 'time-sensitive', 'critical'].includes(level);

const iosFields = (body: JsonObject): Partial<Card> => {
  const { aps } = partsOf(body);
  const sound = textOf(aps, 'sound');
  const level = textOf(aps, 'interruption-level');
  return {
    sound:
      sound === ''
        ? { kind: 'none', name: '' }
        : sound === 'default'
          ? { kind: 'default', name: '' }
          : { kind: 'named', name: sound },
    badge: badgeOf(aps['badge_type']),
    category: textOf(aps, 'category'),
    interruptionLevel: isLevel(level) ? level : 'active',
    notes: [note('apns', 'documented'), ...(aps['badge_type'] === -2 ? [note('badge-plus', 'documented')] : [])],
  };
};

const androidSound = (android: JsonObject): Card['sound'] => {
  if (android['ring'] === 0) return { kind: 'none', name: '' };
  const raw = textOf(android, 'ring_raw');
  return raw === '' ? { kind: 'default', name: '' } : { kind: 'named', name: raw };
};

const androidFields = (body: JsonObject): Partial<Card> => {
  const { message, android } = partsOf(body);
  const collapse = body['collapse_id'];
  const color = android['icon_color'];
  const isColor = typeof color === 'number' && Number.isInteger(color) && color >= 0 && color <= 0xffffff;
  return {
    sound: androidSound(android),
    vibrates: android['vibrate'] !== 0,
    badge: badgeOf(android['badge_type']),
    ...(android['badge_type'] === -2 ? { badgeAdd: 1 } : {}),
    imageUrl: textOf(message, 'xg_media_resources'),
    channelId: textOf(android, 'n_ch_id'),
    replaceKey: typeof collapse === 'number' ? String(collapse) : '',
    color: isColor ? `#${color.toString(16).padStart(6, '0')}` : '',
    notes: [
      note('own-channel', 'documented'),
      ...(badgeOf(android['badge_type']) === null ? [] : [note('badge-brands', 'documented')]),
      ...(textOf(message, 'title').length > 20 ? [note('title-cut', 'documented')] : []),
    ],
  };
};

/** What a phone shows: an iPhone through APNs, an Android phone through TPNS's own channel. Source: «Push API». */
const card: DisplayPart['card'] = (draft, { platform }) => {
  const body = readBody(draft.payload).object;
  const hidden = hiddenBecause(body);
  const blank = blankCard('tpns', platform);
  if (body === null || hidden) return { ...blank, hiddenBecause: hidden, ext: body ? extOf(body) : null };
  const { title, subtitle, content } = shownTexts(body);
  return {
    ...blank,
    visible: true,
    title,
    subtitle: platform === 'ios' ? subtitle : '',
    body: content,
    groupKey: textOf(partsOf(body).message, 'thread_id'),
    ext: extOf(body),
    ...(platform === 'ios' ? iosFields(body) : androidFields(body)),
  };
};

/** The card of a phone that TPNS reaches. */
export const display: DisplayPart = { card };
