import type { StoreApi } from 'zustand/vanilla';
import type { Client, ExchangePage, ExchangeSummary } from '../../../shared/contract/index.ts';
import type { LogState } from './log-store.ts';

export const pageSize = 200;
/** Rows kept at once. What is beyond is asked for again when somebody scrolls there. */
export const mostRows = 2000;
/** A search answers after this long with what it has, so that progress can be shown and it can be given up. */
const budgetMs = 80;

/** What both ends of the window have in common. */
export interface Asking {
  readonly store: StoreApi<LogState>;
  readonly client: Client;
  /** Rises with every new question; an answer to an older one is dropped. */
  question: number;
  /** The newest that was looked at for what waits. */
  seen: number;
}

/** One page of the log as the window filters it. */
export const askPage = (
  { store, client }: Asking,
  input: { before?: number; after?: number },
): Promise<ExchangePage> => {
  const { filter, values } = store.getState();
  return client.exchanges.list({
    ...input,
    limit: pageSize,
    budgetMs,
    ...(filter === '' ? {} : { filter }),
    ...(values === '' ? {} : { values }),
  });
};

/** Pages downwards until there is one page more, the log ends, or somebody asks something else. */
export const growDown = async (
  asking: Asking,
  before: number | undefined,
  rows: readonly ExchangeSummary[],
): Promise<void> => {
  const { store } = asking;
  const mine = (asking.question += 1);
  const all = [...rows];
  const wanted = rows.length + pageSize;
  let next: number | null | undefined = before;
  store.setState({ searchingAt: before ?? Number.MAX_SAFE_INTEGER, isStopped: false });
  try {
    do {
      const page = await askPage(asking, next === undefined ? {} : { before: next });
      if (mine !== asking.question) return;
      all.push(...page.items);
      next = page.nextBefore;
      store.setState({ rows: [...all], nextBefore: next, searchingAt: next });
    } while (next !== null && all.length < wanted);
    const dropped = Math.max(all.length - mostRows, 0);
    if (dropped > 0) store.setState(({ above }) => ({ rows: all.slice(dropped), above: above + dropped }));
  } finally {
    if (mine === asking.question) store.setState({ searchingAt: null });
  }
};

/** Begins anew at the newest. */
export const reloadTop = async (asking: Asking): Promise<void> => {
  const { store, client } = asking;
  store.setState({ waiting: 0, above: 0 });
  // What is newer than this is new.
  asking.seen = (await client.exchanges.list({ limit: 1 })).items[0]?.seq ?? 0;
  await growDown(asking, undefined, []);
  asking.seen = Math.max(asking.seen, store.getState().rows[0]?.seq ?? 0);
};

/** Rows above the window come back. */
export const growUp = async (asking: Asking): Promise<void> => {
  const { store } = asking;
  const { rows, above, searchingAt } = store.getState();
  const first = rows[0];
  if (above === 0 || searchingAt !== null || !first) return;
  const mine = (asking.question += 1);
  const page = await askPage(asking, { after: first.seq });
  if (mine !== asking.question) return;
  const all = [...page.items, ...rows];
  const kept = all.slice(0, mostRows);
  store.setState({
    rows: kept,
    above: page.items.length === 0 ? 0 : Math.max(above - page.items.length, 0),
    ...(kept.length < all.length ? { nextBefore: kept.at(-1)?.seq ?? null } : {}),
  });
};

/** Looks what came since; returns whether there is more to look at. Held lists count it, others take it in. */
export const catchUp = async (asking: Asking): Promise<boolean> => {
  const { store } = asking;
  const mine = asking.question;
  const page = await askPage(asking, { after: asking.seen });
  if (mine !== asking.question) return false;
  const { isHeld, rows, above } = store.getState();
  const newest = page.items[0]?.seq ?? asking.seen;
  if (!isHeld && above === 0 && page.items.length >= pageSize) {
    await reloadTop(asking);
    return false;
  }
  asking.seen = Math.max(page.nextAfter ?? newest, newest);
  const isMore = (page.nextAfter ?? null) !== null;
  if (page.items.length === 0) return isMore;
  if (isHeld || above > 0) {
    store.setState(({ waiting }) => ({ waiting: waiting + page.items.length }));
    return isMore;
  }
  const all = [...page.items, ...rows];
  const kept = all.slice(0, mostRows / 2);
  store.setState({ rows: kept, ...(kept.length < all.length ? { nextBefore: kept.at(-1)?.seq ?? null } : {}) });
  return isMore;
};
