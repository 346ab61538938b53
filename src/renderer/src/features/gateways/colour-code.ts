/**
 * Colours for the recipes: just enough of a lexer for short pieces of JavaScript, Python, Go, Java and shell. It tells strings,
 * comments, numbers and reserved words apart and gives every character back unchanged.
 */
export type CodeKind = 'plain' | 'string' | 'comment' | 'number' | 'word';
export interface CodePart {
  readonly kind: CodeKind;
  readonly text: string;
}

const strings = /"""[\s\S]*?"""|`[^`]*`|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/;
const slashComment = /\/\/[^\n]*/;
// In a shell a # inside a word, as in a URL or $#, begins no comment.
const hashComment = /(?<=^|\s)#[^\n]*/;
const number = /\b\d[\d_]*(?:\.\d+)?\b/;
const word = /[A-Za-z_]\w*/;

const reserved: Readonly<Record<string, string>> = {
  javascript: 'import from const let new await async function return if else for of try catch throw export default',
  python: 'import from as def return if else for in with try except raise lambda None True False async await class',
  go: 'package import func return if else for range defer var const type struct nil err true false',
  java: 'import public static void class new final var return if else throws try catch package private throw',
  shell: 'export if then fi for do done echo cat set',
};

const family = (language: string): string => (language === 'bash' || language === 'sh' ? 'shell' : language);

const lexerOf = (language: string): RegExp => {
  const comment = language === 'python' || language === 'shell' ? hashComment : slashComment;
  const alternatives = [
    `(?<comment>${comment.source})`,
    `(?<string>${strings.source})`,
    `(?<number>${number.source})`,
    `(?<word>${word.source})`,
  ];
  return new RegExp(alternatives.join('|'), 'gm');
};

const kindOf = (groups: Readonly<Record<string, string | undefined>>, words: ReadonlySet<string>): CodeKind => {
  if (groups['comment'] !== undefined) return 'comment';
  if (groups['string'] !== undefined) return 'string';
  if (groups['number'] !== undefined) return 'number';
  return words.has(groups['word'] ?? '') ? 'word' : 'plain';
};

const partsOf = (code: string, language: string): CodePart[] => {
  const words = new Set((reserved[language] ?? '').split(' '));
  const parts: CodePart[] = [];
  let from = 0;
  for (const found of code.matchAll(lexerOf(language))) {
    const kind = kindOf(found.groups ?? {}, words);
    if (kind === 'plain') continue;
    if (found.index > from) parts.push({ kind: 'plain', text: code.slice(from, found.index) });
    parts.push({ kind, text: found[0] });
    from = found.index + found[0].length;
  }
  if (from < code.length) parts.push({ kind: 'plain', text: code.slice(from) });
  return parts;
};

/** The code line by line, each line as its coloured parts. An empty line has none. */
export const colourLines = (code: string, language: string): readonly (readonly CodePart[])[] => {
  const lines: CodePart[][] = [[]];
  for (const { kind, text } of partsOf(code, family(language))) {
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ kind, text: piece });
    }
  }
  return lines;
};
