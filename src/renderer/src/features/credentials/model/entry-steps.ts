import type { EntryGroup, EntryRow } from './entry-rows.ts';

/** The rows that have every word of a text, without case. An empty text keeps all. */
export const filterGroups = (groups: readonly EntryGroup[], text: string): readonly EntryGroup[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  const has = ({ name, about, state }: EntryRow) => {
    const all = `${name} ${about} ${state?.words ?? ''}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
  return groups.map(({ kind, rows }) => ({ kind, rows: rows.filter(has) })).filter(({ rows }) => rows.length > 0);
};

/** The row an arrow key leads to: the neighbour, or the first or last one. Null when there is none. */
export const stepFrom = (
  groups: readonly EntryGroup[],
  key: string,
  step: 'next' | 'previous' | 'first' | 'last',
): string | null => {
  const keys = groups.flatMap(({ rows }) => rows.map((one) => one.key));
  const at = keys.indexOf(key);
  switch (step) {
    case 'next':
      return keys[at + 1] ?? null;
    case 'previous':
      return keys[at < 0 ? keys.length - 1 : at - 1] ?? null;
    case 'first':
      return keys[0] ?? null;
    case 'last':
      return keys.at(-1) ?? null;
  }
};

/** What to choose after an entry is gone: the one below it in its group, else above it, else nothing. */
export const neighbourOf = (groups: readonly EntryGroup[], key: string): string => {
  const rows = groups.find((group) => group.rows.some((one) => one.key === key))?.rows ?? [];
  const at = rows.findIndex((one) => one.key === key);
  return (rows[at + 1] ?? rows[at - 1])?.key ?? '';
};
