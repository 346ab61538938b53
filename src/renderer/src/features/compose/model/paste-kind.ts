/** What a pasted text looks like before the core has read it. */
export type PasteKind = 'credential' | 'curl' | 'simctl' | 'object' | 'text';

const credentialMarks = /-----BEGIN [A-Z ]*PRIVATE KEY-----|"type"\s*:\s*"service_account"/;
/** Names of files that hold a private key or a certificate. Their bytes are for the credential import only. */
const credentialFile = /\.(p12|pfx|p8|pem|key|cer|crt|der|mobileprovision)$/i;

/** By its first characters. `credential`: it holds a private key and must not come into any text field. */
export const pasteKindOf = (text: string): PasteKind => {
  if (credentialMarks.test(text)) return 'credential';
  const start = text.slice(0, 200).trimStart();
  if (/^(?:\$\s+)?curl(?:\.exe)?\s/.test(start)) return 'curl';
  if (/\bsimctl\s+push\s/.test(text.slice(0, 20_000))) return 'simctl';
  return start.startsWith('{') ? 'object' : 'text';
};

export const isCredentialFile = (fileName: string): boolean => credentialFile.test(fileName);

/** Where a text is about to be pasted. `whole`: it would replace everything in the editor. */
export type PastePlace = 'editor' | 'whole-editor' | 'field' | 'elsewhere';

/**
 * Is a paste read as a push, or left to the field it goes to. A command line or a key is never text for a field; an object is part
 * of a payload unless it would be all of it; anything at all is read where no field would take it.
 */
export const isForReading = (kind: PasteKind, place: PastePlace): boolean => {
  if (kind === 'credential' || kind === 'curl' || kind === 'simctl' || place === 'elsewhere') return true;
  return kind === 'object' && place !== 'editor';
};
