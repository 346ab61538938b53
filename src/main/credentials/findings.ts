import type { PushEnvironment } from '../../shared/contract/common.ts';
import type { CredentialFacts, Finding } from '../../shared/contract/credentials.ts';
import { assertNever } from '../../shared/kit/assert-never.ts';
import { certificateFindings, fitEnvironments, fitTopics } from './certificate-findings.ts';
import { makeFinding } from './finding-rules.ts';
import { setupFindings } from './setup-findings.ts';
import type { FindingContext } from './finding-context.ts';

/** A credential on its own. */
export const noContext: FindingContext = { app: null, file: null };

const appleId = /^[A-Z0-9]{10}$/;

const signingKeyFindings = (
  facts: Extract<CredentialFacts, { kind: 'apns-p8' }>,
  { app, file }: FindingContext,
): Finding[] => {
  const { keyId, teamId, environment, topics } = facts;
  const inName = file?.keyIdInName ?? '';
  const works: PushEnvironment[] = environment === 'both' ? ['sandbox', 'production'] : [environment];
  return [
    makeFinding('credential.signing-key'),
    // An empty ID is asked for, not found fault with.
    ...(keyId && !appleId.test(keyId) ? [makeFinding('credential.key-id-shape', { keyId })] : []),
    ...(keyId && inName && keyId !== inName ? [makeFinding('credential.key-id-differs', { keyId, inName })] : []),
    ...(teamId && !appleId.test(teamId) ? [makeFinding('credential.team-id-shape', { teamId })] : []),
    ...fitEnvironments(works, app?.environments ?? []),
    ...(topics && app?.bundleId ? [fitTopics(topics, app.bundleId)] : []),
    makeFinding('credential.signing-key-purpose'),
  ];
};

const serviceAccountFindings = (facts: Extract<CredentialFacts, { kind: 'fcm-service-account' }>): Finding[] => {
  const { host } = new URL(facts.tokenUri);
  const isGoogle = host === 'googleapis.com' || host.endsWith('.googleapis.com');
  return [
    makeFinding('credential.service-account-key', { projectId: facts.projectId }),
    ...(isGoogle ? [] : [makeFinding('credential.token-uri-elsewhere', { host })]),
  ];
};

const factFindings = (facts: CredentialFacts, nowMs: number, context: FindingContext): Finding[] => {
  switch (facts.kind) {
    case 'apns-certificate':
      return certificateFindings(facts, nowMs, context);
    case 'apns-p8':
      return signingKeyFindings(facts, context);
    case 'fcm-service-account':
      return serviceAccountFindings(facts);
    case 'app-keys':
      // Typed in, and checked field by field where they are typed.
      return [];
    default:
      return assertNever(facts);
  }
};

/**
 * Everything to say of a credential at an instant, good and bad. Cheap: findings are made anew whenever they are shown, because
 * dates and apps change. Nothing here blocks anything.
 */
export const findingsOf = (facts: CredentialFacts, nowMs: number, context: FindingContext = noContext): Finding[] => [
  ...factFindings(facts, nowMs, context),
  ...(context.setup ? setupFindings(facts, context.setup) : []),
  ...(context.file?.notes ?? []).map((note) => makeFinding(`credential.file-${note}`)),
];
