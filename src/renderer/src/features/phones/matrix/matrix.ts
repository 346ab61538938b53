import type { AppState, TapMatrixRow, Tap } from '../../../../../shared/contract/index.ts';
import type { Names } from '../drawn/screens.ts';
import { resultOf, type Result } from '../inspector/result.ts';

/** A place where taps lead, and on how many cells. */
export interface Target {
  readonly key: string;
  readonly result: Result;
  readonly count: number;
}

/** One device in one state of the app. */
export interface Cell {
  readonly state: AppState;
  readonly tap: Tap;
  readonly result: Result;
  readonly key: string;
  /** Reaches something else than was meant. */
  readonly differs: boolean;
}

/** Two results with the same key lead to the same place. */
export const keyOf = (result: Result): string => ('name' in result ? `${result.kind} ${result.name}` : result.kind);

const leadsSomewhere = ({ kind }: Result): boolean => kind !== 'nothing' && kind !== 'first';

/** Every place that a cell leads to, the most common first; equal ones in the order in which they appear. */
export const targetsOf = (rows: readonly TapMatrixRow[], names: Names): readonly Target[] => {
  const found = new Map<string, Target>();
  for (const tap of rows.flatMap(({ taps }) => taps)) {
    const result = resultOf(tap, names);
    const key = keyOf(result);
    found.set(key, { key, result, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count);
};

/** What was meant, unless somebody says otherwise: the most common place that a redirect leads to, else the most common of all. */
export const defaultTarget = (targets: readonly Target[]): string =>
  (targets.find(({ result }) => leadsSomewhere(result)) ?? targets[0])?.key ?? '';

/** The cells of one device, in the order of the app states. */
export const cellsOf = (row: TapMatrixRow, target: string, names: Names): readonly Cell[] =>
  row.taps.map((tap) => {
    const result = resultOf(tap, names);
    const key = keyOf(result);
    return { state: tap.appState, tap, result, key, differs: key !== target };
  });

/** A table of texts: the first row is the head. */
export type Table = readonly (readonly string[])[];

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
/** A text that a spreadsheet would run as a formula gets an apostrophe in front. */
const csvField = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180: fields with commas, quotes or line ends in quotes, lines ended by CR LF. */
export const toCsv = (table: Table): string => table.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');

/** A Markdown table; bars inside of a field are escaped, line ends become spaces. */
export const toMarkdown = (table: Table): string => {
  const line = (row: readonly string[]) =>
    `| ${row.map((text) => oneLine(text).replaceAll('\\', '\\\\').replaceAll('|', '\\|')).join(' | ')} |`;
  const [head = [], ...rest] = table;
  return [line(head), line(head.map(() => '---')), ...rest.map(line), ''].join('\n');
};
