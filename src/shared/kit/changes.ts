/** One difference between two JSON values: where, and what stands there now. Without `value` the member is gone. */
export interface Change {
  readonly path: (string | number)[];
  readonly value?: unknown;
}
type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of the value itself: `valueOf` and `__proto__` may be members' names, and every object inherits both. */
const memberOf = (value: Members, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);

const collect = (before: unknown, after: unknown, path: Change['path'], found: Change[]): void => {
  if (Object.is(before, after)) return;
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    for (const [index, value] of after.entries()) collect(before[index], value, [...path, index], found);
  } else if (isMembers(before) && isMembers(after)) {
    for (const [name, value] of Object.entries(after)) {
      // JSON has no undefined: such a member is not there.
      if (value === undefined) continue;
      const earlier = memberOf(before, name);
      if (earlier === undefined) found.push({ path: [...path, name], value });
      else collect(earlier, value, [...path, name], found);
    }
    for (const [name, value] of Object.entries(before)) {
      if (value !== undefined && memberOf(after, name) === undefined) found.push({ path: [...path, name] });
    }
  } else found.push({ path, value: after });
};

/** What has to be changed in one JSON value to get another. Lists of different lengths change as a whole. */
export const changesBetween = (before: unknown, after: unknown): Change[] => {
  const found: Change[] = [];
  collect(before, after, [], found);
  return found;
};

/** A JSON value with changes in it. What has not changed is the same object as before; nothing given is modified. */
export const withChanges = (before: unknown, changes: readonly Change[]): unknown => {
  /** Copies made here, which may be written to. */
  const own = new Set<unknown>();
  const copyOf = (value: unknown): Record<string | number, unknown> => {
    if (typeof value !== 'object' || value === null) throw new TypeError('A change names a place that is not there');
    // Its members are reached by name or by index alike.
    if (own.has(value)) return value as Record<string | number, unknown>;
    const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>;
    own.add(copy);
    return copy;
  };
  const put = (place: Record<string | number, unknown>, name: string | number, value: unknown): void => {
    // Assigning to `__proto__` would set the prototype instead of a member.
    Object.defineProperty(place, name, { value, configurable: true, enumerable: true, writable: true });
  };
  let root = before;
  for (const change of changes) {
    const { path } = change;
    const last = path.at(-1);
    if (last === undefined) {
      root = change.value;
      continue;
    }
    let place = copyOf(root);
    root = place;
    for (const name of path.slice(0, -1)) {
      const inner = copyOf(Object.hasOwn(place, name) ? place[name] : undefined);
      put(place, name, inner);
      place = inner;
    }
    if ('value' in change) put(place, last, change.value);
    else delete place[last];
  }
  return root;
};
