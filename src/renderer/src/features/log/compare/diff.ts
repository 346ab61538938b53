import type { HeaderList } from '../../../../../shared/contract/index.ts';

/** One line of two texts side by side. */
export interface DiffRow {
  /** Where it stands: a JSON path, a header's name, a line number. Unique in its list. */
  readonly id: string;
  /** How far it stands in. */
  readonly depth: number;
  readonly label: string;
  /** Null: this side has nothing here. */
  readonly left: string | null;
  readonly right: string | null;
  readonly state: 'same' | 'changed' | 'added' | 'removed';
}

const stateOf = (left: string | null, right: string | null): DiffRow['state'] => {
  if (left === right) return 'same';
  if (left === null) return 'added';
  return right === null ? 'removed' : 'changed';
};
const row = (id: string, depth: number, label: string, left: string | null, right: string | null): DiffRow => ({
  id,
  depth,
  label,
  left,
  right,
  state: stateOf(left, right),
});

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
/** Undefined: nothing is there, which is not null. */
type Maybe = Json | undefined;

const isBranch = (value: Maybe): value is readonly Json[] | { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null;
const say = (value: Maybe): string | null => {
  if (value === undefined) return null;
  if (!isBranch(value)) return JSON.stringify(value);
  return Array.isArray(value) ? `[${value.length}]` : '{ }';
};
const childrenOf = (value: Maybe): ReadonlyMap<string, Json> =>
  isBranch(value) ? new Map(Object.entries(value)) : new Map();

/** Nested deeper than this, the rest is compared as a text. */
const deepest = 60;

const walk = (rows: DiffRow[], path: string, label: string, depth: number, left: Maybe, right: Maybe): void => {
  if (depth > deepest || (!isBranch(left) && !isBranch(right))) {
    const text = (value: Maybe) => (value === undefined ? null : JSON.stringify(value));
    rows.push(row(path, depth, label, text(left), text(right)));
    return;
  }
  const [first, second] = [childrenOf(left), childrenOf(right)];
  const kind = (value: Maybe) => (value === undefined ? null : Array.isArray(value) ? '[ ]' : say(value));
  rows.push(row(path, depth, label, kind(left), kind(right)));
  for (const key of new Set([...first.keys(), ...second.keys()])) {
    walk(rows, `${path}.${key}`, key, depth + 1, first.get(key), second.get(key));
  }
};
const parse = (text: string): Maybe => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** Line by line, without looking for lines that moved. */
const lines = (left: string, right: string): readonly DiffRow[] => {
  const [first, second] = [left.split('\n'), right.split('\n')];
  return Array.from({ length: Math.max(first.length, second.length) }, (_, at) =>
    row(`line ${at + 1}`, 0, String(at + 1), first[at] ?? null, second[at] ?? null),
  );
};

/** Two bodies: by key and place where both are JSON, whatever the order of keys and the white space; else by line. */
export const diffBodies = (left: string, right: string): readonly DiffRow[] => {
  const [first, second] = [parse(left), parse(right)];
  if (first === undefined || second === undefined) return left === '' && right === '' ? [] : lines(left, right);
  const rows: DiffRow[] = [];
  walk(rows, '$', '$', 0, first, second);
  return rows;
};

/** Two lists of headers: by name, in any case; the repeats of one name are one row. */
export const diffHeaders = (left: HeaderList, right: HeaderList): readonly DiffRow[] => {
  const byName = (list: HeaderList): ReadonlyMap<string, string> => {
    const map = new Map<string, string>();
    for (const [name, value] of list) {
      const key = name.toLowerCase();
      const before = map.get(key);
      map.set(key, before === undefined ? value : `${before}\n${value}`);
    }
    return map;
  };
  const [first, second] = [byName(left), byName(right)];
  return [...new Set([...first.keys(), ...second.keys()])].map((name) =>
    row(name, 0, name, first.get(name) ?? null, second.get(name) ?? null),
  );
};

/** Named facts of both sides; what neither has is left out. */
export const diffFacts = (
  facts: readonly (readonly [label: string, left: string, right: string])[],
): readonly DiffRow[] =>
  facts
    .filter(([, left, right]) => left !== '' || right !== '')
    .map(([label, left, right]) => row(label, 0, label, left === '' ? null : left, right === '' ? null : right));

/** Only what differs, with the branches it stands in. */
export const onlyDifferent = (rows: readonly DiffRow[]): readonly DiffRow[] => {
  const needed = new Set<DiffRow>();
  const above: DiffRow[] = [];
  for (const one of rows) {
    above.length = Math.min(above.length, one.depth);
    if (one.state !== 'same') for (const kept of [...above, one]) if (kept) needed.add(kept);
    above[one.depth] = one;
  }
  return rows.filter((one) => needed.has(one));
};
