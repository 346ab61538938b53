/** Test keys, certificates and credential files. */
export { makeTestPki, type PkiFile, type PkiReport } from './pki-folder.ts';
export {
  appleIssuerName,
  makeApnsKey,
  makePushCertificate,
  makeServiceAccount,
  respellKey,
  testAuthority,
  testPassword,
  type PushCertificate,
  type PushCertificateOptions,
} from './test-credentials.ts';
export { ecKey, rsaKey } from './certificates.ts';
export { writePkcs12, type Pkcs12Options } from './pkcs12-writer.ts';
