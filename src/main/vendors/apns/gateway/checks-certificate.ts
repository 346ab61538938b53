import type { CredentialFacts } from '../../../../shared/contract/index.ts';
import { isSigningCertificate, type PushCertificate } from './certificate.ts';
import { defineCheck, type CheckRule } from './check.ts';

const environment = defineCheck('certificate-environment', 'BadCertificateEnvironment', 'documented');
const certificate = defineCheck('certificate', 'BadCertificate', 'documented');

/** A certificate that names no environment is not held against it. */
const checkEnvironment: CheckRule = (asked) => {
  const shown = asked.certificate;
  if (shown === null || shown === 'unreadable') return environment.notReached;
  if (shown.environments.length === 0) return environment.unverified('none', undefined, 'guess');
  if (shown.environments.includes(asked.environment)) return environment.passed;
  return environment.failed('failed', { has: shown.environments.join(', '), needs: asked.environment });
};

const plain = (fingerprint: string): string => fingerprint.replace(/[^0-9a-fA-F]/g, '').toLowerCase();

const isKnown = ({ sha256 }: PushCertificate, credentials: readonly CredentialFacts[]): boolean =>
  credentials.some((facts) => facts.kind === 'apns-certificate' && plain(facts.certificate.sha256) === sha256);

const day = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

const checkCertificate: CheckRule = ({ certificate: shown, input }) => {
  if (shown === null || shown === 'unreadable') return certificate.failed('unreadable');
  if (isSigningCertificate(shown)) return certificate.failed('signing', { name: shown.commonName });
  if (shown.notAfterMs < input.nowMs) return certificate.failed('expired', { day: day(shown.notAfterMs) }, 'guess');
  if (shown.notBeforeMs > input.nowMs) return certificate.failed('early', { day: day(shown.notBeforeMs) }, 'guess');
  if (shown.topics.length === 0) return certificate.failed('no-topic', { name: shown.commonName }, 'guess');
  if (isKnown(shown, input.registry.credentials)) return certificate.passed;
  return input.settings.mode === 'strict'
    ? certificate.failed('unknown', { name: shown.commonName })
    : certificate.unverified('unknown', { name: shown.commonName });
};

/** Looked at first of all: APNs ends the connection over it instead of answering. */
export const certificateOpening: readonly CheckRule[] = [checkEnvironment];
/** Who is asking, by client certificate. */
export const certificateChecks: readonly CheckRule[] = [checkCertificate];
