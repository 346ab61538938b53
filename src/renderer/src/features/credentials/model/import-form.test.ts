import { describe, expect, it } from 'vitest';
import type { CredentialFacts, CredentialPreview, Finding } from '../../../../../shared/contract/index.ts';
import {
  asksPassword,
  credentialPatch,
  importCall,
  importForm,
  importProblems,
  isOddAppleId,
  toB64,
  withIdentity,
  withImportApp,
} from './import-form.ts';
import { app, certificateCredential, finding, keyCredential } from './samples.ts';

const file = { fileName: 'AuthKey_ABCDE12345.p8', contentB64: 'AAAA' };
const preview = (facts: readonly CredentialFacts[], findings: readonly Finding[][] = []): CredentialPreview => ({
  // None of the samples was typed in.
  kind: facts[0]!.kind as CredentialPreview['kind'],
  vendor: facts[0]!.kind === 'fcm-service-account' ? 'fcm' : 'apns',
  suggestedName: 'AuthKey ABCDE12345',
  identities: facts.map((one, index) => ({ index, facts: one, findings: findings[index] ?? [] })),
  asks: ['teamId'],
});
const readKey = { ...keyCredential().facts, teamId: '' } as CredentialFacts;
const key = preview([readKey]);
const certificate = certificateCredential().facts;

describe('what an import begins with', () => {
  it('what the file and its name say, for the only app', () =>
    expect(importForm(key, [app()], null)).toEqual({
      identity: 0,
      name: 'AuthKey ABCDE12345',
      appId: 'app_1',
      teamId: '',
      keyId: 'ABCDE12345',
      environment: 'both',
      topics: null,
      useForApp: true,
    }));
  it('an app that has one keeps it', () =>
    expect(importForm(key, [app({ credentialIds: { apns: 'crd_1' } })], null).useForApp).toBe(false));
  it('a renewal keeps name, app, team, environment and topics', () => {
    const before = keyCredential({ name: 'Mine', appId: 'app_9' });
    const facts = { ...before.facts, environment: 'sandbox', topics: ['t'] } as CredentialFacts;
    expect(importForm(key, [app()], { ...before, facts })).toEqual({
      identity: 0,
      name: 'Mine',
      appId: 'app_9',
      teamId: 'TEAM123456',
      keyId: 'ABCDE12345',
      environment: 'sandbox',
      topics: ['t'],
      useForApp: false,
    });
  });
  it('of several identities the push certificate', () => {
    const push = { ...finding('passed'), code: 'credential.push-certificate' };
    expect(importForm(preview([certificate, certificate], [[], [push]]), [], null).identity).toBe(1);
  });
  it('another app is asked about anew', () => {
    expect(withImportApp('app_1', [app()], key)).toEqual({ appId: 'app_1', useForApp: true });
    expect(withImportApp(null, [app()], key)).toEqual({ appId: null, useForApp: false });
  });
});

describe('what an import needs', () => {
  const form = { ...importForm(key, [app()], null), teamId: 'TEAM123456' };
  it('a complete key has no problem', () => expect(importProblems(form, key)).toEqual({}));
  it('a key needs its team', () =>
    expect(importProblems({ ...form, teamId: ' ' }, key)).toEqual({
      teamId: { id: 'credentials.problem.teamId', isMissing: true },
    }));
  it('a key needs its ID', () =>
    expect(importProblems({ ...form, keyId: '' }, key)).toEqual({
      keyId: { id: 'credentials.problem.keyId', isMissing: true },
    }));
  it('a list of topics has one', () =>
    expect(importProblems({ ...form, topics: [' '] }, key)).toEqual({
      topics: { id: 'credentials.problem.topics', isMissing: true },
    }));
  it('a certificate needs a name only', () =>
    expect(importProblems({ ...form, name: '', teamId: '', keyId: '' }, preview([certificate]))).toEqual({
      name: { id: 'credentials.problem.name', isMissing: true },
    }));
  it('Apple’s IDs have ten capitals and digits', () => {
    expect(isOddAppleId('TEAM123456')).toBe(false);
    expect(isOddAppleId('')).toBe(false);
    expect(isOddAppleId('team123456')).toBe(true);
  });
});

describe('the call', () => {
  const form = { ...importForm(key, [app()], null), teamId: 'TEAM123456', topics: ['a ', ''] };
  it('sends what a key needs, without empty topics', () =>
    expect(importCall(file, null, form, key, null)).toEqual({
      file,
      name: 'AuthKey ABCDE12345',
      appId: 'app_1',
      identity: 0,
      teamId: 'TEAM123456',
      keyId: 'ABCDE12345',
      environment: 'both',
      topics: ['a'],
    }));
  it('sends the password and what is replaced', () => {
    const call = importCall(file, 'secret', form, preview([certificate]), 'crd_1');
    expect(call.file).toEqual({ ...file, password: 'secret' });
    expect(call.replaceId).toBe('crd_1');
    expect(call.teamId).toBeUndefined();
  });
  it('bytes become base64, also many of them', () => {
    expect(toB64(Uint8Array.of(0, 255, 16))).toBe('AP8Q');
    expect(toB64(new Uint8Array(100_000)).length).toBe(133_336);
  });
  it('two failures ask for a password', () => {
    const failure = (code: string) => ({ code, message: '', details: {} });
    expect(asksPassword(failure('credential.password-needed'))).toBe(true);
    expect(asksPassword(failure('credential.bad-password'))).toBe(true);
    expect(asksPassword(failure('credential.unreadable'))).toBe(false);
    expect(asksPassword(null)).toBe(false);
  });
});

describe('credentialPatch', () => {
  it('sends what changed, and what belongs to the key together', () => {
    expect(credentialPatch({ name: 'n' })).toEqual({ name: 'n' });
    expect(credentialPatch({ appId: null, environment: 'sandbox', topics: [' com.a ', ''] })).toEqual({
      appId: null,
      signingKey: { environment: 'sandbox', topics: ['com.a'] },
    });
    expect(credentialPatch({ topics: null })).toEqual({ signingKey: { topics: null } });
  });
});

describe('withIdentity', () => {
  const named = (bundle: string) =>
    certificateCredential({ commonName: `Apple Push Services: ${bundle}`, topics: [{ topic: bundle, kind: 'app' }] })
      .facts;
  const two = { ...preview([named('com.a'), named('com.b')]), suggestedName: 'Apple Push Services: com.a' };
  const apps = [app({ id: 'app_b', identifiers: { ios: 'com.b' } })];
  it('takes the name and the app of the other identity', () =>
    expect(withIdentity(importForm(two, apps, null), 1, two, apps)).toMatchObject({
      identity: 1,
      name: 'Apple Push Services: com.b',
      appId: 'app_b',
    }));
  it('keeps a name that was typed', () =>
    expect(withIdentity({ ...importForm(two, apps, null), name: 'Mine' }, 1, two, apps)).not.toHaveProperty('name'));
});
