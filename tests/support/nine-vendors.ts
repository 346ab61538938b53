import { generateKeyPairSync } from 'node:crypto';
import type { CredentialFacts, Draft, VendorId } from '../../src/shared/contract/index.ts';
import { findVendor, vendors } from '../../src/main/vendors/index.ts';
import type { SendTarget, Vendor, WireRequest } from '../../src/main/vendors/vendor.ts';
import { providerToken } from '../../src/main/vendors/apns/testing.ts';

/** A token of each vendor's form, numbered. Nobody has them. */
const tokens: Readonly<Record<VendorId, (n: number) => string>> = {
  apns: (n) => n.toString(16).padStart(64, 'a'),
  fcm: (n) => `dK3xY7Qw9Rk:APA91b${'H4n_Zx-8'.repeat(15)}${String(n).padStart(8, '0')}`,
  huawei: (n) => `IQAAAACy0${'H4n_Zx-8'.repeat(13)}${String(n).padStart(8, '0')}`,
  honor: (n) => `BAEAAAAAB.${'jkuD_x-8'.repeat(10)}${String(n).padStart(8, '0')}`,
  xiaomi: (n) => `AbCdEf1234567890AbCdEf1234567890AbCd${String(n).padStart(8, '0')}`,
  oppo: (n) => `CN_${n.toString(16).padStart(32, 'f')}`,
  vivo: (n) => `v2-CR${'aB3dE5fG7h'.repeat(4)}${String(n).padStart(10, '0')}`,
  meizu: (n) => `RA50c6348036344485d01776773577c647404${String(n).padStart(8, '0')}`,
  tpns: (n) => `036fa${n.toString(16).padStart(31, '0')}`,
};

const values: Readonly<Record<VendorId, Readonly<Record<string, string>>>> = {
  apns: {},
  fcm: {},
  huawei: { appId: '104000001', projectId: '388421841221000001' },
  honor: { appId: '104412345', clientId: 'c2b7e9a1d4f04c0e9a64' },
  xiaomi: { packageName: 'com.example.im' },
  oppo: { appKey: '0123456789abcdef0123456789abcdef' },
  vivo: { appId: '100001', appKey: 'a1b2' },
  meizu: { appId: '100999' },
  tpns: { accessId: '1500000001' },
};

const secrets: Readonly<Record<VendorId, string>> = {
  apns: '',
  fcm: '',
  huawei: 'appSecret',
  honor: 'clientSecret',
  xiaomi: 'appSecret',
  oppo: 'masterSecret',
  vivo: 'appSecret',
  meizu: 'appSecret',
  tpns: 'secretKey',
};

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });

const factsOf = (id: VendorId): CredentialFacts | null => {
  if (id === 'apns') return null;
  if (id === 'fcm') {
    return {
      kind: 'fcm-service-account',
      projectId: 'pushscope-demo',
      clientEmail: 'sender@pushscope-demo.iam.gserviceaccount.com',
      privateKeyId: 'k1',
      publicKeyPem: '',
      tokenUri: 'https://oauth2.googleapis.com/token',
    };
  }
  return { kind: 'app-keys', vendor: id, values: values[id], secretNames: [secrets[id]] };
};

/** What a signed or fetched plan would hand to the sender. Nobody knows these, which a gateway in known mode lets pass. */
const authOf = (vendor: Vendor, nowMs: number): string => {
  if (vendor.id === 'apns') return providerToken({ claims: { iat: Math.floor(nowMs / 1000) } });
  const facts = factsOf(vendor.id);
  if (!facts) return '';
  const secret: Record<string, string> =
    facts.kind === 'app-keys' ? { [secrets[vendor.id]]: 'a-secret-of-nobody' } : { privateKeyPem: String(key) };
  const plan = vendor.auth.plan({ id: 'c', facts, secret }, 'https://127.0.0.1:1');
  return plan.kind === 'signed' ? plan.make(nowMs).value : `token-of-nobody-${vendor.id}`;
};

/** A vendor with requests for it, as its own sender makes them. */
export interface VendorCase {
  readonly id: VendorId;
  readonly vendor: Vendor;
  readonly tokenOf: (n: number) => string;
  /** Who a push to one phone is for. */
  readonly target: (n: number) => SendTarget;
  /** A draft to one phone; null: no request can be made of it. */
  readonly requestOf: (draft: Draft, n: number, nowMs: number) => WireRequest | null;
  /** The vendor's example, to one phone. */
  readonly request: (n: number, nowMs: number) => WireRequest;
}

const caseOf = (vendor: Vendor): VendorCase => {
  const tokenOf = tokens[vendor.id];
  const auths = new Map<number, string>();
  // As a sender does: one signature serves many requests.
  const authAt = (nowMs: number): string => {
    const minute = Math.floor(nowMs / 60_000);
    const auth = auths.get(minute) ?? authOf(vendor, nowMs);
    auths.set(minute, auth);
    return auth;
  };
  const target = (n: number): SendTarget => ({
    token: tokenOf(n),
    appIdentifier: 'com.example.im',
    environment: 'sandbox',
    credential: factsOf(vendor.id),
  });
  const requestOf = (draft: Draft, n: number, nowMs: number): WireRequest | null => {
    const request = vendor.sender.request(draft, target(n), authAt(nowMs), nowMs);
    return 'unusable' in request ? null : request;
  };
  const example: Draft = {
    payload: vendor.payload.example,
    options: vendor.id === 'apns' ? { topic: 'com.example.im' } : {},
  };
  return {
    id: vendor.id,
    vendor,
    tokenOf,
    target,
    requestOf,
    request: (n, nowMs) => {
      const request = requestOf(example, n, nowMs);
      if (!request) throw new Error(vendor.id);
      return request;
    },
  };
};

/** All nine, in the vendors' order. */
export const nineVendors: readonly VendorCase[] = vendors.map(caseOf);

/** One of the nine. Throws when there is none. */
export const vendorCase = (id: VendorId): VendorCase => {
  const vendor = findVendor(id);
  if (!vendor) throw new Error(id);
  return caseOf(vendor);
};
