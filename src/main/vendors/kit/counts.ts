/**
 * Numbers by name that only grow, as plain data: adding returns new counts. What was added lately stands apart, so that adding one
 * copies a few entries and not thousands.
 */
export interface Counts {
  readonly recent: ReadonlyMap<string, number>;
  readonly older: ReadonlyMap<string, number>;
}

/** Nothing counted. */
export const noCounts: Counts = { recent: new Map(), older: new Map() };

const maxRecent = 64;

/** The number of a name; 0 when it was never counted or is forgotten. */
export const countOf = (counts: Counts, name: string): number => counts.recent.get(name) ?? counts.older.get(name) ?? 0;

/** Adds one to each name. About `max` names are kept, those counted last. */
export const addCounts = (counts: Counts, names: readonly string[], max: number): Counts => {
  if (names.length === 0) return counts;
  const recent = new Map(counts.recent);
  for (const name of names) recent.set(name, (recent.get(name) ?? counts.older.get(name) ?? 0) + 1);
  if (recent.size <= maxRecent) return { recent, older: counts.older };
  const older = new Map(counts.older);
  for (const [name, count] of recent) {
    older.delete(name);
    older.set(name, count);
  }
  const forgotten = older.size - max;
  if (forgotten > 0) for (const name of [...older.keys()].slice(0, forgotten)) older.delete(name);
  return { recent: new Map(), older };
};

/** How many names are kept. */
export const sizeOfCounts = ({ recent, older }: Counts): number =>
  older.size + [...recent.keys()].filter((name) => !older.has(name)).length;

/** Counts with this one number, for a start. */
export const countsOf = (name: string, count: number): Counts => ({ ...noCounts, recent: new Map([[name, count]]) });
