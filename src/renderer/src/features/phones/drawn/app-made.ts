import type { AndroidStyle, Card, PhoneLook } from '../../../../../shared/contract/index.ts';
import { madeInto } from '../../../../../shared/kit/one-notification.ts';
import type { DrawnCard } from './types.ts';

/** A conversation keeps so many of its last messages, as NotificationCompat.MessagingStyle does. */
const mostMessages = 25;

const blank: AndroidStyle = {
  kind: 'standard',
  bigTitle: '',
  bigText: '',
  lines: [],
  messages: [],
  largeIconUrl: '',
  actions: [],
  progress: null,
};

/** The share of a bar, out of the first percentage in the text; 0 where there is none. */
export const shareIn = (text: string): number => {
  const found = /(\d{1,3}(?:[.,]\d+)?)\s?[%％]/.exec(text);
  return found ? Math.min(1, Number((found[1] ?? '0').replace(',', '.')) / 100) : 0;
};

const restyled = (drawn: DrawnCard, style: Partial<AndroidStyle>): DrawnCard => {
  const { imageUrl } = drawn.card;
  const largeIconUrl = drawn.card.android?.largeIconUrl || imageUrl;
  const card: Card = { ...drawn.card, imageUrl: '', android: { ...blank, largeIconUrl, ...style } };
  return { ...drawn, card };
};

/**
 * The notifications of a phone as the app's own code builds them out of the pushes. A talk has one for each sender with the messages
 * oldest first, an inbox one for all, newest first; the newest push is the one that is touched. `cards`: newest first.
 */
export const appMade = (
  cards: readonly DrawnCard[],
  { appStyle }: Pick<PhoneLook, 'appStyle'>,
): readonly DrawnCard[] => {
  if (appStyle === 'push') return cards;
  if (appStyle === 'big-text') return cards.map((drawn) => restyled(drawn, { kind: 'big-text' }));
  if (appStyle === 'progress')
    return cards.map((drawn) => restyled(drawn, { kind: 'progress', progress: shareIn(drawn.card.body) }));
  return [
    ...Map.groupBy(cards, ({ card, notification, id }) =>
      notification ? madeInto(card, { appStyle }) : `alone ${id}`,
    ).values(),
  ].flatMap((talk) => {
    const [newest] = talk;
    if (!newest) return [];
    if (appStyle === 'inbox') {
      const lines = talk.map(({ card }) => [card.title, card.body].filter(Boolean).join(': '));
      return [restyled(newest, { kind: 'inbox', lines })];
    }
    const said = talk.slice(0, mostMessages).toReversed();
    return [
      restyled(newest, {
        kind: 'messaging',
        messages: said.map(({ card }) => ({ sender: card.title, text: card.body })),
      }),
    ];
  });
};
