import { useVirtualizer } from '@tanstack/react-virtual';
import { ScrollText } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { Device } from '../../../../../shared/contract/index.ts';
import { cutMiddle } from '../../../../../shared/kit/text.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { routeOf } from '../../../stores/ui-store.ts';
import { Bare, VendorMark } from '../../../ui/marks.tsx';
import { spoken } from '../../../ui/spoken.ts';
import { useVendorName } from '../../../ui/use-vendor-name.ts';
import { rowName, type MatrixRow } from '../model/send-matrix.ts';
import { cellsOf, codeOf } from './matrix-words.ts';
import css from './matrix.module.css';

/** `--h-row`; the virtual list counts in it. */
const rowPx = 26;
const overscan = 8;
const columns = ['device', 'decided', 'taken', 'seen', 'reason', 'log'] as const;

/** Phones against what became of the push on each. Only the rows in view exist. Arrows, Home and End move; Enter opens the log. */
export function SendMatrix({ rows }: { readonly rows: readonly MatrixRow[] }) {
  const { t } = useWords();
  const { ui } = useStores();
  const devices = useFrom('workspace', (state) => state.devices);
  const frame = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState('');
  const at = Math.max(
    rows.findIndex((row) => row.key === wanted),
    0,
  );
  // The compiler leaves this component alone, which is right: the list has to be laid out anew on every scroll.
  // oxlint-disable-next-line react/incompatible-library
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowPx,
    overscan,
    scrollMargin: rowPx,
    scrollPaddingStart: rowPx,
  });
  const open = (row: MatrixRow | undefined) => {
    if (row?.exchangeId) ui.go('log', row.exchangeId);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const next = to === undefined ? undefined : rows[to];
    if (next && to !== undefined) {
      setWanted(next.key);
      list.scrollToIndex(to, { align: 'auto' });
    } else if (event.key === 'Enter' && event.target === event.currentTarget) open(rows[at]);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={frame}
      role="grid"
      tabIndex={0}
      aria-label={t('compose.matrix')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows[at] ? `compose-matrix-${at}` : undefined}
      className={css['grid']}
      onKeyDown={onKeyDown}
    >
      <div role="row" className={css['head']}>
        {columns.map((column) => (
          <span
            key={column}
            role="columnheader"
            data-column={column}
            title={t(`compose.matrix.${column}.about`)}
            aria-label={t(`compose.matrix.${column}.about`)}
          >
            {column === 'log' ? (
              <span className={spoken}>{t('compose.matrix.log.about')}</span>
            ) : (
              t(`compose.matrix.${column}`)
            )}
          </span>
        ))}
      </div>
      <div role="rowgroup" className={css['body']} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <Row
                key={item.key}
                row={row}
                index={item.index}
                top={item.start - rowPx}
                isChosen={item.index === at}
                devices={devices}
                onOpen={() => open(row)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function Row(props: {
  readonly row: MatrixRow;
  readonly index: number;
  readonly top: number;
  readonly isChosen: boolean;
  readonly devices: readonly Device[];
  readonly onOpen: () => void;
}) {
  const { row, index, top, isChosen, devices, onOpen } = props;
  const { t } = useWords();
  const vendor = useVendorName()(row.vendor);
  const name = rowName(row, devices, cutMiddle, t('compose.results.nobody'));
  const cells = cellsOf(row);
  const [decided, taken, seen] = cells.map(({ id }) => t(id));
  const code = codeOf(row);
  const spoken = t('compose.matrix.row', {
    name,
    vendor,
    decided: decided ?? '',
    taken: taken ?? '',
    seen: seen ?? '',
    code,
  });
  return (
    // The grid has the focus and the keys; a row is pressed with the pointer only.
    <div
      id={`compose-matrix-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      aria-label={spoken}
      className={css['row']}
      data-open={row.exchangeId !== null || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onPointerUp={onOpen}
    >
      <span role="gridcell" className={css['name']} title={`${name} · ${vendor}`}>
        <VendorMark vendor={row.vendor} />
        <span>{name}</span>
      </span>
      {cells.map(({ tone, id }, at) => (
        <span key={columns[at + 1]} role="gridcell" data-column={columns[at + 1]} title={t(`${id}.about`)}>
          <Bare tone={tone}>{t(id)}</Bare>
        </span>
      ))}
      <span role="gridcell" className={css['code']} title={code}>
        {code}
      </span>
      <span role="gridcell" className={css['link']}>
        {row.exchangeId !== null && (
          <a
            href={routeOf('log', row.exchangeId)}
            tabIndex={-1}
            aria-label={t('compose.results.open.spoken', { device: name })}
          >
            <ScrollText aria-hidden />
          </a>
        )}
      </span>
    </div>
  );
}
