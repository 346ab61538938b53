/** A copy of a map with one entry set as the newest; when there are more than `max`, the oldest go. */
export const withEntry = <V>(
  entries: ReadonlyMap<string, V>,
  key: string,
  value: V,
  max: number,
): ReadonlyMap<string, V> => {
  const kept = new Map(entries);
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= max) break;
    kept.delete(oldest);
  }
  return kept;
};
