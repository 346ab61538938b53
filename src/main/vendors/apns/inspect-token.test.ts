import { describe, expect, it } from 'vitest';
import type { CredentialFacts, TokenInspection } from '../../../shared/contract/index.ts';
import { inspectToken } from './inspect-token.ts';
import {
  captureOf,
  decide,
  headersOf,
  keyId,
  mustBeSayable,
  newKeyPair,
  nowMs,
  nowSeconds,
  providerToken,
  registryOf,
  signingKey,
  teamId,
} from './testing.ts';
import en from './texts/en.json' with { type: 'json' };

const stored = (facts: CredentialFacts = signingKey(), name = 'Key') => ({ id: `crd_${name}`, name, facts });
/** Every sentence of this run. */
const heard = new Set<string>();
const look = (text: string, keys = [stored()], atMs = nowMs): TokenInspection => {
  const inspection = inspectToken(text, keys, atMs);
  const phrases = inspection.points.flatMap(({ phrase, fix }) => (fix ? [phrase, fix] : [phrase]));
  mustBeSayable(phrases);
  for (const { id } of phrases) heard.add(id);
  return inspection;
};
/** Ids of the sentences that are not simply good. */
const said = ({ points }: TokenInspection): string[] =>
  points.filter(({ outcome }) => outcome !== 'passed').map(({ phrase }) => phrase.id.replace('apns.token.', ''));
const failures = ({ points }: TokenInspection): string[] =>
  points.filter(({ outcome }) => outcome === 'failed').map(({ phrase }) => phrase.id.replace('apns.token.', ''));
/** What our gateway answers to a push with this token. */
const gatewayAnswer = (token: string, keys: readonly CredentialFacts[] = [signingKey()]): string | null =>
  decide(captureOf({ headers: headersOf({ authorization: `bearer ${token}` }) }), {
    registry: registryOf({ credentials: keys }),
  }).verdict.code;

const other = newKeyPair();
const otherKey = signingKey({ keyId: 'OTHERKEY01', publicKeyPem: other.publicKeyPem });
const plainBase64 = (() => {
  const [header = '', claims = '', signature = ''] = providerToken().split('.');
  return [header, claims, `${signature.replaceAll('-', '+').replaceAll('_', '/')}==`].join('.');
})();

describe('a good token', () => {
  it('says who made it, when, and that a stored key signed it', () => {
    const inspection = look(providerToken(), [stored()], nowMs + 25 * 60_000);
    expect(inspection).toMatchObject({
      algorithm: 'ES256',
      keyId,
      teamId,
      issuedAtMs: nowMs,
      ageMs: 25 * 60_000,
      signature: 'raw',
      signatureBytes: 64,
      checkedWith: { credentialId: 'crd_Key', name: 'Key' },
      answer: null,
    });
    expect(said(inspection)).toEqual([]);
    expect(JSON.parse(inspection.claims ?? '')).toEqual({ iss: teamId, iat: nowSeconds });
  });
  it('with a DER signature is checked too', () => {
    const inspection = look(providerToken({ encoding: 'der' }), [stored()], nowMs + 25 * 60_000);
    expect(inspection).toMatchObject({ signature: 'der', checkedWith: { name: 'Key' }, answer: null });
    expect(said(inspection)).toEqual(['signature.der']);
  });
  it.each([
    ['a header line', (token: string) => `authorization: bearer ${token}`],
    ['a scheme', (token: string) => `Bearer ${token}`],
    ['quotes', (token: string) => `"${token}",`],
    ['line breaks', (token: string) => `${token.slice(0, 40)}\n  ${token.slice(40)}\n`],
  ])('is found in %s', (_what, wrap) => {
    expect(look(wrap(providerToken())).checkedWith).not.toBeNull();
  });
});

