import { Mic, Search } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { longDate, bareClock } from '../skins/time.ts';
import { AppIcon } from './app-icon.tsx';
import { NeighbourIcon } from './neighbours.tsx';
import { StatusBar } from './status-bar.tsx';
import type { PhoneContext } from './types.ts';
import css from './android-home.module.css';

/** Icons of other apps: a row of four, and three beside the app. */
const others = 7;
const docked = 4;
/** Launchers write no more than this. */
const mostBadge = 99;

/** The home screen: the app's icon with the dot or number that its launcher puts on it. `count`: notifications in the shade. */
export function AndroidHome({ phone, count }: { readonly phone: PhoneContext; readonly count: number }) {
  const { t } = useWords();
  const { skin, locale, nowMs, appName, badge } = phone;
  const hasNumber = skin.layout?.badge.value === 'number';
  const shown = badge > mostBadge ? `${mostBadge}+` : String(badge);
  const mark = hasNumber ? (badge > 0 ? shown : '') : count > 0 ? '•' : '';
  const words = hasNumber ? t('phones.badge', { n: badge }) : t('phones.badge.dot');
  return (
    <div className={css['home']}>
      <StatusBar phone={phone} />
      <div className={css['date']} aria-hidden>
        <b>{bareClock(locale, nowMs)}</b>
        {longDate(locale, nowMs)}
      </div>
      <div className={css['others']} aria-hidden>
        {Array.from({ length: others }, (_, at) => (
          <NeighbourIcon key={at} at={at} />
        ))}
      </div>
      <div className={css['dock']} aria-hidden>
        {Array.from({ length: docked }, (_, at) => (
          <NeighbourIcon key={at} at={at} isDocked />
        ))}
      </div>
      <div className={css['search']} aria-hidden>
        <Search />
        <Mic />
      </div>
      <div className={css['app']} role="img" aria-label={mark === '' ? appName : `${appName}, ${words}`}>
        <span className={css['icon']}>
          <AppIcon name={appName} />
          {mark !== '' && (
            <span className={css['mark']} data-kind={hasNumber ? 'number' : 'dot'}>
              {hasNumber && mark}
            </span>
          )}
        </span>
        <span className={css['name']}>{appName}</span>
      </div>
    </div>
  );
}
