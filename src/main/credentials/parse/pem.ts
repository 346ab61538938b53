/** One `-----BEGIN …-----` block. */
export interface PemBlock {
  /** As written, for example `EC PRIVATE KEY`. */
  readonly label: string;
  readonly der: Buffer;
  /** Cipher named by an RFC 1421 `DEK-Info` header, for example `DES-EDE3-CBC`; null when the block has none. */
  readonly cipher: string | null;
  /** The block as it stands in the file. */
  readonly text: string;
}

const blockPattern = /-----BEGIN ([A-Za-z0-9 #]+)-----([\s\S]*?)-----END \1-----/g;

/** Does the text hold the beginning of a block? */
export const looksLikePem = (text: string): boolean => /-----BEGIN [A-Za-z0-9 #]+-----/.test(text);

/** Turns the two characters `\n` into line ends, as texts out of JSON or an environment variable often have them. */
export const unescapeNewlines = (text: string): string => text.replaceAll('\\r', '').replaceAll('\\n', '\n');

/**
 * Every complete block of a text. What stands between blocks (openssl writes `Bag Attributes` there) is ignored, and so are
 * line lengths: a key pasted on one line is read too.
 */
export const readPem = (text: string): PemBlock[] =>
  [...text.matchAll(blockPattern)].map(([text, label = '', inner = '']) => {
    const headers = /^(?:[A-Za-z-]+: .*(?:\r?\n[ \t].*)*\r?\n)+/.exec(inner.trimStart())?.[0] ?? '';
    return {
      label,
      der: Buffer.from(inner.trimStart().slice(headers.length).replaceAll(/\s/g, ''), 'base64'),
      cipher: /DEK-Info: ([A-Za-z0-9-]+)/.exec(headers)?.[1] ?? null,
      text,
    };
  });

/** PEM text of some DER. */
export const toPem = (label: string, der: Uint8Array): string => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
};
