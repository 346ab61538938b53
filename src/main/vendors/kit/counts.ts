import { withEntries } from './bounded.ts';

/** Numbers by name that only grow. Adding returns new counts, and costs little however many there are. */
export type Counts = ReadonlyMap<string, number>;

/** Nothing counted. */
export const noCounts: Counts = new Map();

/** The number of a name; 0 when it was never counted or is forgotten. */
export const countOf = (counts: Counts, name: string): number => counts.get(name) ?? 0;

/** Adds one to each name. `max` names are kept at most, those counted last. */
export const addCounts = (counts: Counts, names: readonly string[], max: number): Counts => {
  if (names.length === 0) return counts;
  const raised = new Map<string, number>();
  for (const name of names) raised.set(name, (raised.get(name) ?? countOf(counts, name)) + 1);
  return withEntries(counts, raised, max);
};

/** Counts with this one number, for a start. */
export const countsOf = (name: string, count: number): Counts => new Map([[name, count]]);
