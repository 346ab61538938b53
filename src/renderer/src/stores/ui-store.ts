import { createStore, type StoreApi } from 'zustand/vanilla';
import { createLeaving } from './leaving.ts';

export const places = ['compose', 'phones', 'log', 'credentials', 'gateways'] as const;
/** Places that stand in no bar: they are reached from where they are needed. */
const hiddenPlaces = ['codes'] as const;
export type Place = (typeof places)[number] | (typeof hiddenPlaces)[number];
const allPlaces: readonly Place[] = [...places, ...hiddenPlaces];

/** Something that was done, with the way back. */
export interface Undoable {
  readonly words: string;
  /** Takes it back; its words are said when that is done. Rejects as the call behind it does. */
  readonly undo: () => Promise<string>;
}

export interface UiState {
  readonly place: Place;
  /** What is chosen inside a place: an exchange, a device, a credential, a vendor, `vendor/code`. Empty: nothing. */
  readonly chosen: Readonly<Record<Place, string>>;
  /** How a place shows it: a tab, a side. Empty: as the place begins. */
  readonly view: Readonly<Record<Place, string>>;
  readonly paletteOpen: boolean;
  readonly settingsOpen: boolean;
  readonly pasteOpen: boolean;
  /** What «Paste anything» begins with. */
  readonly pasted: string | File | null;
  /** A credential that was pasted elsewhere, on its way to the place of credentials; null: none is. */
  readonly handed: string | File | null;
  readonly keysOpen: boolean;
  /** What was just done and can be taken back; null: nothing. */
  readonly undoable: Undoable | null;
  /** One line about the last thing done, for the status bar and for screen readers. */
  readonly said: string;
}

const nothingChosen: UiState['chosen'] = { compose: '', phones: '', log: '', credentials: '', gateways: '', codes: '' };

export interface Route {
  readonly place: Place;
  readonly chosen: string;
  readonly view: string;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // Typed by hand, with a lone per cent sign.
    return text;
  }
};

/** `#/log/ex_123?view=request`, `#/codes/apns/BadTopic` → place, what is chosen there, and how it is shown. */
export const parseRoute = (hash: string): Route => {
  const [, name = '', chosen = '', view = ''] = /^#\/([a-z]+)(?:\/([^?]+))?(?:\?view=([a-z-]+))?$/.exec(hash) ?? [];
  const place = allPlaces.find((one) => one === name) ?? 'compose';
  return { place, chosen: decoded(chosen), view };
};
export const routeOf = (place: Place, chosen: string, view = ''): string =>
  `#/${place}${chosen === '' ? '' : `/${chosen.split('/').map(encodeURIComponent).join('/')}`}${view === '' ? '' : `?view=${view}`}`;

/** Where the state stands, and how an address moves it. */
const routing = (store: StoreApi<UiState>) => ({
  /** An address without a view leaves the place as it stands. */
  show: (route: Route) =>
    store.setState(({ chosen, view }) => ({
      place: route.place,
      chosen: { ...chosen, [route.place]: route.chosen },
      view: route.view === '' ? view : { ...view, [route.place]: route.view },
    })),
  isHere: (place: Place, chosen: string, view = '') => {
    const now = store.getState();
    return now.place === place && now.chosen[place] === chosen && (view === '' || now.view[place] === view);
  },
});

const nothingOpen = {
  paletteOpen: false,
  settingsOpen: false,
  pasteOpen: false,
  pasted: null,
  handed: null,
  keysOpen: false,
  undoable: null,
  said: '',
} as const;

/** Layout and navigation: the window's own state, kept in the address so that every view has one. */
export const createUiStore = () => {
  const at = parseRoute(window.location.hash);
  const store = createStore<UiState>(() => ({
    place: at.place,
    chosen: { ...nothingChosen, [at.place]: at.chosen },
    view: { ...nothingChosen, [at.place]: at.view },
    ...nothingOpen,
  }));
  const { guard: guardLeaving, leave } = createLeaving();
  const { show, isHere } = routing(store);
  const follow = () => {
    const { hash } = window.location;
    const route = parseRoute(hash);
    if (isHere(route.place, route.chosen, route.view)) return;
    const now = store.getState();
    const gone = leave(() => {
      if (window.location.hash !== hash) window.history.replaceState(null, '', hash);
      show(route);
    });
    // The address says where the person is, also while being asked.
    if (!gone) window.history.replaceState(null, '', routeOf(now.place, now.chosen[now.place], now.view[now.place]));
  };
  window.addEventListener('hashchange', follow);
  return {
    ...store,
    /** Goes to a place, and there to what was chosen last unless something is named. */
    go: (place: Place, chosen = store.getState().chosen[place]) => {
      if (isHere(place, chosen)) return;
      leave(() => {
        window.location.hash = routeOf(place, chosen, store.getState().view[place]);
      });
    },
    choose: (place: Place, chosen: string) => {
      if (store.getState().chosen[place] === chosen) return;
      const choose = () => {
        const { place: here, view } = store.getState();
        if (here === place) window.history.replaceState(null, '', routeOf(place, chosen, view[place]));
        store.setState((state) => ({ chosen: { ...state.chosen, [place]: chosen } }));
      };
      if (store.getState().place === place) leave(choose);
      else choose();
    },
    /** Shows a place in another way. No step of its own for the back button: the same things stay in front. */
    look: (place: Place, view: string) => {
      const { place: here, chosen, view: views } = store.getState();
      if (views[place] === view) return;
      if (here === place) window.history.replaceState(null, '', routeOf(place, chosen[place], view));
      store.setState({ view: { ...views, [place]: view } });
    },
    guardLeaving,
    showPalette: (paletteOpen: boolean) => store.setState({ paletteOpen }),
    showSettings: (settingsOpen: boolean) => store.setState({ settingsOpen }),
    showPaste: (pasteOpen: boolean, pasted: string | File | null = null) => store.setState({ pasteOpen, pasted }),
    hand: (handed: string | File | null) => store.setState({ handed }),
    showKeys: (keysOpen: boolean) => store.setState({ keysOpen }),
    offerUndo: (undoable: Undoable | null) => store.setState({ undoable }),
    say: (said: string) => store.setState({ said }),
  };
};
