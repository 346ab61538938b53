import { randomBytes } from 'node:crypto';
import { ensureLocalPki, type LocalPki } from '../../src/main/credentials/index.ts';

let made: Promise<{ pki: LocalPki }> | null = null;

/** A CA and a certificate for 127.0.0.1 and localhost, for servers of tests; made once per test file. PEM. */
export const serverIdentity = async (): Promise<{ ca: string; cert: string; key: string }> => {
  made ??= ensureLocalPki(null, { nowMs: Date.now(), extraNames: ['push.pushscope.test'], random: randomBytes });
  const { pki } = await made;
  return { ca: pki.caCertificatePem, cert: pki.serverCertificatePem, key: pki.serverPrivateKeyPem };
};
