import type { Certainty, Phrase, Source } from '../../shared/contract/common.ts';
import type { Finding } from '../../shared/contract/credentials.ts';
import { sources } from './sources.ts';

/** What is fixed about a finding. Its words are in the catalogues under its code; `hasFix` adds `<code>.fix`. */
export interface FindingRule {
  readonly severity: Finding['severity'];
  readonly certainty: Certainty;
  readonly source: Source;
  readonly hasFix: boolean;
}

const rule = (
  severity: Finding['severity'],
  hasFix: boolean,
  certainty: Certainty,
  source: keyof typeof sources,
): FindingRule => ({ severity, certainty, source: sources[source], hasFix });

/** Every finding there is. Thresholds of the two expiry rules are our choice; that an expired certificate fails is not. */
export const findingRules = {
  'credential.expired': rule('error', true, 'documented', 'x509'),
  'credential.not-yet-valid': rule('error', true, 'documented', 'x509'),
  'credential.expires-within-7-days': rule('error', true, 'guess', 'x509'),
  'credential.expires-within-30-days': rule('warning', true, 'guess', 'x509'),
  'credential.dates-fit': rule('passed', false, 'documented', 'x509'),

  'credential.code-signing': rule('error', true, 'measured', 'nwPusher'),
  'credential.not-push': rule('error', true, 'measured', 'nwPusher'),
  'credential.push-certificate': rule('passed', false, 'measured', 'nwPusher'),

  'credential.environments': rule('info', false, 'documented', 'appleCertificate'),
  'credential.environments-unknown': rule('info', false, 'guess', 'nwPusher'),
  'credential.wrong-environment': rule('error', true, 'documented', 'appleCertificate'),
  'credential.environment-missing': rule('warning', true, 'documented', 'appleCertificate'),
  'credential.environment-fits': rule('passed', false, 'documented', 'appleCertificate'),

  'credential.no-topics': rule('warning', true, 'measured', 'pushy'),
  'credential.wildcard-topic': rule('error', true, 'documented', 'tencentIos'),
  'credential.topic-required': rule('info', false, 'documented', 'appleCertificate'),
  'credential.topic-missing': rule('error', true, 'documented', 'appleCertificate'),
  'credential.topic-fits': rule('passed', false, 'documented', 'appleCertificate'),

  'credential.issuer-not-apple': rule('info', false, 'documented', 'appleCertificate'),
  'credential.issuer-apple': rule('passed', false, 'documented', 'appleCertificate'),
  'credential.key-matches': rule('passed', false, 'measured', 'pushy'),
  'credential.several-identities': rule('info', false, 'measured', 'pushy'),
  'credential.revocation-unknown': rule('info', true, 'guess', 'appleCertificate'),

  'credential.no-password': rule('error', true, 'documented', 'tencentIos'),
  'credential.has-password': rule('passed', false, 'documented', 'tencentIos'),
  'credential.not-encrypted': rule('error', true, 'measured', 'pushy'),
  'credential.file-name': rule('warning', true, 'documented', 'tencentIos'),
  'credential.legacy-encryption': rule('warning', true, 'measured', 'nodeLegacy'),
  'credential.modern-encryption': rule('info', true, 'reported', 'opensslModern'),
  'credential.pem-pair': rule('info', true, 'documented', 'tencentIos'),
  'credential.pem-named-p12': rule('warning', true, 'measured', 'pushy'),

  'credential.signing-key': rule('passed', false, 'documented', 'appleToken'),
  'credential.signing-key-purpose': rule('info', true, 'documented', 'appleToken'),
  'credential.key-id-shape': rule('warning', true, 'documented', 'appleToken'),
  'credential.key-id-differs': rule('warning', true, 'guess', 'appleToken'),
  'credential.team-id-shape': rule('warning', true, 'documented', 'appleToken'),

  'credential.service-account-key': rule('passed', false, 'documented', 'googleServiceAccount'),
  'credential.token-uri-elsewhere': rule('info', true, 'documented', 'googleServiceAccount'),

  'credential.file-base64-text': rule('info', false, 'guess', 'googleServiceAccount'),
  'credential.file-escaped-newlines': rule('warning', true, 'reported', 'googleServiceAccount'),
  'credential.file-utf16-text': rule('info', false, 'guess', 'googleServiceAccount'),
} as const satisfies Record<string, FindingRule>;
export type FindingCode = keyof typeof findingRules;

/** Makes a finding. `variant` picks other words for the same code: `<code>.<variant>`. */
export function makeFinding(code: FindingCode, params: Phrase['params'] = {}, variant = ''): Finding {
  const { severity, certainty, hasFix } = findingRules[code];
  const phrase = { id: variant ? `${code}.${variant}` : code, params };
  return hasFix
    ? { code, severity, phrase, fix: { id: `${code}.fix`, params }, certainty }
    : { code, severity, phrase, certainty };
}
