import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { ExchangeSummary } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom } from '../../stores/index.ts';
import { useNow } from '../../ui/use-now.ts';
import { useVendorName } from '../../ui/use-vendor-name.ts';
import { columnsAt, templateOf, type ChosenColumns, type Column } from './columns.ts';
import { LifePeek } from './life-peek.tsx';
import { LogRow, rowId } from './log-row.tsx';
import { rememberWords } from './row-words.ts';
import { moveSelection } from './rows.ts';
import { spoken } from '../../ui/spoken.ts';
import css from './log-list.module.css';

/** `--h-row`; the virtual list counts in it. */
const rowPx = 26;
const overscan = 5;
/** Older exchanges are asked for when this many rows are left below. */
const aheadRows = 60;
const minuteMs = 60_000;
/** The pointer rests this long on the mark or the vendor of a row before its life line shows. */
const restMs = 350;

interface LogListProps {
  /** A window of the log; `above` rows before it are not at hand. */
  readonly rows: readonly ExchangeSummary[];
  readonly above: number;
  readonly chosen: ChosenColumns;
  readonly selectedId: string;
  /** Asks for rows beyond an end of the window as somebody comes near it; null: there are none to ask for. */
  readonly more: (() => void) | null;
  readonly newer: (() => void) | null;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly onSelect: (id: string) => void;
  readonly onCompare: (id: string) => void;
  /** Into the detail. */
  readonly onOpen: () => void;
  readonly onScrolled: (away: boolean) => void;
  /** What a right press acts on: the row and the cell. */
  readonly onPoint: (id: string, column: string) => void;
  /** Floats over the top: what waits there. */
  readonly chip: ReactNode;
  /** Below the last row. */
  readonly end: ReactNode;
}

const cells: Readonly<Record<Column, string>> = {
  time: 'time',
  origin: 'mark',
  vendor: 'vendor',
  outcome: 'outcome',
  to: 'to',
  value: 'to',
  words: 'words',
  status: 'number',
  ms: 'ms',
  bytes: 'bytes',
};

function Head({ columns, path }: { readonly columns: readonly Column[]; readonly path: string }) {
  const { t } = useWords();
  return (
    <div role="row" aria-rowindex={1} className={css['head']}>
      {columns.map((column) => (
        <span
          key={column}
          role="columnheader"
          className={column === 'time' ? undefined : css[cells[column]]}
          aria-label={t(`log.column.${column}.spoken`, { path })}
          title={column === 'value' ? path : undefined}
        >
          {column === 'origin' ? (
            <span className={spoken}>{t('log.column.origin')}</span>
          ) : column === 'value' ? (
            (path.split('.').at(-1) ?? path)
          ) : (
            t(`log.column.${column}`)
          )}
        </span>
      ))}
    </div>
  );
}

/** The width of the list, which decides how many columns stand. */
const useWidth = (grid: RefObject<HTMLDivElement | null>): number => {
  const [width, setWidth] = useState(1000);
  useEffect(() => {
    const element = grid.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 1000));
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid]);
  return width;
};

/** The row whose life line shows: where the pointer rests, or the one it was asked for with the space bar. */
const usePeek = () => {
  const [peeked, setPeeked] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = (id: string) => {
    clearTimeout(timer.current);
    setPeeked(id);
  };
  const rest = (event: MouseEvent<HTMLDivElement>) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
    const column = cell?.dataset['column'];
    const id = cell?.closest<HTMLElement>('[data-exchange]')?.dataset['exchange'] ?? '';
    clearTimeout(timer.current);
    if (column === 'origin' || column === 'vendor') timer.current = setTimeout(() => setPeeked(id), restMs);
    else if (peeked !== '') setPeeked('');
  };
  return { peeked, show, rest };
};

