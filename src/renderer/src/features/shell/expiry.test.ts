import { describe, expect, it } from 'vitest';
import { certificateCredential, keyCredential } from '../credentials/model/samples.ts';
import { expiryNote } from './expiry.ts';

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 21, 12);
const ending = (leftMs: number, id = 'crd_1') => ({
  ...certificateCredential({ notAfterAtMs: nowMs + leftMs }),
  id,
  name: id,
});

describe('the expiry note of the status bar', () => {
  it.each<[leftMs: number, state: string | undefined, days: number | undefined]>([
    [30 * dayMs + 1, undefined, undefined],
    [30 * dayMs, 'month', 30],
    [7 * dayMs + 1, 'month', 7],
    [7 * dayMs, 'week', 7],
    [dayMs - 1, 'week', 0],
    [0, 'week', 0],
    [-1, 'over', 0],
    [-90 * dayMs, 'over', 0],
  ])('%i ms left', (leftMs, state, days) => {
    const note = expiryNote([ending(leftMs)], nowMs);
    expect([note?.state, note?.days]).toEqual([state, days]);
  });
  it('names the one that ends first, and counts the others', () => {
    const all = [ending(20 * dayMs, 'b'), ending(3 * dayMs, 'a'), ending(90 * dayMs, 'c'), keyCredential()];
    expect(expiryNote(all, nowMs)).toEqual({ credentialId: 'a', name: 'a', days: 3, state: 'week', others: 1 });
  });
  it('says nothing of keys', () => expect(expiryNote([keyCredential()], nowMs)).toBeNull());
});
