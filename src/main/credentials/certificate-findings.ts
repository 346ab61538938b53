import type { PushEnvironment } from '../../shared/contract/common.ts';
import type { CertificateFacts, CredentialFacts, Finding } from '../../shared/contract/credentials.ts';
import { kindById } from './certificate-kinds.ts';
import { makeFinding, type FindingCode } from './finding-rules.ts';
import type { FindingContext } from './finding-context.ts';

const dayMs = 86_400_000;
const day = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** Expired, not yet valid, or about to expire. */
export const dateFindings = (certificate: CertificateFacts, nowMs: number): Finding[] => {
  const { notBeforeAtMs, notAfterAtMs } = certificate;
  const params = { from: day(notBeforeAtMs), until: day(notAfterAtMs) };
  const leftMs = notAfterAtMs - nowMs;
  if (leftMs < 0) return [makeFinding('credential.expired', params)];
  if (nowMs < notBeforeAtMs) return [makeFinding('credential.not-yet-valid', params)];
  const days = Math.floor(leftMs / dayMs);
  if (leftMs <= 7 * dayMs) return [makeFinding('credential.expires-within-7-days', { ...params, days })];
  if (leftMs <= 30 * dayMs) return [makeFinding('credential.expires-within-30-days', { ...params, days })];
  return [makeFinding('credential.dates-fit', params)];
};

const kindFindings = ({ certificateKind, commonName, environments, topicsFrom }: CertificateFacts): Finding[] => {
  if (certificateKind === 'code-signing') return [makeFinding('credential.code-signing', { commonName })];
  const isPush = kindById(certificateKind) !== null || environments.length > 0 || topicsFrom === 'extension';
  return [makeFinding(isPush ? 'credential.push-certificate' : 'credential.not-push', { commonName })];
};

/** What a certificate or key serves, against where the app's phones are. One environment alone names the words to use. */
export const fitEnvironments = (works: readonly PushEnvironment[], wanted: readonly PushEnvironment[]): Finding[] => {
  if (wanted.length === 0 || works.length === 0) return [];
  const missing = wanted.filter((environment) => !works.includes(environment));
  const [first] = missing;
  if (!first) return [makeFinding('credential.environment-fits')];
  const code = missing.length === wanted.length ? 'credential.wrong-environment' : 'credential.environment-missing';
  return [makeFinding(code, {}, first)];
};

const environmentFindings = (certificate: CertificateFacts, context: FindingContext): Finding[] => {
  const kind = kindById(certificate.certificateKind);
  const works = certificate.environments.length > 0 ? certificate.environments : (kind?.environments ?? []);
  if (kind?.topicKind === null) return [];
  const [only] = works;
  const stated = only
    ? makeFinding('credential.environments', {}, works.length > 1 ? 'both' : only)
    : makeFinding('credential.environments-unknown');
  return [stated, ...fitEnvironments(works, context.app?.environments ?? [])];
};

/** Endings Apple adds to a bundle ID for pushes of one kind to the same app. */
const topicEndings = ['', '.voip', '.complication', '.pushkit.fileprovider'];

/** Is one of the topics the app's own? Used for certificates and for keys that are limited to topics. */
export const fitTopics = (topics: readonly string[], bundleId: string): Finding => {
  const fits = topicEndings.some((ending) => topics.includes(`${bundleId}${ending}`));
  return makeFinding(fits ? 'credential.topic-fits' : 'credential.topic-missing', {
    bundleId,
    topics: topics.join(', '),
  });
};

const topicFindings = (certificate: CertificateFacts, context: FindingContext): Finding[] => {
  if (certificate.certificateKind === 'code-signing') return [];
  const topics = certificate.topics.map(({ topic }) => topic);
  const params = { topics: topics.join(', '), count: topics.length };
  if (topics.length === 0) return [makeFinding('credential.no-topics')];
  const found: Finding[] = [];
  if (topics.some((topic) => topic.includes('*'))) found.push(makeFinding('credential.wildcard-topic', params));
  if (certificate.topicsFrom === 'extension' && topics.length > 1) {
    found.push(makeFinding('credential.topic-required', params));
  }
  if (context.app?.bundleId) found.push(fitTopics(topics, context.app.bundleId));
  return found;
};

/** Apple's intermediate, whichever generation. MDM certificates may come from another one of Apple's. */
const isAppleIssuer = (issuer: string): boolean => /(?:^|, )O=Apple Inc\.(?:,|$)/.test(issuer);

const trustFindings = (certificate: CertificateFacts, context: FindingContext): Finding[] => {
  const identities = context.file?.identityCount ?? 1;
  return [
    makeFinding('credential.key-matches'),
    makeFinding(isAppleIssuer(certificate.issuer) ? 'credential.issuer-apple' : 'credential.issuer-not-apple', {
      issuer: certificate.issuer,
    }),
    ...(identities > 1 ? [makeFinding('credential.several-identities', { count: identities })] : []),
    makeFinding('credential.revocation-unknown'),
  ];
};

type CertificateCredential = Extract<CredentialFacts, { kind: 'apns-certificate' }>;

/** A password may guard the file against changes only and leave the key readable. */
const protectionOf = (hadPassword: boolean, encryption: string): FindingCode => {
  if (!hadPassword) return 'credential.no-password';
  return encryption === 'none' ? 'credential.not-encrypted' : 'credential.has-password';
};

const containerFindings = ({ encryption, fileName, hadPassword }: CertificateCredential): Finding[] => {
  if (encryption.startsWith('PEM')) {
    const isNamedP12 = /\.(?:p12|pfx)$/i.test(fileName);
    return [makeFinding(isNamedP12 ? 'credential.pem-named-p12' : 'credential.pem-pair', { fileName })];
  }
  const found = [makeFinding(protectionOf(hadPassword, encryption))];
  if (/[^A-Za-z0-9._-]/.test(fileName)) found.push(makeFinding('credential.file-name', { fileName }));
  if (encryption.includes('RC2')) found.push(makeFinding('credential.legacy-encryption', { encryption }));
  if (encryption.includes('PBES2')) found.push(makeFinding('credential.modern-encryption', { encryption }));
  return found;
};

/** Everything to say of a push certificate and the file it came in. */
export const certificateFindings = (
  facts: CertificateCredential,
  nowMs: number,
  context: FindingContext,
): Finding[] => [
  ...dateFindings(facts.certificate, nowMs),
  ...kindFindings(facts.certificate),
  ...environmentFindings(facts.certificate, context),
  ...topicFindings(facts.certificate, context),
  ...trustFindings(facts.certificate, context),
  ...containerFindings(facts),
];
