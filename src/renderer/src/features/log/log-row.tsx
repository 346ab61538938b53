import { memo } from 'react';
import type { ExchangeSummary } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom } from '../../stores/index.ts';
import { milliseconds, grouped } from '../../ui/format.ts';
import { Bare, OriginMark, outcomeTone, VendorMark } from '../../ui/marks.tsx';
import { useVendorName } from '../../ui/use-vendor-name.ts';
import { rowWords } from './row-words.ts';
import css from './log-list.module.css';

/** The DOM id of a row, for `aria-activedescendant`. */
export const rowId = (exchangeId: string): string => `log-row-${exchangeId}`;

interface LogRowProps {
  readonly exchange: ExchangeSummary;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Its place among all rows of the grid, the head being 1. */
  readonly index: number;
  readonly isSelected: boolean;
  readonly nowMs: number;
  readonly onSelect: (id: string) => void;
}

/** One exchange. It is spoken as a whole sentence. */
export const LogRow = memo(function LogRow({ exchange, top, index, isSelected, nowMs, onSelect }: LogRowProps) {
  const words = useWords();
  const devices = useFrom('workspace', (state) => state.devices);
  const vendorName = useVendorName()(exchange.vendor);
  const row = rowWords(exchange, { words, devices, vendorName, nowMs });
  return (
    // The grid itself has the focus and the keys; a row is pressed with the pointer only.
    <div
      id={rowId(exchange.id)}
      role="row"
      aria-rowindex={index}
      aria-selected={isSelected}
      aria-label={row.spoken}
      className={css['row']}
      style={{ transform: `translateY(${top}px)` }}
      onPointerDown={() => onSelect(exchange.id)}
    >
      <span role="gridcell" className={css['time']}>
        {row.time}
      </span>
      <span role="gridcell" className={css['mark']}>
        <OriginMark origin={exchange.origin} />
      </span>
      <span role="gridcell" className={css['vendor']}>
        <VendorMark vendor={exchange.vendor} />
        <span>{row.vendor}</span>
      </span>
      <span role="gridcell" className={css['outcome']} title={row.outcome}>
        <Bare tone={outcomeTone(exchange.outcome)}>{row.outcome}</Bare>
      </span>
      <span role="gridcell" className={css['to']} title={exchange.targets[0]?.token}>
        {row.to === '' ? '–' : row.to}
      </span>
      <span role="gridcell" className={css['words']} data-wordless={row.isWordless || undefined}>
        <b>{row.lead}</b>
        {row.text !== '' && <span>{row.text}</span>}
      </span>
      <span role="gridcell" className={css['number']}>
        {exchange.status ?? '–'}
      </span>
      <span role="gridcell" className={css['ms']}>
        {exchange.tookMs === null ? '–' : milliseconds(exchange.tookMs, words.locale)}
      </span>
      <span role="gridcell" className={css['bytes']}>
        {grouped(exchange.requestBytes, words.locale)}
      </span>
    </div>
  );
});
