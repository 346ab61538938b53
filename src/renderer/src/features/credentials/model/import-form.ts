import type {
  App,
  Credential,
  CredentialFacts,
  CredentialImport,
  CredentialPreview,
} from '../../../../../shared/contract/index.ts';
import type { CallFailure } from '../../../client/errors.ts';
import { likelyApp } from './app-form.ts';
import { problemsOf, required, type Problems } from './draft.ts';

/** A file or a pasted text as it is sent: its bytes, and the name it came with (empty for a text). */
export interface ImportFile {
  readonly fileName: string;
  readonly contentB64: string;
}

/** The contract takes 2,000,000 characters of base64: three quarters of that in bytes. */
export const fileLimitBytes = 1_500_000;

/** Base64 of any bytes, in pieces because a call takes only so many arguments. */
export const toB64 = (bytes: Uint8Array): string => {
  const piece = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
};

/** The text of a file; bytes that are no UTF-8 become replacement characters. */
export const fromB64 = (contentB64: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(contentB64), (char) => char.charCodeAt(0)));

/** What the person says of a file beside its bytes. */
export interface ImportForm {
  readonly identity: number;
  readonly name: string;
  readonly appId: string | null;
  readonly teamId: string;
  readonly keyId: string;
  readonly environment: 'both' | 'sandbox' | 'production';
  /** Null: every topic of the team. */
  readonly topics: readonly string[] | null;
  /** Make it the one the app sends with. */
  readonly useForApp: boolean;
}

/** What a p8 file does not say. */
export type SigningKeyForm = Pick<ImportForm, 'teamId' | 'keyId' | 'environment' | 'topics'>;

/** What is said of a signing key; empty for anything else. */
export const p8Fields = (facts: CredentialFacts | undefined): SigningKeyForm =>
  facts?.kind === 'apns-p8'
    ? { teamId: facts.teamId, keyId: facts.keyId, environment: facts.environment, topics: facts.topics }
    : { teamId: '', keyId: '', environment: 'both', topics: null };

/** Does the app send with nothing of this vendor yet? */
const lacks = (app: App | null, preview: CredentialPreview): boolean =>
  app !== null && app.credentialIds[preview.vendor] === undefined;

/**
 * What the form begins with: what the file says, then what the replaced credential said. Of several identities the first one that
 * is a push certificate.
 */
export const importForm = (
  preview: CredentialPreview,
  apps: readonly App[],
  replaced: Credential | null,
): ImportForm => {
  const best =
    preview.identities.find(({ findings }) => findings.some(({ code }) => code === 'credential.push-certificate')) ??
    preview.identities[0];
  const read = p8Fields(best?.facts);
  const before = p8Fields(replaced?.facts);
  const app = best ? likelyApp(best.facts, apps) : null;
  return {
    identity: best?.index ?? 0,
    name: replaced?.name ?? preview.suggestedName,
    appId: replaced ? replaced.appId : (app?.id ?? null),
    teamId: read.teamId || before.teamId,
    keyId: read.keyId,
    environment: replaced ? before.environment : read.environment,
    topics: replaced ? before.topics : read.topics,
    useForApp: replaced === null && lacks(app, preview),
  };
};

/** What a name that nobody has typed follows: the identity that is chosen. */
const nameOf = (preview: CredentialPreview, index: number): string => {
  const facts = preview.identities.find((one) => one.index === index)?.facts;
  return facts?.kind === 'apns-certificate' ? facts.certificate.commonName : preview.suggestedName;
};

/** Another identity of the file: its own name and app, unless the person has given others. */
export const withIdentity = (
  form: ImportForm,
  index: number,
  preview: CredentialPreview,
  apps: readonly App[],
): Partial<ImportForm> => {
  const isNamed = form.name !== preview.suggestedName && form.name !== nameOf(preview, form.identity);
  const facts = preview.identities.find((one) => one.index === index)?.facts;
  const app = facts ? likelyApp(facts, apps) : null;
  return {
    identity: index,
    ...(isNamed ? {} : { name: nameOf(preview, index) }),
    ...(app ? withImportApp(app.id, apps, preview) : {}),
  };
};

/** Another app brings the question anew whether it shall send with this credential. */
export const withImportApp = (
  appId: string | null,
  apps: readonly App[],
  preview: CredentialPreview,
): Pick<ImportForm, 'appId' | 'useForApp'> => ({
  appId,
  useForApp: lacks(apps.find((app) => app.id === appId) ?? null, preview),
});

/** Apple's IDs of teams and keys: ten capital letters and digits. Source: Apple, «Establishing a token-based connection to APNs». */
const appleId = /^[A-Z0-9]{10}$/;

/** True for what has been typed and is no ID of Apple's; the core warns too, and takes it all the same. */
export const isOddAppleId = (text: string): boolean => text.trim() !== '' && !appleId.test(text.trim());

/** What is still missing of a signing key. */
export const signingKeyProblems = (form: SigningKeyForm) => ({
  teamId: required(form.teamId, 'credentials.problem.teamId'),
  keyId: required(form.keyId, 'credentials.problem.keyId'),
  topics:
    form.topics !== null && tidyTopics(form.topics).length === 0
      ? { id: 'credentials.problem.topics', isMissing: true }
      : undefined,
});

export const importProblems = (form: ImportForm, preview: CredentialPreview): Problems<ImportForm> =>
  problemsOf<ImportForm>({
    name: required(form.name, 'credentials.problem.name'),
    ...(preview.kind === 'apns-p8' ? signingKeyProblems(form) : {}),
  });

export const tidyTopics = (topics: readonly string[]): string[] =>
  topics.map((topic) => topic.trim()).filter((topic) => topic !== '');

/** The call that saves it. */
export const importCall = (
  file: ImportFile,
  password: string | null,
  form: ImportForm,
  preview: CredentialPreview,
  replaceId: string | null,
): CredentialImport => ({
  file: { ...file, ...(password === null ? {} : { password }) },
  name: form.name,
  appId: form.appId,
  identity: form.identity,
  ...(preview.kind === 'apns-p8'
    ? {
        teamId: form.teamId,
        keyId: form.keyId,
        environment: form.environment,
        topics: form.topics === null ? null : tidyTopics(form.topics),
      }
    : {}),
  ...(replaceId === null ? {} : { replaceId }),
});

/** Does the file only wait for its password? Everything else that stops an import is said of the file. */
export const asksPassword = (failure: CallFailure | null): boolean =>
  failure?.code === 'credential.password-needed' || failure?.code === 'credential.bad-password';

/** The call's part for what changed of a stored credential: what belongs to its key alone goes together. */
export const credentialPatch = ({
  name,
  appId,
  teamId,
  keyId,
  environment,
  topics,
}: Partial<SigningKeyForm> & { readonly name?: string; readonly appId?: string | null }) => {
  const signingKey = {
    ...(teamId === undefined ? {} : { teamId }),
    ...(keyId === undefined ? {} : { keyId }),
    ...(environment === undefined ? {} : { environment }),
    ...(topics === undefined ? {} : { topics: topics === null ? null : tidyTopics(topics) }),
  };
  return {
    ...(name === undefined ? {} : { name }),
    ...(appId === undefined ? {} : { appId }),
    ...(Object.keys(signingKey).length === 0 ? {} : { signingKey }),
  };
};
