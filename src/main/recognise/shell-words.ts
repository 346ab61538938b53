/** Splits a command line as a POSIX shell does: quotes, backslashes, `$'…'`, line continuations. Expands nothing. */
export const shellWords = (text: string): string[] => {
  const words: string[] = [];
  let word: string | null = null;
  let at = 0;
  const add = (part: string) => {
    word = (word ?? '') + part;
  };
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === "'") {
      const end = endOf(text, "'", at + 1);
      add(text.slice(at + 1, end));
      at = end + 1;
    } else if (char === '"') {
      const { value, next } = doubleQuoted(text, at + 1);
      add(value);
      at = next;
    } else if (char === '$' && text.charAt(at + 1) === "'") {
      const { value, next } = ansiQuoted(text, at + 2);
      add(value);
      at = next;
    } else if (char === '\\') {
      const next = text.charAt(at + 1);
      if (next === '\r' && text.charAt(at + 2) === '\n') at += 3;
      else {
        if (next !== '\n') add(next);
        at += 2;
      }
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
      at += 1;
    } else {
      add(char);
      at += 1;
    }
  }
  if (word !== null) words.push(word);
  return words;
};

/** An unclosed quote ends with the text. */
const endOf = (text: string, quote: string, from: number): number => {
  const end = text.indexOf(quote, from);
  return end < 0 ? text.length : end;
};

const doubleQuoted = (text: string, from: number): { value: string; next: number } => {
  let value = '';
  let at = from;
  while (at < text.length && text.charAt(at) !== '"') {
    const next = text.charAt(at + 1);
    if (text.charAt(at) === '\\' && '"\\$`\n'.includes(next)) {
      if (next !== '\n') value += next;
      at += 2;
    } else {
      value += text.charAt(at);
      at += 1;
    }
  }
  return { value, next: at + 1 };
};

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  "'": "'",
  '"': '"',
  '\\': '\\',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
};

const ansiQuoted = (text: string, from: number): { value: string; next: number } => {
  let value = '';
  let at = from;
  while (at < text.length && text.charAt(at) !== "'") {
    if (text.charAt(at) !== '\\') {
      value += text.charAt(at);
      at += 1;
      continue;
    }
    const hex = /^\\(?:u([\dA-Fa-f]{1,4})|x([\dA-Fa-f]{1,2}))/.exec(text.slice(at, at + 6));
    if (hex) {
      value += String.fromCharCode(Number.parseInt(hex[1] ?? hex[2] ?? '0', 16));
      at += hex[0].length;
    } else {
      const next = text.charAt(at + 1);
      value += escapes[next] ?? `\\${next}`;
      at += 2;
    }
  }
  return { value, next: at + 1 };
};
