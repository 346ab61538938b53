import { formOf } from './body.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One line of a JSON tree. */
export interface JsonRow {
  /** `$.aps.alert` */
  readonly path: string;
  readonly depth: number;
  /** The key or place; `$` for the whole. */
  readonly name: string;
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'word';
  /** The value as JSON; for a branch how much is in it. */
  readonly text: string;
  /** Entries in a branch; -1 for a leaf. */
  readonly count: number;
  readonly isOpen: boolean;
}

const kindOf = (value: Json): JsonRow['kind'] => {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'object' && value !== null) return 'object';
  return typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'word';
};

/** Longer values are shown by their beginning; the text view has them whole. UTF-16 units. */
const longest = 2000;
const said = (value: Json): string => {
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** The text as JSON; a form by its fields, with the JSON in them. Undefined when it is neither. */
export const parseBody = (text: string): Json | undefined => {
  const value = parsed(text);
  const form = value === undefined ? formOf(text) : null;
  if (!form) return value;
  return Object.fromEntries(
    form.map(([name, one]): [string, Json] => [name, /^\s*[[{]/.test(one) ? (parsed(one) ?? one) : one]),
  );
};

/** Branches nested deeper than this stay closed at first. */
const openTo = 3;
/** Branches with more entries than this stay closed at first. */
const openUpTo = 200;

/**
 * The lines that are to be seen. `toggled`: paths of branches that are the other way round than they are at first; `allOpen`: every
 * branch shows what is in it. Does not recurse, so depth is no matter.
 */
export const jsonRows = (root: Json, toggled: ReadonlySet<string>, allOpen = false): readonly JsonRow[] => {
  const rows: JsonRow[] = [];
  const waiting: { readonly name: string; readonly path: string; readonly depth: number; readonly value: Json }[] = [
    { name: '$', path: '$', depth: 0, value: root },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { name, path, depth, value } = next;
    const kind = kindOf(value);
    if (kind !== 'object' && kind !== 'array') {
      rows.push({ path, depth, name, kind, text: said(value), count: -1, isOpen: false });
      continue;
    }
    const entries = Object.entries(value as Readonly<Record<string, Json>>);
    const isFirst = depth === 0 || (depth < openTo && entries.length <= openUpTo);
    const isOpen = entries.length > 0 && (allOpen || isFirst !== toggled.has(path));
    rows.push({ path, depth, name, kind, text: '', count: entries.length, isOpen });
    if (isOpen)
      for (const [key, one] of entries.toReversed())
        waiting.push({
          name: key,
          path: kind === 'array' ? `${path}[${key}]` : `${path}.${key}`,
          depth: depth + 1,
          value: one,
        });
  }
  return rows;
};

/** Lines in whose name or value the words stand, in any case. Empty words find nothing. */
export const findRows = (rows: readonly JsonRow[], words: string): readonly number[] => {
  const sought = words.toLowerCase();
  if (sought === '') return [];
  return rows.flatMap(({ name, text }, at) =>
    name.toLowerCase().includes(sought) || text.toLowerCase().includes(sought) ? [at] : [],
  );
};
