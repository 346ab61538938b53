const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A newer JSON value with every part that has not changed taken from the older one. Parts that are the same object need no second
 * look by whoever compares by identity.
 */
export const shareEqual = <T>(older: unknown, newer: T): T => {
  if (Object.is(older, newer)) return newer;
  if (Array.isArray(older) && Array.isArray(newer)) {
    const shared: unknown[] = newer.map((one, index) => shareEqual<unknown>(older[index], one));
    const same = older.length === shared.length && shared.every((one, index) => one === older[index]);
    // Equal in every part: the older value is a T as well.
    return (same ? older : shared) as T;
  }
  if (isPlain(older) && isPlain(newer)) {
    // A member may be called `__proto__` or `valueOf`, and every object inherits both.
    const earlier = (key: string): unknown => (Object.hasOwn(older, key) ? older[key] : undefined);
    const shared = Object.fromEntries(Object.entries(newer).map(([key, one]) => [key, shareEqual(earlier(key), one)]));
    const keys = Object.keys(shared);
    const same =
      keys.length === Object.keys(older).length &&
      keys.every((key) => Object.hasOwn(older, key) && shared[key] === older[key]);
    return (same ? older : shared) as T;
  }
  return newer;
};
