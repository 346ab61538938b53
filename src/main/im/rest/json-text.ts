/** A mistake or a curiosity in a JSON text. */
export interface JsonFinding {
  readonly kind: 'syntax' | 'too-deep' | 'duplicate-key' | 'imprecise';
  /** UTF-16 units from the beginning. */
  readonly offset: number;
  /** JSON path of the value it is about. */
  readonly path: string;
}

interface Frame {
  readonly isObject: boolean;
  readonly keys: Set<string>;
  key: string;
  index: number;
}
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;
const space = /[ \t\n\r]*/y;
const unicode = /[0-9a-fA-F]{4}/y;

const after = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** End of the string literal that begins at `from`; -1 when it has none or something forbidden in it. */
const stringEnd = (text: string, from: number): number => {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return -1;
    if (code === 0x5c) {
      at += 1;
      if (text[at] === 'u') {
        if (after(unicode, text, at + 1) < 0) return -1;
      } else if (!'"\\/bfnrt'.includes(text[at] ?? ' ')) return -1;
    }
  }
  return -1;
};

const member = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);
const pathOf = (frames: readonly Frame[]): string =>
  frames.reduce((path, frame) => path + (frame.isObject ? member(frame.key) : `[${frame.index}]`), '$');

const isImprecise = (literal: string): boolean =>
  literal.length > 15 && !/[.eE]/.test(literal) && !Number.isSafeInteger(Number(literal));

/**
 * Walks through a JSON text without recursion, so that no nesting and no length can overflow anything. Stops at the first mistake
 * or where it is deeper than `maxDepth`; keys written twice and whole numbers beyond 2^53 are listed on the way.
 */
class Scanner {
  readonly findings: JsonFinding[] = [];
  readonly #text: string;
  readonly #maxDepth: number;
  readonly #frames: Frame[] = [];
  #at = 0;
  #expected: Expected = 'value';

  constructor(text: string, maxDepth: number) {
    this.#text = text;
    this.#maxDepth = maxDepth;
  }

  run(): readonly JsonFinding[] {
    for (;;) {
      this.#at = after(space, this.#text, this.#at);
      if (this.#at >= this.#text.length) {
        if (this.#expected !== 'nothing') this.#find('syntax');
        return this.findings;
      }
      if (!this.#step(this.#text[this.#at] ?? '')) return this.findings;
    }
  }

  #find(kind: JsonFinding['kind']): false {
    this.findings.push({ kind, offset: this.#at, path: pathOf(this.#frames) });
    return false;
  }

  #step(character: string): boolean {
    const frame = this.#frames.at(-1);
    const expected = this.#expected;
    if (expected === 'nothing') return this.#find('syntax');
    if (expected === 'colon') return character === ':' ? this.#move('value') : this.#find('syntax');
    if (expected === 'comma-or-end' && character === ',' && frame) {
      frame.index += 1;
      return this.#move(frame.isObject ? 'key' : 'value');
    }
    if (expected.endsWith('-or-end') && frame && character === (frame.isObject ? '}' : ']')) {
      this.#frames.pop();
      return this.#move(this.#frames.length === 0 ? 'nothing' : 'comma-or-end');
    }
    if (expected === 'comma-or-end') return this.#find('syntax');
    return expected.startsWith('key') ? this.#key(frame) : this.#value(character);
  }

  #move(expected: Expected, to = this.#at + 1): true {
    this.#expected = expected;
    this.#at = to;
    return true;
  }

  #key(frame: Frame | undefined): boolean {
    const end = this.#text[this.#at] === '"' ? stringEnd(this.#text, this.#at) : -1;
    if (end < 0 || !frame) return this.#find('syntax');
    frame.key = JSON.parse(this.#text.slice(this.#at, end)) as string;
    if (frame.keys.has(frame.key)) this.#find('duplicate-key');
    frame.keys.add(frame.key);
    return this.#move('colon', end);
  }

  #value(character: string): boolean {
    if (character === '{' || character === '[') {
      if (this.#frames.length >= this.#maxDepth) return this.#find('too-deep');
      const isObject = character === '{';
      this.#frames.push({ isObject, keys: new Set(), key: '', index: 0 });
      return this.#move(isObject ? 'key-or-end' : 'value-or-end');
    }
    const next = this.#frames.length === 0 ? 'nothing' : 'comma-or-end';
    if (character === '"') {
      const end = stringEnd(this.#text, this.#at);
      return end < 0 ? this.#find('syntax') : this.#move(next, end);
    }
    const end = Math.max(after(number, this.#text, this.#at), after(word, this.#text, this.#at));
    if (end < 0) return this.#find('syntax');
    if (isImprecise(this.#text.slice(this.#at, end))) this.#find('imprecise');
    return this.#move(next, end);
  }
}

/** What is wrong or odd in a JSON text; a syntax error or too much depth is the last of the list. */
export const scanJson = (text: string, maxDepth: number): readonly JsonFinding[] => new Scanner(text, maxDepth).run();

/** Line and column, from 1. */
export const placeOf = (text: string, offset: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
};
