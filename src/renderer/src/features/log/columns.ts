/** The columns that can be left out; time, vendor, outcome and words always stand. */
export const optionalColumns = ['to', 'status', 'ms', 'bytes'] as const;
export type OptionalColumn = (typeof optionalColumns)[number];

export interface ChosenColumns {
  readonly hidden: readonly OptionalColumn[];
  /** Path of a payload value that has a column of its own; empty: none. */
  readonly path: string;
}

const widths = {
  time: '94px',
  origin: '14px',
  vendor: '72px',
  outcome: 'minmax(96px, 142px)',
  to: '106px',
  value: 'minmax(70px, 110px)',
  words: 'minmax(120px, 1fr)',
  status: '38px',
  ms: '34px',
  bytes: '46px',
} as const;
export type Column = keyof typeof widths;
const order: readonly Column[] = [
  'time',
  'origin',
  'vendor',
  'outcome',
  'to',
  'value',
  'words',
  'status',
  'ms',
  'bytes',
];

/** What gives way first as the list gets narrower. Pixels. */
const needs: Readonly<Partial<Record<Column, number>>> = { ms: 720, bytes: 720, to: 650, value: 580 };
/** What the column of a payload value takes from the others. Pixels. */
const valueTakes = 118;

/** The columns that stand at this width, in their order. */
export const columnsAt = ({ hidden, path }: ChosenColumns, width: number): readonly Column[] => {
  const takes = path === '' ? 0 : valueTakes;
  return order.filter((column) => {
    if (column === 'value') return path !== '' && width >= (needs.value ?? 0);
    const need = needs[column];
    return !hidden.some((one) => one === column) && (need === undefined || width >= need + takes);
  });
};

/** Below this the words take what is left, however little. Pixels. */
const narrow = 500;

/** For `grid-template-columns`. */
export const templateOf = (columns: readonly Column[], width: number): string =>
  columns.map((column) => (column === 'words' && width < narrow ? 'minmax(0, 1fr)' : widths[column])).join(' ');

const storageKey = 'pushscope.log.columns';
const all: ChosenColumns = { hidden: [], path: '' };

/** What was chosen in this window; every column when nothing was, or when it cannot be read. */
export const readColumns = (): ChosenColumns => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return all;
    const { hidden, path } = stored as Partial<Record<keyof ChosenColumns, unknown>>;
    return {
      hidden: optionalColumns.filter((column) => Array.isArray(hidden) && hidden.includes(column)),
      path: typeof path === 'string' ? path : '',
    };
  } catch {
    return all;
  }
};

export const storeColumns = (chosen: ChosenColumns): void => localStorage.setItem(storageKey, JSON.stringify(chosen));
