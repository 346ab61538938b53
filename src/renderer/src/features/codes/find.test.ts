import { describe, expect, it } from 'vitest';
import type { VendorCode } from '../../../../shared/contract/index.ts';
import { findCodes, partsOf } from './find.ts';

const code = (vendor: VendorCode['vendor'], name: string, status: number, meaning: string): VendorCode => ({
  vendor,
  code: name,
  status,
  meaning: { id: meaning },
  cause: { id: 'cause' },
  fix: { id: 'fix' },
  certainty: 'documented',
  source: { title: 'Apple', checked: '2026-11-21' },
  retry: 'never',
  decidedBy: 'state',
});
const codes = [
  code('apns', 'BadDeviceToken', 400, 'Apple does not know this token'),
  code('apns', 'Unregistered', 410, 'The token is dead'),
  code('fcm', 'UNAUTHENTICATED', 401, 'No access token'),
  code('fcm', 'UNAUTHENTICATED', 403, 'No access token'),
];
const found = (search: string, vendor: '' | 'fcm' = '') =>
  findCodes(codes, search, vendor, (one) => one.meaning.id).map((one) => one.code);

describe('findCodes', () => {
  it('finds by code, status and words, in any order', () => {
    expect(found('baddev')).toEqual(['BadDeviceToken']);
    expect(found('410')).toEqual(['Unregistered']);
    expect(found('dead token')).toEqual(['Unregistered']);
    expect(found('nothing like it')).toEqual([]);
  });
  it('shows a code once, and only of the vendor asked for', () =>
    expect(found('token', 'fcm')).toEqual(['UNAUTHENTICATED']));
});

it('takes an address apart', () => {
  expect(partsOf('meizu/value.201')).toEqual({ vendor: 'meizu', code: 'value.201' });
  expect(partsOf('apns')).toEqual({ vendor: 'apns', code: '' });
});
