/** The quick filters, in the order they stand, and what each is in the language of the filter bar. */
export const quickFilters = {
  all: '',
  rejected: 'is:error',
  captured: 'is:captured is:push',
  sent: 'is:sent is:push',
  auth: 'is:auth',
} as const;
export type QuickFilter = keyof typeof quickFilters;

/** The quick filter that says just this; empty: none does. */
export const quickOf = (filter: string): QuickFilter | '' => {
  for (const name of ['all', 'rejected', 'captured', 'sent', 'auth'] as const)
    if (quickFilters[name] === filter.trim()) return name;
  return '';
};

/** Where the selection goes for a key; null: the key is none of ours. `at` is -1 while nothing is selected. */
export const moveSelection = (key: string, at: number, count: number, page: number): number | null => {
  if (count === 0) return null;
  const clamp = (index: number): number => Math.min(Math.max(index, 0), count - 1);
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return clamp(at + 1);
    case 'ArrowUp':
    case 'k':
      return clamp(at - 1);
    case 'PageDown':
      return clamp(at + page);
    case 'PageUp':
      return clamp(at - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};
