import { Camera, Flashlight, Moon } from 'lucide-react';
import { memo, useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { fontLanguage } from '../fit/text.ts';
import { iosWords } from '../skins/ios-words.ts';
import { sizeOf } from '../skins/skin.ts';
import { bareClock, longDate } from '../skins/time.ts';
import { phoneWords } from '../skins/words.ts';
import { CardList } from './card-list.tsx';
import { groupCards, rowsOf, type CardGroup } from './groups.ts';
import { IosCard } from './ios-card.tsx';
import { IosList } from './ios-list.tsx';
import type { IosScreenProps } from './ios-screen.tsx';
import { StatusBar } from './status-bar.tsx';
import type { PhoneContext } from './types.ts';
import css from './ios.module.css';

/** Height of the edges of a pile and the words under them. */
const pileFoot = 44;

/** The big clock with the date above it. */
export const LockClock = memo(function LockClock({ phone }: { readonly phone: PhoneContext }) {
  const { locale, nowMs } = phone;
  return (
    <div aria-hidden data-font={fontLanguage(locale)}>
      <div className={css['date']}>{longDate(locale, nowMs)}</div>
      <div className={css['clock']}>{bareClock(locale, nowMs)}</div>
    </div>
  );
});

/** In the mode «list» every card stands alone. */
const unitsOf = ({ phone, cards }: IosScreenProps): readonly CardGroup[] =>
  phone.look.displayAs === 'list' ? cards.map((drawn) => ({ id: drawn.id, cards: [drawn] })) : groupCards(cards);

/** Piles at the bottom, as many as there is room for, the rest as a number. */
function Piles({ units, ...props }: IosScreenProps & { readonly units: readonly CardGroup[] }) {
  const { phone, groups, onExpand } = props;
  const { skin, model, locale } = phone;
  const room = model.height - sizeOf(skin, 'list-top') - sizeOf(skin, 'list-bottom');
  const tops = new Map(units.map((unit) => [unit.cards[0].id, unit]));
  return (
    <CardList
      cards={units.map((unit) => unit.cards[0])}
      room={room}
      gap={sizeOf(skin, 'card-gap')}
      moreHeight={pileFoot}
      render={(drawn) => (
        <IosCard
          drawn={drawn}
          phone={phone}
          surface="lock"
          count={(tops.get(drawn.id)?.cards.length ?? 1) - 1}
          onOpen={() => groups.open(tops.get(drawn.id)?.id ?? '')}
          onExpand={() => onExpand(drawn)}
        />
      )}
      renderMore={(count) => (
        <div className={css['stack']}>
          <i />
          <i />
          <span data-font={fontLanguage(locale)}>
            {phoneWords(locale).more(units.slice(-count).reduce((sum, unit) => sum + unit.cards.length, 0))}
          </span>
        </div>
      )}
    />
  );
}

/** «3 Notifications» between the torch and the camera; pressing it shows them. */
function Counted({ phone, count, onShow }: { phone: PhoneContext; count: number; onShow: () => void }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className={css['counted']}
      data-font={fontLanguage(phone.locale)}
      aria-label={t('phones.ios.counted', { n: count })}
      onClick={onShow}
    >
      {iosWords(phone.locale).count(count)}
    </button>
  );
}

/** The lock screen of an iPhone: clock, cards at the bottom in the way its owner chose. */
export function IosLock(props: IosScreenProps) {
  const { phone, cards, groups, onExpand } = props;
  const [isShown, setIsShown] = useState(false);
  const units = unitsOf(props);
  const isCounted = phone.look.displayAs === 'count' && !isShown && cards.length > 0;
  const isOpen = units.some((unit) => groups.isOpen(unit.id) && unit.cards.length > 1);
  return (
    <>
      <StatusBar phone={phone} isBare />
      <LockClock phone={phone} />
      {isOpen ? (
        <div className={css['openList']}>
          <IosList
            phone={phone}
            rows={rowsOf(units, groups.isOpen)}
            surface="lock"
            onOpen={groups.open}
            onClose={groups.close}
            onExpand={onExpand}
          />
        </div>
      ) : (
        <div className={css['list']}>{!isCounted && <Piles {...props} units={units} />}</div>
      )}
      {isCounted && <Counted phone={phone} count={cards.length} onShow={() => setIsShown(true)} />}
      {phone.look.focus !== 'off' && (
        <span className={css['focusOn']} data-font={fontLanguage(phone.locale)}>
          <Moon aria-hidden />
          {phoneWords(phone.locale).doNotDisturb}
        </span>
      )}
      <div className={css['tools']} aria-hidden>
        <i>
          <Flashlight />
        </i>
        <i>
          <Camera />
        </i>
      </div>
    </>
  );
}
