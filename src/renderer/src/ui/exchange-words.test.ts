import { describe, expect, it } from 'vitest';
import { outcomeWords, targetWords } from './exchange-words.ts';

const known = new Set(['log.failure.timeout']);
const words = {
  t: (id: string, params?: Readonly<Record<string, unknown>>) => (params ? `${id} ${JSON.stringify(params)}` : id),
  has: (id: string) => known.has(id),
};
const target = { token: '5f2a9c31b7e0c90d', deviceId: 'dev_1', outcome: 'accepted', reason: null } as const;
const accepted = { outcome: 'accepted', reason: null, targets: [target] } as const;
const devices = [{ id: 'dev_1', name: 'Vinson’s iPhone' }];

describe('outcomeWords', () => {
  it('says the word', () => expect(outcomeWords({ ...accepted, targets: [target] }, words)).toBe('outcome.accepted'));
  it('says the vendor’s code', () =>
    expect(outcomeWords({ outcome: 'rejected', reason: 'BadDeviceToken', targets: [] }, words)).toBe('BadDeviceToken'));
  it('says rejected when there is no code', () =>
    expect(outcomeWords({ outcome: 'rejected', reason: null, targets: [] }, words)).toBe('outcome.rejected'));
  it('says why no answer came', () =>
    expect(outcomeWords({ outcome: 'failed', reason: 'timeout', targets: [] }, words)).toBe('log.failure.timeout'));
  it('says that none came when it has no words for why', () =>
    expect(outcomeWords({ outcome: 'failed', reason: 'else', targets: [] }, words)).toBe('outcome.failed'));
  it('counts', () =>
    expect(
      outcomeWords(
        { outcome: 'partly-accepted', reason: null, targets: [target, { ...target, outcome: 'rejected' }] },
        words,
      ),
    ).toBe('log.outcome.partly {"accepted":1,"count":2}'));
});

describe('targetWords', () => {
  it('names the phone', () => expect(targetWords({ targets: [target] }, devices, words)).toBe('Vinson’s iPhone'));
  it('cuts the token of a phone that is gone', () =>
    expect(targetWords({ targets: [target] }, [], words)).toBe('5f2a…c90d'));
  it('counts several', () =>
    expect(targetWords({ targets: [target, target] }, devices, words)).toBe('log.to.several {"n":2}'));
  it('is empty for nobody', () => expect(targetWords({ targets: [] }, devices, words)).toBe(''));
});
