/**
 * What goes wrong with p12 files, one file per problem: each has words of its own and says what to do. And every encryption that is
 * in use opens. All of it through the worker, as the window has it.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { asFile, fixtureFile, fixtureNamed } from '../../../tests/support/credential-files.ts';
import { opensslEncodings } from '../../../tests/support/openssl.ts';
import { makePushCertificate, testPassword, writePkcs12, type Pkcs12Options } from '../../../tests/support/pki.ts';
import { locales } from '../../shared/contract/common.ts';
import type { CredentialFile, Finding } from '../../shared/contract/credentials.ts';
import { sayPhrase } from '../../shared/kit/text.ts';
import type { FindingContext } from './finding-context.ts';
import { createCredentialReader } from './reader.ts';
import { credentialTexts } from './texts.ts';

const dayMs = 86_400_000;
const reader = createCredentialReader({ workerUrl: new URL('worker.ts', import.meta.url), nowMs: () => Date.now() });
afterAll(() => reader.close());

const push = makePushCertificate();
const other = makePushCertificate({ bundleId: 'com.example.other', key: 'ec' });
const own = { keys: [push.privateKeyDer], certificates: [push.certificateDer] };
const pack = (over: Partial<Pkcs12Options> = {}): Buffer =>
  writePkcs12({ ...own, password: testPassword, protection: 'pbes2', mac: 'sha256', ...over });
const p12 = (content: Uint8Array, password: string | undefined = testPassword): CredentialFile =>
  asFile(content, 'push.p12', password);
const made = (options: Parameters<typeof makePushCertificate>[0]): CredentialFile =>
  p12(makePushCertificate(options).p12);
type App = NonNullable<FindingContext['app']>;
const app: App = { bundleId: 'com.example.app', environments: ['sandbox', 'production'] };

/** One problem: a file, and what is said of it: a refusal by the name of its words, or a finding by its code. */
interface Row {
  readonly problem: string;
  readonly file: CredentialFile;
  readonly refusal?: string;
  readonly finding?: string;
  readonly app?: App;
}
const rows: readonly Row[] = [
  { problem: 'wrong password', file: p12(pack(), 'other'), refusal: 'password-wrong' },
  { problem: 'password needed, none given', file: asFile(pack(), 'push.p12'), refusal: 'password-needed' },
  { problem: 'empty password', file: asFile(pack({ password: '' }), 'push.p12'), finding: 'no-password' },
  { problem: 'RC2-40', file: p12(pack({ protection: 'legacy', mac: 'sha1' })), finding: 'legacy-encryption' },
  { problem: 'PBES2 on an old macOS', file: p12(pack()), finding: 'modern-encryption' },
  { problem: 'no private key', file: p12(pack({ keys: [] })), refusal: 'certificate-alone' },
  { problem: 'no certificate', file: p12(pack({ certificates: [] })), refusal: 'key-alone' },
  {
    problem: 'several identities',
    file: p12(
      pack({
        keys: [other.privateKeyDer, push.privateKeyDer],
        certificates: [push.certificateDer, other.certificateDer],
      }),
    ),
    finding: 'several-identities',
  },
  { problem: 'key of another certificate', file: p12(pack({ keys: [other.privateKeyDer] })), refusal: 'key-mismatch' },
  {
    problem: 'expired',
    file: made({ notBeforeAtMs: Date.now() - 9 * dayMs, notAfterAtMs: Date.now() - dayMs }),
    finding: 'expired',
  },
  { problem: 'not yet valid', file: made({ notBeforeAtMs: Date.now() + dayMs }), finding: 'not-yet-valid' },
  {
    problem: 'wrong environment',
    file: made({ environments: ['sandbox'] }),
    finding: 'wrong-environment',
    app: { ...app, environments: ['production'] },
  },
  {
    problem: 'topic not in the certificate',
    file: made({}),
    finding: 'topic-missing',
    app: { ...app, bundleId: 'com.example.else' },
  },
  {
    problem: 'code-signing identity',
    file: made({ commonName: 'Apple Distribution: Denny (TESTTEAM01)', forCodeSigning: true }),
    finding: 'code-signing',
  },
  {
    problem: 'no push certificate',
    file: made({ commonName: 'localhost', environments: [], uid: '' }),
    finding: 'not-push',
  },
  { problem: 'revoked, which cannot be seen', file: made({}), finding: 'revocation-unknown' },
  {
    problem: 'PEM named p12',
    file: asFile(push.certificatePem + push.privateKeyPem, 'push.p12'),
    finding: 'pem-named-p12',
  },
  {
    problem: 'PEM of the certificate alone',
    file: asFile(push.certificatePem, 'aps.pem'),
    refusal: 'certificate-alone',
  },
  {
    problem: 'DER of the certificate alone',
    file: asFile(push.certificateDer, 'aps.cer'),
    refusal: 'certificate-alone',
  },
  { problem: 'cut off', file: p12(pack().subarray(0, 900)), refusal: 'truncated' },
];

