import { useMemo, useState } from 'react';
import { mostInField, readTokens } from './tokens.ts';

/** To whom a push goes: a text somebody edits, or a list too long for that. */
export interface Tokens {
  readonly text: string;
  readonly all: readonly string[];
  /** Null: the text is all there is. */
  readonly list: { readonly tokens: readonly string[]; readonly fileName: string } | null;
  /** What somebody types. */
  readonly edit: (text: string) => void;
  readonly set: (tokens: readonly string[]) => void;
  /** What is pasted or read from a file at once; `fileName` is empty for a paste. */
  readonly take: (text: string, fileName?: string) => void;
}

const begin = (tokens: readonly string[], fileName = ''): Pick<Tokens, 'text' | 'list'> =>
  tokens.length > mostInField ? { text: '', list: { tokens, fileName } } : { text: tokens.join('\n'), list: null };

/** The tokens of a form. */
export const useTokens = (first: readonly string[]): Tokens => {
  const [{ text, list }, setState] = useState(() => begin(first));
  const typed = useMemo(() => readTokens(text), [text]);
  return {
    text,
    list,
    all: list?.tokens ?? typed,
    edit: (next) => setState({ text: next, list: null }),
    set: (next) => setState(begin(next)),
    take: (next, fileName) => setState(begin(readTokens(next), fileName)),
  };
};
