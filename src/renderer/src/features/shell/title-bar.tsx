import { KeyRound, List, Network, PenLine, Search, SlidersHorizontal, Smartphone, type LucideIcon } from 'lucide-react';
import { useWords } from '../../i18n/index.ts';
import { keysOf } from '../../shortcuts/index.ts';
import { places } from '../../stores/ui-store.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import css from './title-bar.module.css';

const icons: Readonly<Record<(typeof places)[number], LucideIcon>> = {
  compose: PenLine,
  phones: Smartphone,
  log: List,
  credentials: KeyRound,
  gateways: Network,
};

/** The five places, the command field, the app under test, settings. */
export function TitleBar() {
  const { t } = useWords();
  const { ui } = useStores();
  const place = useFrom('ui', (state) => state.place);
  const app = useFrom('workspace', (state) => state.apps[0]);
  return (
    <header className={css['bar']}>
      <nav className={css['places']} aria-label={t('shell.places')}>
        {places.map((name) => {
          const Icon = icons[name];
          return (
            <button
              key={name}
              type="button"
              className={css['place']}
              aria-current={name === place ? 'page' : undefined}
              title={keysOf(name)}
              onClick={() => ui.go(name)}
            >
              <Icon aria-hidden />
              {t(`place.${name}`)}
            </button>
          );
        })}
      </nav>
      <button type="button" className={css['search']} title={t('shell.search')} onClick={() => ui.showPalette(true)}>
        <Search aria-hidden />
        <span>{t('shell.search')}</span>
        <Kbd>{keysOf('palette')}</Kbd>
      </button>
      <div className={css['end']}>
        {app && (
          <span className={css['app']}>
            <span className={css['badge']} aria-hidden>
              {app.name.slice(0, 2).toUpperCase()}
            </span>
            {app.name}
          </span>
        )}
        <IconButton icon={<SlidersHorizontal />} label={t('shell.settings')} onClick={() => ui.showSettings(true)} />
      </div>
    </header>
  );
}
