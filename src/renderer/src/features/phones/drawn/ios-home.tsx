import { useWords } from '../../../i18n/index.ts';
import { AppIcon } from './app-icon.tsx';
import type { IosScreenProps } from './ios-screen.tsx';
import { NeighbourIcon } from './neighbours.tsx';
import { StatusBar } from './status-bar.tsx';
import css from './ios-screens.module.css';

/** Places of a home screen, four in a row. The app stands in the third row, where even a tall banner does not cover it. */
const places = 12;
const own = 9;
const docked = 4;

/** The home screen: the app's icon with its number among others, and the dock. */
export function IosHome({ phone }: IosScreenProps) {
  const { t } = useWords();
  const { appName, badge } = phone;
  const label = badge > 0 ? t('phones.ios.iconBadge', { app: appName, n: badge }) : appName;
  return (
    <>
      <StatusBar phone={phone} />
      <ul className={css['icons']}>
        {Array.from({ length: places }, (_, index) =>
          index === own ? (
            <li key={index}>
              <span role="img" aria-label={label}>
                <AppIcon name={appName} badge={badge} />
              </span>
              <small dir="auto" aria-hidden>
                {appName}
              </small>
            </li>
          ) : (
            <li key={index} aria-hidden>
              <NeighbourIcon at={index > own ? index - 1 : index} />
            </li>
          ),
        )}
      </ul>
      <div className={css['dock']} aria-hidden>
        {Array.from({ length: docked }, (_, index) => (
          <NeighbourIcon key={index} at={index} isDocked />
        ))}
      </div>
    </>
  );
}
