import type {
  App,
  Credential,
  CredentialKeys,
  CredentialKeysPreview,
  Phrase,
  VendorId,
  VendorInfo,
} from '../../../../../shared/contract/index.ts';
import type { CallFailure } from '../../../client/errors.ts';

/** A vendor whose credentials are typed in. */
export type KeyVendor = VendorInfo & Required<Pick<VendorInfo, 'credentialForm'>>;

export const isKeyVendor = (vendor: VendorInfo): vendor is KeyVendor => (vendor.credentialForm ?? []).length > 0;

/** A key file as it was pasted, and the names of the secrets in it. What they are is never shown. */
export interface KeyFile {
  readonly text: string;
  readonly secretNames: readonly string[];
}

export interface KeysForm {
  readonly vendor: VendorId;
  readonly name: string;
  readonly appId: string | null;
  /** By field name. */
  readonly values: Readonly<Record<string, string>>;
  readonly keyFile: KeyFile | null;
  /** Make it the one the app sends with. */
  readonly useForApp: boolean;
}

/** Does the app send with nothing of this vendor yet? */
const lacks = (appId: string | null, vendor: VendorId, apps: readonly App[]): boolean =>
  apps.find(({ id }) => id === appId)?.credentialIds[vendor] === undefined && appId !== null;

const publicNames = (vendor: KeyVendor): readonly string[] =>
  vendor.credentialForm.filter(({ secret }) => !secret).map(({ name }) => name);

const only = (values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));

/** What the form begins with: nothing, or what is public of the credential that is renewed. */
export const keysForm = (vendor: KeyVendor, apps: readonly App[], replaced: Credential | null): KeysForm => {
  if (replaced) {
    const values = replaced.facts.kind === 'app-keys' ? only(replaced.facts.values, publicNames(vendor)) : {};
    const { name, appId } = replaced;
    return { vendor: vendor.id, name, appId, values, keyFile: null, useForApp: false };
  }
  const appId = apps.length === 1 ? (apps[0]?.id ?? null) : null;
  const useForApp = lacks(appId, vendor.id, apps);
  return { vendor: vendor.id, name: vendor.label, appId, values: {}, keyFile: null, useForApp };
};

/** Another vendor: its own fields, and its name unless the person has given another. */
export const withVendor = (form: KeysForm, before: KeyVendor, after: KeyVendor, apps: readonly App[]): KeysForm => ({
  ...form,
  vendor: after.id,
  name: form.name === before.label ? after.label : form.name,
  values: {},
  keyFile: null,
  useForApp: lacks(form.appId, after.id, apps),
});

/** Another app brings the question anew whether it shall send with this credential. */
export const withKeysApp = (form: KeysForm, appId: string | null, apps: readonly App[]): KeysForm => ({
  ...form,
  appId,
  useForApp: lacks(appId, form.vendor, apps),
});

/** A key file that was read: what is public of it stands in the fields, its secrets take the place of typed ones. */
export const withKeyFile = (form: KeysForm, text: string, read: CredentialKeysPreview, vendor: KeyVendor): KeysForm => {
  const kept = Object.entries(form.values).filter(([name]) => !read.secretNames.includes(name));
  return {
    ...form,
    values: { ...Object.fromEntries(kept), ...only(read.values, publicNames(vendor)) },
    keyFile: { text, secretNames: read.secretNames },
  };
};

/** The call that saves it. */
export const keysCall = (form: KeysForm, replaceId: string | null): CredentialKeys => ({
  vendor: form.vendor,
  name: form.name,
  appId: form.appId,
  values: { ...form.values },
  ...(form.keyFile === null ? {} : { keyFile: form.keyFile.text }),
  ...(replaceId === null ? {} : { replaceId }),
});

export type KeyProblems = Readonly<Record<string, Phrase>>;

const isProblem = (value: unknown): value is { readonly field: string; readonly phrase: Phrase } =>
  typeof value === 'object' &&
  value !== null &&
  'field' in value &&
  typeof value.field === 'string' &&
  'phrase' in value &&
  typeof value.phrase === 'object';

/** What the core says of single fields; empty for any other failure. */
export const problemsOfFailure = (failure: CallFailure | null): KeyProblems => {
  const fields = failure?.details['fields'];
  if (failure?.code !== 'api.bad-input' || !Array.isArray(fields)) return {};
  return Object.fromEntries(fields.filter(isProblem).map(({ field, phrase }) => [field, phrase]));
};

/** Without what is said of one field: it is being mended. */
export const withoutProblem = (problems: KeyProblems, field: string): KeyProblems => {
  const { [field]: _mended, ...others } = problems;
  return others;
};
