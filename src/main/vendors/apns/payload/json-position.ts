/** A place in a text, counted from 1. `near` is what stands there, cut short; at the end of a line `↵`. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
  readonly near: string;
}

type Awaited = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const numberPattern = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const wordPattern = /true|false|null/y;
const escapePattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

const matchAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** Reads a string that opens at `at`. `end` is after its closing quote; `error` is where it stops being one. */
const readString = (text: string, at: number): { end: number } | { error: number } => {
  let index = at + 1;
  while (index < text.length) {
    const char = text.charAt(index);
    if (char === '"') return { end: index + 1 };
    if (char < ' ') return { error: index };
    if (char === '\\') {
      const next = matchAt(escapePattern, text, index);
      if (next < 0) return { error: index };
      index = next;
    } else index += 1;
  }
  return { error: text.length };
};

/** The state of a reader that keeps its own stack, so that no depth of nesting can exhaust ours. */
interface Reader {
  at: number;
  awaits: Awaited;
  readonly open: ('{' | '[')[];
}

const afterValue = (reader: Reader, at: number): true => {
  reader.at = at;
  reader.awaits = reader.open.length > 0 ? 'comma-or-end' : 'nothing';
  return true;
};

const close = (reader: Reader, char: string): boolean => {
  if (char !== (reader.open.at(-1) === '{' ? '}' : ']')) return false;
  reader.open.pop();
  return afterValue(reader, reader.at + 1);
};

const readValue = (reader: Reader, text: string, char: string): boolean => {
  if (char === '{' || char === '[') {
    reader.open.push(char);
    reader.at += 1;
    reader.awaits = char === '{' ? 'key-or-end' : 'value-or-end';
    return true;
  }
  if (char === '"') {
    const string = readString(text, reader.at);
    if ('end' in string) return afterValue(reader, string.end);
    reader.at = string.error;
    return false;
  }
  const end = Math.max(matchAt(numberPattern, text, reader.at), matchAt(wordPattern, text, reader.at));
  return end > 0 && afterValue(reader, end);
};

const readKey = (reader: Reader, text: string, char: string): boolean => {
  if (char !== '"') return false;
  const string = readString(text, reader.at);
  if ('error' in string) {
    reader.at = string.error;
    return false;
  }
  reader.at = string.end;
  reader.awaits = 'colon';
  return true;
};

const separate = (reader: Reader, found: boolean, awaits: Awaited): boolean => {
  if (!found) return false;
  reader.at += 1;
  reader.awaits = awaits;
  return true;
};

const step = (reader: Reader, text: string, char: string): boolean => {
  switch (reader.awaits) {
    case 'value':
      return readValue(reader, text, char);
    case 'value-or-end':
      return char === ']' ? close(reader, char) : readValue(reader, text, char);
    case 'key':
      return readKey(reader, text, char);
    case 'key-or-end':
      return char === '}' ? close(reader, char) : readKey(reader, text, char);
    case 'colon':
      return separate(reader, char === ':', 'value');
    case 'comma-or-end':
      return separate(reader, char === ',', reader.open.at(-1) === '{' ? 'key' : 'value') || close(reader, char);
    case 'nothing':
      return false;
  }
};

/**
 * Offset of the first character that cannot belong to a JSON text; the length of the text when it ends too early; null when it
 * is JSON. The engine's own message leaves the position out for some mistakes, and this never does.
 */
export const findJsonError = (text: string): number | null => {
  const reader: Reader = { at: 0, awaits: 'value', open: [] };
  for (;;) {
    while (' \t\n\r'.includes(text.charAt(reader.at)) && reader.at < text.length) reader.at += 1;
    if (reader.at >= text.length) return reader.awaits === 'nothing' ? null : text.length;
    if (!step(reader, text, text.charAt(reader.at))) return reader.at;
  }
};

/** Line and column of an offset. */
export const positionOf = (text: string, offset: number): TextPosition => {
  const before = text.slice(0, offset);
  return {
    line: before.split('\n').length,
    column: offset - (before.lastIndexOf('\n') + 1) + 1,
    near: /^[^\n]{1,12}/.exec(text.slice(offset))?.[0] ?? (offset < text.length ? '↵' : ''),
  };
};
