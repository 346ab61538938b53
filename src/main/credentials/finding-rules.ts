import type { Certainty, Phrase, Source } from '../../shared/contract/common.ts';
import type { Finding } from '../../shared/contract/credentials.ts';
import { sources } from './sources.ts';

/** What is fixed about a finding. Its words are in the catalogues under its code; `hasFix` adds `<code>.fix`. */
export interface FindingRule {
  readonly severity: Finding['severity'];
  readonly certainty: Certainty;
  readonly source: Source;
  readonly hasFix: boolean;
  readonly help: HelpSection;
}

/** Sections of docs/credentials.md, by the name of their anchor. */
export const helpSections = [
  'steps',
  'kind',
  'file-name',
  'password',
  'encryption',
  'private-key',
  'dates',
  'renew',
  'issuer',
  'environment',
  'topics',
  'certificate-id',
  'apps',
  'device-token',
  'signing-keys',
  'service-accounts',
  'provider-tokens',
  'check',
  'test-files',
  'links',
] as const;
export type HelpSection = (typeof helpSections)[number];

const rule = (
  severity: Finding['severity'],
  hasFix: boolean,
  certainty: Certainty,
  source: keyof typeof sources,
  help: HelpSection,
): FindingRule => ({ severity, certainty, source: sources[source], hasFix, help });

/** Every finding there is. Thresholds of the two expiry rules are our choice; that an expired certificate fails is not. */
export const findingRules = {
  'credential.expired': rule('error', true, 'documented', 'x509', 'dates'),
  'credential.not-yet-valid': rule('error', true, 'documented', 'x509', 'dates'),
  'credential.expires-within-7-days': rule('error', true, 'guess', 'x509', 'renew'),
  'credential.expires-within-30-days': rule('warning', true, 'guess', 'x509', 'renew'),
  'credential.dates-fit': rule('passed', false, 'documented', 'x509', 'dates'),

  'credential.code-signing': rule('error', true, 'measured', 'nwPusher', 'kind'),
  'credential.not-push': rule('error', true, 'measured', 'nwPusher', 'kind'),
  'credential.push-certificate': rule('passed', false, 'measured', 'nwPusher', 'kind'),

  'credential.environments': rule('info', false, 'documented', 'appleCertificate', 'environment'),
  'credential.environments-unknown': rule('info', false, 'guess', 'nwPusher', 'environment'),
  'credential.wrong-environment': rule('error', true, 'documented', 'appleCertificate', 'environment'),
  'credential.environment-missing': rule('warning', true, 'documented', 'appleCertificate', 'environment'),
  'credential.environment-fits': rule('passed', false, 'documented', 'appleCertificate', 'environment'),

  'credential.no-topics': rule('warning', true, 'measured', 'pushy', 'topics'),
  'credential.wildcard-topic': rule('error', true, 'documented', 'tencentIos', 'topics'),
  'credential.topic-required': rule('info', false, 'documented', 'appleCertificate', 'topics'),
  'credential.topic-missing': rule('error', true, 'documented', 'appleCertificate', 'topics'),
  'credential.topic-fits': rule('passed', false, 'documented', 'appleCertificate', 'topics'),

  'credential.issuer-not-apple': rule('info', false, 'documented', 'appleCertificate', 'issuer'),
  'credential.issuer-apple': rule('passed', false, 'documented', 'appleCertificate', 'issuer'),
  'credential.key-matches': rule('passed', false, 'measured', 'pushy', 'private-key'),
  'credential.several-identities': rule('info', false, 'measured', 'pushy', 'private-key'),
  'credential.revocation-unknown': rule('info', true, 'guess', 'appleCertificate', 'issuer'),

  'credential.no-password': rule('error', true, 'documented', 'tencentIos', 'password'),
  'credential.has-password': rule('passed', false, 'documented', 'tencentIos', 'password'),
  'credential.not-encrypted': rule('error', true, 'measured', 'pushy', 'encryption'),
  'credential.file-name': rule('warning', true, 'documented', 'tencentIos', 'file-name'),
  'credential.legacy-encryption': rule('warning', true, 'measured', 'nodeLegacy', 'encryption'),
  'credential.modern-encryption': rule('info', true, 'reported', 'opensslModern', 'encryption'),
  'credential.pem-pair': rule('info', true, 'documented', 'tencentIos', 'encryption'),
  'credential.pem-named-p12': rule('warning', true, 'measured', 'pushy', 'encryption'),

  'credential.id-reported': rule('passed', false, 'documented', 'tencentIos', 'certificate-id'),
  'credential.id-not-reported': rule('error', true, 'documented', 'tencentIos', 'certificate-id'),
  'credential.own-app': rule('passed', false, 'documented', 'tencentIos', 'apps'),
  'credential.several-apps': rule('error', true, 'documented', 'tencentIos', 'apps'),
  'credential.sandbox-token': rule('warning', true, 'documented', 'tencentIos', 'device-token'),

  'credential.signing-key': rule('passed', false, 'documented', 'appleToken', 'signing-keys'),
  'credential.signing-key-purpose': rule('info', true, 'documented', 'appleToken', 'signing-keys'),
  'credential.key-id-shape': rule('warning', true, 'documented', 'appleToken', 'signing-keys'),
  'credential.key-id-differs': rule('warning', true, 'guess', 'appleToken', 'signing-keys'),
  'credential.team-id-shape': rule('warning', true, 'documented', 'appleToken', 'signing-keys'),

  'credential.service-account-key': rule('passed', false, 'documented', 'googleServiceAccount', 'service-accounts'),
  'credential.token-uri-elsewhere': rule('info', true, 'documented', 'googleServiceAccount', 'service-accounts'),

  'credential.file-base64-text': rule('info', false, 'guess', 'googleServiceAccount', 'encryption'),
  'credential.file-escaped-newlines': rule('warning', true, 'reported', 'googleServiceAccount', 'encryption'),
  'credential.file-utf16-text': rule('info', false, 'guess', 'googleServiceAccount', 'encryption'),
} as const satisfies Record<string, FindingRule>;
export type FindingCode = keyof typeof findingRules;

/** Makes a finding. `variant` picks other words for the same code: `<code>.<variant>`. */
export function makeFinding(code: FindingCode, params: Phrase['params'] = {}, variant = ''): Finding {
  const { severity, certainty, hasFix, help } = findingRules[code];
  const phrase = { id: variant ? `${code}.${variant}` : code, params };
  return hasFix
    ? { code, severity, phrase, fix: { id: `${code}.fix`, params }, certainty, help }
    : { code, severity, phrase, certainty, help };
}
