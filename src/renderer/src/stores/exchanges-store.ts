import { createStore } from 'zustand/vanilla';
import type { Client, ExchangeSummary } from '../../../shared/contract/index.ts';

const pageSize = 200;

export interface ExchangesState {
  /** Newest first. */
  readonly items: readonly ExchangeSummary[];
  /** `before` of the next older page; null when everything is here. */
  readonly nextBefore: number | null;
  readonly loadingOlder: boolean;
}

/** The newest part of the log, growing at the top with events and at the bottom by paging. */
export const createExchangesStore = (client: Client) => {
  const store = createStore<ExchangesState>(() => ({ items: [], nextBefore: null, loadingOlder: false }));
  return {
    ...store,
    load: async () => {
      const page = await client.exchanges.list({ limit: pageSize });
      store.setState({ items: page.items, nextBefore: page.nextBefore, loadingOlder: false });
    },
    loadOlder: async () => {
      const { nextBefore, loadingOlder } = store.getState();
      if (nextBefore === null || loadingOlder) return;
      store.setState({ loadingOlder: true });
      try {
        const page = await client.exchanges.list({ limit: pageSize, before: nextBefore });
        store.setState((state) =>
          // Cleared or loaded anew while the page was under way: it belongs to another list.
          state.nextBefore === nextBefore
            ? { items: [...state.items, ...page.items], nextBefore: page.nextBefore }
            : {},
        );
      } finally {
        store.setState({ loadingOlder: false });
      }
    },
    /** New rows of one batch of events; one change of state for all of them. */
    add: (added: readonly ExchangeSummary[]) => {
      store.setState((state) => {
        const newest = state.items[0]?.seq ?? 0;
        const fresh = added.filter((one) => one.seq > newest).toSorted((a, b) => b.seq - a.seq);
        return fresh.length > 0 ? { items: [...fresh, ...state.items] } : {};
      });
    },
    cleared: () => store.setState({ items: [], nextBefore: null }),
    clear: () => client.exchanges.clear(),
  };
};
export type ExchangesStore = ReturnType<typeof createExchangesStore>;
