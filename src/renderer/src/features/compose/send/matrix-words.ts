import type { Tone } from '../../../ui/marks.tsx';
import type { Decided, MatrixRow, Seen, Taken } from '../model/send-matrix.ts';

/** A cell of the matrix: its colour and icon, and the id of its word. */
interface Cell {
  readonly tone: Tone;
  readonly id: string;
}

const decided: Readonly<Record<Decided, Tone>> = {
  push: 'accepted',
  raw: 'imported',
  no: 'rejected',
  'no-text': 'rejected',
};
const taken: Readonly<Record<Taken, Tone>> = {
  accepted: 'accepted',
  'partly-accepted': 'warning',
  rejected: 'rejected',
  failed: 'rejected',
  unreadable: 'rejected',
  'not-built': 'rejected',
  'not-sent': 'imported',
};
const seen: Readonly<Record<Seen, Tone>> = {
  shown: 'accepted',
  gone: 'accepted',
  quiet: 'warning',
  waiting: 'warning',
  lost: 'rejected',
  none: 'imported',
};

/** The three answers of a row, each with colour, icon and word. */
export const cellsOf = (row: Pick<MatrixRow, 'decided' | 'taken' | 'seen'>): readonly [Cell, Cell, Cell] => [
  { tone: decided[row.decided], id: `compose.matrix.decided.${row.decided}` },
  { tone: taken[row.taken], id: `compose.matrix.taken.${row.taken}` },
  { tone: seen[row.seen], id: `compose.matrix.seen.${row.seen}` },
];

/** As on the wire, `200 41`; empty when all is well and there is nothing to say. */
export const codeOf = ({ status, reason }: Pick<MatrixRow, 'status' | 'reason'>): string =>
  reason === null ? '' : [status, reason].filter((part) => part !== null).join(' ');
