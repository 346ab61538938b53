import { describe, expect, it } from 'vitest';
import type { Gateway, VendorInfo } from '../../../../../shared/contract/index.ts';
import { checkHosts, checkTopics } from './check-hosts.ts';
import { accountCredential, certificateCredential, keyCredential, vendor } from './samples.ts';

const apple: VendorInfo = {
  ...vendor({ id: 'apns', label: 'APNs', platforms: ['ios'] }),
  hosts: [
    { id: 'production', origin: 'https://api.push.apple.com', label: '', environment: 'production' },
    { id: 'sandbox', origin: 'https://api.sandbox.push.apple.com', label: '', environment: 'sandbox' },
  ],
};
// Only these fields are looked at.
const gateway = { vendor: 'apns', origin: 'https://127.0.0.1:2197', settings: { environment: 'sandbox' } } as Gateway;

describe('hosts to check at', () => {
  it('the gateway here comes first; Apple’s hosts leave the machine and name their environment', () => {
    const hosts = checkHosts(keyCredential(), [gateway], [apple]);
    expect(hosts.map(({ id, host, isOutside, isElsewhere }) => [id, host, isOutside, isElsewhere])).toEqual([
      ['local', '127.0.0.1:2197', false, false],
      ['production', 'api.push.apple.com', true, false],
      ['sandbox', 'api.sandbox.push.apple.com', true, false],
      ['custom', '', true, false],
    ]);
    expect(hosts[2]?.destination).toEqual({ kind: 'vendor', environment: 'sandbox' });
    expect(hosts[3]?.destination).toBeNull();
  });
  it('a credential of one environment says where it does not work', () => {
    const hosts = checkHosts(certificateCredential({ environments: ['sandbox'] }), [], [apple]);
    expect(hosts.filter(({ isElsewhere }) => isElsewhere).map(({ id }) => id)).toEqual(['production']);
  });
  it('the gateway here plays one environment', () => {
    const hosts = checkHosts(certificateCredential({ environments: ['production'] }), [gateway], [apple]);
    expect(hosts.filter(({ isElsewhere }) => isElsewhere).map(({ id }) => id)).toEqual(['local', 'sandbox']);
  });
  it('another vendor’s hosts are not offered', () => {
    expect(checkHosts(accountCredential(), [gateway], [apple]).map(({ id }) => id)).toEqual(['local', 'custom']);
  });
});

describe('topics to offer', () => {
  it('the app’s bundle ID first, then what the credential lists, each once', () => {
    const listed = certificateCredential({
      topics: [
        { topic: 'com.a', kind: 'app' },
        { topic: 'com.a.voip', kind: 'voip' },
      ],
    });
    expect(checkTopics(listed, 'com.a')).toEqual(['com.a', 'com.a.voip']);
    expect(checkTopics(keyCredential(), '')).toEqual([]);
    expect(checkTopics(accountCredential(), 'com.a')).toEqual(['com.a']);
  });
});
