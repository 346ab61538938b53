import type { Database, Statement } from 'better-sqlite3';
import type { Query } from '../../../shared/kit/filter/index.ts';
import { readRow, rowColumns, rowJoins, type StoredRow } from '../repositories/exchange-row.ts';
import { prepared } from '../statements.ts';
import { incomplete } from './facts.ts';
import { matches } from './match.ts';
import { asksForWords, planOf, timeBounds } from './plan.ts';
import { entryOf } from './read-entry.ts';
import type { Entry } from './entry.ts';

/** What was taken out and is not gone from the disk yet: all up to `upTo`, or what passes `query` there. */
export interface Removal {
  readonly id: string;
  readonly upTo: number;
  readonly atMs: number;
  readonly query: Query | null;
}

/** A stretch of the log in which one question is asked: above `low`, up to `high`. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
  /** Null: everything passes. */
  readonly query: Query | null;
  readonly isIndexed: boolean;
}

/** Which way: the newest first, or the oldest first. */
export type Order = 'DESC' | 'ASC';

/** Reads what is hidden, oldest first. */
export const readRemovals = (db: Database): readonly Removal[] =>
  (
    prepared(db, 'SELECT id, up_to, at_ms, query FROM removals ORDER BY at_ms').all() as {
      id: string;
      up_to: number;
      at_ms: number;
      query: string | null;
    }[]
  ).map(({ id, up_to: upTo, at_ms: atMs, query }) => ({
    id,
    upTo,
    atMs,
    // Written by putRemoval from the same type.
    query: query === null ? null : (JSON.parse(query) as Query),
  }));

/** Up to which sequence number the index has everything. */
export const indexedTo = (db: Database): number =>
  (prepared(db, 'SELECT indexed_to FROM index_state').get() as { indexed_to: number }).indexed_to;

const joined = (query: Query | null, hidden: readonly Removal[]): Query | null => {
  const parts = [...(query ? [query] : []), ...hidden.flatMap(({ query: gone }) => (gone ? [{ not: gone }] : []))];
  return parts.length > 1 ? { all: parts } : (parts[0] ?? null);
};

/** Cuts the log above `low` up to `high` into stretches, lowest first: what is hidden and what is indexed changes between them. */
export const stretchesOf = (
  query: Query | null,
  removals: readonly Removal[],
  indexed: number,
  bounds: { readonly low: number; readonly high: number },
): readonly Stretch[] => {
  // Where nothing is asked, it does not matter what is indexed.
  const isAsked = query !== null || removals.some((removal) => removal.query !== null);
  const cuts = [...(isAsked ? [indexed] : []), ...removals.map((removal) => removal.upTo)].filter(
    (at) => at > bounds.low && at < bounds.high,
  );
  const ends = [...new Set([...cuts, bounds.high])].toSorted((a, b) => a - b);
  return ends.flatMap((high, index) => {
    const hidden = removals.filter((removal) => removal.upTo >= high);
    if (hidden.some((removal) => removal.query === null)) return [];
    return [{ low: ends[index - 1] ?? bounds.low, high, query: joined(query, hidden), isIndexed: high <= indexed }];
  });
};

/** Sequence numbers between which exchanges of these instants can be, as far as the log is indexed. */
const withinTime = (db: Database, stretch: Stretch): Stretch => {
  if (!stretch.query || !stretch.isIndexed) return stretch;
  const { fromMs, toMs } = timeBounds(stretch.query);
  const hour = (atMs: number): number => Math.floor(atMs / 3_600_000);
  const low =
    fromMs === null
      ? null
      : ((
          prepared(db, 'SELECT min(low) AS low FROM exchange_hours WHERE hour >= ?').get(hour(fromMs)) as {
            low: number | null;
          }
        ).low ?? Number.MAX_SAFE_INTEGER);
  const high =
    toMs === null
      ? null
      : ((
          prepared(db, 'SELECT max(high) AS high FROM exchange_hours WHERE hour <= ?').get(hour(toMs)) as {
            high: number | null;
          }
        ).high ?? 0);
  return { ...stretch, low: Math.max(stretch.low, (low ?? 1) - 1), high: Math.min(stretch.high, high ?? stretch.high) };
};

export interface Candidate {
  readonly entry: Entry;
  readonly seq: number;
  readonly passes: boolean;
}

const scanSql = (order: Order): string =>
  `SELECT ${rowColumns} FROM exchanges ${rowJoins} WHERE exchanges.seq > ? AND exchanges.seq <= ? ORDER BY exchanges.seq ${order}`;
const indexSql = (order: Order): string =>
  `SELECT ${rowColumns} FROM exchange_index CROSS JOIN exchanges ON exchanges.seq = exchange_index.rowid ${rowJoins}
   WHERE exchange_index MATCH ? AND exchange_index.rowid > ? AND exchange_index.rowid <= ? ORDER BY exchange_index.rowid ${order}`;

const walk = function* (
  db: Database,
  rows: Iterable<unknown>,
  test: ((entry: Entry) => boolean) | null,
): Generator<Candidate> {
  for (const row of rows) {
    const summary = readRow(row as StoredRow);
    const entry = entryOf(db, summary);
    yield { entry, seq: summary.seq, passes: test === null || test(entry) };
  }
};

/** Two walks as one, in order. */
const merge = function* (one: Generator<Candidate>, other: Generator<Candidate>, order: Order): Generator<Candidate> {
  let left = one.next();
  let right = other.next();
  try {
    while (!left.done || !right.done) {
      const isLeft = right.done || (!left.done && left.value.seq > right.value.seq === (order === 'DESC'));
      if (isLeft && !left.done) {
        yield left.value;
        left = one.next();
      } else if (!right.done) {
        yield right.value;
        right = other.next();
      }
    }
  } finally {
    one.return(undefined);
    other.return(undefined);
  }
};

/** A statement may be walked once at a time, so each walk of the index has its own. */
const indexWalk = (db: Database, order: Order): Statement => prepared(db, indexSql(order));
const longWalk = (db: Database, order: Order): Statement => prepared(db, `${indexSql(order)} `);

/** The exchanges of a stretch that may pass, with whether they do. Close it early by ending the loop. */
export const candidates = function* (db: Database, whole: Stretch, order: Order): Generator<Candidate> {
  const { query, low, high, isIndexed } = withinTime(db, whole);
  if (low >= high) return;
  const plan = query && isIndexed ? planOf(query) : null;
  if (!query) yield* walk(db, prepared(db, scanSql(order)).iterate(low, high), null);
  else if (!plan || plan.match === null)
    yield* walk(db, prepared(db, scanSql(order)).iterate(low, high), (entry) => matches(query, entry));
  else {
    const test = plan.exact ? null : (entry: Entry) => matches(query, entry);
    if (!asksForWords(query)) {
      yield* walk(db, indexWalk(db, order).iterate(plan.match, low, high), test);
      return;
    }
    const known = walk(db, indexWalk(db, order).iterate(`${plan.match} NOT "${incomplete}"`, low, high), test);
    const long = walk(db, longWalk(db, order).iterate(`"${incomplete}"`, low, high), (entry) => matches(query, entry));
    yield* merge(known, long, order);
  }
};
