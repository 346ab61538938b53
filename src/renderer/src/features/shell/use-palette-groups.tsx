import {
  AppWindow,
  BookOpen,
  ClipboardPaste,
  Contrast,
  Eraser,
  FileText,
  KeyRound,
  Keyboard,
  Languages,
  Layers,
  Moon,
  Plus,
  Scale,
  ScanText,
  SlidersHorizontal,
  Smartphone,
  User,
  Users,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { locales } from '../../../../shared/contract/index.ts';
import { asCallFailure } from '../../client/errors.ts';
import { languageNames, useWords } from '../../i18n/index.ts';
import { boundShortcuts, keysOf, runShortcut, shortcuts, type ShortcutId } from '../../shortcuts/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { places } from '../../stores/ui-store.ts';
import { outcomeWords, targetWords } from '../../ui/exchange-words.ts';
import { clockOrDay } from '../../ui/format.ts';
import { VendorMark } from '../../ui/marks.tsx';
import { useNow } from '../../ui/use-now.ts';
import { wordsIn } from '../compose/presets/file-words.ts';
import { useStart } from '../compose/presets/use-start.ts';
import { showSide, sides } from '../compose/sides.ts';

export interface PaletteRow {
  /** Stable: what was used last is remembered by it. */
  readonly id: string;
  readonly words: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly run: () => void;
}
export interface PaletteGroup {
  readonly heading: string;
  readonly rows: readonly PaletteRow[];
}

/** Of the log, as many as can be looked through. */
const newestShown = 20;
const minuteMs = 60_000;

/** What every part of the window has bound here and now: send, find, resend, tap, save. */
const useHere = (): PaletteGroup => {
  const { t } = useWords();
  const place = useFrom('ui', (state) => state.place);
  // As it was when the palette opened.
  const [bound] = useState<ReadonlySet<ShortcutId>>(() => new Set(boundShortcuts()));
  return {
    heading: t('shell.palette.here'),
    rows: shortcuts
      .filter(({ id, where }) => bound.has(id) && (where === place || id === 'find'))
      .map(({ id }) => ({
        id: `key:${id}`,
        words: t(`keys.${id}`),
        icon: <Keyboard />,
        keys: keysOf(id),
        // The palette gives the focus back first, to where it was.
        run: () => setTimeout(() => runShortcut(id)),
      })),
  };
};

/** What can be done wherever one is. */
const useActions = (): PaletteGroup => {
  const { t, locale } = useWords();
  const { ui, settings: store, log } = useStores();
  const settings = useFrom('settings', (state) => state.settings);
  const { theme, contrast } = document.documentElement.dataset;
  const clear = () => {
    log.remove('').then(
      () => {
        ui.choose('log', '');
        ui.say(t('log.cleared'));
        ui.offerUndo({
          words: t('log.cleared'),
          undo: async () => {
            await log.restore();
            return t('log.restored');
          },
        });
      },
      (error: unknown) => ui.say(t(`error.${asCallFailure(error).code}.title`)),
    );
  };
  const row = (id: string, words: string, icon: ReactNode, run: () => void, keys?: string): PaletteRow => ({
    id,
    words,
    icon,
    run,
    ...(keys === undefined ? {} : { keys }),
  });
  const change = (patch: Partial<typeof settings>) => void store.update(patch);
  return {
    heading: t('shell.palette.actions'),
    rows: [
      row('theme', t('shell.palette.theme'), <Moon />, () => change({ theme: theme === 'dark' ? 'light' : 'dark' })),
      row('contrast', t('shell.palette.contrast'), <Contrast />, () =>
        change({ contrast: contrast === 'more' ? 'normal' : 'more' }),
      ),
      ...locales
        .filter((one) => one !== locale)
        .map((one) =>
          row(`language:${one}`, t('shell.palette.language', { language: languageNames[one] }), <Languages />, () =>
            change({ locale: one }),
          ),
        ),
      row('import', t('shell.palette.import'), <KeyRound />, () => ui.go('credentials', 'new:credential')),
      row('token', t('credentials.jwt'), <ScanText />, () => ui.go('credentials', 'token')),
      row('device', t('phones.device.add'), <Plus />, () => ui.go('credentials', 'new:device')),
      row('switches', t('credentials.switches'), <Scale />, () => ui.go('credentials', 'switches')),
      row('codes', t('codes.open'), <BookOpen />, () => ui.go('codes')),
      row('paste', t('log.paste.palette'), <ClipboardPaste />, () => ui.showPaste(true)),
      row('clear', t('shell.palette.clear'), <Eraser />, clear),
      row(
        'settings',
        t('shell.palette.settings'),
        <SlidersHorizontal />,
        () => ui.showSettings(true),
        keysOf('settings'),
      ),
      row('keys', t('shell.palette.keys'), <Keyboard />, () => ui.showKeys(true), keysOf('help')),
    ],
  };
};

/** Everything that has an address: places and their views, phones, entries of the workspace. */
const useThings = (): readonly PaletteGroup[] => {
  const { t } = useWords();
  const { ui, compose } = useStores();
  const { devices, apps, accounts, groups } = useFrom('workspace', (state) => state);
  const credentials = useFrom('credentials', (state) => state.credentials);
  const gateways = useFrom('gateways', (state) => state.gateways);
  const vendors = useFrom('settings', (state) => state.vendors);
  const entries = (kind: string, all: readonly { readonly id: string; readonly name: string }[], icon: ReactNode) =>
    all.map(({ id, name }) => ({
      id: `${kind}:${id}`,
      words: name,
      icon,
      run: () => ui.go('credentials', `${kind}:${id}`),
    }));
  return [
    {
      heading: t('shell.palette.places'),
      rows: places.map((place) => ({
        id: `place:${place}`,
        words: t(`place.${place}`),
        keys: keysOf(place),
        run: () => ui.go(place),
      })),
    },
    {
      heading: t('shell.palette.views'),
      rows: [
        ...sides.map((side) => ({
          id: `compose:${side}`,
          words: `${t('place.compose')}: ${t(`compose.mode.${side}`)}`,
          icon: <Layers />,
          run: () => {
            showSide(compose, side);
            ui.go('compose');
          },
        })),
        ...gateways.map(({ vendor }) => ({
          id: `gateway:${vendor}`,
          words: `${t('place.gateways')}: ${vendors.find((one) => one.id === vendor)?.label ?? vendor}`,
          icon: <VendorMark vendor={vendor} />,
          run: () => ui.go('gateways', vendor),
        })),
      ],
    },
    {
      heading: t('shell.palette.devices'),
      rows: devices.map(({ id, name }) => ({
        id: `phone:${id}`,
        words: name,
        icon: <Smartphone />,
        run: () => ui.go('phones', id),
      })),
    },
    { heading: t('shell.palette.credentials'), rows: entries('credential', credentials, <KeyRound />) },
    {
      heading: t('shell.palette.people'),
      rows: [
        ...entries('app', apps, <AppWindow />),
        ...entries(
          'account',
          accounts.map(({ id, nickname, userId }) => ({ id, name: nickname || userId })),
          <User />,
        ),
        ...entries(
          'group',
          groups.map(({ id, name, groupId }) => ({ id, name: name || groupId })),
          <Users />,
        ),
      ],
    },
  ];
};

const usePresetGroup = (): PaletteGroup => {
  const { t, locale } = useWords();
  const { ui } = useStores();
  const start = useStart();
  const library = useFrom('presets', (state) => state.library);
  return {
    heading: t('shell.palette.presets'),
    rows: (library?.entries ?? []).map((entry) => ({
      id: `preset:${entry.source}:${entry.file}`,
      words: wordsIn(entry.content.name, locale),
      icon: <FileText />,
      run: () => {
        start(entry);
        ui.go('compose');
      },
    })),
  };
};

const useExchangeGroup = (): PaletteGroup => {
  const { t, has } = useWords();
  const { ui } = useStores();
  const items = useFrom('exchanges', (state) => state.items);
  const devices = useFrom('workspace', (state) => state.devices);
  const nowMs = useNow(minuteMs);
  return {
    heading: t('shell.palette.exchanges'),
    rows: items.slice(0, newestShown).map((one) => ({
      id: `exchange:${one.id}`,
      words: t('shell.palette.exchange', {
        what: one.title || targetWords(one, devices, { t, has }) || t(`origin.${one.origin}`),
        outcome: outcomeWords(one, { t, has }),
        time: clockOrDay(one.atMs, nowMs),
      }),
      icon: <VendorMark vendor={one.vendor} />,
      run: () => ui.go('log', one.id),
    })),
  };
};

/** All rows of the palette, by group. */
export const usePaletteGroups = (): readonly PaletteGroup[] => {
  const here = useHere();
  const actions = useActions();
  const things = useThings();
  const presets = usePresetGroup();
  const exchanges = useExchangeGroup();
  return [here, actions, ...things, presets, exchanges];
};
