import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { cardText, lineText } from '../fit/text.ts';
import { androidTime } from '../skins/android-time.ts';
import { phoneWords } from '../skins/words.ts';
import { AndroidCard, Expander } from './android-card.tsx';
import type { Bundle } from './android-groups.ts';
import { AndroidIcon } from './android-icon.tsx';
import { CardButton, CardSlot, CardTime } from './card-button.tsx';
import { slotOf } from './slot.ts';
import type { DrawnCard, PhoneContext } from './types.ts';
import card from './android-card.module.css';
import css from './android-group.module.css';

/** One notification of a closed group on stock Android: title and text on one line. */
function Line({ drawn, phone }: { readonly drawn: DrawnCard; readonly phone: PhoneContext }) {
  const { title, body } = cardText(drawn.card, phone.appName, 'android');
  return (
    <li>
      <CardButton drawn={drawn} phone={phone} className={css['line']}>
        <CardSlot className={css['line-title']} {...slotOf(title, phone.locale)} />{' '}
        <CardSlot className={css['line-body']} {...slotOf(lineText(body), phone.locale)} />
      </CardButton>
    </li>
  );
}

interface GroupProps {
  readonly bundle: Bundle;
  readonly phone: PhoneContext;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** A closed group of stock Android: the app, how many, and the newest as lines. */
function LineGroup(props: GroupProps & { readonly onToggle: () => void; readonly label: string }) {
  const { bundle, phone, isFirst, isLast, onToggle, label } = props;
  const { cards } = bundle;
  const { skin, locale, nowMs, appName } = phone;
  const [newest] = cards;
  const closed = skin.layout?.group.closed.value ?? 1;
  return (
    <div className={card['frame']} data-place="beside" data-time="after">
      <div className={card['card']} data-first={isFirst || undefined} data-last={isLast || undefined}>
        <AndroidIcon phone={phone} color={newest?.card.color ?? ''} />
        <span className={card['text']}>
          <span className={card['top']} aria-hidden>
            <CardSlot className={card['app']} {...slotOf(appName, locale)} />
            <CardTime
              className={card['time']}
              time={androidTime(skin, locale, newest?.atMs ?? nowMs, nowMs)}
              locale={locale}
            />
          </span>
        </span>
        <ul className={css['lines']} aria-label={label}>
          {cards.slice(0, closed).map((drawn) => (
            <Line key={drawn.id} drawn={drawn} phone={phone} />
          ))}
        </ul>
      </div>
      <Expander kind="pill" isOpen={false} label={label} count={cards.length} onToggle={onToggle} />
    </div>
  );
}

/** Several notifications that the phone shows as one, as the skin does it; the arrow or the count opens and closes it. */
export function AndroidGroup(props: GroupProps) {
  const { bundle, phone } = props;
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { cards } = bundle;
  const group = phone.skin.layout?.group;
  if (!group) return null;
  const toggle = () => setIsOpen(!isOpen);
  const label = t('phones.card.group', { n: cards.length, app: phone.appName });
  if (group.look.value === 'lines' && !isOpen) return <LineGroup {...props} onToggle={toggle} label={label} />;
  const shown = cards.slice(0, isOpen ? group.open.value : group.closed.value);
  const rest = cards.length - shown.length;
  return (
    <div className={css['group']} data-open={isOpen || undefined} data-rest={rest > 0 || undefined}>
      <ul aria-label={label}>
        {shown.map((drawn, at) => (
          <li key={drawn.id}>
            <AndroidCard
              drawn={drawn}
              phone={phone}
              isFirst={at === 0 && props.isFirst}
              isLast={at === shown.length - 1 && props.isLast}
            />
          </li>
        ))}
      </ul>
      {!isOpen && rest > 0 && <span className={css['edges']} aria-hidden />}
      {(isOpen || rest > 0) && (
        <button type="button" className={css['count']} aria-expanded={isOpen} aria-label={label} onClick={toggle}>
          {isOpen ? phoneWords(phone.locale).close : phoneWords(phone.locale).more(rest)}
        </button>
      )}
    </div>
  );
}
