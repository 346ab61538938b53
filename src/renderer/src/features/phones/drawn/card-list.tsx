import { useRef, type ReactNode } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useFitting } from './hooks.ts';
import css from './phone.module.css';

/** More cards than this fit on no phone. */
const mostDrawn = 9;

/** Cards, or groups of them, newest first, as many as there is room for; the rest is a number. */
export function CardList<T extends { readonly id: string }>(props: {
  readonly cards: readonly T[];
  /** Height there is, in px of the unscaled phone. */
  readonly room: number;
  readonly gap: number;
  readonly moreHeight: number;
  readonly render: (card: T, place: { readonly isFirst: boolean; readonly isLast: boolean }) => ReactNode;
  readonly renderMore: (count: number) => ReactNode;
  /** All of them, however many: what holds the list scrolls. */
  readonly isWhole?: boolean;
}) {
  const { cards, room, gap, moreHeight, render, renderMore, isWhole = false } = props;
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const drawn = isWhole ? cards : cards.slice(0, mostDrawn);
  const fitting = useFitting(list, { count: drawn.length, room, gap, moreHeight });
  const fits = drawn.length === cards.length ? fitting : Math.min(fitting, mostDrawn);
  const shown = isWhole ? cards.length : fits;
  return (
    <>
      <ul ref={list} className={css['cards']} data-whole={isWhole || undefined} aria-label={t('phones.cards')}>
        {drawn.map((card, index) => (
          <li key={card.id} className={css['item']} data-over={index >= shown || undefined} inert={index >= shown}>
            {render(card, { isFirst: index === 0, isLast: index === shown - 1 })}
          </li>
        ))}
      </ul>
      {cards.length > shown && renderMore(cards.length - shown)}
    </>
  );
}
