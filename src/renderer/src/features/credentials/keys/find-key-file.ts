import type { Client, CredentialKeysPreview, VendorId, VendorInfo } from '../../../../../shared/contract/index.ts';
import { isKeyVendor, type KeyVendor } from '../model/keys-form.ts';

/** A key file or copied keys, the vendor whose console gave them out, and what the core read of it. */
export interface FoundKeyFile {
  readonly vendor: VendorId;
  readonly text: string;
  readonly read: CredentialKeysPreview;
}

/** Longer texts, and PEM without anything around it, are files of another kind. */
const mayBeKeys = (text: string): boolean =>
  text.length <= 20_000 && (text.startsWith('{') || (!text.startsWith('-----') && /[:=：\t\n]/.test(text)));

/** How well a text fits: by the values it fills, then by the fields that are named as the vendor's console names them, to the letter. */
const fitOf = ({ read, text }: FoundKeyFile, { credentialForm }: KeyVendor): number =>
  (Object.keys(read.values).length + read.secretNames.length) * 100 +
  credentialForm.filter(({ label }) => text.includes(label)).length;

/**
 * Whose keys a text is: of the vendors whose form it fills without a fault, the one it fits best. Null: nobody's or several vendors', so it
 * is for the import of credential files, which says what is wrong with it.
 */
export const findKeyFile = async (
  text: string,
  vendors: readonly VendorInfo[],
  credentials: Pick<Client['credentials'], 'inspectKeys'>,
): Promise<FoundKeyFile | null> => {
  if (!mayBeKeys(text.trim())) return null;
  const found: { readonly file: FoundKeyFile; readonly fit: number }[] = [];
  for (const one of vendors.filter(isKeyVendor)) {
    const read = await credentials.inspectKeys({ vendor: one.id, values: {}, keyFile: text }).catch(() => null);
    if (!read) continue;
    const file = { vendor: one.id, text, read };
    // The app's own file has no secret, and is known by its form all the same.
    const isAppFile = one.readsKeyFile === true && text.trimStart().startsWith('{') && 'appId' in read.values;
    if (isAppFile || read.problems.length === 0) found.push({ file, fit: fitOf(file, one) });
  }
  const [best, second] = found.toSorted((a, b) => b.fit - a.fit);
  return best && best.fit !== second?.fit ? best.file : null;
};
