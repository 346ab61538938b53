import { describe, expect, it } from 'vitest';
import { inOrder } from './target-order.ts';

const target = (token: string, outcome: 'accepted' | 'rejected') => ({ token, deviceId: null, outcome, reason: null });

describe('inOrder', () => {
  it('refused phones come first; both parts keep the order of the request', () =>
    expect(
      inOrder([target('a', 'accepted'), target('b', 'rejected'), target('c', 'accepted'), target('d', 'rejected')]).map(
        ({ token }) => token,
      ),
    ).toEqual(['b', 'd', 'a', 'c']));
});
