import { useWords } from '../../../i18n/index.ts';
import { cardText, fontLanguage, langOf, lineText } from '../fit/text.ts';
import { iosWords } from '../skins/ios-words.ts';
import { clockTime } from '../skins/time.ts';
import { phoneWords } from '../skins/words.ts';
import { AppIcon } from './app-icon.tsx';
import { cardLabel } from './card-label.ts';
import { byRelevance } from './groups.ts';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './ios-screens.module.css';

/** As many as a summary shows large. */
const featured = 2;

/** What waited for the scheduled summary, in one card: the most relevant large, the rest as a number. */
export function IosSummary(props: {
  readonly phone: PhoneContext;
  readonly cards: readonly DrawnCard[];
  readonly onExpand: (drawn: DrawnCard) => void;
}) {
  const { phone, cards, onExpand } = props;
  const words = useWords();
  const { locale, appName, nowMs } = phone;
  const sorted = byRelevance(cards);
  const rest = sorted.length - featured;
  return (
    <section className={css['summary']} aria-label={words.t('phones.ios.summary', { n: cards.length })}>
      <header data-font={fontLanguage(locale)}>
        <b>{iosWords(locale).summary}</b>
        <span>{clockTime(locale, nowMs)}</span>
      </header>
      <ul>
        {sorted.slice(0, featured).map((drawn) => {
          const { title, body } = cardText(drawn.card, appName, 'ios');
          return (
            <li key={drawn.id}>
              <button
                type="button"
                className={css['featured']}
                aria-label={cardLabel(drawn.card, { appName, nowMs, atMs: drawn.atMs, family: 'ios' }, words)}
                onClick={() => onExpand(drawn)}
              >
                <AppIcon name={appName} />
                <span>
                  <b dir="auto" data-font={fontLanguage(langOf(title, locale))}>
                    {title}
                  </b>{' '}
                  <span dir="auto" data-font={fontLanguage(langOf(body, locale))}>
                    {lineText(body)}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <footer>
          <AppIcon name={appName} />
          <span data-font={fontLanguage(locale)}>{phoneWords(locale).more(rest)}</span>
        </footer>
      )}
    </section>
  );
}
