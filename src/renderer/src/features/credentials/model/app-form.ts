import type { App, AppInput, CredentialFacts, Platform, VendorId } from '../../../../../shared/contract/index.ts';
import { problemsOf, required, type Problems } from './draft.ts';

/** An app as its editor holds it. */
export type AppForm = AppInput;

export const newApp: AppForm = {
  name: '',
  identifiers: {},
  credentialIds: {},
  channelIds: [],
  presentsInForeground: true,
};

export const appForm = ({ name, identifiers, credentialIds, channelIds, presentsInForeground }: App): AppForm => ({
  name,
  identifiers,
  credentialIds,
  channelIds,
  presentsInForeground,
});

/** Identifiers with one changed; an empty one is none. */
export const withIdentifier = (form: AppForm, platform: Platform, text: string): Pick<AppForm, 'identifiers'> => {
  const { [platform]: _before, ...others } = form.identifiers;
  return { identifiers: text === '' ? others : { ...others, [platform]: text } };
};

/** The app's choice of a credential for one vendor; an empty id takes the choice back. */
export const withCredential = (
  { credentialIds }: Pick<AppForm, 'credentialIds'>,
  vendor: VendorId,
  id: string,
): Pick<AppForm, 'credentialIds'> => {
  const { [vendor]: _before, ...others } = credentialIds;
  return { credentialIds: id === '' ? others : { ...others, [vendor]: id } };
};

/** What a save sends: without the empty rows of the channel list. */
export const tidyApp = <T extends Partial<AppForm>>(form: T): T =>
  form.channelIds === undefined
    ? form
    : { ...form, channelIds: form.channelIds.map((id) => id.trim()).filter((id) => id !== '') };

export const appProblems = (form: AppForm): Problems<AppForm> => {
  const channels = form.channelIds.map((id) => id.trim()).filter((id) => id !== '');
  const twice = channels.find((id, index) => channels.indexOf(id) !== index);
  return problemsOf<AppForm>({
    name: required(form.name, 'credentials.problem.name'),
    identifiers: Object.values(form.identifiers).some((text) => /\s/.test(text.trim()))
      ? { id: 'credentials.problem.identifierSpaces' }
      : undefined,
    channelIds: twice === undefined ? undefined : { id: 'credentials.problem.channelTwice', params: { id: twice } },
  });
};

const namesBundle = (facts: CredentialFacts, bundleId: string): boolean =>
  facts.kind === 'apns-certificate' &&
  facts.certificate.topics.some(({ topic }) => topic === bundleId || topic.startsWith(`${bundleId}.`));

/**
 * The app a credential is likely for: the one a certificate names, and for what names none the only one there is; null when several
 * could be meant, or the app it names is not here.
 */
export const likelyApp = (facts: CredentialFacts, apps: readonly App[]): App | null => {
  const named = apps.filter(({ identifiers }) => identifiers.ios !== undefined && namesBundle(facts, identifiers.ios));
  const namesOne = facts.kind === 'apns-certificate' && facts.certificate.topics.length > 0;
  const candidates = namesOne ? named : apps;
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
};