/** The log as a grid: only the rows in view exist. Arrows, J and K, Page keys, Home and End move; Enter opens, Escape lets go. */
export function LogList(props: LogListProps) {
  const {
    rows,
    above,
    chosen,
    selectedId,
    more,
    newer,
    grid,
    onSelect,
    onCompare,
    onOpen,
    onScrolled,
    onPoint,
    chip,
    end,
  } = props;
  const plainWords = useWords();
  const words = useMemo(() => rememberWords(plainWords), [plainWords]);
  const { t } = words;
  const devices = useFrom('workspace', (state) => state.devices);
  const vendorName = useVendorName();
  const nowMs = useNow(minuteMs);
  const { peeked, show: peek, rest } = usePeek();
  const isAway = useRef(false);
  const width = useWidth(grid);
  const columns = useMemo(() => columnsAt(chosen, width), [chosen, width]);
  const tiedTo = rows.find((row) => row.id === selectedId)?.messageId ?? null;
  // The compiler leaves this component alone, which is right: the list has to be laid out anew on every scroll.
  // oxlint-disable-next-line react/incompatible-library
  const list = useVirtualizer({
    count: above + rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => rows[index - above]?.id ?? index,
    overscan,
    // Several scroll events of one frame are one rendering.
    useFlushSync: false,
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
    if (index >= 0) list.scrollToIndex(index + above, { align: 'auto' });
  });
  useEffect(() => reveal(selectedId), [selectedId]);

  useEffect(() => {
    if (more && lastIndex >= above + rows.length - aheadRows) more();
  }, [more, lastIndex, above, rows.length]);
  const firstIndex = items[0]?.index ?? 0;
  useEffect(() => {
    if (newer && firstIndex < above + aheadRows) newer();
  }, [newer, firstIndex, above]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(Math.floor((grid.current?.clientHeight ?? 0) / rowPx) - 2, 1);
    const at = rows.findIndex((row) => row.id === selectedId);
    const next = rows[moveSelection(event.key, at, rows.length, page) ?? -1];
    if (next) onSelect(next.id);
    else if (event.key === 'Enter' && at >= 0) onOpen();
    else if (event.key === ' ' && at >= 0) peek(peeked === selectedId ? '' : selectedId);
    else if (event.key === 'Escape' && peeked !== '') peek('');
    else if (event.key === 'Escape') onSelect('');
    else return;
    event.preventDefault();
  };

  // A right press names the row and the cell under it; the menu key of the keyboard means the selected row.
  const onContextMenu = (event: MouseEvent<HTMLDivElement>) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
    const row = cell?.closest<HTMLElement>('[data-exchange]')?.dataset['exchange'] ?? selectedId;
    onPoint(row, cell?.dataset['column'] ?? 'vendor');
  };
  const onScroll = () => {
    if (peeked !== '') peek('');
    const away = (grid.current?.scrollTop ?? 0) > rowPx / 2;
    if (away === isAway.current) return;
    isAway.current = away;
    onScrolled(away);
  };

  const peekedAt = peeked === '' ? -1 : rows.findIndex((row) => row.id === peeked);
  const isSelectedThere = selectedId !== '' && items.some((item) => rows[item.index - above]?.id === selectedId);
  return (
    <div className={css['frame']}>
      <div
        ref={grid}
        role="grid"
        tabIndex={0}
        aria-label={t('log.grid')}
        aria-rowcount={above + rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={isSelectedThere ? rowId(selectedId) : undefined}
        className={css['grid']}
        style={{ '--columns': templateOf(columns, width) } as CSSProperties}
        onContextMenu={onContextMenu}
        onKeyDown={onKeyDown}
        onPointerOver={rest}
        onPointerLeave={() => peek('')}
        onScroll={onScroll}
      >
        <Head columns={columns} path={chosen.path} />
        <div role="rowgroup" className={css['body']} style={{ height: list.getTotalSize() }}>
          {items.map((item) => {
            const exchange = rows[item.index - above];
            return (
              exchange && (
                <LogRow
                  key={item.key}
                  exchange={exchange}
                  top={item.start - rowPx}
                  index={item.index + 2}
                  columns={columns}
                  path={chosen.path}
                  isTied={tiedTo !== null && exchange.messageId === tiedTo}
                  isSelected={exchange.id === selectedId}
                  nowMs={nowMs}
                  words={words}
                  devices={devices}
                  vendorName={vendorName(exchange.vendor)}
                  onSelect={onSelect}
                  onCompare={onCompare}
                />
              )
            );
          })}
          {peekedAt >= 0 && <LifePeek key={peeked} id={peeked} top={(peekedAt + above + 1) * rowPx} />}
        </div>
        {end}
      </div>
      {chip}
    </div>
  );
}
