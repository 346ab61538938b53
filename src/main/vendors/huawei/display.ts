import type { Card, Certainty, Draft, Phrase } from '../../../shared/contract/index.ts';
import { blankCard, lockScreenOf } from '../kit/android.ts';
import { androidStyle } from '../kit/style.ts';
import type { DisplayPart } from '../vendor.ts';
import { extOf, isMarketing, isSilent, pushOf, type Drawn, type Push } from './payload/effective.ts';

const note = (name: string, certainty: Certainty, params?: Phrase['params']): Card['notes'][number] => ({
  phrase: { id: `huawei.card.note.${name}`, ...(params ? { params } : {}) },
  certainty,
});

const classNotes = (push: Push): Card['notes'] => {
  if (push.pushType === '7') return [note('live-view', 'guess')];
  if (push.category === '') return [note('no-category', 'documented')];
  if (isMarketing(push)) return [note('marketing', 'documented')];
  return [note('category', 'documented', { category: push.category })];
};

const notesOf = (push: Push, drawn: Drawn): Card['notes'] => {
  const notes = [...(push.isTrial ? [note('validate-only', 'documented')] : []), ...classNotes(push)];
  if (drawn.importance === 'LOW') notes.push(note('low', 'documented'));
  if (drawn.channel !== '') notes.push(note('channel', 'documented', { channel: drawn.channel }));
  if (drawn.badge?.kind === 'add') notes.push(note('badge-add', 'documented', { number: drawn.badge.number }));
  if (drawn.image !== '') notes.push(note('image', 'documented'));
  if (drawn.visibility === 'SECRET') notes.push(note('secret', 'documented'));
  if (!drawn.foregroundShow) notes.push(note('foreground-hidden', 'documented'));
  return notes;
};

const quietReasons = new Set(['marketing-day', 'device-day']);

/** Why nothing is drawn; null when something is. A reason of the gateway's quotas comes with the draft. */
export const hiddenBecause = (draft: Draft, push: Push | null): Phrase | null => {
  if (push === null) return { id: 'huawei.card.unreadable' };
  const quiet = draft.options['quiet'];
  if (quiet !== undefined && quietReasons.has(quiet)) return { id: `huawei.card.quiet.${quiet}` };
  if (push.drawn !== null) return null;
  if (push.api !== 'v3') return { id: 'huawei.card.data-only' };
  return { id: `huawei.card.push-type-${push.pushType}` };
};

/** A later card with the same tag or notification id takes the place of an earlier one. */
const replaceKeyOf = ({ tag, notifyId }: Drawn): string =>
  [tag === '' ? '' : `tag ${tag}`, notifyId === null || notifyId < 0 ? '' : `id ${notifyId}`].filter(Boolean).join(' ');

/** Inbox, long text and buttons; nothing where the push asks for none. */
const styleOf = ({ style, buttons, image }: Drawn): Pick<Card, 'android'> => {
  if (style === null && buttons.length === 0 && image === '') return {};
  const { kind = 'standard', title = '', text = '', lines = [] } = style ?? {};
  return {
    android: androidStyle({
      kind,
      bigTitle: title,
      bigText: text,
      lines: [...lines],
      largeIconUrl: image,
      actions: buttons.map(({ name }) => name),
    }),
  };
};

/** What Huawei's push service draws; the app's process is not needed. Source: «Push Kit: sending downlink messages». */
const card: DisplayPart['card'] = (draft, { platform }) => {
  const push = pushOf(draft);
  const hidden = hiddenBecause(draft, push);
  const ext = push ? extOf(push) : null;
  const drawn = push?.drawn;
  if (!push || !drawn || hidden) return { ...blankCard('huawei', platform), hiddenBecause: hidden, ext };
  const silent = isSilent(push);
  return {
    ...blankCard('huawei', platform),
    visible: true,
    title: drawn.title,
    body: drawn.body,
    localised: drawn.isKey,
    sound: silent ? { kind: 'none', name: '' } : drawn.sound,
    ...(drawn.badge?.kind === 'add' ? { badgeAdd: drawn.badge.number } : {}),
    badge: drawn.badge?.kind === 'set' ? drawn.badge.number : null,
    imageUrl: drawn.image,
    ...styleOf(drawn),
    groupKey: drawn.group,
    replaceKey: replaceKeyOf(drawn),
    category: push.category,
    interruptionLevel: silent ? 'passive' : 'active',
    channelId: drawn.channel,
    ...lockScreenOf(drawn.visibility),
    color: /^#[0-9a-f]{6}$/i.test(drawn.color) ? drawn.color : '',
    ext,
    notes: notesOf(push, drawn),
  };
};

/** The card of an Android or HarmonyOS phone. */
export const display: DisplayPart = { card };
