import type { App, Credential, Device, Phrase } from '../../../../../shared/contract/index.ts';
import { entryKey, newKey } from './chosen.ts';

/** The four steps of Tencent's guide for APNs, in their order. */
export const setupStepIds = ['certificate', 'upload', 'token', 'report'] as const;
export type SetupStepId = (typeof setupStepIds)[number];

export interface SetupStep {
  readonly id: SetupStepId;
  /** `open`: there is nothing yet that could be right or wrong. */
  readonly state: 'passed' | 'failed' | 'open';
  readonly phrase: Phrase;
  /** Entry of this place where the step is done. */
  readonly at: string;
}

/** Findings that stop a credential from pushing to the app, worst first. */
const certificateFaults = [
  'credential.expired',
  'credential.not-yet-valid',
  'credential.code-signing',
  'credential.not-push',
  'credential.wildcard-topic',
  'credential.topic-missing',
  'credential.wrong-environment',
];
/** Findings about what Tencent's console takes. */
const uploadFaults = [
  'credential.no-password',
  'credential.not-encrypted',
  'credential.file-name',
  'credential.several-apps',
];

type Said = Pick<SetupStep, 'state' | 'phrase'>;
const said = (state: SetupStep['state'], id: string, params: Phrase['params'] = {}): Said => ({
  state,
  phrase: { id: `credentials.setup.${id}`, params },
});

/** The sentence of the first fault a credential has; null when it has none of them. */
const faultOf = ({ findings }: Credential, codes: readonly string[]): Said | null => {
  for (const code of codes) {
    const found = findings.find((finding) => finding.code === code);
    if (found) return { state: 'failed', phrase: found.phrase };
  }
  return null;
};

const certificateStep = (credential: Credential | undefined): Said => {
  if (!credential) return said('failed', 'certificate.none');
  const { name, locked } = credential;
  if (locked) return said('failed', 'certificate.locked', { name });
  return faultOf(credential, certificateFaults) ?? said('passed', 'certificate.passed', { name });
};

const uploadStep = (credential: Credential | undefined): Said => {
  if (!credential) return said('open', 'upload.none');
  return faultOf(credential, uploadFaults) ?? said('passed', 'upload.passed', { id: credential.certificateId });
};

const names = (devices: readonly Device[]): string => devices.map(({ name }) => name).join(', ');

const tokenStep = (phones: readonly Device[]): Said => {
  if (phones.length === 0) return said('open', 'token.none');
  const without = phones.filter(({ token }) => token === null);
  if (without.length === 0) return said('passed', 'token.passed', { phones: names(phones) });
  const isSandbox = without.every(({ environment }) => environment === 'sandbox');
  return said('failed', isSandbox ? 'token.sandbox' : 'token.missing', { phones: names(without) });
};

/** The report counts when it came after a login that still stands, and named this credential or none. */
const reportStep = (phones: readonly Device[], credential: Credential | undefined): Said => {
  const having = phones.filter(({ token }) => token !== null);
  if (having.length === 0) return said('open', 'report.none');
  const first = (is: (device: Device) => boolean) => having.find(is);
  const out = first(({ loginState }) => loginState !== 'logged-in');
  if (out) return said('failed', 'report.loggedOut', { phone: out.name });
  const never = first(({ tokenReportedAtMs }) => tokenReportedAtMs === null);
  if (never) return said('failed', 'report.never', { phone: never.name });
  const stale = first(
    ({ tokenReportedAtMs, lastLoginAtMs }) => lastLoginAtMs !== null && (tokenReportedAtMs ?? 0) < lastLoginAtMs,
  );
  if (stale) return said('failed', 'report.beforeLogin', { phone: stale.name });
  const other = first(({ certificateId }) => certificateId !== null && certificateId !== credential?.certificateId);
  if (other && credential) {
    const params = { phone: other.name, id: other.certificateId ?? '', right: credential.certificateId };
    return said('failed', 'report.otherId', params);
  }
  return said('passed', 'report.passed', { phones: names(having) });
};

/** How far an app is set up for offline push on iOS; empty for an app without a bundle ID. */
export const setupSteps = (
  app: App,
  credentials: readonly Credential[],
  devices: readonly Device[],
): readonly SetupStep[] => {
  if (!app.identifiers.ios) return [];
  const credential = credentials.find(({ id }) => id === app.credentialIds.apns);
  const phones = devices.filter(({ appId, vendor }) => appId === app.id && vendor === 'apns');
  const atCredential = credential ? entryKey('credential', credential.id) : newKey('credential');
  const token = tokenStep(phones);
  const report = reportStep(phones, credential);
  const named = (phrase: Phrase) =>
    phones.find(({ name }) => name === (phrase.params?.['phone'] ?? phrase.params?.['phones']));
  const atPhone = (phrase: Phrase) => {
    const phone = named(phrase) ?? phones[0];
    return phone ? entryKey('device', phone.id) : newKey('device', app.id);
  };
  return [
    { id: 'certificate', at: atCredential, ...certificateStep(credential) },
    { id: 'upload', at: atCredential, ...uploadStep(credential) },
    { id: 'token', at: atPhone(token.phrase), ...token },
    { id: 'report', at: atPhone(report.phrase), ...report },
  ];
};
