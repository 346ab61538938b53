/**
 * How text becomes words, in the index and in a filter alike. Scripts without spaces (Chinese, Japanese) and Korean are cut into pairs
 * of neighbouring characters, so that any two characters find what holds them; everything else into words of letters and digits.
 */
const pattern =
  /(?<pairs>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー々]+)|(?<word>[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー々]]+)|(?<picture>\p{RGI_Emoji})/gv;

/** Characters of one word that count: a longer one is a key or base64, and its beginning finds it. */
const longest = 48;

/** One letter form for all that look or are typed alike: full width and half width, upper and lower case. */
export const normal = (text: string): string => text.normalize('NFKC').toLowerCase();

interface Cut {
  readonly words: string[];
  /** The last word may be the beginning of one: it ran against the end of the text. A pair of characters is whole. */
  readonly isOpen: boolean;
}

const cut = (text: string, isQuery: boolean, most: number): Cut => {
  const words: string[] = [];
  let isOpen = false;
  const folded = normal(text);
  for (const match of folded.matchAll(pattern)) {
    if (words.length >= most) break;
    const { pairs, word, picture } = match.groups ?? {};
    const isLast = match.index + match[0].length === folded.length;
    isOpen = isLast && (word !== undefined || (pairs !== undefined && Array.from(pairs).length === 1));
    if (pairs !== undefined) addPairs(words, pairs, isQuery && isLast);
    else if (word !== undefined) words.push(word.slice(0, longest));
    else if (picture !== undefined) words.push(picture);
  }
  return { words, isOpen };
};

/** `打开应` → 打开, 开应, 应. The last character stands alone too, so that it is found where the run ends; a query leaves it out. */
const addPairs = (words: string[], run: string, isLast: boolean): void => {
  const characters = Array.from(run);
  for (let index = 0; index < characters.length - 1; index += 1)
    words.push(`${characters[index]}${characters[index + 1]}`);
  if (!isLast || characters.length === 1) words.push(characters.at(-1) ?? '');
};

/** Words of a text to be found, in their order, at most `most`. */
export const indexWords = (text: string, most: number): readonly string[] => cut(text, false, most).words;

/** Words to look for, one after the other. `isOpen`: the last may be the beginning of a word. Null: there is no letter or digit in it. */
export const queryWords = (text: string): { readonly words: readonly string[]; readonly isOpen: boolean } | null => {
  const { words, isOpen } = cut(text, true, 64);
  return words.length === 0 ? null : { words, isOpen };
};
