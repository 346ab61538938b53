import type { Comparison, FilterNode, TermValue } from './ast.ts';
import { readSize } from './numbers.ts';
import { readTime } from './times.ts';
import { normal, queryWords } from './words.ts';

/**
 * What a filter asks of an exchange, without names and clocks: plain JSON that any thread can carry out. `fact` is one short text that
 * stands in the index of an exchange (`v=apns`); `isOpen`: it, or the last word, may be the beginning of one.
 */
export type Query =
  | { readonly all: readonly Query[] }
  | { readonly any: readonly Query[] }
  | { readonly not: Query }
  | { readonly fact: string; readonly isOpen: boolean }
  | { readonly words: readonly string[]; readonly isOpen: boolean }
  /** From `fromMs` on and before `toMs`; null: no bound. */
  | { readonly fromMs: number | null; readonly toMs: number | null }
  | { readonly bytesOver: number }
  | { readonly payload: PayloadQuery };

export interface PayloadQuery {
  /** Names of fields from the outside in, in the normal letter form; places in lists are not named. */
  readonly path: readonly string[];
  readonly test:
    | { readonly comparison: Exclude<Comparison, 'has'>; readonly number: number }
    | { readonly words: readonly string[]; readonly isOpen: boolean }
    | { readonly exists: true };
}

/** What the workspace knows by name. Each gives ids; an empty list: nothing is called that. */
export interface FilterNames {
  readonly devices: (text: string) => readonly string[];
  readonly accounts: (text: string) => readonly string[];
  /** Ids of apps, and the bundle identifiers and package names that are theirs. */
  readonly apps: (text: string) => { readonly ids: readonly string[]; readonly identifiers: readonly string[] };
}

/** A fact as it stands in the index: letters, digits, and hexadecimal for every other character. Beginnings stay beginnings. */
export const fact = (kind: string, value: string): string =>
  `${kind}=${normal(value)
    .slice(0, 200)
    .replace(/[^\p{L}\p{N}]/gu, (character) => `_${character.codePointAt(0)?.toString(16) ?? ''}_`)}`;

/** Size classes, sixteen to each doubling: `larger:` looks into one of them and takes all above. */
export const sizeClass = (bytes: number): number => Math.floor(Math.log2(Math.max(bytes, 1)) * 16);
/** No request is longer than 2³² bytes. */
export const lastDoubling = 32;

const one = (kind: string, value: string, isOpen = false): Query => ({ fact: fact(kind, value), isOpen });

const compare = (left: number, comparison: Comparison, right: number): boolean => {
  switch (comparison) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case 'has':
      return left === right;
  }
};

const statusQuery = ({ comparison, value }: TermValue): Query => {
  if (value === 'none') return one('s', 'none');
  const bound = Number(value);
  const any: Query[] = [];
  for (let hundred = 1; hundred <= 9; hundred += 1) {
    const those = Array.from({ length: 100 }, (_, index) => hundred * 100 + index);
    const passing = those.filter((status) => compare(status, comparison, bound));
    if (passing.length === 100) any.push(one('s', `${hundred}xx`));
    else any.push(...passing.map((status) => one('s', String(status))));
  }
  return { any };
};

const payloadQuery = (path: readonly string[], { comparison, value }: TermValue): Query => {
  const names = path.flatMap((name) => normal(name).split('.'));
  if (comparison !== 'has') return { payload: { path: names, test: { comparison, number: Number(value) } } };
  if (value === '*') return { payload: { path: names, test: { exists: true } } };
  const words = queryWords(value);
  return words ? { payload: { path: names, test: words } } : { any: [] };
};

const appQuery = (text: string, names: FilterNames): Query => {
  const { ids, identifiers } = names.apps(text);
  return {
    any: [
      ...ids.map((id) => one('a', id)),
      ...identifiers.map((identifier) => one('p', identifier)),
      ...(identifiers.includes(text) ? [] : [one('p', text)]),
    ],
  };
};

const valueQuery = (
  { field, path }: Extract<FilterNode, { kind: 'term' }>,
  test: TermValue,
  names: FilterNames,
  nowMs: number,
): Query => {
  const { value } = test;
  switch (field) {
    case 'vendor':
      return one('v', value);
    case 'status':
      return statusQuery(test);
    case 'verdict':
      return one('o', value);
    case 'reason':
      return one('r', value);
    case 'app':
      return appQuery(value, names);
    case 'device':
      return { any: names.devices(value).map((id) => one('d', id)) };
    case 'account':
      return { any: names.accounts(value).map((id) => one('u', id)) };
    case 'token':
      return one('t', value, true);
    case 'message':
      return one('m', value);
    case 'tag':
      return one('g', value);
    case 'colour':
      return one('c', value);
    case 'is':
      // What a person put on it may change; the rest may not.
      return one(value === 'pinned' ? 'j' : 'i', value);
    case 'has':
      return one('h', value);
    case 'before':
      return { fromMs: null, toMs: readTime(value, nowMs) };
    case 'after':
      return { fromMs: readTime(value, nowMs), toMs: null };
    case 'larger':
      return { bytesOver: readSize(value) ?? 0 };
    case 'payload':
      return payloadQuery(path, test);
  }
};

/** A filter with its names looked up and its times counted from now. */
export const toQuery = (node: FilterNode, names: FilterNames, nowMs: number): Query => {
  switch (node.kind) {
    case 'and':
      return { all: node.parts.map((part) => toQuery(part, names, nowMs)) };
    case 'or':
      return { any: node.parts.map((part) => toQuery(part, names, nowMs)) };
    case 'not': {
      const part = toQuery(node.part, names, nowMs);
      // Not before is from then on, which the index can bound.
      return 'fromMs' in part ? { fromMs: part.toMs, toMs: part.fromMs } : { not: part };
    }
    case 'text':
      return queryWords(node.text) ?? { any: [] };
    case 'term': {
      const any = node.values.map((value) => valueQuery(node, value, names, nowMs));
      return any.length === 1 && any[0] ? any[0] : { any };
    }
  }
};

/** Does a number compare so? */
export const compares = (left: number, comparison: Exclude<Comparison, 'has'>, right: number): boolean =>
  compare(left, comparison, right);
