/** p12 files written by the `openssl` command line, where it is there: other people's bytes rather than our own writer's. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** One encoding: arguments after `openssl pkcs12 -export`, and the password. */
export interface OpensslEncoding {
  readonly file: string;
  readonly what: string;
  readonly args: readonly string[];
  readonly password: string;
}

const ascii = 'pushscope-test';
/** `pässwörd 密码`. */
export const nonAsciiPassword = 'p\u00e4ssw\u00f6rd \u5bc6\u7801';

export const opensslEncodings: readonly OpensslEncoding[] = [
  { file: 'openssl-modern.p12', what: 'PBES2 AES-256, SHA-256 MAC', args: [], password: ascii },
  { file: 'openssl-legacy.p12', what: 'RC2-40 and 3DES, SHA-1 MAC', args: ['-legacy'], password: ascii },
  {
    file: 'openssl-3des.p12',
    what: '3DES, SHA-1 MAC',
    args: ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    password: ascii,
  },
  {
    file: 'openssl-rc2-128.p12',
    what: 'RC2-128',
    args: ['-legacy', '-keypbe', 'PBE-SHA1-RC2-128', '-certpbe', 'PBE-SHA1-RC2-128'],
    password: ascii,
  },
  { file: 'openssl-sha512-mac.p12', what: 'SHA-512 MAC', args: ['-macalg', 'sha512'], password: ascii },
  {
    file: 'openssl-no-mac.p12',
    what: 'no MAC, nothing encrypted',
    args: ['-nomac', '-keypbe', 'NONE', '-certpbe', 'NONE'],
    password: '',
  },
  { file: 'openssl-empty-password.p12', what: 'empty password, modern', args: [], password: '' },
  { file: 'openssl-empty-password-legacy.p12', what: 'empty password, legacy', args: ['-legacy'], password: '' },
  { file: 'openssl-non-ascii-modern.p12', what: 'password beyond ASCII, modern', args: [], password: nonAsciiPassword },
  {
    file: 'openssl-non-ascii-legacy.p12',
    what: 'password beyond ASCII, legacy',
    args: ['-legacy'],
    password: nonAsciiPassword,
  },
  {
    file: 'openssl-600000-iterations.p12',
    what: '600,000 iterations in every derivation',
    args: ['-iter', '600000'],
    password: ascii,
  },
  { file: 'openssl-certificate-only.p12', what: 'certificate without key', args: ['-nokeys'], password: ascii },
  { file: 'openssl-key-only.p12', what: 'key without certificate', args: ['-nocerts'], password: ascii },
];

/** Version line of the `openssl` command, or null with nothing to run. Only OpenSSL 3 knows `-legacy`. */
export const findOpenssl = (): string | null => {
  const { status, stdout } = spawnSync('openssl', ['version'], { encoding: 'utf8' });
  return status === 0 && stdout.startsWith('OpenSSL 3') ? stdout.trim() : null;
};

/** Writes one encoding of a key and certificate into `folder`. Returns openssl's own complaint when it fails, else null. */
export function writeByOpenssl(folder: string, encoding: OpensslEncoding, keyFile: string, certFile: string) {
  const { status, stderr } = spawnSync(
    'openssl',
    [
      'pkcs12',
      '-export',
      '-inkey',
      keyFile,
      '-in',
      certFile,
      '-name',
      'Pushscope test',
      '-out',
      join(folder, encoding.file),
      '-passout',
      'env:TEST_PASSWORD',
      ...encoding.args,
    ],
    { encoding: 'utf8', env: { ...process.env, TEST_PASSWORD: encoding.password } },
  );
  return status === 0 ? null : stderr.trim();
}
