import { Camera, Flashlight } from 'lucide-react';
import { sizeOf } from '../skins/skin.ts';
import { bareClock, longDate } from '../skins/time.ts';
import { phoneWords } from '../skins/words.ts';
import { CardList } from './card-list.tsx';
import { IosCard } from './ios-card.tsx';
import { StatusBar } from './status-bar.tsx';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './ios.module.css';

/** Height of the edges of a stack and the words under them. */
const stackFoot = 44;

/** The lock screen of an iPhone: clock, cards at the bottom, older ones as a stack with their number. */
export function IosLock({ phone, cards }: { readonly phone: PhoneContext; readonly cards: readonly DrawnCard[] }) {
  const { skin, model, locale, nowMs } = phone;
  const room = model.height - sizeOf(skin, 'list-top') - sizeOf(skin, 'list-bottom');
  return (
    <>
      <StatusBar phone={phone} isBare />
      <div className={css['date']} aria-hidden>
        {longDate(locale, nowMs)}
      </div>
      <div className={css['clock']} aria-hidden>
        {bareClock(locale, nowMs)}
      </div>
      <div className={css['list']}>
        <CardList
          cards={cards}
          room={room}
          gap={sizeOf(skin, 'card-gap')}
          moreHeight={stackFoot}
          render={(drawn) => <IosCard drawn={drawn} phone={phone} surface="lock" />}
          renderMore={(count) => (
            <div className={css['stack']}>
              <i />
              <i />
              <span>{phoneWords(locale).more(count)}</span>
            </div>
          )}
        />
      </div>
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
