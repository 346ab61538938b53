import { describe, expect, it } from 'vitest';
import { previewKeys } from '../../../../../main/credentials/index.ts';
import { findVendor, vendors as all } from '../../../../../main/vendors/index.ts';
import type { Client, VendorInfo } from '../../../../../shared/contract/index.ts';
import { makeServiceAccount } from '../../../../../../tests/support/pki.ts';
import { findKeyFile } from './find-key-file.ts';

/** As the core tells the window about vendors, as far as it matters here. */
const vendors = all.map(({ id, auth }) => ({
  id,
  credentialForm: auth.form ?? [],
  readsKeyFile: auth.readKeyFile !== undefined,
})) as unknown as readonly VendorInfo[]; // the rest is not looked at
const credentials = {
  inspectKeys: async ({ vendor, ...given }: { vendor: string; values?: Record<string, string>; keyFile?: string }) => {
    const found = all.find(({ id }) => id === vendor);
    if (!found) throw new Error(vendor);
    return previewKeys(found, { values: {}, ...given });
  },
} as unknown as Client['credentials']; // one call of several
const whose = async (text: string) => (await findKeyFile(text, vendors, credentials))?.vendor ?? null;

describe('whose keys a text is', () => {
  it.each([
    ['oppo', 'AppKey: 0123456789abcdef0123456789abcdef\nMasterSecret: fedcba9876543210fedcba9876543210'],
    ['vivo', 'AppID: 100001\nAppKey: a1b2c3d4e5f60718\nAppSecret: 0123456789abcdef'],
    ['honor', 'App ID\t104400001\nClient ID\tc2b7e9a1d4f04c0e9a64\nClient Secret\t0123456789abcdef0123456789abcdef'],
    ['tpns', 'Access ID: 1500000001\nSecret Key: 0123456789abcdef0123456789abcdef'],
    ['meizu', 'App ID: 100999\nApp Key: 0123456789abcdef\nApp Secret: 0123456789abcdef0123456789abcdef'],
    ['meizu', 'MEIZU_APP_ID=100999\nMEIZU_APP_SECRET=0123456789abcdef0123456789abcdef'],
    ['xiaomi', 'PackageName: com.example.im\nAppSecret: QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
  ])('%s', async (vendor, text) => {
    expect(findVendor(vendor as 'oppo')).toBeDefined();
    expect(await whose(text)).toBe(vendor);
  });
  it.each([
    ['two vendors’ at once', 'appId=100999\nappSecret=0123456789abcdef0123456789abcdef'],
    ['too little', 'AppKey: 0123456789abcdef'],
    ['a PEM', '-----BEGIN PRIVATE KEY-----\nMIGT\n-----END PRIVATE KEY-----'],
    ['a service account of Google', makeServiceAccount()],
    ['a token', 'abc'],
  ])('nobody’s: %s', async (_about, text) => expect(await whose(text)).toBeNull());
});
