import type { Card, Phrase } from '../../../shared/contract/index.ts';
import { blankCard, noteMaker } from '../kit/android.ts';
import { isObject, type JsonObject } from '../kit/json.ts';
import type { DisplayPart } from '../vendor.ts';
import { classOf } from './payload/classes.ts';
import { extOf, readBody, textOf } from './payload/read.ts';

const note = noteMaker('vivo');

/** Operation messages make no sound; else notifyType says, as far as the phone still heeds it. */
const soundOf = (body: JsonObject): Card['sound'] => {
  const rings = body['notifyType'] === 2 || body['notifyType'] === 4;
  return rings && classOf(body) === 1 ? { kind: 'default', name: '' } : { kind: 'none', name: '' };
};

const notesOf = (body: JsonObject): Card['notes'] => {
  const notes: Card['notes'] = [];
  if (body['pushMode'] === 1) notes.push(note('test-mode', 'documented'));
  if (classOf(body) === 0) notes.push(note('operation', 'documented'));
  else notes.push(note('notify-type', 'documented'));
  if (isObject(body['marketing'])) notes.push(note('marketing', 'documented'));
  if (body['addBadge'] === true) notes.push(note('add-badge', 'documented'));
  return notes;
};

/** Why nothing is drawn for a push; null when something is. */
export const hiddenBecause = (body: JsonObject | null, options: Readonly<Record<string, string>>): Phrase | null => {
  if (body === null) return { id: 'vivo.hidden.unreadable' };
  if (options['quiet'] === 'device-quota') return { id: 'vivo.hidden.device-quota' };
  return textOf(body, 'title') === '' && textOf(body, 'content') === '' ? { id: 'vivo.hidden.empty' } : null;
};

/** What vivo's system draws; the app has no part in it. Sources: «message classification», «PUSH-UPS-API». */
const card: DisplayPart['card'] = (draft, { platform }) => {
  const body = readBody(draft.payload).object;
  const hidden = hiddenBecause(body, draft.options);
  const blank = blankCard('vivo', platform);
  if (body === null || hidden) return { ...blank, hiddenBecause: hidden, ext: body ? extOf(body) : null };
  const id = body['notifyId'];
  return {
    ...blank,
    visible: true,
    title: textOf(body, 'title'),
    body: textOf(body, 'content'),
    sound: soundOf(body),
    ...(body['addBadge'] === true ? { badgeAdd: 1 } : {}),
    replaceKey: typeof id === 'number' ? String(id) : '',
    category: textOf(body, 'category'),
    interruptionLevel: classOf(body) === 0 ? 'passive' : 'active',
    ext: extOf(body),
    notes: notesOf(body),
  };
};

/** The card of a vivo or iQOO phone. */
export const display: DisplayPart = { card };
