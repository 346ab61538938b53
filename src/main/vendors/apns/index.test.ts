import { describe, expect, it } from 'vitest';
import { vendorConformance } from '../kit/conformance.ts';
import type { OpenCredential, SendTarget } from '../vendor.ts';
import { apns, readApnsFile, shapeOfToken } from './index.ts';
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

vendorConformance(apns, { target, credential, token: providerToken(), registry: registryOf(), nowMs });

describe('apns: the door', () => {
  it('lets out what recognising needs', () => {
    expect(readApnsFile('{"aps":{}}')).not.toBeNull();
    expect(shapeOfToken(deviceToken)).toEqual({ kind: 'token' });
  });

  it('errors and limits are listed once', () => {
    const codes = apns.errors.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    const ids = apns.limits.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
