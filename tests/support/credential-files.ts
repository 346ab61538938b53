import { readFileSync } from 'node:fs';
import type { CredentialFile } from '../../src/shared/contract/credentials.ts';
import { opensslEncodings, type OpensslEncoding } from './openssl.ts';

const folder = new URL('../fixtures/credentials/', import.meta.url);

/** Bytes or text as the contract carries a file. */
export const asFile = (content: string | Uint8Array, fileName = 'file', password?: string): CredentialFile => ({
  fileName,
  contentB64: Buffer.from(content as Uint8Array).toString('base64'),
  ...(password === undefined ? {} : { password }),
});

/** A committed p12 that openssl wrote. */
export const fixtureFile = ({ file, password }: OpensslEncoding): CredentialFile => ({
  fileName: file,
  contentB64: readFileSync(new URL(`${file}.b64`, folder), 'utf8'),
  password,
});

/** The committed p12 of this name. */
export const fixtureNamed = (file: string): CredentialFile => {
  const encoding = opensslEncodings.find((one) => one.file === file);
  if (!encoding) throw new Error(`no fixture ${file}`);
  return fixtureFile(encoding);
};

/** PKCS#8 PEM of the key in every committed p12. */
export const fixtureKeyPem = (): string => readFileSync(new URL('test-only-key.pem', folder), 'utf8');
