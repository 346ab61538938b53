import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { cardText, fontLanguage, langOf } from '../fit/text.ts';
import { hidesText } from '../look.ts';
import { PushPicture } from '../pictures/push-picture.tsx';
import { iosWords } from '../skins/ios-words.ts';
import { cardTime } from '../skins/time.ts';
import { phoneWords } from '../skins/words.ts';
import { AppIcon } from './app-icon.tsx';
import { CardButton, CardSlot, CardTime } from './card-button.tsx';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './ios.module.css';

const levelWords = { 'time-sensitive': 'timeSensitive', critical: 'critical' } as const;

export type IosSurface = 'lock' | 'banner' | 'center' | 'expanded';

/** A card as the phone shows it: without its text while previews are hidden, with the app's name and one word in their place. */
export const shownCard = (drawn: DrawnCard, phone: PhoneContext, surface: IosSurface): DrawnCard => {
  if (!hidesText(phone.look, surface === 'lock') || surface === 'expanded') return drawn;
  const { notification } = iosWords(phone.locale);
  return { ...drawn, card: { ...drawn.card, title: '', subtitle: '', body: notification, imageUrl: '' } };
};

/** Title, subtitle, text and picture of one card. The phone's own words are drawn by their style: the card's label already says them. */
const CardTexts = memo(function CardTexts(props: IosCardProps & { readonly count: number }) {
  const { drawn, phone, surface, count } = props;
  const { card, atMs } = drawn;
  const { locale, appName, nowMs } = phone;
  const { title, subtitle, body } = cardText(card, appName, 'ios');
  const level = card.interruptionLevel;
  const slot = (text: string) => {
    const lang = langOf(text, locale);
    return { text, lang, font: fontLanguage(lang) };
  };
  const hasThumb = card.imageUrl !== '' && surface !== 'expanded';
  return (
    <span className={css['text']} data-surface={surface}>
      {(level === 'time-sensitive' || level === 'critical') && (
        <span className={css['level']} data-font={fontLanguage(locale)} aria-hidden>
          {level === 'critical' && <TriangleAlert aria-hidden />}
          <i data-words={phoneWords(locale)[levelWords[level]]} />
        </span>
      )}{' '}
      <span className={css['top']}>
        <CardSlot className={css['title']} {...slot(title)} />
        <CardTime className={css['time']} time={cardTime('ios', locale, atMs, nowMs)} locale={locale} />
      </span>{' '}
      <span className={css['below']} data-image={hasThumb || undefined}>
        {subtitle !== '' && <CardSlot className={css['subtitle']} {...slot(subtitle)} />}{' '}
        {body !== '' && <CardSlot className={css['body']} {...slot(body)} />}
        {hasThumb && (
          <span className={css['thumb']}>
            <PushPicture url={card.imageUrl} room="thumb" />
          </span>
        )}
      </span>
      {count > 0 && (
        <span className={css['count']} data-font={fontLanguage(locale)} aria-hidden>
          <i data-words={phoneWords(locale).more(count)} />
        </span>
      )}
    </span>
  );
});

interface IosCardProps {
  readonly drawn: DrawnCard;
  readonly phone: PhoneContext;
  readonly surface: IosSurface;
}

/** One iOS card, or with a `count` the closed stack that it lies on. */
export function IosCard(
  props: IosCardProps & {
    readonly count?: number;
    readonly onOpen?: (() => void) | undefined;
    readonly onExpand?: (() => void) | undefined;
  },
) {
  const { drawn, phone, surface, count = 0, onOpen, onExpand } = props;
  const { t } = useWords();
  const shown = shownCard(drawn, phone, surface);
  return (
    <div className={css['pile']} data-count={Math.min(count, 2)}>
      <CardButton
        drawn={shown}
        phone={phone}
        className={css['card']}
        onOpen={count > 0 ? onOpen : undefined}
        onExpand={onExpand}
        also={count > 0 ? t('phones.ios.stack', { n: count }) : undefined}
      >
        <span className={css['icon']}>
          <AppIcon name={phone.appName} />
        </span>
        <CardTexts drawn={shown} phone={phone} surface={surface} count={count} />
      </CardButton>
      {count > 0 && <i aria-hidden />}
      {count > 1 && <i aria-hidden />}
    </div>
  );
}
