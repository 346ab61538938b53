/** Tokens of a list or of a CSV file: the first column, or the one whose head says token; quotes and a byte order mark go. */
export const readTokens = (text: string): string[] => {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.split(/[,;\t]/).map((cell) => cell.trim().replaceAll(/^"|"$/g, '').replaceAll('""', '"')))
    .filter((row) => row.some((cell) => cell !== ''));
  const [head = []] = rows;
  const named = head.findIndex((cell) => /^(?:device[ _-]?)?token$|^reg(?:istration)?[ _-]?id$/i.test(cell));
  const body = named < 0 ? rows : rows.slice(1);
  return body.map((row) => row[Math.max(named, 0)] ?? '').filter((token) => token !== '');
};
