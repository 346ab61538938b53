import { describe, expect, it } from 'vitest';
import { anExchange, aSummary } from '../testing.ts';
import { lastAccepted, likeFilters } from './last-accepted.ts';

const exchange = anExchange({ id: 'ex_9', outcome: 'rejected' });
const clientWith = (answers: Readonly<Record<string, ReturnType<typeof aSummary>[]>>) =>
  ({
    exchanges: {
      list: ({ filter = '' }: { filter?: string }) =>
        Promise.resolve({ items: answers[filter] ?? [], nextBefore: null }),
    },
  }) as unknown as Parameters<typeof lastAccepted>[0];

describe('the last accepted one like this', () => {
  it('is looked for by token, then app, then vendor', () =>
    expect(likeFilters(exchange, [{ id: 'dev_1', appId: 'app_1' }], [{ id: 'app_1', name: 'ChatDemo' }])).toEqual([
      'vendor:apns verdict:accepted is:push token:"aa11"',
      'vendor:apns verdict:accepted is:push app:"ChatDemo"',
      'vendor:apns verdict:accepted is:push',
    ]));
  it('is not the exchange itself, and of the same kind where there is one', async () => {
    const items = [aSummary({ id: 'ex_9' }), aSummary({ id: 'ex_8', origin: 'sent' }), aSummary({ id: 'ex_7' })];
    expect(await lastAccepted(clientWith({ b: items }), exchange, ['a', 'b'])).toBe('ex_7');
    expect(await lastAccepted(clientWith({ b: items.slice(0, 2) }), exchange, ['a', 'b'])).toBe('ex_8');
  });
  it('may not be there', async () =>
    expect(await lastAccepted(clientWith({ a: [aSummary({ id: 'ex_9' })] }), exchange, ['a'])).toBeNull());
});
