import type { Database } from 'better-sqlite3';
import type { ExchangeSummary } from '../../../shared/contract/index.ts';
import type { Query } from '../../../shared/kit/filter/index.ts';
import type { Entry } from '../search/entry.ts';
import { candidates, indexedTo, readRemovals, stretchesOf, type Order } from '../search/run.ts';
import { prepared } from '../statements.ts';

export interface SearchArgs {
  /** Null: everything. */
  readonly query: Query | null;
  /** Only above this sequence number. */
  readonly after: number;
  /** Only below this sequence number. */
  readonly before: number;
  readonly order: Order;
  readonly limit: number;
  /** About how long one call may hold the reader. */
  readonly budgetMs: number;
  /** Paths of payload values to give with each row. */
  readonly paths: readonly (readonly string[])[];
}

export interface SearchPart {
  /** In the order asked for. */
  readonly items: ExchangeSummary[];
  /** The last sequence number looked at; null: it came to the end. */
  readonly upTo: number | null;
}

/** Candidates between two looks at the clock. */
const stride = 16;

const valuesOf = (entry: Entry, paths: SearchArgs['paths']): Record<string, string> =>
  Object.fromEntries(
    paths.map((path) => {
      const found = entry.leaves.filter((leaf) => path.every((name, index) => leaf.path[index] === name));
      return [
        path.join('.'),
        found
          .map((leaf) => leaf.value)
          .join(', ')
          .slice(0, 300),
      ];
    }),
  );

/** Looks through the log until the page is full, the time is over, or the log ends. */
export const searchExchanges = (db: Database, args: SearchArgs): SearchPart =>
  // One view of the log for all statements, whatever the writer does meanwhile.
  db.transaction(search)(db, args);

const search = (db: Database, args: SearchArgs): SearchPart => {
  const { query, after, before, order, limit, budgetMs, paths } = args;
  const untilMs = performance.now() + budgetMs;
  const stretches = stretchesOf(query, readRemovals(db), indexedTo(db), { low: after, high: before - 1 });
  const items: ExchangeSummary[] = [];
  let looked = 0;
  for (const stretch of order === 'DESC' ? stretches.toReversed() : stretches) {
    for (const { entry, seq, passes } of candidates(db, stretch, order)) {
      if (passes) items.push(paths.length === 0 ? entry.summary : { ...entry.summary, values: valuesOf(entry, paths) });
      if (items.length >= limit) return { items, upTo: seq };
      looked += 1;
      if (looked % stride === 0 && performance.now() > untilMs) return { items, upTo: seq };
    }
  }
  return { items, upTo: null };
};

export interface CountPart {
  readonly count: number;
  readonly upTo: number | null;
}

/** How many pass, from `before` down. */
export const countMatching = (
  db: Database,
  args: { query: Query | null; before: number; budgetMs: number },
): CountPart => db.transaction(count)(db, args);

const count = (db: Database, args: { query: Query | null; before: number; budgetMs: number }): CountPart => {
  const untilMs = performance.now() + args.budgetMs;
  let found = 0;
  let looked = 0;
  const stretches = stretchesOf(args.query, readRemovals(db), indexedTo(db), { low: 0, high: args.before - 1 });
  for (const stretch of stretches.toReversed()) {
    if (!stretch.query) {
      found += countAll(db, stretch.low, stretch.high);
      continue;
    }
    for (const { seq, passes } of candidates(db, stretch, 'DESC')) {
      if (passes) found += 1;
      looked += 1;
      if (looked % 256 === 0 && performance.now() > untilMs) return { count: found, upTo: seq };
    }
  }
  return { count: found, upTo: null };
};

/** The whole log is counted over its smallest index. */
const countAll = (db: Database, low: number, high: number): number =>
  low === 0 && high >= Number.MAX_SAFE_INTEGER - 1
    ? (prepared(db, 'SELECT count(*) AS n FROM exchanges').get() as { n: number }).n
    : countBetween(db, low, high);

const countBetween = (db: Database, low: number, high: number): number =>
  (
    prepared(db, 'SELECT count(*) AS n FROM exchanges WHERE seq > ? AND seq <= ?').get(low, high) as {
      n: number;
    }
  ).n;

export interface LogState {
  readonly newest: number;
  readonly indexedTo: number;
}

/** How far the log and its index go. */
export const logState = (db: Database): LogState => ({
  newest: (prepared(db, 'SELECT max(seq) AS seq FROM exchanges').get() as { seq: number | null }).seq ?? 0,
  indexedTo: indexedTo(db),
});
