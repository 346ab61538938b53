import { describe, expect, it } from 'vitest';
import { emptyFault, faultKinds, faultMistakes, faultOf } from './fault-form.ts';

const offers = {
  profiles: [],
  perTokenPerMinute: true,
  idleSeconds: true,
  faultAnswers: [
    { code: 'BadPath', status: 404 },
    { code: 'Shutdown', status: 503 },
  ],
  goaway: true,
  expireToken: true,
};
const bare = { ...offers, faultAnswers: [], goaway: false, expireToken: false };
const form = emptyFault(offers);

describe('faults that a gateway can carry out', () => {
  it('are all, or only what every gateway can', () => {
    expect(faultKinds(offers)).toEqual([
      'answer',
      'busy',
      'expire-token',
      'dead-tokens',
      'delay',
      'drop',
      'half-open',
      'goaway',
    ]);
    expect(faultKinds(bare)).toEqual(['dead-tokens', 'delay', 'drop', 'half-open']);
  });
});

describe('a fault form', () => {
  it('begins with the vendor in trouble, once', () =>
    expect(faultOf(form, offers)).toEqual({
      action: { kind: 'answer', code: 'Shutdown', status: 503 },
      token: '',
      remaining: 1,
      delayMs: 0,
      percent: 100,
      after: 0,
    }));
  it('knows the status of a reason', () =>
    expect(faultOf({ ...form, code: 'BadPath' }, offers)?.action).toMatchObject({ status: 404 }));
  it('with no number lasts until it is cleared', () =>
    expect(faultOf({ ...form, count: ' ' }, offers)?.remaining).toBeNull());
  it('takes spaces from a token', () => expect(faultOf({ ...form, token: ' ab ' }, offers)?.token).toBe('ab'));
  it('ends the connection with a reason, or without', () => {
    expect(faultOf({ ...form, kind: 'goaway' }, offers)?.action).toEqual({ kind: 'goaway', code: 'Shutdown' });
    expect(faultOf({ ...form, kind: 'drop' }, offers)?.action).toEqual({ kind: 'drop' });
  });
  it.each(['0', '-1', '1.5', 'x', '1000001'])('takes %s for no number of requests', (count) => {
    expect(faultMistakes({ ...form, count })).toMatchObject({ count: true, delayMs: false });
    expect(faultOf({ ...form, count }, offers)).toBeNull();
  });
  it.each([
    ['percent', '0'],
    ['percent', '101'],
    ['after', '-1'],
    ['after', 'x'],
  ] as const)('takes no %s of %s', (name, text) => {
    expect(faultMistakes({ ...form, [name]: text })[name]).toBe(true);
    expect(faultOf({ ...form, [name]: text }, offers)).toBeNull();
  });
  it('says how likely it is and when it begins', () =>
    expect(faultOf({ ...form, percent: '30', after: '5' }, offers)).toMatchObject({ percent: 30, after: 5 }));
  it('asks for a wait only where one is told, and for a share only where tokens die', () => {
    const empty = { ...form, retryAfter: '', share: '0' };
    expect(faultOf(empty, offers)).not.toBeNull();
    expect(faultOf({ ...empty, kind: 'busy' }, offers)).toBeNull();
    expect(faultOf({ ...empty, kind: 'dead-tokens' }, offers)).toBeNull();
    expect(faultOf({ ...form, kind: 'busy' }, offers)?.action).toEqual({ kind: 'busy', retryAfterSeconds: 30 });
    expect(faultOf({ ...form, kind: 'dead-tokens' }, offers)?.action).toEqual({ kind: 'dead-tokens', percent: 50 });
  });
  it('that only delays needs a delay', () => {
    const delay = { ...form, kind: 'delay' as const };
    for (const delayMs of ['', '0', '120001']) expect(faultMistakes({ ...delay, delayMs }).delayMs).toBe(true);
    expect(faultOf({ ...delay, delayMs: '500' }, offers)).toMatchObject({ action: { kind: 'delay' }, delayMs: 500 });
  });
});
