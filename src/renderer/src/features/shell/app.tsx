import { lazy, Suspense } from 'react';
import { useWords } from '../../i18n/index.ts';
import { useShortcut, useShortcutKeys } from '../../shortcuts/index.ts';
import type { Place } from '../../stores/ui-store.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Banner } from '../../ui/notes.tsx';
import { TipProvider } from '../../ui/tip.tsx';
import { useAddress } from '../compose/use-address.ts';
import { FaultBanner } from './fault-banner.tsx';
import { Palette } from './palette.tsx';
import { PlaceBoundary } from './place-boundary.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import { UndoToast } from './undo-toast.tsx';
import { spoken } from '../../ui/spoken.ts';
import css from './app.module.css';

const views: Readonly<Record<Place, ReturnType<typeof lazy>>> = {
  compose: lazy(async () => ({ default: (await import('../compose/compose-place.tsx')).ComposePlace })),
  phones: lazy(async () => ({ default: (await import('../phones/phones-place.tsx')).PhonesPlace })),
  log: lazy(async () => ({ default: (await import('../log/log-place.tsx')).LogPlace })),
  credentials: lazy(async () => ({ default: (await import('../credentials/credentials-place.tsx')).CredentialsPlace })),
  gateways: lazy(async () => ({ default: (await import('../gateways/gateways-place.tsx')).GatewaysPlace })),
};

/** Moves the focus to the next pane, or back with Shift. */
const movePane = (back: boolean): void => {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(at + (back ? -1 : 1) + panes.length) % panes.length];
  next?.focus();
};

/** The whole window: places, panes, status. */
export function App() {
  const { t, say } = useWords();
  const { ui } = useStores();
  const place = useFrom('ui', (state) => state.place);
  const notices = useFrom('settings', (state) => state.notices);
  const said = useFrom('ui', (state) => state.said);
  const View = views[place];

  useAddress();
  useShortcutKeys();
  useShortcut('palette', () => ui.showPalette(true));
  useShortcut('help', () => ui.showKeys(true));
  useShortcut('settings', () => ui.showSettings(true));
  useShortcut('compose', () => ui.go('compose'));
  useShortcut('phones', () => ui.go('phones'));
  useShortcut('log', () => ui.go('log'));
  useShortcut('credentials', () => ui.go('credentials'));
  useShortcut('gateways', () => ui.go('gateways'));
  useShortcut('pane', () => movePane(false));
  useShortcut('paneBack', () => movePane(true));

  return (
    <TipProvider delayDuration={350}>
      <div className={css['app']}>
        <TitleBar />
        <main className={css['main']} aria-label={t(`place.${place}`)}>
          <h1 className={spoken}>{t(`place.${place}`)}</h1>
          {notices.map((notice) => (
            <Banner key={notice.id} tone={notice.severity === 'warning' ? 'warning' : 'imported'}>
              {say(notice.phrase)}
            </Banner>
          ))}
          <FaultBanner />
          <div className={css['place']}>
            <PlaceBoundary key={place}>
              <Suspense fallback={null}>
                <View />
              </Suspense>
            </PlaceBoundary>
          </div>
        </main>
        <StatusBar />
        <div className={spoken} role="status" aria-live="polite">
          {said}
        </div>
      </div>
      <Palette />
      <SettingsDialog />
      <ShortcutsDialog />
      <UndoToast />
    </TipProvider>
  );
}
