import type { CredentialFacts, CredentialKeys, CredentialKeysPreview, Phrase } from '../../shared/contract/index.ts';
import { AppError, isAppError } from '../../shared/contract/errors.ts';
import type { CredentialField, Vendor } from '../vendors/vendor.ts';
import { readPairs } from './pairs.ts';
import type { OpenedCredential } from './reader.ts';

/** What has to be known of a vendor to take its keys. */
export type KeyVendor = Pick<Vendor, 'id' | 'label'> & {
  readonly auth: Pick<Vendor['auth'], 'form' | 'readKeyFile' | 'publicValues' | 'plan'>;
  readonly sender: Pick<Vendor['sender'], 'hosts'>;
};
type Values = Readonly<Record<string, string>>;
type Given = Pick<CredentialKeys, 'values' | 'keyFile'>;
type KeyFacts = Extract<CredentialFacts, { kind: 'app-keys' }>;

/** What is said of a form as a whole; each has words under `credential.keys.<name>`. A value's own mistakes are the vendor's to say. */
export const keyProblems = ['incomplete', 'missing', 'no-form', 'not-key-file', 'refused', 'unknown-field'] as const;

const phrase = (name: (typeof keyProblems)[number], params: NonNullable<Phrase['params']> = {}): Phrase => ({
  id: `credential.keys.${name}`,
  params,
});

const formOf = ({ auth, id, label }: KeyVendor): readonly CredentialField[] => {
  if (!auth.form?.length) {
    throw new AppError('credential.unsupported', { vendor: id, reason: phrase('no-form', { vendor: label }) });
  }
  return auth.form;
};

/** The values of a key file, or of names and values as they were copied. AppError `credential.unreadable` when none is in the text. */
const fromFile = ({ auth, id, label }: KeyVendor, keyFile: string | undefined): Values => {
  if (keyFile === undefined) return {};
  const read = auth.readKeyFile?.(keyFile) ?? readPairs(id, auth.form ?? [], keyFile);
  if (!read) throw new AppError('credential.unreadable', { reason: phrase('not-key-file', { vendor: label }) });
  return read;
};

/** Values by field name: what was typed, and where nothing was, what the key file says. Empty ones are left out. */
const filled = (form: readonly CredentialField[], typed: Values, file: Values): Values =>
  Object.fromEntries(
    form
      .map(({ name }) => [name, typed[name]?.trim() || file[name]?.trim() || ''] as const)
      .filter(([, value]) => value !== ''),
  );

const problemOf = (field: CredentialField, value: string | undefined): Phrase | null => {
  if (value !== undefined) return field.check(value);
  return field.required ? phrase('missing', { field: field.label }) : null;
};

/** Forms with several sets of values, one of which is enough, are complete when a request can be planned with them. */
const isComplete = ({ auth, sender }: KeyVendor, facts: KeyFacts, secret: Values): boolean => {
  try {
    auth.plan({ id: '', facts, secret }, sender.hosts[0]?.origin ?? '');
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
};

interface ReadKeys {
  readonly facts: KeyFacts;
  readonly secret: Values;
  readonly problems: CredentialKeysPreview['problems'];
}

/** Sorts what was typed into public values and secrets, and says what is wrong with it. No problem holds a value. */
const readKeys = (vendor: KeyVendor, given: Given): ReadKeys => {
  const form = formOf(vendor);
  const values = filled(form, given.values, fromFile(vendor, given.keyFile));
  const pick = (secret: boolean): Record<string, string> =>
    Object.fromEntries(
      form.flatMap((field) => {
        const value = values[field.name];
        return field.secret === secret && value !== undefined ? [[field.name, value]] : [];
      }),
    );
  const secret = pick(true);
  const derived = vendor.auth.publicValues?.(values) ?? {};
  const facts: KeyFacts = {
    kind: 'app-keys',
    vendor: vendor.id,
    values: { ...pick(false), ...derived },
    secretNames: Object.keys(secret),
  };
  const names = new Set(form.map(({ name }) => name));
  const known = [...names].join(', ');
  const problems = [
    ...form.flatMap((field) => {
      const found = problemOf(field, values[field.name]);
      return found ? [{ field: field.name, phrase: found }] : [];
    }),
    // A name that is not the form's is not repeated: who mixes up names and values sends a secret as one.
    ...(Object.keys(given.values).every((name) => names.has(name))
      ? []
      : [{ field: null, phrase: phrase('unknown-field', { vendor: vendor.label, fields: known }) }]),
  ];
  if (problems.length > 0 || isComplete(vendor, facts, secret)) return { facts, secret, problems };
  const incomplete = phrase('incomplete', { vendor: vendor.label });
  return { facts, secret, problems: [{ field: null, phrase: incomplete }] };
};

/**
 * What a form holds so far, without its secrets. AppError `credential.unsupported` for a vendor without a form and
 * `credential.unreadable` for a text that is not its key file.
 */
export const previewKeys = (vendor: KeyVendor, given: Given): CredentialKeysPreview => {
  const { facts, problems } = readKeys(vendor, given);
  return { values: facts.values, secretNames: facts.secretNames, problems };
};

/**
 * A filled form as a credential. Throws the errors of `previewKeys`, and `api.bad-input` with `details.fields`: the fields that are
 * wrong, each with a phrase; none with its value.
 */
export const openKeys = (vendor: KeyVendor, given: Given): Pick<OpenedCredential, 'facts' | 'secret'> => {
  const { facts, secret, problems } = readKeys(vendor, given);
  const [first] = problems;
  if (!first) return { facts, secret };
  const wrong = new Set(problems.map(({ field }) => field));
  const labels = formOf(vendor).filter(({ name }) => wrong.has(name));
  const fields = labels.map(({ label }) => label).join(', ');
  const reason = first.field === null ? first.phrase : phrase('refused', { fields });
  throw new AppError('api.bad-input', { reason, fields: problems });
};
