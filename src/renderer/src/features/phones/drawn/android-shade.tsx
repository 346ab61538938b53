import { BellOff, Bluetooth, Flashlight, Moon, Sun, Wifi, type LucideIcon } from 'lucide-react';
import { sizeOf } from '../skins/skin.ts';
import { phoneWords, type PhoneWords } from '../skins/words.ts';
import { AndroidCard } from './android-card.tsx';
import { CardList } from './card-list.tsx';
import { StatusBar } from './status-bar.tsx';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './android.module.css';

/** Height of the line about the rest. */
const moreLine = 36;
/** Section label, buttons below the list, and the gesture bar. */
const aroundList = 42 + 58 + 30;

const tiles: readonly {
  readonly icon: LucideIcon;
  readonly name: 'internet' | 'bluetooth' | 'flashlight' | 'doNotDisturb';
  readonly isOn: boolean;
}[] = [
  { icon: Wifi, name: 'internet', isOn: true },
  { icon: Bluetooth, name: 'bluetooth', isOn: true },
  { icon: Flashlight, name: 'flashlight', isOn: false },
  { icon: Moon, name: 'doNotDisturb', isOn: false },
];

function QuickSettings({ words }: { readonly words: PhoneWords }) {
  return (
    <div className={css['quick']} aria-hidden>
      {tiles.map(({ icon: Icon, name, isOn }) => (
        <div key={name} data-on={isOn || undefined}>
          <Icon />
          <span>
            {words[name]}
            <small>{isOn ? words.on : words.off}</small>
          </span>
        </div>
      ))}
      <div className={css['bright']}>
        <i>
          <Sun />
        </i>
      </div>
    </div>
  );
}

function Section(props: {
  readonly phone: PhoneContext;
  readonly label: string;
  readonly cards: readonly DrawnCard[];
  readonly room: number;
}) {
  const { phone, label, cards, room } = props;
  return (
    <>
      <div className={css['label']} aria-hidden>
        {label}
      </div>
      <CardList
        cards={cards}
        room={room}
        gap={sizeOf(phone.skin, 'card-gap')}
        moreHeight={moreLine}
        render={(drawn, place) => <AndroidCard drawn={drawn} phone={phone} {...place} />}
        renderMore={(count) => <div className={css['more']}>{phoneWords(phone.locale).more(count)}</div>}
      />
    </>
  );
}

/** The pulled-down shade of a stock Android phone: quick settings, what alerts, what is silent. */
export function AndroidShade({ phone, cards }: { readonly phone: PhoneContext; readonly cards: readonly DrawnCard[] }) {
  const { skin, model, locale, onClear } = phone;
  const words = phoneWords(locale);
  const alerting = cards.filter(({ card }) => card.interruptionLevel !== 'passive');
  const silent = cards.filter(({ card }) => card.interruptionLevel === 'passive');
  const quickHeight = 3 * sizeOf(skin, 'tile-height') + 2 * sizeOf(skin, 'tile-gap') - 20;
  const room = model.height - sizeOf(skin, 'shade-top') - quickHeight - aroundList;
  // A silent section takes what three closed cards need; the alerting ones come first.
  const silentRoom = alerting.length === 0 ? room : Math.min(silent.length, 3) * 80 + (silent.length > 0 ? 42 : 0);
  return (
    <>
      <StatusBar phone={phone} />
      <div className={css['shade']}>
        <QuickSettings words={words} />
        {cards.length === 0 && (
          <div className={css['none']}>
            <BellOff aria-hidden />
            {words.noNotifications}
          </div>
        )}
        {alerting.length > 0 && (
          <Section phone={phone} label={words.notifications} cards={alerting} room={room - silentRoom} />
        )}
        {silent.length > 0 && <Section phone={phone} label={words.silent} cards={silent} room={silentRoom} />}
        {cards.length > 0 && (
          <div className={css['foot']}>
            <span aria-hidden>{words.manage}</span>
            <button type="button" disabled={!onClear} onClick={onClear} lang={locale}>
              {words.clearAll}
            </button>
          </div>
        )}
      </div>
    </>
  );
}
