import { describe, expect, it } from 'vitest';
import { groupEntries, type Entries } from './entry-rows.ts';
import { filterGroups, neighbourOf, stepFrom } from './entry-steps.ts';
import {
  account,
  accountCredential,
  app,
  certificateCredential,
  device,
  group,
  keyCredential,
  rule,
} from './samples.ts';

const dayMs = 86_400_000;
const t = (id: string, params: Readonly<Record<string, string | number>> = {}) =>
  [id.replace('credentials.', ''), ...Object.values(params)].join(' ');
const entries = (over: Partial<Entries> = {}): Entries => ({
  credentials: [keyCredential(), accountCredential()],
  apps: [app()],
  accounts: [account()],
  groups: [group()],
  devices: [device()],
  rules: [rule()],
  ...over,
});
const rowsOf = (over: Partial<Entries>, nowMs = 0) => groupEntries(entries(over), t, nowMs).flatMap(({ rows }) => rows);

describe('entries in their groups', () => {
  const groups = groupEntries(entries(), t, 0);
  it('every kind has its group, also an empty one', () =>
    expect(groupEntries(entries({ groups: [] }), t, 0).map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['credential', 2],
      ['app', 1],
      ['account', 1],
      ['group', 0],
      ['device', 1],
      ['rule', 1],
    ]));
  it('says of a signing key what it is, and that it is fine', () =>
    expect(groups[0]!.rows[0]).toMatchObject({
      key: 'credential:crd_key',
      about: 'row.id 10001 · kind.apns-p8.short',
      state: { tone: 'accepted', words: 'state.fine' },
    }));
  it('says of a certificate how many days are left', () => {
    const [row] = rowsOf({ credentials: [certificateCredential({ notAfterAtMs: 23.5 * dayMs })] });
    expect(row!.about).toBe('row.id 10001 · daysLeft 23');
  });
  it('says that a certificate has ended', () => {
    const [row] = rowsOf({ credentials: [certificateCredential({ notAfterAtMs: dayMs })] }, 5 * dayMs);
    expect(row).toMatchObject({ about: 'row.id 10001 · daysAgo 4', state: { words: 'state.expired' } });
  });
  it('names an account by its nickname, else by its ID', () => {
    const named = rowsOf({ accounts: [account(), account({ id: 'acc_2', userId: 'vinson', nickname: '' })] });
    expect(named.filter(({ kind }) => kind === 'account').map(({ name }) => name)).toEqual(['Denny', 'vinson']);
  });
  it.each([
    [{}, null],
    [{ token: null }, 'state.noToken'],
    [{ tokenState: 'expired' as const }, 'tokenState.expired'],
  ])('the token of a phone %j', (over, words) => {
    const found = rowsOf({ devices: [device(over)] }).find(({ kind }) => kind === 'device');
    expect(found!.state?.words ?? null).toBe(words);
  });
  it('orders the rules as they are tried', () => {
    const rules = [rule({ id: 'late', position: 2 }), rule({ id: 'early', position: 1, enabled: false })];
    const found = rowsOf({ rules }).filter(({ kind }) => kind === 'rule');
    expect(found.map(({ key, state }) => [key, state?.words])).toEqual([
      ['rule:early', 'state.off'],
      ['rule:late', undefined],
    ]);
  });
  it('a rule without a name is called what it does', () =>
    expect(rowsOf({ rules: [rule({ name: '' })] }).at(-1)).toMatchObject({
      name: 'match.regex.line ^jump to (\\w+)$ → chat/{1}',
      about: 'ChatDemo',
    }));
});

describe('finding among them', () => {
  const groups = groupEntries(entries(), t, 0);
  it('nothing typed keeps all', () => expect(filterGroups(groups, ' ')).toBe(groups));
  it('every word has to be there, in any case', () => {
    expect(filterGroups(groups, 'DENNY iphone').map(({ kind }) => kind)).toEqual(['device']);
    expect(filterGroups(groups, 'nobody-has-this')).toEqual([]);
  });
  it('arrows go through all groups and stop at the ends', () => {
    expect(stepFrom(groups, 'credential:crd_service', 'next')).toBe('app:app_1');
    expect(stepFrom(groups, 'app:app_1', 'previous')).toBe('credential:crd_service');
    expect(stepFrom(groups, 'rule:rul_1', 'next')).toBeNull();
    expect(stepFrom(groups, 'credential:crd_key', 'previous')).toBeNull();
    expect(stepFrom(groups, 'app:app_1', 'first')).toBe('credential:crd_key');
    expect(stepFrom(groups, 'app:app_1', 'last')).toBe('rule:rul_1');
  });
  it('from nothing chosen an arrow enters at an end', () => {
    expect(stepFrom(groups, '', 'next')).toBe('credential:crd_key');
    expect(stepFrom(groups, '', 'previous')).toBe('rule:rul_1');
  });
  it('the neighbour of a removed entry is of its kind', () => {
    expect(neighbourOf(groups, 'credential:crd_key')).toBe('credential:crd_service');
    expect(neighbourOf(groups, 'credential:crd_service')).toBe('credential:crd_key');
    expect(neighbourOf(groups, 'app:app_1')).toBe('');
  });
});
