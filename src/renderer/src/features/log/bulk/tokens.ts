/** Tokens that a field shows at most; a longer list is named by its number and its ends, as no field stays quick with it. */
export const mostInField = 500;

/** A cell in quotes, or one up to the next separator; the separator after it. */
const cell = / *(?:"((?:[^"]|"")*)"[^,;\t]*|([^,;\t]*))([,;\t]?)/gy;

/** Cells of a line up to `most`; a quote around one goes, two inside become one. */
const cellsOf = (line: string, most: number): string[] => {
  if (!line.includes('"')) return line.split(/[,;\t]/, most).map((one) => one.trim());
  const cells: string[] = [];
  for (const [, quoted, plain = '', separator] of line.matchAll(cell)) {
    cells.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"').trim());
    if (separator === '' || cells.length === most) break;
  }
  return cells;
};

/** Tokens of a list or of a CSV file: the first column, or the one whose head says token; quotes and a byte order mark go. */
export const readTokens = (text: string): string[] => {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => /[^\s,;]/.test(line));
  const head = cellsOf(lines[0] ?? '', 1000);
  const named = head.findIndex((one) => /^(?:device[ _-]?)?token$|^reg(?:istration)?[ _-]?id$/i.test(one));
  const column = Math.max(named, 0);
  return lines
    .slice(named < 0 ? 0 : 1)
    .map((line) => cellsOf(line, column + 1)[column] ?? '')
    .filter((token) => token !== '');
};
