import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Store } from '../store/index.ts';
import { createFingerprinter } from './fingerprint.ts';
import { ensureLocalPki, type LocalPki } from './local-ca.ts';
import type { SealerRing } from './seal/ring.ts';

/** Secrets of Pushscope itself, ready for use. */
export interface OwnSecrets {
  readonly ca: { readonly certificatePem: string };
  /** What the gateways show. */
  readonly server: { readonly certificatePem: string; readonly privateKeyPem: string };
  readonly fingerprint: (secret: string) => string;
}

const pkiName = 'local-pki';
const fingerprintName = 'fingerprint-key';
const StoredPki = z.object({
  caCertificatePem: z.string(),
  caPrivateKeyPem: z.string(),
  serverCertificatePem: z.string(),
  serverPrivateKeyPem: z.string(),
});

/** Opens the first copy that some sealer of this session fits; null when there is none or none opens. */
const openOwn = async (store: Store, ring: SealerRing, name: string): Promise<Uint8Array | null> => {
  const copies = (await store.read('findSealed', { name })).filter((copy) => ring.has(copy.sealer));
  for (const { sealer, sealed } of copies) {
    const plain = await ring.unseal({ sealer, bytes: sealed }).catch(() => null);
    if (plain) return plain;
  }
  return null;
};

/** Copies of other sealers stay where they are. */
const keepOwn = async (store: Store, ring: SealerRing, name: string, plain: Uint8Array): Promise<void> => {
  const { sealer, bytes } = await ring.seal(plain);
  await store.write('putSealed', { name, sealer, sealed: bytes });
};

const readPki = (plain: Uint8Array | null): LocalPki | null => {
  if (!plain) return null;
  const parsed = StoredPki.safeParse(JSON.parse(Buffer.from(plain).toString('utf8')));
  return parsed.success ? parsed.data : null;
};

/**
 * Opens what Pushscope keeps for itself, and makes what is not there yet or no longer good. `extraNames`: names beside loopback that the
 * server's certificate has to have.
 */
export const openOwnSecrets = async (
  store: Store,
  ring: SealerRing,
  nowMs: number,
  extraNames: readonly string[],
): Promise<OwnSecrets> => {
  const existing = readPki(await openOwn(store, ring, pkiName));
  const { pki, changed } = await ensureLocalPki(existing, { nowMs, extraNames, random: randomBytes });
  if (changed !== 'nothing') await keepOwn(store, ring, pkiName, Buffer.from(JSON.stringify(pki), 'utf8'));
  let key = await openOwn(store, ring, fingerprintName);
  if (!key) {
    key = randomBytes(32);
    await keepOwn(store, ring, fingerprintName, key);
  }
  return {
    ca: { certificatePem: pki.caCertificatePem },
    server: { certificatePem: pki.serverCertificatePem, privateKeyPem: pki.serverPrivateKeyPem },
    fingerprint: createFingerprinter(key),
  };
};
