/**
 * A map in two layers that is never changed: what was set lately stands apart, so that setting one entry copies a few and not thousands.
 * In order of setting, as a Map is.
 */
class Layered<V> implements ReadonlyMap<string, V> {
  readonly older: ReadonlyMap<string, V>;
  readonly recent: ReadonlyMap<string, V>;
  readonly size: number;

  constructor(older: ReadonlyMap<string, V>, recent: ReadonlyMap<string, V>) {
    this.older = older;
    this.recent = recent;
    let added = 0;
    for (const key of recent.keys()) if (!older.has(key)) added += 1;
    this.size = older.size + added;
  }

  get(key: string): V | undefined {
    return this.recent.has(key) ? this.recent.get(key) : this.older.get(key);
  }

  has(key: string): boolean {
    return this.recent.has(key) || this.older.has(key);
  }

  *entries(): MapIterator<[string, V]> {
    for (const entry of this.older) if (!this.recent.has(entry[0])) yield entry;
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

const mostRecent = 64;

/**
 * A map with these entries set as the newest. About `max` are kept, and never more than 64 above: the oldest go. Costs about fifty copied
 * entries for each one set, however many there are.
 */
export const withEntries = <V>(
  entries: ReadonlyMap<string, V>,
  added: Iterable<readonly [string, V]>,
  max: number,
): ReadonlyMap<string, V> => {
  const { older, recent: before } = entries instanceof Layered ? entries : { older: entries, recent: new Map() };
  const recent = new Map<string, V>(before);
  for (const [key, value] of added) {
    recent.delete(key);
    recent.set(key, value);
  }
  const layered = new Layered<V>(older, recent);
  if (recent.size <= mostRecent) return layered;
  const kept = new Map(layered);
  for (const oldest of kept.keys()) {
    if (kept.size <= max) break;
    kept.delete(oldest);
  }
  return kept;
};

/** A map with one entry set as the newest; bounded as `withEntries` does. */
export const withEntry = <V>(
  entries: ReadonlyMap<string, V>,
  key: string,
  value: V,
  max: number,
): ReadonlyMap<string, V> => withEntries(entries, [[key, value]], max);
