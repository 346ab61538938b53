import { describe, expect, it } from 'vitest';
import type { SendResult } from '../../../../../shared/contract/index.ts';
import { placeToMend, sendProblems } from './send-problems.ts';

const result = (deviceId: string, over: Partial<SendResult> = {}): SendResult => ({
  deviceId,
  token: null,
  vendor: 'apns',
  decision: null,
  state: 'not-built',
  exchange: null,
  problem: { code: 'send.no-target', message: 'no target', details: { deviceId } },
  ...over,
});
const idsOf = (results: readonly SendResult[]) =>
  sendProblems(results).map((one) => one.results.map(({ deviceId }) => deviceId));

describe('reasons for missing requests', () => {
  it('the same reason is told once', () => expect(idsOf([result('a'), result('b')])).toEqual([['a', 'b']]));
  it('another vendor is another reason', () =>
    expect(idsOf([result('a'), result('b', { vendor: 'fcm' })])).toEqual([['a'], ['b']]));
  it('so is another sentence of the vendor', () => {
    const unusable = (id: string) => ({
      problem: { code: 'send.draft-unusable', message: '', details: { phrase: { id } } },
    });
    expect(idsOf([result('a', unusable('x')), result('b', unusable('y')), result('c', unusable('x'))])).toEqual([
      ['a', 'c'],
      ['b'],
    ]);
    expect(sendProblems([result('a', unusable('x'))])[0]?.phrase).toEqual({ id: 'x' });
  });
  it('what was sent or skipped has none', () =>
    expect(sendProblems([result('a', { state: 'skipped', problem: null })])).toEqual([]));
});

describe('where it is mended', () => {
  it.each([
    ['send.no-target', 'phones'],
    ['send.no-credential', 'credentials'],
    ['credential.locked', 'credentials'],
    ['send.token-refused', 'log'],
    ['send.draft-unusable', null],
  ] as const)('%s: %s', (code, place) => expect(placeToMend(code)).toBe(place));
});
