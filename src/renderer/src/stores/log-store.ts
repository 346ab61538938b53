import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client, ExchangeMark, ExchangeSummary } from '../../../shared/contract/index.ts';
import { catchUp, growDown, growUp, reloadTop, type Asking } from './log-window.ts';

export interface LogState {
  /** The filter that is applied, as text. */
  readonly filter: string;
  /** Paths of payload values shown as columns, parted by commas. */
  readonly values: string;
  /** Newest first; a window of the log. */
  readonly rows: readonly ExchangeSummary[];
  /** Rows above the window that were let go of. */
  readonly above: number;
  /** `before` of the next older page; null when the window ends where the log does. */
  readonly nextBefore: number | null;
  /** A search is under way and has come to this sequence number; null: none is. */
  readonly searchingAt: number | null;
  /** Somebody stopped the search; older exchanges were not looked at. */
  readonly isStopped: boolean;
  readonly isHeld: boolean;
  /** New ones that wait above while the list is held. */
  readonly waiting: number;
  /** What was removed last and can be brought back for a while. */
  readonly removal: { readonly id: string; readonly removed: number } | null;
}

const empty = { rows: [], above: 0, nextBefore: null, searchingAt: null, isStopped: false, waiting: 0 } as const;

/** What takes exchanges out of the log and brings them back. */
const removing = (client: Client, store: StoreApi<LogState>) => ({
  /** Takes what passes a filter out of the log; everything for an empty one. */
  remove: async (filter: string) => {
    const { removed, removalId } = await client.exchanges.clear(filter === '' ? {} : { filter });
    store.setState({ removal: { id: removalId, removed } });
    return removed;
  },
  restore: async () => {
    const { removal } = store.getState();
    if (!removal) return;
    await client.exchanges.restore({ id: removal.id });
    store.setState({ removal: null });
  },
  forgetRemoval: () => store.setState({ removal: null }),
});

/** One look at what is new at a time; whatever comes meanwhile is looked at once more. */
const following = (asking: Asking) => {
  let isBehind = false;
  let isLooking = false;
  return async (): Promise<void> => {
    isBehind = true;
    if (isLooking || asking.store.getState().searchingAt !== null) return;
    isLooking = true;
    try {
      while (isBehind) {
        isBehind = false;
        if (await catchUp(asking)) isBehind = true;
      }
    } finally {
      isLooking = false;
    }
  };
};

/**
 * The log as one window shows it: a stretch of rows that pass a filter. It follows the newest or stands still, grows at both ends by
 * pages and lets go of what is far away.
 */
export const createLogStore = (client: Client) => {
  const store = createStore<LogState>(() => ({ ...empty, filter: '', values: '', isHeld: false, removal: null }));
  const asking: Asking = { store, client, question: 0, seen: 0 };
  const reload = () => reloadTop(asking);
  const noticed = following(asking);
  return {
    ...store,
    ...removing(client, store),
    reload,
    noticed,
    /** Applies a filter that can be read. */
    setFilter: (filter: string) => {
      store.setState({ filter, isHeld: false, nextBefore: null });
      return reload();
    },
    setValues: async (values: string) => {
      if (store.getState().values === values) return;
      store.setState({ values });
      await reload();
    },
    loadOlder: async () => {
      const { nextBefore, searchingAt, rows } = store.getState();
      if (nextBefore !== null && searchingAt === null) await growDown(asking, nextBefore, rows);
    },
    loadNewer: () => growUp(asking),
    /** Gives a search up; what was found stays. */
    stop: () => {
      asking.question += 1;
      store.setState({ searchingAt: null, isStopped: true });
    },
    hold: () => store.setState({ isHeld: true }),
    follow: async () => {
      const { above, waiting } = store.getState();
      store.setState({ isHeld: false });
      await (above > 0 || waiting > 0 ? reload() : noticed());
    },
    marked: (id: string, mark: ExchangeMark) =>
      store.setState(({ rows }) =>
        rows.some((row) => row.id === id) ? { rows: rows.map((row) => (row.id === id ? { ...row, mark } : row)) } : {},
      ),
  };
};
