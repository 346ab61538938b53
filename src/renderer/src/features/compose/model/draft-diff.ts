import type { Draft } from '../../../../../shared/contract/index.ts';

/** One value of a draft and where it stands. */
export interface Leaf {
  readonly path: string;
  /** As JSON text. */
  readonly value: string;
}
/** same: same place and value. moved: the value stands elsewhere. changed: another value in the same place. left, right: only there. */
export interface DiffLine {
  readonly kind: 'same' | 'moved' | 'changed' | 'left' | 'right';
  readonly left: Leaf | null;
  readonly right: Leaf | null;
}

const member = (key: string): string => (/^[A-Za-z_$][\w$-]*$/.test(key) ? key : JSON.stringify(key));

const leavesIn = (value: unknown, path: string): Leaf[] => {
  if (Array.isArray(value) && value.length > 0) {
    return value.flatMap((one, index) => leavesIn(one, `${path}[${index}]`));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, one]) =>
      leavesIn(one, path === '' ? member(key) : `${path}.${member(key)}`),
    );
  }
  return [{ path, value: JSON.stringify(value) }];
};

/** Every value of a draft with its place: those of the payload, then its options. A payload that is no JSON is one value. */
export const leavesOf = ({ payload, options }: Draft): readonly Leaf[] => {
  const beside = Object.entries(options).map(([name, value]) => ({
    path: `option:${name}`,
    value: JSON.stringify(value),
  }));
  try {
    return [...leavesIn(JSON.parse(payload), ''), ...beside];
  } catch {
    return [{ path: '', value: JSON.stringify(payload) }, ...beside];
  }
};

/** Values that say too little to be called the same thing in another place: flags, small numbers, empty texts. */
const isTelling = (value: string): boolean => value.startsWith('"') && value.length > 3;

/** Two drafts value by value. Lines come in the order of the left one; what only the right one has follows. */
export const diffDrafts = (left: Draft, right: Draft): readonly DiffLine[] => {
  const open = new Map(leavesOf(right).map((leaf) => [leaf.path, leaf]));
  const take = (leaf: Leaf | undefined): Leaf | null => {
    if (!leaf) return null;
    open.delete(leaf.path);
    return leaf;
  };
  const leaves = leavesOf(left);
  const atSamePlace = leaves.map((leaf) => take(open.get(leaf.path)));
  const lines = leaves.map((leaf, index): DiffLine => {
    const same = atSamePlace[index] ?? null;
    if (same) return { kind: same.value === leaf.value ? 'same' : 'changed', left: leaf, right: same };
    const moved = isTelling(leaf.value) ? take([...open.values()].find((one) => one.value === leaf.value)) : null;
    return moved ? { kind: 'moved', left: leaf, right: moved } : { kind: 'left', left: leaf, right: null };
  });
  return [...lines, ...[...open.values()].map((leaf): DiffLine => ({ kind: 'right', left: null, right: leaf }))];
};
