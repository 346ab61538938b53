import type { Card, Draft, Phrase } from '../../../shared/contract/index.ts';
import { blankCard, noteMaker } from '../kit/android.ts';
import type { JsonObject } from '../kit/json.ts';
import { androidStyle } from '../kit/style.ts';
import type { DisplayPart } from '../vendor.ts';
import { isPassThrough } from './payload/index.ts';
import { extOf, partOf, readMessage, textOf, titleAndContent } from './payload/read.ts';

const note = noteMaker('meizu');

const notesOf = (message: JsonObject): Card['notes'] => {
  const notes: Card['notes'] = [];
  if (partOf(message, 'noticeBarInfo')['noticeMsgType'] === 1) notes.push(note('private', 'documented'));
  else notes.push(note('public', 'reported'));
  if (partOf(message, 'advanceInfo')['suspend'] === 0) notes.push(note('no-heads-up', 'documented'));
  if (partOf(message, 'advanceInfo')['fixDisplay'] === 1) notes.push(note('timed', 'documented'));
  if (Object.keys(partOf(message, 'vipInfo')).length > 0) notes.push(note('vip', 'documented'));
  notes.push(note('dot', 'documented'), note('drawable', 'documented'));
  return notes;
};

/** Why nothing is drawn; null when something is. */
export const hiddenBecause = (message: JsonObject | null, draft: Draft): Phrase | null => {
  if (message === null) return { id: 'meizu.hidden.unreadable' };
  if (isPassThrough(draft)) return { id: 'meizu.hidden.pass-through' };
  const { title, content } = titleAndContent(message, false);
  return title === '' && content === '' ? { id: 'meizu.hidden.empty' } : null;
};

/** What Flyme draws. Sources: «PushAPI», «PushDemo». */
const card: DisplayPart['card'] = (draft, { platform }) => {
  const message = readMessage(draft.payload).object;
  const hidden = hiddenBecause(message, draft);
  const blank = blankCard('meizu', platform);
  if (message === null || hidden) return { ...blank, hiddenBecause: hidden, ext: message ? extOf(message) : null };
  const { title, content } = titleAndContent(message, false);
  const expand = partOf(message, 'noticeExpandInfo');
  const advance = partOf(message, 'advanceInfo');
  const type = partOf(advance, 'notificationType');
  const rings = type['sound'] !== 0;
  return {
    ...blank,
    visible: true,
    title,
    subtitle: textOf(partOf(message, 'vipInfo'), 'subtitle'),
    body: content,
    sound: rings ? { kind: 'default', name: '' } : { kind: 'none', name: '' },
    vibrates: type['vibrate'] !== 0,
    imageUrl: expand['noticeExpandType'] === 2 ? textOf(expand, 'noticeExpandImgUrl') : '',
    ...(expand['noticeExpandType'] === 1
      ? { android: androidStyle({ kind: 'big-text', bigText: textOf(expand, 'noticeExpandContent') }) }
      : {}),
    replaceKey: textOf(advance, 'notifyKey'),
    interruptionLevel: advance['suspend'] === 0 ? 'passive' : 'active',
    ext: extOf(message),
    notes: notesOf(message),
  };
};

/** The card of a Meizu phone. */
export const display: DisplayPart = { card };
