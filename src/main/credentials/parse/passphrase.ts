/**
 * One way of turning a typed password into bytes. PKCS#12's own schemes take UTF-16BE with a zero at the end; PBES2 and PBMAC1
 * take UTF-8. Files by older or careless programs differ, so several ways are tried.
 * Sources: RFC 7292 appendix B.1; RFC 9579; OpenSSL passphrase-encoding(7).
 */
export interface Passphrase {
  /** For PKCS#12's own key derivation. */
  readonly bmp: Buffer;
  /** For PBKDF2. */
  readonly plain: Buffer;
  /** The typed password was empty. */
  readonly isEmpty: boolean;
}

const utf16be = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le').swap16();

const ways = (password: string): Passphrase[] => {
  const plain = Buffer.from(password, 'utf8');
  const standard = { bmp: utf16be(password), plain, isEmpty: password === '' };
  // «No password» and «an empty one» differ in PKCS#12: nothing at all, or only the closing zero.
  if (password === '') return [standard, { ...standard, bmp: Buffer.alloc(0) }];
  if (plain.length === password.length) return [standard];
  return [
    standard,
    // OpenSSL before 1.1.0 widened every byte of the UTF-8 text on its own.
    { ...standard, bmp: utf16be(plain.toString('latin1')) },
    // Some writers give PBES2 the UTF-16 bytes too (PKI.js issue 404 is one such file).
    { ...standard, plain: standard.bmp },
  ];
};

/** Every way worth trying for what was typed; an empty password is always tried last. */
export const passphrasesFor = (password: string | undefined): Passphrase[] => [
  ...(password ? ways(password) : []),
  ...ways(''),
];
