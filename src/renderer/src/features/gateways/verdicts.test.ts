import { describe, expect, it } from 'vitest';
import type { ExchangeSummary } from '../../../../shared/contract/index.ts';
import { lastCaptured } from './verdicts.ts';

// Only what is looked at.
const row = (id: string, over: Partial<ExchangeSummary> = {}) =>
  ({ id, origin: 'captured', vendor: 'apns', ...over }) as ExchangeSummary;
const items = [row('a'), row('b', { vendor: 'fcm' }), row('c', { origin: 'sent' }), row('d'), row('e')];

describe('lastCaptured', () => {
  it('takes this vendor’s captured ones, newest first', () =>
    expect(lastCaptured(items, 'apns', 9).map((one) => one.id)).toEqual(['a', 'd', 'e']));
  it('stops at the number asked for', () =>
    expect(lastCaptured(items, 'apns', 2).map((one) => one.id)).toEqual(['a', 'd']));
});
