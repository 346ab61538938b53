import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { cardText, lineText } from '../fit/text.ts';
import { PushPicture } from '../pictures/push-picture.tsx';
import { androidTime } from '../skins/android-time.ts';
import { isTalk } from './android-groups.ts';
import { AndroidIcon, TalkIcon } from './android-icon.tsx';
import { ActionsRoom, actionsOf, AndroidActions, AndroidMore, openText } from './android-more.tsx';
import { CardButton, CardSlot, CardTime } from './card-button.tsx';
import { slotOf } from './slot.ts';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './android-card.module.css';

/** The arrow that opens a card, as its skin draws it. Without one the card opens by a key and a long press, as on the phone. */
export function Expander(props: {
  readonly kind: 'pill' | 'chevron' | 'none';
  readonly isOpen: boolean;
  readonly label: string;
  readonly count?: number;
  readonly onToggle: () => void;
}) {
  const { kind, isOpen, label, count, onToggle } = props;
  return (
    <button
      type="button"
      className={css['expander']}
      aria-expanded={isOpen}
      aria-label={label}
      data-kind={kind}
      data-open={isOpen || undefined}
      onClick={onToggle}
    >
      <span>
        {count}
        <ChevronDown aria-hidden />
      </span>
    </button>
  );
}

/**
 * One card of an Android or HarmonyOS phone, arranged as its skin's layout says. Closed: as many lines as the skin gives. Open: the
 * text in full, with what the push's style adds. `least`: of the lowest importance, one line in all.
 */
export function AndroidCard(props: {
  readonly drawn: DrawnCard;
  readonly phone: PhoneContext;
  readonly surface?: 'shade' | 'banner';
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly startsOpen?: boolean;
  readonly isLeast?: boolean;
  readonly children?: ReactNode;
}) {
  const { drawn, phone, surface = 'shade', isFirst, isLast, startsOpen = false, isLeast = false, children } = props;
  const { t } = useWords();
  const [turned, setTurned] = useState(false);
  const isOpen = turned !== startsOpen;
  const { card, atMs } = drawn;
  const { locale, appName, nowMs, skin } = phone;
  const { layout } = skin;
  if (!layout) return null;
  const { title, body } = cardText(card, appName, 'android');
  const isHeader = layout.place.value === 'header';
  const isSaid = isTalk(drawn);
  // Stock Android puts a line with the app's name above an open card; a talk keeps its name there.
  const isStockOpen = isOpen && layout.time.value === 'after' && !isSaid;
  const lines = skin.surfaces[surface]?.body.value ?? 1;
  // A heads-up with buttons takes the open layout, cut to its height: a line of text is left.
  const hasActions = surface === 'banner' && !isOpen && actionsOf(card, phone).length > 0;
  const picture = card.android?.largeIconUrl || card.imageUrl;
  const hasThumb = picture !== '' && !isOpen && !isLeast;
  const time = <CardTime className={css['time']} time={androidTime(skin, locale, atMs, nowMs)} locale={locale} />;
  const titleSlot = <CardSlot className={css['title']} {...slotOf(title, locale)} />;
  return (
    <div
      className={css['frame']}
      data-place={layout.place.value}
      data-time={layout.time.value}
      data-least={isLeast || undefined}
      data-talk={isSaid || undefined}
    >
      <CardButton
        drawn={drawn}
        phone={phone}
        className={css['card']}
        isFirst={isFirst}
        isLast={isLast}
        spoken={isOpen && !isLeast ? openText(card, body) : undefined}
      >
        {!isHeader &&
          (isSaid ? <TalkIcon name={title} phone={phone} /> : <AndroidIcon phone={phone} color={card.color} />)}
        {isHeader && (
          <span className={css['header']}>
            <AndroidIcon phone={phone} color={card.color} />
            <CardSlot className={css['app']} {...slotOf(appName, locale)} />
            {time}
          </span>
        )}
        <span className={css['text']} data-open={isOpen || undefined} data-image={hasThumb || undefined}>
          {isLeast ? (
            <CardSlot
              className={css['least']}
              {...slotOf([title, lineText(body)].filter(Boolean).join(' • '), locale)}
            />
          ) : (
            <>
              <span className={css['top']}>
                {isStockOpen ? <CardSlot className={css['app']} {...slotOf(appName, locale)} /> : titleSlot}
                {!isHeader && time}
              </span>{' '}
              {isStockOpen && titleSlot}{' '}
              {isOpen ? (
                <AndroidMore card={card} body={body} phone={phone} />
              ) : (
                body !== '' && (
                  <CardSlot
                    className={lines > 1 ? css['body-lines'] : css['body']}
                    {...slotOf(lines > 1 ? body : lineText(body), locale)}
                  />
                )
              )}
            </>
          )}
          {hasActions && <ActionsRoom />}
          {hasThumb && (
            <span className={css['thumb']}>
              <PushPicture url={picture} room="thumb" />
            </span>
          )}
        </span>
      </CardButton>
      {(isOpen || hasActions) && !isLeast && <AndroidActions drawn={drawn} phone={phone} />}
      {children}
      {!isLeast && (
        <Expander
          kind={layout.expander.value}
          isOpen={isOpen}
          label={t('phones.card.expand')}
          onToggle={() => setTurned(!turned)}
        />
      )}
    </div>
  );
}
