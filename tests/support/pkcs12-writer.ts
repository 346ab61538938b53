/**
 * Writes PKCS#12 files in every encoding met in the field, so that tests need no openssl. Key derivation is node-forge's, not the
 * product's own: a mistake in either shows.
 */
import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import {
  bmpString,
  explicit,
  fromDer,
  implicitBytes,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  set,
  toBer,
  toDer,
  type Asn1,
} from './asn1.ts';

export type Protection = 'pbes2' | 'legacy' | '3des' | 'none';
export type MacKind = 'sha1' | 'sha256' | 'sha512' | 'pbmac1' | 'none';

export interface Pkcs12Options {
  /** PKCS#8 DER. */
  readonly keys: readonly Uint8Array[];
  /** X.509 DER. */
  readonly certificates: readonly Uint8Array[];
  readonly password: string;
  /** What PBES2 gets instead of the password as UTF-8, for writers that get this wrong. */
  readonly pbes2Password?: Uint8Array;
  /** `legacy`: RC2-40 for certificates and 3DES for keys, as Keychain Access and `openssl -legacy` write. */
  readonly protection: Protection;
  readonly mac: MacKind;
  readonly iterations?: number;
  /** What the MAC says it took, when that is to be a lie: for files that would take too long to open. */
  readonly claimedMacIterations?: number;
  /** Indefinite lengths, as Apple's tools write. */
  readonly isBer?: boolean;
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const hashes = {
  sha1: ['1.3.14.3.2.26', forge.md.sha1, 20],
  sha256: ['2.16.840.1.101.3.4.2.1', forge.md.sha256, 32],
  sha512: ['2.16.840.1.101.3.4.2.3', forge.md.sha512, 64],
} as const;

const derive = (
  hash: keyof typeof hashes,
  password: string,
  salt: Uint8Array,
  id: number,
  iterations: number,
  lengthBytes: number,
): Buffer => {
  const buffer = forge.util.createBuffer(latin1(salt));
  const made = forge.pkcs12.generateKey(password, buffer, id, iterations, lengthBytes, hashes[hash][1].create());
  return Buffer.from(made.getBytes(), 'latin1');
};

type Encrypt = (data: Buffer) => { readonly algorithm: Asn1; readonly bytes: Buffer };

const pbes2 =
  (password: string | Uint8Array, iterations: number): Encrypt =>
  (data) => {
    const [salt, iv] = [randomBytes(16), randomBytes(16)];
    const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(password, salt, iterations, 32, 'sha256'), iv);
    const kdf = sequence(
      oid('1.2.840.113549.1.5.12'),
      sequence(octetString(salt), integer(iterations), sequence(oid('1.2.840.113549.2.9'), nothing())),
    );
    const scheme = sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(iv));
    return {
      algorithm: sequence(oid('1.2.840.113549.1.5.13'), sequence(kdf, scheme)),
      bytes: Buffer.concat([cipher.update(data), cipher.final()]),
    };
  };

const pkcs12Scheme =
  (kind: '3des' | 'rc2-40', password: string, iterations: number): Encrypt =>
  (data) => {
    const salt = randomBytes(8);
    const key = latin1(derive('sha1', password, salt, 1, iterations, kind === '3des' ? 24 : 5));
    const iv = latin1(derive('sha1', password, salt, 2, iterations, 8));
    const input = forge.util.createBuffer(latin1(data));
    const cipher =
      kind === '3des' ? forge.cipher.createCipher('3DES-CBC', key) : forge.rc2.createEncryptionCipher(key, 40);
    if ('mode' in cipher) cipher.start({ iv });
    else cipher.start(iv);
    cipher.update(input);
    cipher.finish();
    return {
      algorithm: sequence(
        oid(kind === '3des' ? '1.2.840.113549.1.12.1.3' : '1.2.840.113549.1.12.1.6'),
        sequence(octetString(salt), integer(iterations)),
      ),
      bytes: Buffer.from(cipher.output.getBytes(), 'latin1'),
    };
  };

