import type { FilterError } from './ast.ts';

/** One piece of a filter's text. `atom`: a term or free text; `at` and `quoted` tell where each of its characters stood. */
export type Token =
  | { readonly kind: '(' | ')' | 'and' | 'or' | 'not'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'atom';
      readonly from: number;
      readonly to: number;
      readonly text: string;
      readonly quoted: string;
      readonly at: readonly number[];
    };

/** A character stood inside quotes, or did not. `quoted` of an atom has one of these for each of its characters. */
export const inQuotes = 'q';
const outside = '.';
const words: ReadonlySet<string> = new Set(['and', 'or', 'not']);

export type Lexed =
  { readonly ok: true; readonly tokens: readonly Token[] } | { readonly ok: false; readonly error: FilterError };

interface Quoted {
  readonly text: string;
  readonly at: readonly number[];
  readonly end: number;
}

const readQuoted = (text: string, start: number): Quoted | null => {
  let inside = '';
  const places: number[] = [];
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') return { text: inside, at: places, end: at + 1 };
    if (character === '\\' && at + 1 < text.length) at += 1;
    inside += text.charAt(at);
    places.push(at);
  }
  return null;
};

/** Cuts a filter's text into pieces. */
export const lexFilter = (text: string): Lexed => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/\s/.test(character)) at += 1;
    else if (character === '(' || character === ')') tokens.push({ kind: character, from: at, to: (at += 1) });
    else if (character === '-') tokens.push({ kind: 'not', from: at, to: (at += 1) });
    else {
      const atom = readAtom(text, at);
      if ('reason' in atom) return { ok: false, error: atom };
      tokens.push(atom);
      at = atom.to;
    }
  }
  return { ok: true, tokens };
};

const readAtom = (text: string, from: number): Token | FilterError => {
  let at = from;
  let value = '';
  let quoted = '';
  const places: number[] = [];
  while (at < text.length && !/[\s()]/.test(text.charAt(at))) {
    if (text.charAt(at) !== '"') {
      value += text.charAt(at);
      quoted += outside;
      places.push(at);
      at += 1;
      continue;
    }
    const part = readQuoted(text, at);
    if (!part) return { reason: 'open-quote', from: at, to: text.length, params: {} };
    value += part.text;
    places.push(...part.at);
    quoted += inQuotes.repeat(part.text.length);
    at = part.end;
  }
  const word = value.toLowerCase();
  if (!quoted.includes(inQuotes) && words.has(word)) return { kind: word as 'and', from, to: at };
  return { kind: 'atom', from, to: at, text: value, quoted, at: places };
};
