import { describe, expect, it } from 'vitest';
import { countQuick, logRows, moveSelection, passes } from './rows.ts';
import { aSummary } from './testing.ts';

const items = [5, 4, 3, 2, 1].map((seq) => aSummary({ id: `ex_${seq}`, seq }));
const seqs = (rows: readonly { seq: number }[]) => rows.map((row) => row.seq);

describe('quick filters', () => {
  it.each(['rejected', 'failed', 'unreadable', 'partly-accepted'] as const)('%s counts as rejected', (outcome) =>
    expect(passes(aSummary({ outcome }), 'rejected')).toBe(true),
  );
  it('accepted does not', () => expect(passes(aSummary(), 'rejected')).toBe(false));
  it('a token request is under auth and not under captured', () => {
    const auth = aSummary({ kind: 'auth' });
    expect(passes(auth, 'auth')).toBe(true);
    expect(passes(auth, 'captured')).toBe(false);
  });
  it('counts each', () =>
    expect(
      countQuick([
        aSummary(),
        aSummary({ outcome: 'rejected' }),
        aSummary({ origin: 'sent' }),
        aSummary({ origin: 'imported' }),
        aSummary({ kind: 'auth', outcome: 'failed' }),
      ]),
    ).toEqual({ all: 5, rejected: 2, captured: 2, sent: 1, auth: 1 }));
});

describe('logRows', () => {
  it('follows when nothing is held', () => expect(logRows(items, 'all', null)).toEqual({ rows: items, waiting: 0 }));
  it('keeps the newer ones waiting', () => {
    const { rows, waiting } = logRows(items, 'all', 3);
    expect(seqs(rows)).toEqual([3, 2, 1]);
    expect(waiting).toBe(2);
  });
  it('gives the very list when nothing is newer', () => expect(logRows(items, 'all', 5).rows).toBe(items));
  it('counts only what the filter lets through', () => {
    const mixed = [aSummary({ seq: 9, outcome: 'rejected' }), aSummary({ seq: 8 }), ...items];
    expect(logRows(mixed, 'rejected', 5)).toEqual({ rows: [], waiting: 1 });
  });
  it('does not hold at what the log no longer has', () =>
    expect(logRows([aSummary({ seq: 9 })], 'all', 5).waiting).toBe(0));
});

describe('moveSelection', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['j', 0, 1],
    ['ArrowUp', 3, 2],
    ['k', 0, 0],
    ['ArrowDown', 9, 9],
    ['PageDown', 0, 5],
    ['PageUp', 3, 0],
    ['Home', 7, 0],
    ['End', 0, 9],
    ['ArrowUp', -1, 0],
  ])('%s from %d goes to %d', (key, at, to) => expect(moveSelection(key, at, 10, 5)).toBe(to));
  it('leaves other keys alone', () => expect(moveSelection('x', 0, 10, 5)).toBeNull());
  it('goes nowhere in an empty list', () => expect(moveSelection('Home', -1, 0, 5)).toBeNull());
});
