/**
 * A text as one word of a POSIX shell (sh, bash, zsh). Plain words stay readable; anything else goes into single quotes, inside of
 * which no shell expands anything, not even an interactive one its history.
 */
export const shellWord = (text: string): string =>
  /^[A-Za-z0-9_/:=.,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** Reads one word of a POSIX shell made of plain text, quotes and backslashes. Null: a quote is never closed, or nothing is there. */
export const readShellWord = (text: string, from: number): { readonly word: string; readonly end: number } | null => {
  const part = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\|<>;&]+)/y;
  let word = '';
  let end = from;
  for (;;) {
    part.lastIndex = end;
    const found = part.exec(text);
    if (!found) break;
    const [all, single, double, escaped, plain] = found;
    word += single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? escaped ?? plain ?? '';
    end += all.length;
  }
  return end === from || text[end] === "'" || text[end] === '"' ? null : { word, end };
};
