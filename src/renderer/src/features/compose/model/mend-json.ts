/** What was wrong with a text that was meant as JSON. */
export type JsonMistake = 'bom' | 'quotes' | 'commas' | 'spaces' | 'punctuation' | 'tabs';

export interface MendedJson {
  readonly text: string;
  readonly mistakes: readonly JsonMistake[];
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const curlyDouble = '\u201C\u201D\u201E\u201F\uFF02\u2033';
const curlySingle = '\u2018\u2019\u201A\u201B\uFF07';
const fullWidth: Readonly<Record<string, string>> = {
  '\uFF0C': ',',
  '\uFF1A': ':',
  '\uFF5B': '{',
  '\uFF5D': '}',
  '\uFF3B': '[',
  '\uFF3D': ']',
};
/** White space that JSON does not know: no-break, ideographic, zero width, line and paragraph separators. */
const oddSpace = /[\u00A0\u1680\u2000-\u200D\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF\v\f]/;

/** A quotation mark that is followed by what can follow a string ends it. */
const endsString = (text: string, at: number): boolean => {
  const next = /^[\s\u00A0\u3000]*(.?)/su.exec(text.slice(at + 1, at + 200))?.[1] ?? '';
  return next === '' || ',:}]\uFF0C\uFF1A\uFF5D\uFF3D'.includes(next);
};

/** The end of a string that a typographic mark opened: the next mark of its family in a place where a string can end. */
const curlyEnd = (text: string, from: number, marks: string): number => {
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (marks.includes(char) && endsString(text, at)) return at;
  }
  return -1;
};

const plainEnd = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '"') return at;
  }
  return -1;
};

/** A straight quote inside a string that typographic marks held has to be escaped now. */
const escapeStraight = (inside: string): string =>
  inside.replaceAll(/\\.|"/gs, (found) => (found === '"' ? '\\"' : found));

/** A quoted string that begins at `at`, with straight quotes. Null: it never ends. */
const readString = (
  text: string,
  at: number,
): { readonly straight: string; readonly end: number; readonly curly: boolean } | null => {
  const char = text.charAt(at);
  const marks = curlyDouble.includes(char) ? `${curlyDouble}"` : curlySingle.includes(char) ? `${curlySingle}'` : null;
  const end = marks === null ? plainEnd(text, at + 1) : curlyEnd(text, at + 1, marks);
  if (end < 0) return null;
  const inside = text.slice(at + 1, end);
  return { straight: `"${marks === null ? inside : escapeStraight(inside)}"`, end, curly: marks !== null };
};

/** What stands in a string as it was typed and has to be written as an escape. */
const controls: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const control = /[\t\n\r]/;
const escapeControls = (straight: string): string =>
  control.test(straight) ? straight.replaceAll(/[\t\n\r]/g, (found) => controls[found] ?? found) : straight;

const isQuote = (char: string): boolean => char === '"' || curlyDouble.includes(char) || curlySingle.includes(char);

/** One token at a time; text inside strings is left as it is. Null: a string never ends. */
const rewrite = (text: string): MendedJson | null => {
  const mistakes = new Set<JsonMistake>();
  const parts: string[] = [];
  /** Where in `parts` a comma stands that nothing but space has followed yet. */
  let openComma: number | null = null;
  const dropComma = () => {
    if (openComma === null) return;
    parts[openComma] = '';
    openComma = null;
    mistakes.add('commas');
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (isQuote(char)) {
      const found = readString(text, at);
      if (!found) return null;
      if (found.curly) mistakes.add('quotes');
      const escaped = escapeControls(found.straight);
      if (escaped !== found.straight) mistakes.add('tabs');
      parts.push(escaped);
      openComma = null;
      at = found.end;
      continue;
    }
    if (oddSpace.test(char)) {
      mistakes.add(char === '\uFEFF' && at === 0 ? 'bom' : 'spaces');
      parts.push(' ');
      continue;
    }
    const plain = fullWidth[char] ?? char;
    if (plain !== char) mistakes.add('punctuation');
    if (plain === '}' || plain === ']') dropComma();
    if (plain.trim() !== '') openComma = plain === ',' ? parts.length : null;
    parts.push(plain);
  }
  dropComma();
  return { text: mistakes.has('bom') ? parts.join('').trimStart() : parts.join(''), mistakes: [...mistakes] };
};

/**
 * Mends what word processors, chats and chat keyboards do to JSON: curly quotes, full-width punctuation, a byte order mark, spaces
 * JSON does not know, trailing commas, tabs and line breaks inside strings. Null when the text is JSON already, or when it is not JSON even after that.
 */
export const mendJson = (text: string): MendedJson | null => {
  if (text.trim() === '' || isJson(text)) return null;
  const mended = rewrite(text);
  return mended && mended.mistakes.length > 0 && isJson(mended.text) ? mended : null;
};
