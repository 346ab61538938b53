/** The door of the credentials folder: reading files, judging them, sealing secrets, the local CA. */
export {
  createCredentialReader,
  type CredentialExtra,
  type CredentialReader,
  type OpenedCredential,
  type ReadFailure,
} from './reader.ts';
export { findingsOf, noContext } from './findings.ts';
export type { FindingContext, SetupContext } from './finding-context.ts';
export { findingRules, helpSections, type FindingCode, type FindingRule } from './finding-rules.ts';
export { createFingerprinter } from './fingerprint.ts';
export { ensureLocalPki, localCaName, loopbackNames, type LocalPki } from './local-ca.ts';
export { keyFileSealer } from './seal/key-file.ts';
export { memorySealer } from './seal/memory.ts';
export { passphraseSealer } from './seal/passphrase.ts';
export { createSealerRing, type Sealed, type SealerRing } from './seal/ring.ts';
export { safeStorageSealer, type SafeStorage } from './seal/safe-storage.ts';
export type { Sealer, SealerId } from './seal/sealer.ts';
export { credentialTexts } from './texts.ts';
export { CredentialBook } from './book.ts';
export { keyProblems, previewKeys, type KeyVendor } from './keys.ts';
export { openCredentials, type CredentialsOptions, type OpenedCredentials } from './open.ts';
export type { OwnSecrets } from './own-secrets.ts';
export { desktopSecrets, headlessSecrets, type OpenSecrets } from './shell-secrets.ts';
