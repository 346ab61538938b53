import { Pin } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Device, ExchangeMark, ExchangeSummary } from '../../../../shared/contract/index.ts';
import type { Words } from '../../i18n/index.ts';
import { milliseconds, grouped } from '../../ui/format.ts';
import { Bare, outcomeTone, toneIcons, VendorMark } from '../../ui/marks.tsx';
import type { Column } from './columns.ts';
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
  readonly columns: readonly Column[];
  /** Path of the value in the column of its own. */
  readonly path: string;
  /** Belongs to the message of the selected row. */
  readonly isTied: boolean;
  readonly isSelected: boolean;
  readonly nowMs: number;
  /** Given from above, as the next two are: asking the stores and the catalogue once per row is what scrolling would wait for. */
  readonly words: Words;
  readonly devices: readonly Pick<Device, 'id' | 'name'>[];
  readonly vendorName: string;
  readonly onSelect: (id: string) => void;
  /** Beside the selected one: a press with Ctrl or ⌘. */
  readonly onCompare: (id: string) => void;
}

const classes: Readonly<Record<Column, string>> = {
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

const markWords = (mark: ExchangeMark | undefined, t: Words['t']): string[] =>
  mark
    ? [
        ...(mark.isPinned ? [t('log.mark.pinned')] : []),
        ...(mark.colour === null ? [] : [t(`log.mark.colour.${mark.colour}`)]),
        ...mark.tags,
        ...(mark.note === '' ? [] : [mark.note]),
      ]
    : [];

/** One exchange. It is spoken as a whole sentence. */
export const LogRow = memo(function LogRow(props: LogRowProps) {
  const {
    exchange,
    top,
    index,
    columns,
    path,
    isTied,
    isSelected,
    nowMs,
    words,
    devices,
    vendorName,
    onSelect,
    onCompare,
  } = props;
  const row = rowWords(exchange, { words, devices, vendorName, nowMs });
  const { mark } = exchange;
  const OriginIcon = toneIcons[exchange.origin];
  const cell: Readonly<Record<Column, ReactNode>> = {
    time: row.time,
    origin: <OriginIcon aria-hidden className={css['origin']} data-tone={exchange.origin} />,
    vendor: (
      <>
        <VendorMark vendor={exchange.vendor} />
        <span>{row.vendor}</span>
      </>
    ),
    outcome: <Bare tone={outcomeTone(exchange.outcome)}>{row.outcome}</Bare>,
    to: row.to === '' ? '–' : row.to,
    value: (path === '' ? '' : exchange.values?.[path.toLowerCase()]) || '–',
    words: (
      <>
        {mark?.isPinned && <Pin className={css['pin']} aria-hidden />}
        <b>{row.lead}</b>
        {row.text !== '' && <span>{row.text}</span>}
        {mark?.tags.map((tag) => (
          <i key={tag} className={css['tag']}>
            {tag}
          </i>
        ))}
      </>
    ),
    status: exchange.status ?? '–',
    ms: exchange.tookMs === null ? '–' : milliseconds(exchange.tookMs, words.locale),
    bytes: grouped(exchange.requestBytes, words.locale),
  };
  const titles: Readonly<Partial<Record<Column, string | undefined>>> = {
    origin: words.t(`origin.${exchange.origin}`),
    outcome: row.outcome,
    to: exchange.targets[0]?.token,
    value: exchange.values?.[path.toLowerCase()],
    words: mark?.note === '' ? undefined : mark?.note,
  };
  return (
    // The grid itself has the focus and the keys; a row is pressed with the pointer only.
    <div
      id={rowId(exchange.id)}
      role="row"
      aria-rowindex={index}
      aria-selected={isSelected}
      aria-label={[row.spoken, ...markWords(mark, words.t), ...(isTied ? [words.t('log.row.tied')] : [])].join(
        words.t('log.row.join'),
      )}
      className={css['row']}
      data-exchange={exchange.id}
      data-tied={isTied || undefined}
      data-colour={mark?.colour ?? undefined}
      style={{ transform: `translateY(${top}px)` }}
      onPointerDown={(event) => {
        // A right press opens the menu of this row and leaves the selection: the two can be compared.
        if (event.button !== 0) return;
        if (event.ctrlKey || event.metaKey) onCompare(exchange.id);
        else onSelect(exchange.id);
      }}
    >
      {columns.map((column) => (
        <span
          key={column}
          role="gridcell"
          data-column={column}
          className={css[classes[column]]}
          title={titles[column]}
          data-wordless={(column === 'words' && row.isWordless) || undefined}
        >
          {cell[column]}
        </span>
      ))}
    </div>
  );
});
