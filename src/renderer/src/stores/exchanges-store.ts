import { createStore } from 'zustand/vanilla';
import type { Client, ExchangeSummary } from '../../../shared/contract/index.ts';

const pageSize = 200;
/** The newest part of the log; more is asked of the log itself. */
const mostItems = 1000;

export interface ExchangesState {
  /** Newest first. */
  readonly items: readonly ExchangeSummary[];
}

/** The newest exchanges, growing at the top with events. */
export const createExchangesStore = (client: Client) => {
  const store = createStore<ExchangesState>(() => ({ items: [] }));
  return {
    ...store,
    load: async () => {
      const page = await client.exchanges.list({ limit: pageSize });
      store.setState({ items: page.items });
    },
    /** New rows of one batch of events; one change of state for all of them. */
    add: (added: readonly ExchangeSummary[]) => {
      store.setState((state) => {
        const newest = state.items[0]?.seq ?? 0;
        const fresh = added.filter((one) => one.seq > newest).toSorted((a, b) => b.seq - a.seq);
        return fresh.length > 0 ? { items: [...fresh, ...state.items].slice(0, mostItems) } : {};
      });
    },
    cleared: () => store.setState({ items: [] }),
  };
};
