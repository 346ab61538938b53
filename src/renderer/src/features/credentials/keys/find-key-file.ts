import type { Client, CredentialKeysPreview, VendorId, VendorInfo } from '../../../../../shared/contract/index.ts';
import { isKeyVendor } from '../model/keys-form.ts';

/** A key file, the vendor whose console gave it out, and what the core read of it. */
export interface FoundKeyFile {
  readonly vendor: VendorId;
  readonly text: string;
  readonly read: CredentialKeysPreview;
}

/** Whose key file a text is. Null: nobody's, so it is for the import of credential files, which says what is wrong with it. */
export const findKeyFile = async (
  text: string,
  vendors: readonly VendorInfo[],
  credentials: Pick<Client['credentials'], 'inspectKeys'>,
): Promise<FoundKeyFile | null> => {
  if (!text.trimStart().startsWith('{')) return null;
  for (const { id } of vendors.filter((one) => isKeyVendor(one) && one.readsKeyFile === true)) {
    const read = await credentials.inspectKeys({ vendor: id, values: {}, keyFile: text }).catch(() => null);
    if (read) return { vendor: id, text, read };
  }
  return null;
};
