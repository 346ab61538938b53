import { describe, expect, it } from 'vitest';
import type { Preview } from '../../shared/contract/index.ts';
import { createPreviewChanges } from './preview-changes.ts';

const preview = (tookMs: number): Preview => ({ rows: [], standIns: [], problems: [], tookMs });
const changesWithIds = () => {
  let last = 0;
  return createPreviewChanges(() => `p${(last += 1)}`);
};

describe('what changed since an earlier answer', () => {
  it('is nothing but the difference', () => {
    const answer = changesWithIds();
    expect(answer(preview(1), null)).toEqual({ id: 'p1', whole: preview(1), changes: [] });
    expect(answer(preview(2), 'p1')).toEqual({ id: 'p2', whole: null, changes: [{ path: ['tookMs'], value: 2 }] });
    expect(answer(preview(1), 'p1')).toEqual({ id: 'p3', whole: null, changes: [] });
  });
  it('is everything where the earlier answer is not known, or long ago', () => {
    const answer = changesWithIds();
    expect(answer(preview(1), 'elsewhere').whole).toEqual(preview(1));
    for (let more = 0; more < 16; more += 1) answer(preview(more), null);
    expect(answer(preview(5), 'p1').whole).toEqual(preview(5));
  });
});
