import type { Comparison, FieldName, FilterError, FilterMistake, FilterNode, ParsedFilter, TermValue } from './ast.ts';
import { fieldNames } from './ast.ts';
import { fields } from './fields.ts';
import { inQuotes, lexFilter, type Token } from './lex.ts';
import { nearest } from './nearest.ts';
import { isFieldName } from './print.ts';
import { queryWords } from './words.ts';

/** Characters of one filter. Nobody types more; what is longer was pasted by mistake. */
export const longestFilter = 4000;
/** Brackets in brackets. */
const deepest = 50;

type Atom = Extract<Token, { kind: 'atom' }>;

class Mistake extends Error {
  readonly error: FilterError;
  constructor(
    reason: FilterMistake,
    at: { readonly from: number; readonly to: number },
    params: Record<string, string> = {},
  ) {
    super(reason);
    this.error = { reason, from: at.from, to: at.to, params };
  }
}

/** Parts that are of the same kind themselves are taken in, so that one filter has one tree. */
const joined = (kind: 'and' | 'or', parts: readonly FilterNode[]): FilterNode => {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind, parts: flat };
};

/** Where in an atom a character stands that is not in quotes; -1: nowhere. */
const bareIndex = ({ text, quoted }: Atom, character: string, start = 0): number => {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === character && quoted[at] !== inQuotes) return at;
  }
  return -1;
};

const slice = (atom: Atom, start: number, end = atom.text.length): Atom => ({
  kind: 'atom',
  // Where the part stands; of an empty part, where it would.
  from: atom.at[start] ?? atom.to,
  to: end > start ? (atom.at[end - 1] ?? atom.to - 1) + 1 : (atom.at[start] ?? atom.to),
  text: atom.text.slice(start, end),
  quoted: atom.quoted.slice(start, end),
  at: atom.at.slice(start, end),
});

const split = (atom: Atom, character: string): Atom[] => {
  const end = bareIndex(atom, character);
  return end < 0 ? [atom] : [slice(atom, 0, end), ...split(slice(atom, end + 1), character)];
};

const comparisons: readonly (readonly [string, Comparison])[] = [
  ['>=', '>='],
  ['<=', '<='],
  ['>', '>'],
  ['<', '<'],
  ['=', 'has'],
];

const readValue = (atom: Atom, field: FieldName): TermValue => {
  const { compares, choices, check } = fields[field];
  const found = comparisons.find(
    ([sign]) => atom.text.startsWith(sign) && !atom.quoted.slice(0, sign.length).includes(inQuotes),
  );
  const [sign, comparison] = found ?? (['', 'has'] as const);
  const value = atom.text.slice(sign.length).trim();
  if (value === '') throw new Mistake('no-value', atom, { field });
  if (comparison !== 'has' && !compares) throw new Mistake('no-comparison', atom, { field, sign });
  const wrong = check(value, comparison);
  if (wrong)
    throw new Mistake(wrong, atom, { field, found: value, known: choices.join(', '), near: nearest(value, choices) });
  return { comparison, value: choices.includes(value.toLowerCase()) ? value.toLowerCase() : value };
};

const readTerm = (atom: Atom, colon: number): FilterNode => {
  const head = slice(atom, 0, colon);
  const [name, ...path] = split(head, '.');
  const field = (name?.text ?? '').toLowerCase();
  const isKnown = isFieldName(field) && (path.length === 0 || field === 'payload');
  if (!isKnown) {
    const near = nearest(field, fieldNames);
    throw new Mistake('unknown-field', head, { found: head.text, known: fieldNames.join(', '), near });
  }
  if (field === 'payload' && (path.length === 0 || path.some((part) => part.text === '')))
    throw new Mistake('no-path', head);
  const rest = slice(atom, colon + 1);
  if (rest.text === '') throw new Mistake('no-value', atom, { field });
  return {
    kind: 'term',
    field,
    path: path.map((part) => part.text),
    values: split(rest, '|').map((value) => readValue(value, field)),
  };
};

const readAtom = (atom: Atom): FilterNode => {
  const colon = bareIndex(atom, ':');
  if (colon >= 0) return readTerm(atom, colon);
  if (!queryWords(atom.text)) throw new Mistake('no-words', atom, { found: atom.text });
  return { kind: 'text', text: atom.text };
};

/** or < and < not, and side by side means and. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  all(): FilterNode {
    const node = this.#or();
    const rest = this.#tokens[this.#at];
    if (rest) throw new Mistake('stray-bracket', rest);
    return node;
  }

  #or(): FilterNode {
    const parts = [this.#and()];
    while (this.#take('or')) parts.push(this.#and());
    return joined('or', parts);
  }

  #and(): FilterNode {
    const parts = [this.#not()];
    for (;;) {
      const next = this.#tokens[this.#at];
      if (!next || next.kind === 'or' || next.kind === ')') return joined('and', parts);
      this.#take('and');
      parts.push(this.#not());
    }
  }

  #not(): FilterNode {
    if (!this.#take('not')) return this.#one();
    if (++this.#depth > deepest) throw new Mistake('too-deep', this.#here());
    const part = this.#not();
    this.#depth -= 1;
    // Not not is nothing.
    return part.kind === 'not' ? part.part : { kind: 'not', part };
  }

  #one(): FilterNode {
    const token = this.#tokens[this.#at];
    const before = this.#tokens[this.#at - 1];
    if (!token) throw new Mistake('nothing-after', before ?? this.#here(), { word: before?.kind ?? '' });
    if (token.kind === 'atom') {
      this.#at += 1;
      return readAtom(token);
    }
    if (token.kind === ')') throw new Mistake(before?.kind === '(' ? 'empty-brackets' : 'stray-bracket', token);
    if (token.kind !== '(') throw new Mistake('nothing-before', token, { word: token.kind });
    if (++this.#depth > deepest) throw new Mistake('too-deep', token);
    this.#at += 1;
    if (!this.#tokens[this.#at]) throw new Mistake('open-bracket', token);
    const node = this.#or();
    if (!this.#take(')')) throw new Mistake('open-bracket', token);
    this.#depth -= 1;
    return node;
  }

  #take(kind: Token['kind']): boolean {
    if (this.#tokens[this.#at]?.kind !== kind) return false;
    this.#at += 1;
    return true;
  }

  #here(): { from: number; to: number } {
    const token = this.#tokens[this.#at] ?? { from: this.#end, to: this.#end };
    return { from: token.from, to: token.to };
  }
}

/** Reads a filter. Never throws; an error names the characters it is about. */
export const parseFilter = (text: string): ParsedFilter => {
  if (text.length > longestFilter)
    return {
      ok: false,
      error: { reason: 'too-long', from: longestFilter, to: text.length, params: { most: String(longestFilter) } },
    };
  const lexed = lexFilter(text);
  if (!lexed.ok) return lexed;
  if (lexed.tokens.length === 0) return { ok: true, node: null };
  try {
    return { ok: true, node: new Parser(lexed.tokens, text.length).all() };
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, error: error.error };
    throw error;
  }
};
