import { createStore } from 'zustand/vanilla';
import { createLeaving } from './leaving.ts';

export const places = ['compose', 'phones', 'log', 'credentials', 'gateways'] as const;
/** Places that stand in no bar: they are reached from where they are needed. */
const hiddenPlaces = ['codes'] as const;
export type Place = (typeof places)[number] | (typeof hiddenPlaces)[number];
const allPlaces: readonly Place[] = [...places, ...hiddenPlaces];

export interface UiState {
  readonly place: Place;
  /** What is chosen inside a place: an exchange, a device, a credential, a vendor, `vendor/code`. Empty: nothing. */
  readonly chosen: Readonly<Record<Place, string>>;
  readonly paletteOpen: boolean;
  readonly settingsOpen: boolean;
  readonly pasteOpen: boolean;
  /** What «Paste anything» begins with. */
  readonly pasted: string | File | null;
  /** One line about the last thing done, for the status bar and for screen readers. */
  readonly said: string;
}

const nothingChosen: UiState['chosen'] = { compose: '', phones: '', log: '', credentials: '', gateways: '', codes: '' };

/** A hash that was typed may hold anything. */
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

/** `#/log/ex_123`, `#/codes/apns/BadTopic` → place and what is chosen there. */
export const parseRoute = (hash: string): { place: Place; chosen: string } => {
  const [, name = '', chosen = ''] = /^#\/([a-z]+)(?:\/(.+))?$/.exec(hash) ?? [];
  const place = allPlaces.find((one) => one === name) ?? 'compose';
  return { place, chosen: decode(chosen) };
};
export const routeOf = (place: Place, chosen: string): string =>
  `#/${place}${chosen === '' ? '' : `/${chosen.split('/').map(encodeURIComponent).join('/')}`}`;

/** Layout and navigation: the window's own state, kept in the address so that every view has one. */
export const createUiStore = () => {
  const at = parseRoute(window.location.hash);
  const store = createStore<UiState>(() => ({
    place: at.place,
    chosen: { ...nothingChosen, [at.place]: at.chosen },
    paletteOpen: false,
    settingsOpen: false,
    pasteOpen: false,
    pasted: null,
    said: '',
  }));
  const { guard: guardLeaving, leave } = createLeaving();
  const show = (route: { readonly place: Place; readonly chosen: string }) =>
    store.setState(({ chosen }) => ({ place: route.place, chosen: { ...chosen, [route.place]: route.chosen } }));
  const isHere = (place: Place, chosen: string) => {
    const now = store.getState();
    return now.place === place && now.chosen[place] === chosen;
  };
  const follow = () => {
    const { hash } = window.location;
    const route = parseRoute(hash);
    if (isHere(route.place, route.chosen)) return;
    const now = store.getState();
    const gone = leave(() => {
      if (window.location.hash !== hash) window.history.replaceState(null, '', hash);
      show(route);
    });
    // The address says where the person is, also while being asked.
    if (!gone) window.history.replaceState(null, '', routeOf(now.place, now.chosen[now.place]));
  };
  window.addEventListener('hashchange', follow);
  return {
    ...store,
    /** Goes to a place, and there to what was chosen last unless something is named. */
    go: (place: Place, chosen = store.getState().chosen[place]) => {
      if (isHere(place, chosen)) return;
      leave(() => {
        window.location.hash = routeOf(place, chosen);
      });
    },
    choose: (place: Place, chosen: string) => {
      if (store.getState().chosen[place] === chosen) return;
      const choose = () => {
        if (store.getState().place === place) window.history.replaceState(null, '', routeOf(place, chosen));
        store.setState((state) => ({ chosen: { ...state.chosen, [place]: chosen } }));
      };
      if (store.getState().place === place) leave(choose);
      else choose();
    },
    guardLeaving,
    showPalette: (paletteOpen: boolean) => store.setState({ paletteOpen }),
    showSettings: (settingsOpen: boolean) => store.setState({ settingsOpen }),
    showPaste: (pasteOpen: boolean, pasted: string | File | null = null) => store.setState({ pasteOpen, pasted }),
    say: (said: string) => store.setState({ said }),
  };
};
export type UiStore = ReturnType<typeof createUiStore>;
