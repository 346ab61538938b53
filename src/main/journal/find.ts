import type { ExchangePage } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { normal, parseFilter, toQuery, type FilterNames, type Query } from '../../shared/kit/filter/index.ts';
import type { SearchPart, Store } from '../store/index.ts';

/** How long one look into the store may take. Between two, other readers have their turn and a caller can give up. */
const lookMs = 60;
const mostPaths = 4;

export interface PageInput {
  readonly limit: number;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly filter?: string | undefined;
  readonly values?: string | undefined;
  readonly budgetMs?: number | undefined;
}

export interface FindOptions {
  readonly store: Store;
  readonly names: FilterNames;
  readonly now: () => number;
}

/** A filter as the store takes it; null: everything. AppError `exchange.bad-filter` with the characters it is about. */
export const readFilter = (text: string | undefined, { names, now }: Omit<FindOptions, 'store'>): Query | null => {
  const parsed = parseFilter(text ?? '');
  if (!parsed.ok) {
    const { reason, from, to, params } = parsed.error;
    throw new AppError('exchange.bad-filter', { from, to, reason: { id: `log.filterError.${reason}`, params } });
  }
  return parsed.node && toQuery(parsed.node, names, now());
};

const pathsOf = (values: string | undefined): string[][] =>
  (values ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '')
    .slice(0, mostPaths)
    .map((path) => path.split('.').map(normal));

/** One page, in as many looks as it takes; with `budgetMs`, what was found by then. */
export const findPage = async (options: FindOptions, input: PageInput, signal?: AbortSignal): Promise<ExchangePage> => {
  const { limit, after, budgetMs } = input;
  const query = readFilter(input.filter, options);
  const order = after === undefined ? 'DESC' : 'ASC';
  const untilMs = performance.now() + (budgetMs ?? Infinity);
  const bounds = { after: after ?? 0, before: input.before ?? Number.MAX_SAFE_INTEGER };
  const items: ExchangePage['items'] = [];
  let upTo: number | null = null;
  const isAborted = (): boolean => signal?.aborted ?? false;
  do {
    const left = Math.min(lookMs, Math.max(untilMs - performance.now(), 5));
    const from: typeof bounds =
      upTo === null ? bounds : order === 'DESC' ? { ...bounds, before: upTo } : { ...bounds, after: upTo };
    const part: SearchPart = await options.store.read('searchExchanges', {
      query,
      ...from,
      order,
      limit: limit - items.length,
      budgetMs: left,
      paths: pathsOf(input.values),
    });
    items.push(...part.items);
    ({ upTo } = part);
  } while (upTo !== null && items.length < limit && performance.now() < untilMs && !isAborted());
  if (order === 'ASC') return { items: items.toReversed(), nextBefore: null, nextAfter: upTo };
  return { items, nextBefore: upTo !== null && upTo > 1 ? upTo : null };
};

/** How many pass a filter; `isWhole`: it came to the end within the time. */
export const countFound = async (
  options: FindOptions,
  query: Query | null,
  budgetMs: number,
): Promise<{ count: number; isWhole: boolean }> => {
  const untilMs = performance.now() + budgetMs;
  let count = 0;
  let before: number | null = Number.MAX_SAFE_INTEGER;
  while (before !== null && performance.now() < untilMs) {
    const part: { count: number; upTo: number | null } = await options.store.read('countMatching', {
      query,
      before,
      budgetMs: lookMs,
    });
    count += part.count;
    before = part.upTo;
  }
  return { count, isWhole: before === null };
};
