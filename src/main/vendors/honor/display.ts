import type { Card, Certainty, Draft, Phrase } from '../../../shared/contract/index.ts';
import { blankCard } from '../kit/android.ts';
import { androidStyle } from '../kit/style.ts';
import type { DisplayPart } from '../vendor.ts';
import { extOf, isMarketing, pushOf, type Drawn, type Push } from './payload/effective.ts';

const note = (name: string, certainty: Certainty, params?: Phrase['params']): Card['notes'][number] => ({
  phrase: { id: `honor.card.note.${name}`, ...(params ? { params } : {}) },
  certainty,
});

const notesOf = (push: Push, drawn: Drawn): Card['notes'] => {
  const notes = [
    drawn.importance === 'NORMAL'
      ? note('importance', 'reported')
      : note(drawn.importance === 'LOW' ? 'marketing' : 'no-importance', 'reported'),
  ];
  if (push.isTest) notes.push(note('test', 'documented'));
  if (drawn.badge?.kind === 'add') notes.push(note('badge-add', 'documented', { number: drawn.badge.number }));
  return notes;
};

/** Why nothing is drawn; null when something is. A reason of the gateway's quota comes with the draft. */
export const hiddenBecause = (draft: Draft, push: Push | null): Phrase | null => {
  if (push === null) return { id: 'honor.card.unreadable' };
  if (draft.options['quiet'] === 'marketing-day') return { id: 'honor.card.quiet.marketing-day' };
  return push.drawn === null ? { id: 'honor.card.data-only' } : null;
};

/** A later card with the same notification id or tag takes the place of an earlier one. */
const replaceKeyOf = ({ tag, notifyId }: Drawn): string =>
  [tag === '' ? '' : `tag ${tag}`, notifyId === null || notifyId < 0 ? '' : `id ${notifyId}`].filter(Boolean).join(' ');

/** Long text and buttons; nothing where the push asks for none. */
const styleOf = ({ big, buttons, image }: Drawn): Pick<Card, 'android'> => {
  if (big === null && buttons.length === 0 && image === '') return {};
  return {
    android: androidStyle({
      kind: big === null ? 'standard' : 'big-text',
      bigTitle: big?.title ?? '',
      bigText: big?.text ?? '',
      largeIconUrl: image,
      actions: buttons.map(({ name }) => name),
    }),
  };
};

/** What Honor's push service draws; the app's process is not needed. Source: «Honor Push: downlink message». */
const card: DisplayPart['card'] = (draft, { platform }) => {
  const push = pushOf(draft);
  const hidden = hiddenBecause(draft, push);
  const ext = push ? extOf(push) : null;
  const drawn = push?.drawn;
  if (!push || !drawn || hidden) return { ...blankCard('honor', platform), hiddenBecause: hidden, ext };
  const silent = isMarketing(push);
  return {
    ...blankCard('honor', platform),
    visible: true,
    title: drawn.title,
    body: drawn.body,
    sound: { kind: silent ? 'none' : 'default', name: '' },
    ...(drawn.badge?.kind === 'add' ? { badgeAdd: drawn.badge.number } : {}),
    badge: drawn.badge?.kind === 'set' ? drawn.badge.number : null,
    imageUrl: drawn.image,
    ...styleOf(drawn),
    groupKey: drawn.group,
    replaceKey: replaceKeyOf(drawn),
    interruptionLevel: silent ? 'passive' : 'active',
    ext,
    notes: notesOf(push, drawn),
  };
};

/** The card of an Honor phone. */
export const display: DisplayPart = { card };
