import { afterAll, describe, expect, it } from 'vitest';
import { asFile, fixtureNamed } from '../../../tests/support/credential-files.ts';
import {
  makeApnsKey,
  makePushCertificate,
  makeServiceAccount,
  testPassword,
  writePkcs12,
} from '../../../tests/support/pki.ts';
import { CredentialFacts, CredentialPreview } from '../../shared/contract/credentials.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { sayPhrase } from '../../shared/kit/text.ts';
import { createCredentialReader } from './reader.ts';
import { credentialTexts } from './texts.ts';

const workerUrl = new URL('worker.ts', import.meta.url);
const nowMs = () => Date.now();
const reader = createCredentialReader({ workerUrl, nowMs });
afterAll(() => reader.close());

const push = makePushCertificate();
const other = makePushCertificate({ bundleId: 'com.example.other', key: 'ec' });
const apns = makeApnsKey();
const pushFile = asFile(push.p12, 'push.p12', testPassword);
const twoFile = asFile(
  writePkcs12({
    keys: [push.privateKeyDer, other.privateKeyDer],
    certificates: [push.certificateDer, other.certificateDer],
    password: testPassword,
    protection: 'pbes2',
    mac: 'sha256',
  }),
  'two.p12',
  testPassword,
);
const app = { bundleId: 'com.example.app', environments: ['production'] } as const;
/** Opens only after all iterations of the MAC, in a loop that can be stopped. */
const slowFile = asFile(
  writePkcs12({
    keys: [other.privateKeyDer],
    certificates: [other.certificateDer],
    password: testPassword,
    protection: 'pbes2',
    mac: 'sha256',
    claimedMacIterations: 9_999_999,
  }),
  'slow.p12',
  testPassword,
);

describe('inspect', () => {
  it('shows each kind of file as the contract has it, and no secret', async () => {
    const kinds = [];
    for (const file of [pushFile, twoFile, asFile(apns.p8, apns.fileName), asFile(makeServiceAccount(), 'sa.json')]) {
      const result = await reader.inspect(file, app);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      expect(CredentialPreview.parse(result.value)).toEqual(result.value);
      expect(JSON.stringify(result.value)).not.toContain('PRIVATE KEY');
      kinds.push([result.value.vendor, result.value.kind, result.value.identities.length, result.value.asks]);
    }
    expect(kinds).toEqual([
      ['apns', 'apns-certificate', 1, []],
      ['apns', 'apns-certificate', 2, []],
      ['apns', 'apns-p8', 1, ['teamId']],
      ['fcm', 'fcm-service-account', 1, []],
    ]);
  });
  it('compares with the app', async () => {
    const result = await reader.inspect(twoFile, app);
    const codes = result.ok ? result.value.identities.map(({ findings }) => findings.map(({ code }) => code)) : [];
    expect(codes[0]).toContain('credential.topic-fits');
    expect(codes[1]).toContain('credential.topic-missing');
    expect(codes[0]).toContain('credential.several-identities');
  });
  it('answers with a code and words when a file is not taken', async () => {
    const result = await reader.inspect(asFile('{"project_info":{},"client":[]}'));
    if (result.ok) throw new Error('not to be read');
    expect(result.error.code).toBe('credential.unsupported');
    const reason = result.error.details['reason'] as { id: string };
    expect(sayPhrase(credentialTexts.en, reason)).toContain('google-services.json');
  });
});

describe('open', () => {
  it('gives facts, secret and findings', async () => {
    const opened = await reader.open(pushFile, null, {}, app);
    expect(CredentialFacts.parse(opened.facts)).toEqual(opened.facts);
    expect(opened.facts).toMatchObject({ kind: 'apns-certificate', certificatePem: push.certificatePem });
    expect(opened.secret).toEqual({ privateKeyPem: push.privateKeyPem });
    expect(opened.findings.map(({ code }) => code)).toContain('credential.environment-fits');
  });
  it('takes the identity that was chosen', async () => {
    expect((await reader.open(twoFile, 1, {})).secret).toEqual({ privateKeyPem: other.privateKeyPem });
    await expect(reader.open(twoFile, null, {})).rejects.toMatchObject({ code: 'credential.several-identities' });
    await expect(reader.open(twoFile, 2, {})).rejects.toMatchObject({ code: 'credential.identity-unknown' });
  });
  it('adds what only the person knows', async () => {
    const file = asFile(apns.p8, apns.fileName);
    const extra = { teamId: 'TEAM012345', environment: 'sandbox', topics: ['com.example.app'] } as const;
    const { facts, findings } = await reader.open(file, 0, { ...extra, topics: [...extra.topics] }, app);
    expect(facts).toEqual({
      kind: 'apns-p8',
      keyId: 'TESTKEY001',
      publicKeyPem: apns.publicKeyPem,
      ...extra,
    });
    expect(findings.map(({ code }) => code)).toContain('credential.wrong-environment');
    await expect(reader.open(file, 0, {})).rejects.toMatchObject({ code: 'credential.details-missing' });
    await expect(reader.open(asFile(apns.p8), 0, { teamId: 'TEAM012345' })).rejects.toMatchObject({
      code: 'credential.details-missing',
    });
    const overruled = await reader.open(file, 0, { teamId: 'TEAM012345', keyId: 'OTHER12345' });
    expect(overruled.facts).toMatchObject({ keyId: 'OTHER12345', environment: 'both', topics: null });
    expect(overruled.findings.map(({ code }) => code)).toContain('credential.key-id-differs');
  });
  it('fails with an AppError', async () => {
    await expect(reader.open({ ...pushFile, password: 'wrong' }, 0, {})).rejects.toBeInstanceOf(AppError);
  });
});

describe('time', () => {
  it('600,000 iterations are no trouble', async () => {
    const file = fixtureNamed('openssl-600000-iterations.p12');
    const startedAtMs = performance.now();
    const result = await reader.inspect(file);
    const tookMs = performance.now() - startedAtMs;
    expect(result.ok).toBe(true);
    console.log(`600,000 iterations opened in ${tookMs.toFixed(0)} ms`);
    expect(tookMs).toBeLessThan(6000);
  });
  it('a file that takes too long is given up, and the next one is read', async () => {
    const hasty = createCredentialReader({ workerUrl, nowMs, timeLimitMs: 2500 });
    try {
      const [slow, next] = await Promise.all([hasty.inspect(slowFile), hasty.inspect(pushFile)]);
      expect(slow).toEqual({
        ok: false,
        error: {
          code: 'credential.too-slow',
          details: { found: 'time-limit', reason: { id: 'credential.found.time-limit', params: { seconds: 2.5 } } },
        },
      });
      expect(next.ok).toBe(true);
    } finally {
      await hasty.close();
    }
  });
  it('the main thread stays free meanwhile', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    await reader.inspect(fixtureNamed('openssl-600000-iterations.p12'));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(20);
  });
});

describe('close', () => {
  it('ends what is under way, and nothing is read afterwards', async () => {
    const closing = createCredentialReader({ workerUrl, nowMs });
    const reads = [closing.inspect(slowFile), closing.inspect(pushFile)];
    const outcomes = Promise.allSettled(reads);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await closing.close();
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'app.closing' } });
    }
    await expect(closing.inspect(pushFile)).rejects.toMatchObject({ code: 'app.closing' });
  });
  it('a worker that cannot start is a bug, not a bad file', async () => {
    const broken = createCredentialReader({ workerUrl: new URL('no-such-worker.ts', import.meta.url), nowMs });
    await expect(broken.inspect(pushFile)).rejects.not.toBeInstanceOf(AppError);
    await broken.close();
  });
});
