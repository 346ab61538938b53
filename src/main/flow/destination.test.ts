import { describe, expect, it } from 'vitest';
import { Destination } from '../../shared/contract/sends.ts';
import type { CredentialFacts, VendorId } from '../../shared/contract/index.ts';
import { findVendor, vendors } from '../vendors/index.ts';
import type { Vendor } from '../vendors/vendor.ts';
import { draftFor, originOf } from './destination.ts';

const vendorOf = (id: VendorId): Vendor => {
  const vendor = findVendor(id);
  if (!vendor) throw new Error(id);
  return vendor;
};
const parts = { gatewayOrigin: (id: VendorId) => `https://127.0.0.1/${id}` };
const draft = { payload: '{"pushMode":0}', options: {} };

describe('the host of a destination', () => {
  it('is the first of the vendor that fits, or the one that is named', () => {
    const origin = (id: VendorId, hosts?: Partial<Record<VendorId, string>>) =>
      originOf(parts, vendorOf(id), { kind: 'vendor', ...(hosts && { hosts }) }, 'production');
    expect(origin('tpns')).toBe('https://api.tpns.tencent.com');
    expect(origin('tpns', { tpns: 'tpns-sgp', oppo: 'intl' })).toBe('https://api.tpns.sgp.tencent.com');
    expect(origin('oppo', { oppo: 'intl' })).toBe('https://api-intl.push.oppomobile.com');
    expect(origin('oppo', { tpns: 'tpns-sgp' })).toBe('https://api.push.oppomobile.com');
    expect(origin('apns')).toContain('api.push.apple.com');
  });
  it('that the vendor does not have is refused', () =>
    expect(() => originOf(parts, vendorOf('oppo'), { kind: 'vendor', hosts: { oppo: 'moon' } }, 'production')).toThrow(
      expect.objectContaining({ code: 'send.bad-destination' }),
    ));
  it('of every vendor can be named', () => {
    for (const vendor of vendors) {
      for (const { id, origin } of vendor.sender.hosts)
        expect(originOf(parts, vendor, { kind: 'vendor', hosts: { [vendor.id]: id } }, 'production')).toBe(origin);
    }
  });
});

describe('test switches', () => {
  const sent = (id: VendorId, destination: unknown, options: Record<string, string> = {}) =>
    draftFor({ ...draft, options }, vendorOf(id), Destination.parse(destination)).options;
  it.each([
    ['fcm', { validateOnly: 'true' }],
    ['huawei', { testMessage: 'true' }],
    ['honor', { testMessage: 'true' }],
    ['vivo', { pushMode: '1' }],
    ['xiaomi', {}],
  ] as const)('of %s are on for its own hosts', (id, options) => {
    expect(sent(id, { kind: 'vendor' })).toEqual(options);
    expect(sent(id, { kind: 'vendor', formal: true })).toEqual({});
    expect(sent(id, { kind: 'local' })).toEqual({});
    expect(sent(id, { kind: 'custom', origin: 'https://proxy.test' })).toEqual({});
  });
  it('that a push sets itself stay as they are', () =>
    expect(sent('vivo', { kind: 'vendor' }, { pushMode: '0' })).toEqual({ pushMode: '0' }));
  it('name an option that the vendor has, and change what goes on the wire', () => {
    for (const { id, sender, payload } of vendors) {
      if (!sender.testSwitch) continue;
      const { option, value } = sender.testSwitch;
      expect(
        payload.options.some(({ name }) => name === option),
        id,
      ).toBe(true);
      const facts: CredentialFacts =
        id === 'fcm'
          ? {
              kind: 'fcm-service-account',
              projectId: 'p',
              clientEmail: 'e',
              privateKeyId: 'k',
              tokenUri: 'https://x.test/t',
              publicKeyPem: '',
            }
          : { kind: 'app-keys', vendor: id, values: { appId: '1', projectId: '1' }, secretNames: [] };
      const target = { token: 'token', appIdentifier: 'a', environment: 'production', credential: facts } as const;
      const bodyOf = (options: Record<string, string>): string => {
        const request = sender.request({ payload: payload.example, options }, target, 't', 0);
        if ('unusable' in request) throw new Error(request.unusable.code);
        return Buffer.from(request.body).toString();
      };
      expect(bodyOf({ [option]: value }), id).not.toBe(bodyOf({}));
    }
  });
});
