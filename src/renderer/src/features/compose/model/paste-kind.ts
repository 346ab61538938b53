/** What a pasted text looks like before the core has read it. */
export type PasteKind = 'credential' | 'curl' | 'object' | 'text';

const credentialMarks = /-----BEGIN [A-Z ]*PRIVATE KEY-----|"type"\s*:\s*"service_account"/;
/** Names of files that hold a private key or a certificate. Their bytes are for the credential import only. */
const credentialFile = /\.(p12|pfx|p8|pem|key|cer|crt|der|mobileprovision)$/i;

/** By its first characters. `credential`: it holds a private key and must not come into any text field. */
export const pasteKindOf = (text: string): PasteKind => {
  if (credentialMarks.test(text)) return 'credential';
  const start = text.slice(0, 200).trimStart();
  if (/^(?:\$\s+)?curl(?:\.exe)?\s/.test(start)) return 'curl';
  return start.startsWith('{') ? 'object' : 'text';
};

export const isCredentialFile = (fileName: string): boolean => credentialFile.test(fileName);