const encryptors = ({
  protection,
  password,
  pbes2Password = Buffer.from(password),
  iterations = 2048,
}: Pkcs12Options) => {
  const tripleDes = pkcs12Scheme('3des', password, iterations);
  switch (protection) {
    case 'pbes2':
      return { forKeys: pbes2(pbes2Password, iterations), forCertificates: pbes2(pbes2Password, iterations) };
    case 'legacy':
      return { forKeys: tripleDes, forCertificates: pkcs12Scheme('rc2-40', password, iterations) };
    case '3des':
      return { forKeys: tripleDes, forCertificates: tripleDes };
    case 'none':
      return { forKeys: null, forCertificates: null };
  }
};

const data = '1.2.840.113549.1.7.1';
const encryptedData = '1.2.840.113549.1.7.6';

const bag = (kind: string, value: Asn1, index: number): Asn1 =>
  sequence(
    oid(`1.2.840.113549.1.12.10.1.${kind}`),
    explicit(0, value),
    set(
      sequence(oid('1.2.840.113549.1.9.20'), set(bmpString(`test ${index}`))),
      sequence(oid('1.2.840.113549.1.9.21'), set(octetString(Buffer.of(index)))),
    ),
  );

const certificateBag = (der: Uint8Array, index: number): Asn1 =>
  bag('3', sequence(oid('1.2.840.113549.1.9.22.1'), explicit(0, octetString(der))), index);

const keyBag = (der: Uint8Array, index: number, encrypt: Encrypt | null): Asn1 => {
  if (!encrypt) return bag('1', fromDer(der), index);
  const { algorithm, bytes } = encrypt(Buffer.from(der));
  return bag('2', sequence(algorithm, octetString(bytes)), index);
};

const safe = (bags: Asn1[], encrypt: Encrypt | null): Asn1 => {
  const contents = toDer(sequence(...bags));
  if (!encrypt) return sequence(oid(data), explicit(0, octetString(contents)));
  const { algorithm, bytes } = encrypt(contents);
  const content = sequence(oid(data), algorithm, implicitBytes(0, bytes));
  return sequence(oid(encryptedData), explicit(0, sequence(integer(0), content)));
};

const macData = (content: Buffer, options: Pkcs12Options): Asn1[] => {
  const { mac, password, iterations = 2048, claimedMacIterations = iterations } = options;
  const salt = randomBytes(8);
  if (mac === 'none') return [];
  if (mac === 'pbmac1') {
    // Not the length of the hash, so that a reader has to look.
    const keyBytes = 40;
    const key = pbkdf2Sync(password, salt, iterations, keyBytes, 'sha256');
    const hmac = () => sequence(oid('1.2.840.113549.2.9'), nothing());
    const kdf = sequence(
      oid('1.2.840.113549.1.5.12'),
      sequence(octetString(salt), integer(iterations), integer(keyBytes), hmac()),
    );
    const algorithm = sequence(oid('1.2.840.113549.1.5.14'), sequence(kdf, hmac()));
    const made = createHmac('sha256', key).update(content).digest();
    return [sequence(sequence(algorithm, octetString(made)), octetString(salt), integer(iterations))];
  }
  const [hashOid, , lengthBytes] = hashes[mac];
  const key = derive(mac, password, salt, 3, iterations, lengthBytes);
  const made = createHmac(mac, key).update(content).digest();
  const digestInfo = sequence(sequence(oid(hashOid), nothing()), octetString(made));
  return [sequence(digestInfo, octetString(salt), integer(claimedMacIterations))];
};

/** Bytes of a PKCS#12 file. */
export function writePkcs12(options: Pkcs12Options): Buffer {
  const { forKeys, forCertificates } = encryptors(options);
  const safes = [
    ...(options.certificates.length > 0 ? [safe(options.certificates.map(certificateBag), forCertificates)] : []),
    ...(options.keys.length > 0
      ? [
          safe(
            options.keys.map((der, index) => keyBag(der, index, forKeys)),
            null,
          ),
        ]
      : []),
  ];
  const encode = options.isBer ? toBer : toDer;
  const content = encode(sequence(...safes));
  const pfx = sequence(
    integer(3),
    sequence(oid(data), explicit(0, octetString(content))),
    ...macData(content, options),
  );
  return encode(pfx);
}
