import { describe, expect, it } from 'vitest';
import type {
  Decision,
  ExchangeSummary,
  Notification,
  PhoneView,
  SendResult,
} from '../../../../../shared/contract/index.ts';
import { groupRows, matrixRows, rowName, wentWell, type Seeing } from './send-matrix.ts';

const exchange = (over: Partial<ExchangeSummary> = {}): ExchangeSummary => ({
  id: 'ex_1',
  seq: 1,
  atMs: 0,
  origin: 'sent',
  vendor: 'oppo',
  kind: 'push',
  outcome: 'accepted',
  status: 200,
  reason: null,
  messageId: 'm1',
  vendorMessageId: null,
  title: '',
  body: '',
  targets: [],
  tookMs: 4,
  requestBytes: 1,
  ...over,
});
const target = (deviceId: string | null, outcome: 'accepted' | 'rejected' = 'accepted', token = 't1') => ({
  token,
  deviceId,
  outcome,
  reason: outcome === 'accepted' ? null : '41',
});
const result = (over: Partial<SendResult> = {}): SendResult => ({
  deviceId: 'd1',
  token: 't1',
  vendor: 'oppo',
  // Only these two are looked at.
  decision: { pushed: true, intent: {} } as Decision,
  state: 'sent',
  exchange: exchange(),
  problem: null,
  ...over,
});
const captured = exchange({ id: 'ex_2', origin: 'captured', targets: [target('d1')] });
const phone = (over: Partial<Notification> = {}): Readonly<Record<string, PhoneView>> => ({
  d1: {
    deviceId: 'd1',
    badge: 0,
    screens: [],
    notifications: [{ exchangeId: 'ex_2', state: 'shown', quietBecause: null, ...over } as Notification],
  },
});
const seeing = (over: Partial<Seeing> = {}): Seeing => ({
  messageId: 'm1',
  exchanges: [captured],
  phones: phone(),
  ...over,
});
const rowOf = (over: Partial<SendResult> = {}, also: Partial<Seeing> = {}) =>
  matrixRows([result(over)], seeing(also))[0];

describe('a row of the matrix', () => {
  it('goes from the decision to the screen', () =>
    expect(rowOf()).toEqual({
      key: 'd1 t1',
      deviceId: 'd1',
      token: 't1',
      vendor: 'oppo',
      decided: 'push',
      taken: 'accepted',
      status: 200,
      reason: null,
      seen: 'shown',
      quietBecause: null,
      exchangeId: 'ex_1',
      capturedId: 'ex_2',
      tookMs: 4,
    }));
  it('says why a phone keeps it to itself', () => {
    const row = rowOf({}, { phones: phone({ state: 'quiet', quietBecause: { id: 'oppo.quiet' } }) });
    expect(row).toMatchObject({ seen: 'quiet', quietBecause: { id: 'oppo.quiet' } });
    expect(wentWell(row!)).toBe(false);
  });
  it('what was accepted and is on the phone no more was there', () =>
    expect(rowOf({}, { phones: {} })).toMatchObject({ seen: 'gone' }));
  it('an arrival of another send is not this one’s', () => {
    expect(rowOf({}, { messageId: 'm2' })).toMatchObject({ seen: 'none', capturedId: null });
    expect(rowOf({}, { exchanges: [{ ...captured, kind: 'auth' }] })).toMatchObject({ seen: 'none' });
  });
  it('a refusal brings the vendor’s code, and nothing is seen', () => {
    const refused = exchange({ outcome: 'rejected', reason: '41' });
    const half = { ...captured, targets: [target('d1', 'rejected')] };
    expect(rowOf({ exchange: refused }, { exchanges: [half], phones: {} })).toMatchObject({
      taken: 'rejected',
      status: 200,
      reason: '41',
      seen: 'none',
      capturedId: 'ex_2',
    });
  });
  it('a decision against it sends nothing; without a request the problem is the reason', () => {
    const no = { pushed: false, intent: {} } as Decision;
    expect(rowOf({ decision: no, state: 'skipped', exchange: null })).toMatchObject({
      decided: 'no',
      taken: 'not-sent',
    });
    const problem = { code: 'send.no-credential', message: '', details: {} };
    expect(rowOf({ state: 'not-built', exchange: null, problem })).toMatchObject({
      taken: 'not-built',
      reason: 'send.no-credential',
    });
    expect(rowOf({ decision: { pushed: false, intent: null } as Decision })).toMatchObject({ decided: 'no-text' });
    expect(rowOf({ decision: null })).toMatchObject({ decided: 'raw' });
  });
  it('a request for many tokens has a row for each', () => {
    const targets = [target('d1'), target(null, 'rejected', 't2')];
    const rows = matrixRows([result({ exchange: exchange({ outcome: 'partly-accepted', targets }) })], seeing());
    expect(rows.map(({ token, taken, reason, seen }) => [token, taken, reason, seen])).toEqual([
      ['t1', 'accepted', null, 'shown'],
      ['t2', 'rejected', '41', 'none'],
    ]);
  });
});

describe('groups', () => {
  it('ten thousand tokens have a handful of reasons', () => {
    const targets = Array.from({ length: 10_000 }, (_, n) =>
      target(null, n % 10 === 0 ? 'rejected' : 'accepted', `t${n}`),
    );
    const rows = matrixRows([result({ exchange: exchange({ outcome: 'partly-accepted', targets }) })], seeing());
    expect(groupRows(rows).map(({ taken, reason, rows: own }) => [taken, reason, own.length])).toEqual([
      ['rejected', '41', 1000],
      ['accepted', null, 9000],
    ]);
  });
  it('name the gateway’s half of an exchange, which knows the check', () =>
    expect(groupRows(matrixRows([result()], seeing()))[0]?.exchangeId).toBe('ex_2'));
});

it('a row is named by its phone, else by its token', () => {
  const cut = (token: string) => token.slice(0, 1);
  const name = (deviceId: string | null, token: string | null) =>
    rowName({ deviceId, token }, [{ id: 'd1', name: 'Vinson’s OPPO' }], cut, 'nobody');
  expect([name('d1', 't1'), name('d2', 't1'), name(null, null)]).toEqual(['Vinson’s OPPO', 't', 'nobody']);
});
