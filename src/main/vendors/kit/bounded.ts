/**
 * A map that is never changed, in order of setting as a Map is: what was set lately, and which of the oldest are gone, stand apart from
 * the rest, so that setting one entry copies a few and not thousands.
 */
class Layered<V> implements ReadonlyMap<string, V> {
  readonly older: ReadonlyMap<string, V>;
  readonly recent: ReadonlyMap<string, V>;
  /** Keys of `older` that have been dropped. */
  readonly gone: ReadonlySet<string>;
  readonly size: number;

  constructor(older: ReadonlyMap<string, V>, recent: ReadonlyMap<string, V>, gone: ReadonlySet<string>) {
    this.older = older;
    this.recent = recent;
    this.gone = gone;
    let added = 0;
    for (const key of recent.keys()) if (!older.has(key) || gone.has(key)) added += 1;
    this.size = older.size - gone.size + added;
  }

  get(key: string): V | undefined {
    return this.recent.has(key) || this.gone.has(key) ? this.recent.get(key) : this.older.get(key);
  }

  has(key: string): boolean {
    return this.recent.has(key) || (this.older.has(key) && !this.gone.has(key));
  }

  *entries(): MapIterator<[string, V]> {
    for (const entry of this.older) if (!this.recent.has(entry[0]) && !this.gone.has(entry[0])) yield entry;
    yield* this.recent;
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(each: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) each(value, key, this);
  }
}

/** So many lately set entries stand apart before the layers become one again. */
const mostRecent = 64;

/** The same without its oldest entries, where there are more than `max`. */
const withoutOldest = <V>(map: Layered<V>, max: number): Layered<V> => {
  if (map.size <= max) return map;
  const { older, recent } = map;
  const gone = new Set(map.gone);
  let over = map.size - max;
  for (const key of older.keys()) {
    if (over === 0) break;
    if (gone.has(key) || recent.has(key)) continue;
    gone.add(key);
    over -= 1;
  }
  return new Layered(older, recent, gone);
};

/**
 * A map with these entries set as the newest. When there are more than `max`, the oldest go. Costs about a hundred copied entries for each
 * one set, however many there are.
 */
export const withEntries = <V>(
  entries: ReadonlyMap<string, V>,
  added: Iterable<readonly [string, V]>,
  max: number,
): ReadonlyMap<string, V> => {
  const before = entries instanceof Layered ? (entries as Layered<V>) : new Layered(entries, new Map(), new Set());
  const recent = new Map(before.recent);
  for (const [key, value] of added) {
    recent.delete(key);
    recent.set(key, value);
  }
  const layered = new Layered(before.older, recent, before.gone);
  if (recent.size <= Math.min(mostRecent, max)) return withoutOldest(layered, max);
  const whole = new Map(layered);
  for (const oldest of whole.keys()) {
    if (whole.size <= max) break;
    whole.delete(oldest);
  }
  return whole;
};

/** A map with one entry set as the newest; bounded as `withEntries` does. */
export const withEntry = <V>(
  entries: ReadonlyMap<string, V>,
  key: string,
  value: V,
  max: number,
): ReadonlyMap<string, V> => withEntries(entries, [[key, value]], max);
