import type { KeyObject } from 'node:crypto';
import { curveName, describeKey } from './certificate.ts';
import { keyFromPkcs8, privatePem, publicPem } from './keys.ts';
import type { PemBlock } from './pem.ts';
import type { Reading } from './reading.ts';
import { refuse } from './refuse.ts';

/** Key ID in the name Apple gives a downloaded key, `AuthKey_XXXXXXXXXX.p8`; a browser may have added ` (1)`. Empty: none. */
export const keyIdOfFileName = (fileName: string): string =>
  /(?:^|[\\/])AuthKey_([A-Z0-9]{10})(?: ?\(\d+\))?\.(?:p8|pem|txt)$/i.exec(fileName)?.[1]?.toUpperCase() ?? '';

const checkKey = (key: KeyObject): void => {
  if (key.asymmetricKeyType === 'rsa') throw refuse('credential.unsupported', 'rsa-key');
  if (key.asymmetricKeyType !== 'ec') {
    throw refuse('credential.unsupported', 'other-key', { algorithm: describeKey(key) });
  }
  const curve = curveName(key);
  if (curve !== 'P-256') throw refuse('credential.wrong-curve', 'curve', { curve });
};

/**
 * Reads an APNs signing key: PKCS#8, not encrypted, P-256. Team ID, environment and topics are not in the file. Refuses keys of
 * other kinds by name.
 */
export function readSigningKey(block: PemBlock, fileName: string): Reading {
  const key = keyFromPkcs8(block.der);
  checkKey(key);
  const keyId = keyIdOfFileName(fileName);
  return {
    kind: 'apns-p8',
    suggestedName: keyId ? `AuthKey ${keyId}` : fileName.replace(/\.[^.]*$/, '') || 'APNs key',
    identities: [
      {
        facts: {
          kind: 'apns-p8',
          keyId,
          teamId: '',
          environment: 'both',
          topics: null,
          publicKeyPem: publicPem(key),
        },
        secret: { privateKeyPem: privatePem(key) },
      },
    ],
    asks: keyId ? ['teamId'] : ['teamId', 'keyId'],
    notes: [],
  };
}
