import { useMemo, useState } from 'react';
import { useFrom } from '../../stores/index.ts';
import { countQuick, logRows, type LogRows, type QuickFilter } from './rows.ts';

export interface LogView extends LogRows {
  readonly filter: QuickFilter;
  readonly setFilter: (filter: QuickFilter) => void;
  readonly counts: Readonly<Record<QuickFilter, number>>;
  /** New exchanges come in at the top as they happen. */
  readonly isFollowing: boolean;
  /** Stands still from now on, or follows again. */
  readonly setFollowing: (follow: boolean) => void;
  /** Somebody scrolled down, or came back to the top. */
  readonly scrolled: (away: boolean) => void;
}

/** The rows of the log as somebody looks at them: filtered, and held while they read further down. */
export const useLogRows = (): LogView => {
  const items = useFrom('exchanges', (state) => state.items);
  const [filter, setFilter] = useState<QuickFilter>('all');
  const [heldSeq, setHeldSeq] = useState<number | null>(null);
  const [isPaused, setPaused] = useState(false);
  const counts = useMemo(() => countQuick(items), [items]);
  const shown = useMemo(() => logRows(items, filter, heldSeq), [items, filter, heldSeq]);
  const newest = items[0]?.seq ?? 0;
  return {
    ...shown,
    filter,
    setFilter,
    counts,
    isFollowing: heldSeq === null,
    setFollowing: (follow) => {
      setPaused(!follow);
      setHeldSeq(follow ? null : newest);
    },
    scrolled: (away) => {
      if (away) setHeldSeq((held) => held ?? newest);
      else if (!isPaused) setHeldSeq(null);
    },
  };
};
