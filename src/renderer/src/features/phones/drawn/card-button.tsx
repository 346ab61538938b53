import { Telescope, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { fontLanguage } from '../fit/text.ts';
import { moveInList, nextInList } from '../move-in-list.ts';
import { cardLabel } from './card-label.ts';
import { useHold } from './use-hold.ts';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './phone.module.css';

/**
 * The touchable surface of one card: Enter or a click taps it, Delete or the cross (for the mouse) dismisses it. A prediction is a
 * picture with the same words.
 */
export function CardButton(props: {
  readonly drawn: DrawnCard;
  readonly phone: PhoneContext;
  readonly className: string | undefined;
  readonly children: ReactNode;
  readonly isFirst?: boolean;
  readonly isLast?: boolean;
  /** Instead of a tap: the card is the top of a closed stack. */
  readonly onOpen?: (() => void) | undefined;
  /** Held down, or asked for by the keyboard or the context menu. */
  readonly onExpand?: (() => void) | undefined;
  /** Said instead of the text: what the card shows while it is open. */
  readonly spoken?: string | undefined;
  /** Said after the card: what else there is. */
  readonly also?: string | undefined;
}) {
  const { drawn, phone, className, children, isFirst = false, isLast = false, onOpen, onExpand, spoken, also } = props;
  const hold = useHold(onExpand);
  const words = useWords();
  const { card, atMs, notification } = drawn;
  const { appName, nowMs, skin } = phone;
  const said = cardLabel(
    spoken === undefined ? card : { ...card, body: spoken },
    { appName, nowMs, atMs, family: skin.family },
    words,
  );
  const label = also === undefined ? said : `${said}, ${also}`;
  const look = { 'data-first': isFirst || undefined, 'data-last': isLast || undefined };
  if (!notification) {
    return (
      <div
        className={className}
        {...look}
        data-predicted
        role="img"
        aria-label={words.t('phones.card.predicted', { label })}
      >
        {children}
        <span className={css['predicted']}>
          <Telescope aria-hidden />
        </span>
      </div>
    );
  }
  const { onTap, onDismiss } = phone;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    moveInList(event, 'button[data-card]');
    if (event.key === 'Enter' && event.shiftKey && onExpand) {
      event.preventDefault();
      onExpand();
    }
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    // The card goes away; the focus stays in the list.
    (
      nextInList(event.currentTarget, 'button[data-card]', 1) ??
      nextInList(event.currentTarget, 'button[data-card]', -1)
    )?.focus();
    onDismiss?.(notification);
  };
  return (
    <>
      <button
        type="button"
        className={className}
        {...look}
        data-card={notification.id}
        data-probe={phone.probe === notification.id || undefined}
        aria-label={label}
        aria-keyshortcuts={onExpand ? 'Enter Shift+Enter Delete' : 'Enter Delete'}
        disabled={!onTap}
        {...hold}
        onClick={(event) => {
          if (event.detail > 0 && event.currentTarget.dataset['held'] !== undefined) return;
          if (onOpen) onOpen();
          else onTap?.(notification);
        }}
        onKeyDown={onKeyDown}
      >
        {children}
      </button>
      {onDismiss && (
        <button
          type="button"
          className={css['dismiss']}
          tabIndex={-1}
          aria-hidden
          title={words.t('phones.card.dismiss')}
          onClick={() => onDismiss(notification)}
        >
          <X />
        </button>
      )}
    </>
  );
}

/** A text of a card in its own language, direction and font. */
export function CardSlot({
  text,
  lang,
  font,
  className,
}: {
  readonly text: string;
  readonly lang: string;
  readonly font: string;
  readonly className: string | undefined;
}) {
  return (
    <span className={className} lang={lang} dir="auto" data-font={font}>
      {text}
    </span>
  );
}

/** The time of a card, drawn by its style: the card’s label already says it, in full words and in the person’s language. */
export function CardTime(props: {
  readonly time: string;
  readonly locale: string;
  readonly className: string | undefined;
}) {
  const { time, locale, className } = props;
  return <span className={className} data-time={time} data-font={fontLanguage(locale)} aria-hidden />;
}
