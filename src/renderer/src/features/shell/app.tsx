import { lazy, Suspense, useEffect, useState, createElement, type ComponentType } from 'react';
import { useWords } from '../../i18n/index.ts';
import { useShortcut, useShortcutKeys } from '../../shortcuts/index.ts';
import type { Place } from '../../stores/ui-store.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Banner } from '../../ui/notes.tsx';
import { TipProvider } from '../../ui/tip.tsx';
import { useAddress } from '../compose/use-address.ts';
import { DropZone } from '../log/hand-over/drop-zone.tsx';
import { PasteAnything } from '../log/hand-over/paste-dialog.tsx';
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

/** The code of each place comes by itself; compose, which is shown first, is not fetched ahead. */
const loaders: Readonly<Record<Place, () => Promise<ComponentType>>> = {
  compose: async () => (await import('../compose/compose-place.tsx')).ComposePlace,
  log: async () => (await import('../log/log-place.tsx')).LogPlace,
  phones: async () => (await import('../phones/phones-place.tsx')).PhonesPlace,
  gateways: async () => (await import('../gateways/gateways-place.tsx')).GatewaysPlace,
  credentials: async () => (await import('../credentials/credentials-place.tsx')).CredentialsPlace,
  codes: async () => (await import('../codes/codes-place.tsx')).CodesPlace,
};
const early = ['log', 'phones', 'gateways', 'credentials'] as const;
const lazily = (place: Place) => lazy(async () => ({ default: await loaders[place]() }));
const views: Readonly<Record<Place, ReturnType<typeof lazily>>> = {
  compose: lazily('compose'),
  phones: lazily('phones'),
  log: lazily('log'),
  credentials: lazily('credentials'),
  gateways: lazily('gateways'),
  codes: lazily('codes'),
};
/** What came early is drawn at once: what is lazy shows nothing first, and React lets that stand for a third of a second. */
const ready = new Map<Place, ComponentType>();

/** Fetches the code of the other places while nothing else is to do, so that opening one waits for none. */
const useEarlyPlaces = () =>
  useEffect(() => {
    const fetchAll = async () => {
      // One after the other. What cannot be fetched now is fetched, or fails, when the place is opened.
      for (const place of early) ready.set(place, await loaders[place]());
    };
    const waiting = window.requestIdleCallback(() => void fetchAll().catch(() => undefined));
    return () => window.cancelIdleCallback(waiting);
  }, []);

/** Places that have no use of their own for what is pasted or dropped. */
const takesAnything: ReadonlySet<Place> = new Set(['phones', 'gateways', 'codes']);

/** One visit of a place. Which component draws it is settled when it begins: one that becomes ready meanwhile would be made anew. */
function PlaceView({ place }: { readonly place: Place }) {
  const [view] = useState(() => ({ type: ready.get(place) ?? views[place] }));
  const content = createElement(view.type);
  return takesAnything.has(place) ? <DropZone>{content}</DropZone> : content;
}

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
  useEarlyPlaces();

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
                <PlaceView place={place} />
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
      <PasteAnything />
      <SettingsDialog />
      <ShortcutsDialog />
      <UndoToast />
    </TipProvider>
  );
}
