import { describe, expect, it } from 'vitest';
import { vendorConformance } from '../kit/conformance.ts';
import type { OpenCredential, SendTarget } from '../vendor.ts';
import { apns } from './index.ts';
import { bundle, deviceToken, keyPair, nowMs, providerToken, registryOf, signingKey } from './testing.ts';

const credential: OpenCredential = {
  id: 'credential-1',
  facts: signingKey(),
  secret: { privateKeyPem: keyPair.privateKeyPem },
};
const target: SendTarget = {
  token: deviceToken,
  appIdentifier: bundle,
  environment: 'sandbox',
  credential: credential.facts,
};

vendorConformance(apns, {
  target,
  credential,
  token: providerToken(),
  registry: registryOf(),
  nowMs,
  batch: 'a request names one device token in its path',
});

describe('apns: the door', () => {
  it('recognises a file for the Simulator and a token as Xcode prints it', () => {
    const file = '{"Simulator Target Bundle":"com.example.im","aps":{"alert":"hi"}}';
    expect(apns.payload.recognise(file, '')).toMatchObject({
      kind: 'apns-file',
      draft: { options: { topic: 'com.example.im' } },
    });
    expect(apns.payload.recognise('{"aps":{}}', 'push.apns')?.kind).toBe('apns-file');
    const printed = `<${deviceToken.replaceAll(/(.{8})(?=.)/g, '$1 ')}>`;
    expect(apns.payload.recognise(printed, '')).toMatchObject({ kind: 'device-token', tokens: [deviceToken] });
  });
});
