import type { CallFailure } from '../../../client/errors.ts';
import { fileLimitBytes, toB64, type ImportFile } from '../model/import-form.ts';

export type ReadFile =
  { readonly ok: true; readonly file: ImportFile } | { readonly ok: false; readonly failure: CallFailure };

const refused = (id: string, params: Readonly<Record<string, string | number>>): ReadFile => ({
  ok: false,
  failure: { code: 'credential.unreadable', message: id, details: { reason: { id, params } } },
});

/** The bytes of a chosen file; refused when it is larger than any credential, or when the system does not let it be read. */
export const readFile = async (file: File): Promise<ReadFile> => {
  if (file.size > fileLimitBytes) {
    const params = { name: file.name, size: (file.size / 1e6).toFixed(1), limit: (fileLimitBytes / 1e6).toFixed(1) };
    return refused('credentials.import.tooLarge', params);
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { ok: true, file: { fileName: file.name, contentB64: toB64(bytes) } };
  } catch {
    return refused('credentials.import.notReadable', { name: file.name });
  }
};

/** A pasted text as a file without a name. */
export const textFile = (text: string): ImportFile => ({
  fileName: '',
  contentB64: toB64(new TextEncoder().encode(text)),
});

/** A text that is a signed token and no credential: a JWT, perhaps as the value of a header. */
export const looksLikeToken = (text: string): boolean =>
  /^\s*(?:authorization\s*[:=]\s*)?(?:bearer\s+)?["']?eyJ[\w-]+\.[\w-]+/i.test(text);
