import { ChevronDown, Image } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { timeWithMark } from '../fit/fit-card.ts';
import { cardText, fontLanguage, langOf, lineText } from '../fit/text.ts';
import { cardTime } from '../skins/time.ts';
import { AppGlyph } from './app-icon.tsx';
import { CardButton, CardSlot, CardTime } from './card-button.tsx';
import { cssVars } from './css-vars.ts';
import { glyphOn } from './hue.ts';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './android.module.css';

/** The push's accent colour, with a glyph that can be seen on it; without one the skin's own. */
const accentOf = (color: string) => {
  const glyph = glyphOn(color);
  return glyph === null ? undefined : cssVars({ '--tint': color, '--on-tint': glyph });
};

/** One card of stock Android. Closed: one line each. Open: the app's name and time above, and the text in full. */
export function AndroidCard(props: {
  readonly drawn: DrawnCard;
  readonly phone: PhoneContext;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}) {
  const { drawn, phone, isFirst, isLast } = props;
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { card, atMs } = drawn;
  const { locale, appName, nowMs } = phone;
  const { title, body } = cardText(card, appName, 'android');
  const time = timeWithMark('android', cardTime('android', locale, atMs, nowMs));
  const slot = (text: string) => {
    const lang = langOf(text, locale);
    return { text, lang, font: fontLanguage(lang) };
  };
  const hasImage = card.imageUrl !== '' && !isOpen;
  return (
    <div className={css['frame']}>
      <CardButton drawn={drawn} phone={phone} className={css['card']} isFirst={isFirst} isLast={isLast}>
        <span className={css['icon']} style={accentOf(card.color)}>
          <AppGlyph />
        </span>
        <span className={css['text']} data-open={isOpen || undefined} data-image={hasImage || undefined}>
          <span className={css['top']}>
            <CardSlot className={isOpen ? css['app'] : css['title']} {...slot(isOpen ? appName : title)} />
            <CardTime className={css['time']} time={time} locale={locale} />
          </span>{' '}
          {isOpen && <CardSlot className={css['title']} {...slot(title)} />}{' '}
          {body !== '' && <CardSlot className={css['body']} {...slot(isOpen ? body : lineText(body))} />}
          {card.imageUrl !== '' && (
            <span className={isOpen ? css['picture'] : css['thumb']}>
              <Image aria-hidden />
            </span>
          )}
        </span>
      </CardButton>
      <button
        type="button"
        className={css['expander']}
        aria-expanded={isOpen}
        aria-label={t('phones.card.expand')}
        data-open={isOpen || undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span>
          <ChevronDown aria-hidden />
        </span>
      </button>
    </div>
  );
}
