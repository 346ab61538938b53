import { Bluetooth, Flashlight, Moon, RotateCw, Settings, Sun, Trash2, Wifi, type LucideIcon } from 'lucide-react';
import { memo } from 'react';
import { bareClock, longDate } from '../skins/time.ts';
import { phoneWords } from '../skins/words.ts';
import { cssVars } from './css-vars.ts';
import type { PhoneContext } from './types.ts';
import css from './android-head.module.css';

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

/** Material You: two columns of wide switches and the brightness. */
function Tiles({ phone }: { readonly phone: PhoneContext }) {
  const words = phoneWords(phone.locale);
  const isQuiet = phone.look.focus === 'do-not-disturb';
  return (
    <div className={css['quick']} aria-hidden>
      {tiles.map(({ icon: Icon, name, isOn }) => (
        <div key={name} data-on={isOn || (name === 'doNotDisturb' && isQuiet) || undefined}>
          <Icon />
          <span>
            {words[name]}
            <small>{isOn || (name === 'doNotDisturb' && isQuiet) ? words.on : words.off}</small>
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

/** A row of round switches above the list. */
function Toggles({ phone }: { readonly phone: PhoneContext }) {
  const isQuiet = phone.look.focus === 'do-not-disturb';
  return (
    <div className={css['toggles']} aria-hidden>
      {[Wifi, Bluetooth, Flashlight, Moon, RotateCw].map((Icon, at) => (
        <i key={Icon.displayName} data-on={at < 2 || (Icon === Moon && isQuiet) || undefined}>
          <Icon />
        </i>
      ))}
    </div>
  );
}

/** What stands above the list: switches, or a large clock where the maker keeps the switches in a place of their own. */
export const AndroidHead = memo(function AndroidHead({ phone }: { readonly phone: PhoneContext }) {
  const { skin, locale, nowMs, onClear } = phone;
  const head = skin.layout?.head;
  if (!head || head.kind === 'tiles') return <Tiles phone={phone} />;
  if (head.kind === 'toggles') return <Toggles phone={phone} />;
  return (
    <div className={css['clock']} data-date={head.date} style={cssVars({ '--clock-weight': head.weight })}>
      <b aria-hidden>{bareClock(locale, nowMs)}</b>
      <span aria-hidden>{longDate(locale, nowMs)}</span>
      <span className={css['tools']}>
        {head.tools.includes('bin') && (
          <button
            type="button"
            disabled={!onClear}
            aria-label={phoneWords(locale).clearAll}
            lang={locale}
            onClick={onClear}
          >
            <Trash2 aria-hidden />
          </button>
        )}
        {head.tools.includes('gear') && <Settings aria-hidden />}
      </span>
    </div>
  );
});
