/**
 * Every row of every vendor's error table is brought about here by a request, and read from the bytes of the gateway's answer by the
 * vendor's own sender; or it stands here with the reason why no request can. Those are answered by a fault, which the conformance suite
 * tries for each of them.
 */
import { describe, expect, it } from 'vitest';
import type { VendorId } from '../../shared/contract/index.ts';
import { refusals as apns } from './apns/refusals.ts';
import { refusals as fcm } from './fcm/refusals.ts';
import { credential as fcmCredential } from './fcm/samples.ts';
import { refusals as honor } from './honor/refusals.ts';
import { credential as honorCredential } from './honor/samples.ts';
import { refusals as huawei } from './huawei/refusals.ts';
import { credential as huaweiCredential } from './huawei/samples.ts';
import { vendors } from './index.ts';
import type { Refusal } from './kit/samples.ts';
import { refusals as meizu } from './meizu/refusals.ts';
import { capture as meizuCapture, form as meizuForm } from './meizu/samples.ts';
import { refusals as oppo } from './oppo/refusals.ts';
import { credential as oppoCredential } from './oppo/samples.ts';
import { refusals as tpns } from './tpns/refusals.ts';
import type { OpenCredential, Vendor, WireRequest } from './vendor.ts';
import { refusals as vivo } from './vivo/refusals.ts';
import { credential as vivoCredential } from './vivo/samples.ts';
import { refusals as xiaomi } from './xiaomi/refusals.ts';

const refusals: Readonly<Record<VendorId, readonly Refusal[]>> = {
  apns,
  fcm,
  huawei,
  honor,
  xiaomi,
  oppo,
  vivo,
  meizu,
  tpns,
};
/** Of the vendors that give out tokens: whose codes stand in the answer to a token request. */
const credentials: Readonly<Partial<Record<VendorId, OpenCredential>>> = {
  fcm: fcmCredential,
  huawei: huaweiCredential,
  honor: honorCredential,
  oppo: oppoCredential,
  vivo: vivoCredential,
};

const reasons = {
  outage: 'trouble on the vendor’s own side, which no request brings about',
  console: 'a right or a setting on the vendor’s console, of which the workspace holds nothing',
  content: 'the vendor’s judgement of words or pictures, by rules that are not public',
  elsewhere:
    'an answer of an API that the gateway does not play: topics, aliases, uploads, queries, the phone’s registration',
  rate: 'a rate whose number is not public',
  silence: 'the end of a connection that asked nothing: tests/wire/apns-gateway.test.ts waits for it',
  unknown: 'the vendor does not say what brings it about',
} as const;

/** Codes by the reason why no request brings them about here. */
const unreached: Readonly<Record<VendorId, Readonly<Partial<Record<keyof typeof reasons, string>>>>> = {
  apns: {
    outage: 'InternalServerError ServiceUnavailable Shutdown',
    silence: 'IdleTimeout',
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

const nowMs = Date.UTC(2026, 10, 21, 12);
/** What was sent: most senders read codes from the answer alone, Meizu's asks which of its phones the answer lists. */
const sentTo = (vendor: VendorId, tokens: readonly string[]): WireRequest =>
  vendor === 'meizu'
    ? meizuCapture('varnished/pushByPushId', meizuForm({ pushIds: tokens.join(',') }))
    : { method: 'POST', path: '/', headers: [], body: new Uint8Array(0) };

/** The code in an answer, as the vendor's own sender reads it: in a token answer, a GOAWAY, or the answer to a push. */
const codeIn = (
  { id, auth, sender }: Vendor,
  { kind, reply, effects, targets }: ReturnType<Refusal[1]>,
): string | null => {
  const goaway = effects.find((effect) => effect.kind === 'goaway' && effect.instead);
  if (goaway?.kind === 'goaway') return sender.goawayReason?.(goaway.debug) ?? null;
  const credential = credentials[id];
  const plan = kind === 'auth' && credential ? auth.plan(credential, 'https://127.0.0.1:1') : null;
  if (plan?.kind !== 'fetched') {
    const tokens = targets.map(({ token }) => token);
    return sender.read(sentTo(id, tokens), reply).code;
  }
  const answer = plan.read(reply, nowMs);
  return answer.ok ? null : answer.code;
};

describe.each(vendors)('$id', (vendor) => {
  const { id, errors } = vendor;
  const told = new Map(
    Object.entries(unreached[id]).flatMap(([reason, codes]) => codes.split(' ').map((code) => [code, reason] as const)),
  );
  const statusOf = new Map(errors.map(({ code, status }) => [code, status]));

  it.each(refusals[id])('%s', (code, ask) => {
    const answer = ask();
    expect(codeIn(vendor, answer)).toBe(code);
    expect(answer.verdict.code).toBe(code);
    if (answer.effects.length === 0) expect([answer.reply.status, null]).toContain(statusOf.get(code));
  });
  it('reaches every row by a request, or names the reason why none can', () => {
    const answered = new Set(refusals[id].map(([, ask]) => codeIn(vendor, ask())));
    expect([...answered].filter((code) => code !== null && told.has(code))).toEqual([]);
    expect(new Set([...answered, ...told.keys()])).toEqual(new Set(errors.map(({ code }) => code)));
    for (const reason of told.values()) expect(Object.keys(reasons)).toContain(reason);
  });
  it('says «by fault only» of the rows that no request brings about, and of no other', () => {
    const faults = errors.filter(({ decidedBy }) => decidedBy === 'fault').map(({ code }) => code);
    const without = [...told].filter(([, reason]) => reason !== 'silence').map(([code]) => code);
    expect(without.toSorted()).toEqual(faults.toSorted());
  });
});
