import type { PushEnvironment } from '../../shared/contract/common.ts';
import type { CredentialFacts, Finding } from '../../shared/contract/credentials.ts';
import type { SetupContext } from './finding-context.ts';
import { makeFinding } from './finding-rules.ts';

/** Where a credential works; both where it does not say. */
const worksIn = (facts: CredentialFacts): readonly PushEnvironment[] => {
  if (facts.kind === 'apns-certificate' && facts.certificate.environments.length > 0)
    return facts.certificate.environments;
  if (facts.kind === 'apns-p8' && facts.environment !== 'both') return [facts.environment];
  return ['sandbox', 'production'];
};

const list = (items: readonly (string | number)[]): string => [...new Set(items)].join(', ');

/** What the app reports with its token has to be the ID of the credential that pushes to it (Tencent's businessID). */
const reportFindings = ({ certificateId, phones }: SetupContext): Finding[] => {
  const reporting = phones.filter((phone) => phone.certificateId !== null);
  const others = reporting.filter((phone) => phone.certificateId !== certificateId);
  if (reporting.length === 0) return [];
  if (others.length < reporting.length) return [makeFinding('credential.id-reported', { certificateId })];
  const ids = list(others.map((phone) => phone.certificateId ?? ''));
  return [
    makeFinding('credential.id-not-reported', { certificateId, ids, phones: list(others.map(({ name }) => name)) }),
  ];
};

/** Several apps may share an SDKAppID; each has a certificate of its own. A signing key of Apple serves all of a team's apps. */
const appFindings = (facts: CredentialFacts, { apps }: SetupContext): Finding[] => {
  if (facts.kind !== 'apns-certificate' || apps.length === 0) return [];
  const identifiers = new Set(apps.map(({ identifier }) => identifier));
  return identifiers.size > 1
    ? [makeFinding('credential.several-apps', { names: list(apps.map(({ name }) => name)) })]
    : [makeFinding('credential.own-app', { name: apps[0]?.name ?? '' })];
};

/** Development builds sometimes get no device token. */
const tokenFindings = ({ phones }: SetupContext): Finding[] => {
  const without = phones.filter(({ environment, hasToken }) => environment === 'sandbox' && !hasToken);
  return without.length === 0
    ? []
    : [makeFinding('credential.sandbox-token', { phones: list(without.map(({ name }) => name)) })];
};

/** What Tencent's setup rules say of a stored credential and of the phones it serves. APNs only. */
export const setupFindings = (facts: CredentialFacts, setup: SetupContext): Finding[] => {
  if (facts.kind === 'fcm-service-account') return reportFindings(setup);
  const works = worksIn(facts);
  const served = { ...setup, phones: setup.phones.filter(({ environment }) => works.includes(environment)) };
  return [...appFindings(facts, served), ...reportFindings(served), ...tokenFindings(served)];
};
