import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { ExchangeSummary } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useNow } from '../../ui/use-now.ts';
import { LogRow, rowId } from './log-row.tsx';
import { moveSelection } from './rows.ts';
import { spoken } from '../../ui/spoken.ts';
import css from './log-list.module.css';

/** `--h-row`; the virtual list counts in it. */
const rowPx = 26;
const overscan = 12;
/** Older exchanges are asked for when this many rows are left below. */
const aheadRows = 60;
const minuteMs = 60_000;

interface LogListProps {
  readonly rows: readonly ExchangeSummary[];
  readonly selectedId: string;
  /** There are older exchanges to ask for as somebody comes near the end. */
  readonly more: (() => void) | null;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly onSelect: (id: string) => void;
  /** Into the detail. */
  readonly onOpen: () => void;
  readonly onScrolled: (away: boolean) => void;
  /** Floats over the top: what waits there. */
  readonly chip: ReactNode;
  /** Below the last row. */
  readonly end: ReactNode;
}

const columns = [
  ['time', 'time'],
  ['origin', 'mark'],
  ['vendor', 'vendor'],
  ['outcome', 'outcome'],
  ['to', 'to'],
  ['words', 'words'],
  ['status', 'number'],
  ['ms', 'ms'],
  ['bytes', 'bytes'],
] as const;

function Head() {
  const { t } = useWords();
  return (
    <div role="row" aria-rowindex={1} className={css['head']}>
      {columns.map(([column, cell]) => (
        <span
          key={column}
          role="columnheader"
          className={cell === 'time' ? undefined : css[cell]}
          aria-label={t(`log.column.${column}.spoken`)}
        >
          {column === 'origin' ? <span className={spoken}>{t('log.column.origin')}</span> : t(`log.column.${column}`)}
        </span>
      ))}
    </div>
  );
}

/** The log as a grid: only the rows in view exist. Arrows, J and K, Page keys, Home and End move; Enter opens, Escape lets go. */
export function LogList({ rows, selectedId, more, grid, onSelect, onOpen, onScrolled, chip, end }: LogListProps) {
  const { t } = useWords();
  const nowMs = useNow(minuteMs);
  const isAway = useRef(false);
  // The compiler leaves this component alone, which is right: the list has to be laid out anew on every scroll.
  // oxlint-disable-next-line react/incompatible-library
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan,
    // The sticky head stands before the rows and covers one of them.
    scrollMargin: rowPx,
    scrollPaddingStart: rowPx,
  });
  const items = list.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? -1;

  // Arrows and J, K work at once, without a press into the list.
  useEffect(() => grid.current?.focus({ preventScroll: true }), [grid]);

  const reveal = useEffectEvent((id: string) => {
    const index = rows.findIndex((row) => row.id === id);
    if (index >= 0) list.scrollToIndex(index, { align: 'auto' });
  });
  useEffect(() => reveal(selectedId), [selectedId]);

  useEffect(() => {
    if (more && lastIndex >= rows.length - aheadRows) more();
  }, [more, lastIndex, rows.length]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(Math.floor((grid.current?.clientHeight ?? 0) / rowPx) - 2, 1);
    const at = rows.findIndex((row) => row.id === selectedId);
    const next = rows[moveSelection(event.key, at, rows.length, page) ?? -1];
    if (next) onSelect(next.id);
    else if (event.key === 'Enter' && at >= 0) onOpen();
    else if (event.key === 'Escape') onSelect('');
    else return;
    event.preventDefault();
  };

  const onScroll = () => {
    const away = (grid.current?.scrollTop ?? 0) > rowPx / 2;
    if (away === isAway.current) return;
    isAway.current = away;
    onScrolled(away);
  };

  const isSelectedThere = selectedId !== '' && items.some((item) => rows[item.index]?.id === selectedId);
  return (
    <div className={css['frame']}>
      <div
        ref={grid}
        role="grid"
        tabIndex={0}
        aria-label={t('log.grid')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={isSelectedThere ? rowId(selectedId) : undefined}
        className={css['grid']}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
      >
        <Head />
        <div role="rowgroup" className={css['body']} style={{ height: list.getTotalSize() }}>
          {items.map((item) => {
            const exchange = rows[item.index];
            return (
              exchange && (
                <LogRow
                  key={item.key}
                  exchange={exchange}
                  top={item.start - rowPx}
                  index={item.index + 2}
                  isSelected={exchange.id === selectedId}
                  nowMs={nowMs}
                  onSelect={onSelect}
                />
              )
            );
          })}
        </div>
        {end}
      </div>
      {chip}
    </div>
  );
}
