import { sweep } from './share.ts';

/** A file of an archive. `name`: ASCII, at most 100 signs. */
export interface TarFile {
  readonly name: string;
  readonly atMs: number;
  readonly text: string;
}

const block = 512;
const octal = (value: number, length: number): string => value.toString(8).padStart(length - 1, '0');

/** Places and lengths of the fields: POSIX.1-1988, «ustar Interchange Format». */
const headerOf = ({ name, atMs }: TarFile, bytes: number): string => {
  const before = [
    name.slice(0, 100).padEnd(100, '\0'),
    `${octal(0o644, 8)}\0`,
    `${octal(0, 8)}\0`,
    `${octal(0, 8)}\0`,
    `${octal(bytes, 12)}\0`,
    `${octal(Math.floor(atMs / 1000), 12)}\0`,
  ].join('');
  const after = `0${'\0'.repeat(100)}ustar\x0000`;
  const head = (sum: string) => (before + sum + after).padEnd(block, '\0');
  // The sum is taken with spaces in its own place; every sign is one byte.
  const sum = Array.from(head(' '.repeat(8)), (sign) => sign.charCodeAt(0)).reduce((total, one) => total + one, 0);
  return head(`${octal(sum, 7)}\0 `);
};

/** A piece of a tar archive; the last one has its end. */
export const tarPiece = (files: readonly TarFile[], isLast: boolean): string => {
  const parts = files.map((file) => {
    const text = sweep(file.text);
    const bytes = Buffer.byteLength(text);
    return headerOf(file, bytes) + text + '\0'.repeat((block - (bytes % block)) % block);
  });
  return parts.join('') + (isLast ? '\0'.repeat(2 * block) : '');
};
