import { parseFilter, printFilter, quote, type FilterNode } from '../../../../../shared/kit/filter/index.ts';
import type { ExchangeSummary } from '../../../../../shared/contract/index.ts';

/** The parts of a filter that all have to pass, each as text: the chips under it. Empty while it cannot be read. */
export const filterParts = (text: string): readonly string[] => {
  const parsed = parseFilter(text);
  if (!parsed.ok || !parsed.node) return [];
  const { node } = parsed;
  return (node.kind === 'and' ? node.parts : [node]).map(inside);
};

const inside = (node: FilterNode): string => (node.kind === 'or' ? `(${printFilter(node)})` : printFilter(node));

/** The filter without one of its parts. */
export const withoutPart = (text: string, index: number): string =>
  filterParts(text)
    .filter((_, at) => at !== index)
    .join(' ');

/** The filter with one more part; a part it has already is not added again, and its opposite goes. */
export const withPart = (text: string, part: string): string => {
  const opposite = part.startsWith('-') ? part.slice(1) : `-${part}`;
  const parts = filterParts(text).filter((one) => one !== opposite);
  return parts.includes(part) ? parts.join(' ') : [...parts, part].join(' ');
};

const bare = /^[^\s()"|\\<>=:-][^\s()"|\\]*$/;
const term = (field: string, value: string): string => `${field}:${bare.test(value) ? value : quote(value)}`;

/** What a cell of a row says, as a part of a filter; null: nothing that can be looked for. */
export const partOfCell = (column: string, row: ExchangeSummary, deviceName: string | null): string | null => {
  const token = row.targets[0]?.token;
  switch (column) {
    case 'origin':
      return term('is', row.origin);
    case 'outcome':
      return row.reason === null ? term('verdict', row.outcome) : term('reason', row.reason);
    case 'to':
      return deviceName === null ? (token === undefined ? null : term('token', token)) : term('device', deviceName);
    case 'words':
      return row.kind === 'auth'
        ? 'is:auth'
        : row.title === '' && row.body === ''
          ? 'is:silent'
          : quote(row.title === '' ? row.body : row.title);
    case 'status':
      return term('status', row.status === null ? 'none' : String(row.status));
    case 'time':
      return `after:${new Date(row.atMs).toISOString().slice(0, 19)}Z`;
    case 'bytes':
      return term('larger', String(Math.max(row.requestBytes - 1, 0)));
    default:
      return term('vendor', row.vendor);
  }
};
