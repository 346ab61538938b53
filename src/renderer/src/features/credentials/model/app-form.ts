import type { App, CredentialFacts, Platform, VendorId } from '../../../../../shared/contract/index.ts';
import { actionRows, actionsProblem, type ActionRow } from './app-actions.ts';
import { tidyConsole } from './console-form.ts';
import { problemsOf, required, type Problems } from './draft.ts';

/** An app as its editor holds it: every field, the buttons of its categories as rows. */
export type AppForm = Omit<App, 'id' | 'createdAtMs' | 'updatedAtMs' | 'categories'> & {
  readonly categories: readonly ActionRow[];
};

export const newApp: AppForm = {
  name: '',
  identifiers: {},
  credentialIds: {},
  channelIds: [],
  presentsInForeground: true,
  console: {},
  soundFiles: [],
  pushTemplates: [],
  loginPolicy: 'multi',
  foregroundOptions: { banner: true, list: true, sound: true, badge: true },
  categories: [],
};

export const appForm = ({ id: _id, createdAtMs: _created, updatedAtMs: _updated, ...form }: App): AppForm => ({
  ...form,
  categories: actionRows(form.categories),
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

const trimmed = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '');

/** What a save sends: without the empty rows of its lists, and without console settings that say nothing. */
export const tidyApp = <T extends Partial<AppForm>>(form: T): T => ({
  ...form,
  ...(form.channelIds && { channelIds: trimmed(form.channelIds) }),
  ...(form.soundFiles && { soundFiles: trimmed(form.soundFiles) }),
  ...(form.pushTemplates && { pushTemplates: form.pushTemplates.filter(({ id }) => id.trim() !== '') }),
  ...(form.console && { console: tidyConsole(form.console) }),
});

const firstTwice = (values: readonly string[]): string | undefined =>
  values.find((value, index) => values.indexOf(value) !== index);

export const appProblems = (form: AppForm): Problems<AppForm> => {
  const twice = firstTwice(trimmed(form.channelIds));
  const template = firstTwice(trimmed(form.pushTemplates.map(({ id }) => id)));
  return problemsOf<AppForm>({
    name: required(form.name, 'credentials.problem.name'),
    identifiers: Object.values(form.identifiers).some((text) => /\s/.test(text.trim()))
      ? { id: 'credentials.problem.identifierSpaces' }
      : undefined,
    channelIds: twice === undefined ? undefined : { id: 'credentials.problem.channelTwice', params: { id: twice } },
    categories: actionsProblem(form.categories),
    pushTemplates:
      template === undefined ? undefined : { id: 'credentials.problem.templateTwice', params: { id: template } },
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
