import type { ExchangeSummary } from '../../../../shared/contract/index.ts';

/** The quick filters, in the order they stand. */
export const quickFilters = ['all', 'rejected', 'captured', 'sent', 'auth'] as const;
export type QuickFilter = (typeof quickFilters)[number];

/** `rejected` is every exchange that did not wholly go through: refused, unanswered, unreadable, or refused for some tokens. */
const tests: Readonly<Record<QuickFilter, (exchange: ExchangeSummary) => boolean>> = {
  all: () => true,
  rejected: (exchange) => exchange.outcome !== 'accepted',
  captured: (exchange) => exchange.origin === 'captured' && exchange.kind === 'push',
  sent: (exchange) => exchange.origin === 'sent' && exchange.kind === 'push',
  auth: (exchange) => exchange.kind === 'auth',
};

export const passes = (exchange: ExchangeSummary, filter: QuickFilter): boolean => tests[filter](exchange);

/** How many of these exchanges each quick filter lets through. */
export const countQuick = (items: readonly ExchangeSummary[]): Readonly<Record<QuickFilter, number>> => {
  const counts = { all: 0, rejected: 0, captured: 0, sent: 0, auth: 0 };
  for (const exchange of items) {
    for (const filter of quickFilters) if (tests[filter](exchange)) counts[filter] += 1;
  }
  return counts;
};

export interface LogRows {
  /** Newest first. */
  readonly rows: readonly ExchangeSummary[];
  /** How many newer ones wait above, because the list is held. */
  readonly waiting: number;
}

/**
 * The rows to lay out. `heldSeq`: the list stands still at this newest exchange while somebody reads further down; null: it follows.
 * A hold on exchanges that are gone holds nothing.
 */
export const logRows = (items: readonly ExchangeSummary[], filter: QuickFilter, heldSeq: number | null): LogRows => {
  const passing = filter === 'all' ? items : items.filter((exchange) => tests[filter](exchange));
  if (heldSeq === null || (items.at(-1)?.seq ?? Infinity) > heldSeq) return { rows: passing, waiting: 0 };
  const first = passing.findIndex((exchange) => exchange.seq <= heldSeq);
  const waiting = first === -1 ? passing.length : first;
  return { rows: waiting === 0 ? passing : passing.slice(waiting), waiting };
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
