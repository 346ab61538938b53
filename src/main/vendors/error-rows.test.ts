/**
 * Every row of every vendor's error table is brought about by a request in the vendor's own tests, or stands here with the reason why no
 * request can. Those are answered by a fault, which the conformance suite tries for each of them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { VendorId } from '../../shared/contract/index.ts';
import { vendors } from './index.ts';

const reasons = {
  outage: 'trouble on the vendor’s own side, which no request brings about',
  console: 'a right or a setting on the vendor’s console, of which the workspace holds nothing',
  content: 'the vendor’s judgement of words or pictures, by rules that are not public',
  elsewhere:
    'an answer of an API that the gateway does not play: topics, aliases, uploads, queries, the phone’s registration',
  rate: 'a rate whose number is not public',
  unknown: 'the vendor does not say what brings it about',
} as const;

/** Codes by the reason why no request brings them about here. */
const unreached: Readonly<Record<VendorId, Readonly<Partial<Record<keyof typeof reasons, string>>>>> = {
  apns: {
    outage: 'InternalServerError ServiceUnavailable Shutdown',
    unknown: 'Forbidden BadEnvironmentKeyIdInToken',
  },
  fcm: {
    outage: 'INTERNAL UNAVAILABLE UNSPECIFIED_ERROR',
    console: 'THIRD_PARTY_AUTH_ERROR SENDER_ID_MISMATCH deleted_client disabled_client',
    rate: 'RESOURCE_EXHAUSTED',
    unknown: 'NOT_FOUND',
  },
  huawei: {
    outage: '81000001 HTTP_429 HTTP_502',
    console: '80300011 80300013 80300037',
    content: '80100016 80100022',
    elsewhere: '80100002 80100017',
    unknown: `80100018 80600003 ${Array.from({ length: 13 }, (_, index) => 82_000_001 + index).join(' ')}`,
  },
  honor: { outage: 'HTTP_429 HTTP_502 HTTP_503', unknown: 'invalid_client' },
  xiaomi: {
    outage: '-1 1 10001 10002 10003 10009 26003 65029 20607 65040 65030',
    console:
      '10004 10005 10014 10036 10026 10031 10033 22000 22001 22002 22003 22004 22005 22006 22007 22008 10034 21303',
    content: '26006',
    elsewhere:
      '10030 10032 10039 20209 20215 20216 20315 22100 22101 22102 22103 26005 65006 65007 65008 65010 65017 65028 65041 66108',
    rate: '10022 10023 10024 10028 26004',
    unknown: '10008 10029 65003 10037 21302 65037',
  },
  oppo: { outage: '-1', console: '26 27 28 59', content: '51', elsewhere: '34', rate: '13 55' },
  vivo: { outage: 'HTTP_500 HTTP_503', console: '10045 10086 10089 10102 10103', content: '10085 10101' },
  meizu: {
    outage: '1001 1003 value.501 value.513 value.519',
    console: '500 110009 110031 110033 110051',
    elsewhere: '110001 110002 110003 value.110005',
    rate: 'value.518',
    unknown: '300 value.201 value.110010',
  },
  tpns: {
    outage: '1008004',
    console: '1008013 1008020 1008021 1008022 1008023 1008030 1008031 1010001 10030002',
    content: '1008019',
    elsewhere: '1008006 1008011 1008012 1008015 1008016 1008025 1008026 1008027 10110008',
  },
};

const testsOf = (vendor: VendorId): string => {
  const folder = path.join(import.meta.dirname, vendor);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  return files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
};

const isNamedIn = (text: string, code: string): boolean =>
  new RegExp(`(?<![\\w-])${code.replaceAll(/[.+*]/g, String.raw`\$&`)}(?![\\w])`).test(text);

describe.each(vendors)('$id', ({ id, errors }) => {
  const told = new Map(
    Object.entries(unreached[id]).flatMap(([reason, codes]) => codes.split(' ').map((code) => [code, reason] as const)),
  );
  it('names a reason for exactly the rows that no request brings about', () => {
    const faults = errors.filter(({ decidedBy }) => decidedBy === 'fault').map(({ code }) => code);
    expect([...told.keys()].toSorted()).toEqual(faults.toSorted());
    for (const reason of told.values()) expect(Object.keys(reasons)).toContain(reason);
  });
  // APNs derives its list from the table: gateway.test.ts goes through all of them.
  it.skipIf(id === 'apns')(
    'has a test for each other row (of APNs, gateway.test.ts goes through the whole table)',
    () => {
      const tests = testsOf(id);
      const rows = errors.filter(({ decidedBy }) => decidedBy !== 'fault').map(({ code }) => code);
      expect(rows.filter((code) => !isNamedIn(tests, code))).toEqual([]);
    },
  );
});
