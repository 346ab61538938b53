import { X } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { fontLanguage } from '../fit/text.ts';
import { iosWords } from '../skins/ios-words.ts';
import { bareClock } from '../skins/time.ts';
import { phoneWords } from '../skins/words.ts';
import { groupCards, rowsOf } from './groups.ts';
import { IosList } from './ios-list.tsx';
import type { IosScreenProps } from './ios-screen.tsx';
import { IosSummary } from './ios-summary.tsx';
import { StatusBar } from './status-bar.tsx';
import css from './ios-screens.module.css';

/** Notification Centre: everything that was not dealt with, in stacks, newest first. */
export function IosCenter({ phone, cards, waiting, groups, onExpand }: IosScreenProps) {
  const { t } = useWords();
  const { locale, onClear } = phone;
  const words = iosWords(locale);
  return (
    <>
      <StatusBar phone={phone} isBare />
      <div className={css['smallClock']} aria-hidden>
        {bareClock(locale, phone.nowMs)}
      </div>
      <div className={css['center']}>
        {waiting.length > 0 && <IosSummary phone={phone} cards={waiting} onExpand={onExpand} />}
        <div className={css['centerHead']} data-font={fontLanguage(locale)}>
          <b>{words.center}</b>
          {cards.length > 0 && onClear && (
            <button type="button" aria-label={t('phones.ios.clear')} onClick={onClear}>
              <X aria-hidden />
            </button>
          )}
        </div>
        {cards.length === 0 ? (
          <p className={css['none']} data-font={fontLanguage(locale)}>
            {phoneWords(locale).noNotifications}
          </p>
        ) : (
          <IosList
            phone={phone}
            rows={rowsOf(groupCards(cards), groups.isOpen)}
            surface="center"
            onOpen={groups.open}
            onClose={groups.close}
            onExpand={onExpand}
          />
        )}
      </div>
    </>
  );
}
