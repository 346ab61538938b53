import { compares, indexWords, type PayloadQuery, type Query } from '../../../shared/kit/filter/index.ts';
import type { Entry } from './entry.ts';
import { markKinds, summaryKinds } from './facts.ts';
import type { Leaf } from './leaves.ts';

const begins = (words: readonly string[], at: number, wanted: readonly string[], isOpen: boolean): boolean => {
  const last = wanted.length - 1;
  for (let index = 0; index <= last; index += 1) {
    const word = words[at + index];
    const want = wanted[index] ?? '';
    if (word !== want && !(isOpen && index === last && word?.startsWith(want))) return false;
  }
  return true;
};

/** Do these words stand in that order somewhere? */
export const hasWords = (words: readonly string[], wanted: readonly string[], isOpen: boolean): boolean => {
  for (let at = 0; at + wanted.length <= words.length; at += 1) if (begins(words, at, wanted, isOpen)) return true;
  return false;
};

const hasFact = (facts: ReadonlySet<string>, wanted: string, isOpen: boolean): boolean => {
  if (facts.has(wanted)) return true;
  if (!isOpen) return false;
  for (const one of facts) if (one.startsWith(wanted)) return true;
  return false;
};

/** The smallest set that can hold facts of this kind: most filters need nothing but the row. */
const factsFor = (kind: string, entry: Entry): ReadonlySet<string> => {
  if (summaryKinds.has(kind)) return entry.summaryFacts;
  return markKinds.has(kind) ? entry.markFacts : entry.facts;
};

/** Is this leaf at the path, or below it? */
const isAt = ({ path }: Leaf, wanted: readonly string[]): boolean =>
  wanted.length <= path.length && wanted.every((name, index) => name === path[index]);

const leafPasses = ({ path, value }: Leaf, wanted: PayloadQuery): boolean => {
  const { test } = wanted;
  if (!isAt({ path, value }, wanted.path)) return false;
  if ('exists' in test) return true;
  if ('words' in test) return hasWords(indexWords(value, 20_000), test.words, test.isOpen);
  return value.trim() !== '' && Number.isFinite(Number(value)) && compares(Number(value), test.comparison, test.number);
};

/** Does an exchange pass a filter? Says the same as the index, and also what the index cannot say. */
export const matches = (query: Query, entry: Entry): boolean => {
  if ('all' in query) return query.all.every((part) => matches(part, entry));
  if ('any' in query) return query.any.some((part) => matches(part, entry));
  if ('not' in query) return !matches(query.not, entry);
  if ('fact' in query) {
    return hasFact(factsFor(query.fact.charAt(0), entry), query.fact, query.isOpen);
  }
  if ('words' in query) return hasWords(entry.words, query.words, query.isOpen);
  if ('bytesOver' in query) return entry.summary.requestBytes > query.bytesOver;
  if ('payload' in query) return entry.leaves.some((leaf) => leafPasses(leaf, query.payload));
  const { atMs } = entry.summary;
  return atMs >= (query.fromMs ?? -Infinity) && atMs < (query.toMs ?? Infinity);
};
