import type { FileWords } from '../../shared/contract/index.ts';

/** Names that Windows keeps for devices, whatever follows the dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** `Denny’s «Lunch»` → `denny-s-lunch.json`: letters and digits of any script, nothing that a file system or a shell minds. */
export const fileNameOf = (name: string): string => {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  const short = Array.from(slug).slice(0, 60).join('').replace(/-+$/, '');
  return `${short === '' || reserved.test(short) ? `preset-${short}`.replace(/-$/, '') : short}.json`;
};

/** One text of a file's words; English where there are two. */
export const oneWord = (words: FileWords): string => (typeof words === 'string' ? words : words.en);
