import { SendHorizontal } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { NotificationAction } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { fontLanguage } from '../fit/text.ts';
import { PushPicture } from '../pictures/push-picture.tsx';
import { iosWords } from '../skins/ios-words.ts';
import { IosCard } from './ios-card.tsx';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './ios-screens.module.css';

function ActionRow(props: {
  readonly action: NotificationAction;
  readonly phone: PhoneContext;
  onPress: (userText?: string) => void;
}) {
  const { action, phone, onPress } = props;
  const [text, setText] = useState<string | null>(null);
  const words = iosWords(phone.locale);
  if (text === null) {
    return (
      <button
        type="button"
        className={css['action']}
        data-kind={action.kind}
        disabled={!phone.onAction}
        onClick={() => (action.kind === 'text' ? setText('') : onPress())}
      >
        <span dir="auto">{action.title}</span>
      </button>
    );
  }
  return (
    <form
      className={css['action']}
      data-kind="reply"
      onSubmit={(event) => {
        event.preventDefault();
        onPress(text);
      }}
    >
      <input
        ref={(field) => field?.focus()}
        dir="auto"
        aria-label={action.title}
        placeholder={words.reply}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" aria-label={words.send} disabled={text.trim() === ''}>
        <SendHorizontal aria-hidden />
      </button>
    </form>
  );
}

/** One notification held down: its text in full, its picture across the card, its buttons below. Escape or a press beside it leaves. */
export function IosExpanded(props: {
  readonly drawn: DrawnCard;
  readonly phone: PhoneContext;
  readonly onClose: () => void;
}) {
  const { drawn, phone, onClose } = props;
  const { t } = useWords();
  const section = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const { card, notification } = drawn;
  const actions = phone.actionsOf(card.category);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector('button')?.focus({ preventScroll: true });
    return () => {
      // Back to the card that was held down, if it is still there.
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const onEscape = useEffectEvent(onClose);
  useEffect(() => {
    const element = section.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onEscape();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <section ref={section} className={css['expanded']} aria-label={t('phones.ios.expanded')}>
      <button
        type="button"
        className={css['scrim']}
        tabIndex={-1}
        aria-label={t('phones.ios.closeExpanded')}
        onClick={onClose}
      />
      <div ref={box} className={css['held']}>
        <div className={css['platter']} data-picture={card.imageUrl !== '' || undefined}>
          <ul>
            <li>
              <IosCard drawn={drawn} phone={phone} surface="expanded" />
            </li>
          </ul>
          {card.imageUrl !== '' && (
            <div className={css['picture']} role="img" aria-label={t('phones.ios.picture')}>
              <PushPicture url={card.imageUrl} room="wide" />
            </div>
          )}
        </div>
        {actions.length > 0 && (
          <div className={css['actions']} data-font={fontLanguage(phone.locale)}>
            {actions.slice(0, 4).map((action) => (
              <ActionRow
                key={action.id}
                action={action}
                phone={phone}
                onPress={(userText) => {
                  if (notification) phone.onAction?.(notification, action.id, userText);
                  onClose();
                }}
              />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}