/** The sentence that names the problem, and the one that says what to do where it is apart, in every language. */
const sentences = async ({ file, finding, app: compared = app }: Row): Promise<readonly string[]> => {
  const result = await reader.inspect(file, compared);
  const catalogues = Object.values(credentialTexts);
  if (!result.ok) {
    // By contract of the reader: `details.reason` is a phrase.
    const reason = result.error.details['reason'] as Finding['phrase'];
    return catalogues.map((words) => `${reason.id}|${sayPhrase(words, reason)}`);
  }
  const found = result.value.identities
    .flatMap(({ findings }) => findings)
    .find(({ code }) => code === `credential.${finding}`);
  if (!found) return [];
  const { code, phrase, fix } = found;
  return catalogues.map((words) => [code, sayPhrase(words, phrase), fix ? sayPhrase(words, fix) : ''].join('|'));
};

describe('each problem of a p12 has words of its own', () => {
  it.each(rows)('$problem', async (row) => {
    const said = await sentences(row);
    expect(said).toHaveLength(locales.length);
    const id = row.refusal ? `credential.found.${row.refusal}` : `credential.${row.finding}`;
    for (const words of said) {
      const [name, sentence = '', fix] = words.split('|');
      expect(name).toBe(id);
      expect(sentence).not.toMatch(/\{\{|^$/);
      // A refusal says what to do in its own second sentence; several identities are chosen from, which needs no words.
      if (row.refusal || row.finding === 'several-identities') continue;
      expect(fix).not.toMatch(/\{\{|^$/);
    }
  });
  it('no two problems say the same', async () => {
    const all = (await Promise.all(rows.map(async (row) => ({ row, said: await sentences(row) })))).flatMap(
      ({ said }) => said,
    );
    // A certificate without its key is one problem, however it is packed.
    expect(new Set(all).size).toBe(all.length - 2 * locales.length);
  });
});

describe('every encryption in use opens', () => {
  const broken = new Set(['openssl-certificate-only.p12', 'openssl-key-only.p12']);
  it.each(opensslEncodings.filter(({ file }) => !broken.has(file)))('by openssl: $what', async (encoding) => {
    const result = await reader.inspect(fixtureFile(encoding));
    expect(result.ok && result.value.identities.length).toBe(1);
  });
  it.each([
    [
      'EC, modern',
      writePkcs12({
        keys: [other.privateKeyDer],
        certificates: [other.certificateDer],
        password: testPassword,
        protection: 'pbes2',
        mac: 'sha256',
      }),
    ],
    [
      'EC, legacy',
      writePkcs12({
        keys: [other.privateKeyDer],
        certificates: [other.certificateDer],
        password: testPassword,
        protection: 'legacy',
        mac: 'sha1',
      }),
    ],
    ['3DES with a SHA-1 MAC', pack({ protection: '3des', mac: 'sha1' })],
    ['SHA-512 MAC', pack({ mac: 'sha512' })],
    ['PBMAC1', pack({ mac: 'pbmac1' })],
    [
      'two identities',
      pack({
        keys: [push.privateKeyDer, other.privateKeyDer],
        certificates: [push.certificateDer, other.certificateDer],
      }),
    ],
  ])('by our own writer: %s', async (_what, content) => {
    const result = await reader.inspect(p12(content));
    expect(result.ok && result.value.identities.length).toBeGreaterThan(0);
  });
  it('600,000 iterations keep nobody waiting: this thread goes on meanwhile', async () => {
    const patient = createCredentialReader({
      workerUrl: new URL('worker.ts', import.meta.url),
      nowMs: () => Date.now(),
      timeLimitMs: 60_000,
    });
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 5);
    const result = await patient.inspect(fixtureNamed('openssl-600000-iterations.p12'));
    clearInterval(timer);
    await patient.close();
    expect(result.ok).toBe(true);
    // A blocked thread gets one turn, when it is over. Counted and not measured: how long one takes is the machine's own business.
    expect(turns).toBeGreaterThan(10);
  });
});