describe('one thing broken is said once, with the answer of our own gateway', () => {
  it.each<[what: string, token: string, sentence: string, keys?: CredentialFacts[]]>([
    ['no JWT', 'not.a.jwt', 'form.not-jwt'],
    ['nothing like it', 'hello', 'form.not-jwt'],
    ['plain base64', plainBase64, 'form.plain-base64'],
    ['no algorithm', providerToken({ header: { alg: undefined } }), 'algorithm.missing'],
    ['HS256', providerToken({ header: { alg: 'HS256' } }), 'algorithm.other'],
    ['no team', providerToken({ claims: { iss: undefined } }), 'team-id.missing'],
    ['a short team', providerToken({ claims: { iss: 'TEAM' } }), 'team-id.shape'],
    ['no time', providerToken({ claims: { iat: undefined } }), 'issued-at.missing'],
    ['a time as text', providerToken({ claims: { iat: String(nowSeconds) } }), 'issued-at.text'],
    ['milliseconds', providerToken({ claims: { iat: nowMs } }), 'issued-at.milliseconds'],
    ['a fraction', providerToken({ claims: { iat: nowSeconds + 0.5 } }), 'issued-at.fraction'],
    ['an old one', providerToken({ claims: { iat: nowSeconds - 3601 } }), 'age.expired'],
    ['one of tomorrow', providerToken({ claims: { iat: nowSeconds + 86_400 } }), 'age.ahead'],
    ['another key of this ID', providerToken({ key: other }), 'signature.wrong'],
    ['another team', providerToken({ claims: { iss: 'OTHERTEAM1' } }), 'key.team'],
    ['a stored key under another ID', providerToken({ key: other }), 'signature.other-key', [signingKey(), otherKey]],
  ])('%s', (_what, token, sentence, keys = [signingKey()]) => {
    const inspection = look(
      token,
      keys.map((facts, index) => stored(facts, `Key ${index}`)),
    );
    expect(failures(inspection)).toEqual([sentence]);
    expect(inspection.answer?.code).toBe(gatewayAnswer(token, keys));
  });
  it.each([
    ['no key ID', { kid: undefined }, 'key-id.missing'],
    ['a long key ID', { kid: `AuthKey_${keyId}` }, 'key-id.shape'],
  ])('%s', (_what, header, sentence) => {
    const token = providerToken({ header });
    const inspection = look(token, []);
    expect(failures(inspection)).toEqual([sentence]);
    expect(inspection.answer?.code).toBe(gatewayAnswer(token, []));
  });
  it('no key ID, though a stored key made it', () => {
    const inspection = look(providerToken({ header: { kid: undefined } }), [stored()], nowMs + 1_500_000);
    expect(said(inspection)).toEqual(['key-id.missing', 'signature.nameless']);
  });
  it('no key ID, and no stored key made it: nothing is said of a key without a name', () => {
    const inspection = look(providerToken({ header: { kid: undefined } }), [], nowMs + 1_500_000);
    expect(said(inspection)).toEqual(['key-id.missing']);
  });
  it('key and team ID in each other’s place', () => {
    const token = providerToken({ header: { kid: teamId }, claims: { iss: keyId } });
    const inspection = look(token);
    expect(failures(inspection)[0]).toBe('key.swapped');
    expect(inspection.answer?.code).toBe(gatewayAnswer(token));
  });
  it.each([
    ['none', '', 'signature.missing'],
    ['of RS256', Buffer.alloc(256, 7).toString('base64url'), 'signature.form'],
    ['cut', Buffer.alloc(50, 7).toString('base64url'), 'signature.length'],
  ])('a signature: %s', (_what, signature, sentence) => {
    const token = [...providerToken().split('.').slice(0, 2), signature].join('.');
    expect(failures(look(token))).toEqual([sentence]);
    expect(look(token).answer?.code).toBe(gatewayAnswer(token));
  });
});

describe('what is no reason to refuse', () => {
  it.each<[what: string, inspection: TokenInspection, sentences: string[]]>([
    ['an unknown key', look(providerToken(), [], nowMs + 1_500_000), ['signature.unchecked']],
    ['a young token', look(providerToken()), ['age.reuse']],
    ['one that ends soon', look(providerToken(), [stored()], nowMs + 58 * 60_000), ['age.ending']],
    ['a clock two minutes ahead', look(providerToken(), [stored()], nowMs - 120_000), ['age.skew']],
    [
      'a key for one environment',
      look(providerToken(), [stored(signingKey({ environment: 'sandbox' }))], nowMs + 1_500_000),
      ['key.sandbox'],
    ],
    [
      'a key for the other',
      look(providerToken(), [stored(signingKey({ environment: 'production' }))], nowMs + 1_500_000),
      ['key.production'],
    ],
    [
      'a key for some topics',
      look(providerToken(), [stored(signingKey({ topics: ['com.a'] }))], nowMs + 1_500_000),
      ['key.topics'],
    ],
    ['another claim', look(providerToken({ claims: { exp: 1 } }), [stored()], nowMs + 1_500_000), ['form.extra']],
  ])('%s', (_what, inspection, sentences) => {
    expect(said(inspection)).toEqual(sentences);
    expect(inspection.answer).toBeNull();
  });
  it('a token out of the log has no signature to check, and is otherwise judged', () => {
    const [header, claims] = providerToken().split('.');
    const inspection = look(`bearer ${header}.${claims}.[signature #a1b2c3]`, [stored()], nowMs + 1_500_000);
    expect(inspection).toMatchObject({ signature: 'removed', keyId, teamId, checkedWith: null, answer: null });
    expect(said(inspection)).toEqual(['signature.removed']);
  });
});

it('there are no words that nobody says', () => {
  const words = Object.keys(en).filter((id) => id.startsWith('apns.token.'));
  expect(words.filter((id) => !heard.has(id))).toEqual([]);
});
