import { describe, expect, it } from 'vitest';
import { keepPlan } from './keep-plan.ts';
import { bundle, nowMs, nowSeconds } from './testing.ts';

const day = 86_400_000;
const plan = (options: Record<string, string>) =>
  keepPlan({ payload: '{}', options: { topic: bundle, ...options } }, nowMs);

describe('what APNs keeps for a phone it cannot reach', () => {
  it.each([
    ['without an expiration 30 days', undefined, nowMs + 30 * day],
    ['until the time that is set', String(nowSeconds + 60), nowMs + 60_000],
    ['never longer than 30 days', String(nowSeconds + 31 * 86_400), nowMs + 30 * day],
    ['not at all with 0', '0', 0],
    ['not at all when the time is past', String(nowSeconds - 1), nowMs - 1000],
  ])('%s', (_what, expiration, until) =>
    expect(plan(expiration === undefined ? {} : { expiration }).untilMs).toBe(until),
  );
  it('is one for each app, whatever the push type and the collapse ID', () => {
    expect(plan({}).place).toBe(bundle);
    expect(plan({ topic: `${bundle}.voip`, collapseId: 'chat-1' }).place).toBe(bundle);
    expect(plan({ topic: 'com.example.other' }).place).not.toBe(bundle);
  });
  it.each([
    ['10', true],
    ['5', false],
    ['1', false],
  ])('priority %s is urgent: %s', (priority, isUrgent) => expect(plan({ priority }).isUrgent).toBe(isUrgent));
  it('is urgent without a priority', () => expect(plan({}).isUrgent).toBe(true));
});
