import { child, children, DerError, encodeDer, isContext, octets, oidOf, parseDer, type DerNode } from './der.ts';
import { asPkcs8 } from './keys.ts';
import { macCheck, type MacCheck } from './mac.ts';
import { passphrasesFor, type Passphrase } from './passphrase.ts';
import { DecryptError, decryptPbe, describeEncryption } from './pbe.ts';
import { refuse } from './refuse.ts';

/** What a PKCS#12 file held. Nothing is paired yet. */
export interface Pkcs12Contents {
  /** PKCS#8 DER. */
  readonly keys: readonly Buffer[];
  /** X.509 DER. */
  readonly certificates: readonly Buffer[];
  /** Each kind of protection once, in file order, for example `RC2-40, 3DES`; `none` when nothing was encrypted. */
  readonly encryption: string;
  readonly hadPassword: boolean;
}

const contentType = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  envelopedData: '1.2.840.113549.1.7.3',
  encryptedData: '1.2.840.113549.1.7.6',
} as const;
const bagType = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  safeContents: '1.2.840.113549.1.12.10.1.6',
} as const;
const x509Certificate = '1.2.840.113549.1.9.22.1';

interface Collected {
  readonly keys: Buffer[];
  readonly certificates: Buffer[];
  readonly protections: Set<string>;
}

const decryptDer = (algorithm: DerNode, data: Buffer, passphrase: Passphrase): DerNode =>
  parseDer(decryptPbe(algorithm, data, passphrase));

function collectBags(safeContents: DerNode, passphrase: Passphrase, into: Collected): void {
  for (const bag of children(safeContents)) {
    const value = child(child(bag, 1), 0);
    switch (oidOf(child(bag, 0))) {
      case bagType.key:
        into.keys.push(encodeDer(value));
        break;
      case bagType.shroudedKey:
        into.protections.add(describeEncryption(child(value, 0)));
        into.keys.push(encodeDer(asPkcs8(decryptDer(child(value, 0), octets(child(value, 1)), passphrase))));
        break;
      case bagType.certificate:
        if (oidOf(child(value, 0)) === x509Certificate) into.certificates.push(octets(child(child(value, 1), 0)));
        break;
      case bagType.safeContents:
        collectBags(value, passphrase, into);
        break;
      default:
        // Revocation lists and other secrets have no part in a push identity.
        break;
    }
  }
}

function collectSafe(contentInfo: DerNode, passphrase: Passphrase, into: Collected): void {
  switch (oidOf(child(contentInfo, 0))) {
    case contentType.data:
      collectBags(parseDer(octets(child(child(contentInfo, 1), 0))), passphrase, into);
      break;
    case contentType.encryptedData: {
      const encrypted = child(child(child(contentInfo, 1), 0), 1);
      const algorithm = child(encrypted, 1);
      const data = children(encrypted).find((member) => isContext(member, 0));
      if (!data) throw new DerError('encrypted content is missing');
      into.protections.add(describeEncryption(algorithm));
      collectBags(decryptDer(algorithm, octets(data), passphrase), passphrase, into);
      break;
    }
    default:
      throw refuse('credential.unsupported', 'pkcs12-public-key');
  }
}

/**
 * Null: not with this password. Once in some hundred times a wrong one decrypts to something that looks padded, so where no MAC
 * has told, broken structure inside an encrypted file means a wrong password too.
 */
const tryOpen = (safes: readonly DerNode[], passphrase: Passphrase, isSure: boolean): Collected | null => {
  const into: Collected = { keys: [], certificates: [], protections: new Set() };
  try {
    for (const safe of safes) collectSafe(safe, passphrase, into);
    return into;
  } catch (error) {
    if (error instanceof DecryptError) return null;
    if (error instanceof DerError && !isSure && into.protections.size > 0) return null;
    throw error;
  }
};

const openBest = (safes: readonly DerNode[], mac: MacCheck | null, password: string | undefined): Pkcs12Contents => {
  for (const passphrase of passphrasesFor(password)) {
    if (mac && !mac.fits(passphrase)) continue;
    const opened = tryOpen(safes, passphrase, mac !== null);
    if (!opened) continue;
    return {
      keys: opened.keys,
      certificates: opened.certificates,
      encryption: [...opened.protections].join(', ') || 'none',
      hadPassword: !passphrase.isEmpty && (mac !== null || opened.protections.size > 0),
    };
  }
  throw password
    ? refuse('credential.bad-password', 'password-wrong')
    : refuse('credential.password-needed', 'password-needed');
};

/**
 * Opens a PKCS#12 file (RFC 7292) in password mode, BER or DER. Refuses with `credential.bad-password`,
 * `credential.password-needed`, `credential.too-slow`, `credential.unsupported`; throws DerError when the structure is broken.
 */
export function readPkcs12(der: Uint8Array, password: string | undefined): Pkcs12Contents {
  const pfx = parseDer(der);
  const authSafe = child(pfx, 1);
  if (oidOf(child(authSafe, 0)) !== contentType.data) throw refuse('credential.unsupported', 'pkcs12-public-key');
  const content = octets(child(child(authSafe, 1), 0));
  const macData = children(pfx)[2];
  return openBest(children(parseDer(content)), macData ? macCheck(macData, content) : null, password);
}
