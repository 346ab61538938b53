import { Image } from 'lucide-react';
import { cardText, fontLanguage, langOf } from '../fit/text.ts';
import { cardTime } from '../skins/time.ts';
import { phoneWords } from '../skins/words.ts';
import { AppIcon } from './app-icon.tsx';
import { CardButton, CardSlot, CardTime } from './card-button.tsx';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './ios.module.css';

const levelWords = { 'time-sensitive': 'timeSensitive', critical: 'critical' } as const;

/** One iOS card: on the lock screen or as the banner over an open app. */
export function IosCard({
  drawn,
  phone,
  surface,
}: {
  readonly drawn: DrawnCard;
  readonly phone: PhoneContext;
  readonly surface: 'lock' | 'banner';
}) {
  const { card, atMs } = drawn;
  const { locale, appName, nowMs } = phone;
  const { title, subtitle, body } = cardText(card, appName, 'ios');
  const level = card.interruptionLevel;
  const slot = (text: string) => {
    const lang = langOf(text, locale);
    return { text, lang, font: fontLanguage(lang) };
  };
  return (
    <CardButton drawn={drawn} phone={phone} className={css['card']}>
      <span className={css['icon']}>
        <AppIcon name={appName} />
      </span>
      <span className={css['text']} data-surface={surface}>
        {(level === 'time-sensitive' || level === 'critical') && (
          <span className={css['level']}>{phoneWords(locale)[levelWords[level]]}</span>
        )}{' '}
        <span className={css['top']}>
          <CardSlot className={css['title']} {...slot(title)} />
          <CardTime className={css['time']} time={cardTime('ios', locale, atMs, nowMs)} locale={locale} />
        </span>{' '}
        <span className={css['below']} data-image={card.imageUrl !== '' || undefined}>
          {subtitle !== '' && <CardSlot className={css['subtitle']} {...slot(subtitle)} />}{' '}
          {body !== '' && <CardSlot className={css['body']} {...slot(body)} />}
          {card.imageUrl !== '' && (
            <span className={css['thumb']}>
              <Image aria-hidden />
            </span>
          )}
        </span>
      </span>
    </CardButton>
  );
}
