import type { WireBody } from '../../../shared/contract/index.ts';
import { normal } from '../../../shared/kit/filter/index.ts';

/** One value of a body, with the names of the fields around it from the outside in. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: string;
}

/** Deeper, or more of them, is no push; the index then says that it does not know it all. */
const deepest = 12;
export const mostLeaves = 3000;

const parseJson = (text: string): unknown => {
  const first = text.trimStart().charAt(0);
  if (first !== '{' && first !== '[') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const isForm = /^[\w.%+~*-]+=/;

/** A dot in a name parts it like the path of a filter: forms write `extra.ext` for what JSON nests. */
const namesOf = (name: string): string[] => normal(name).split('.');

const add = (into: Leaf[], path: readonly string[], value: unknown): void => {
  if (into.length >= mostLeaves || path.length > deepest) return;
  if (Array.isArray(value)) {
    for (const one of value) add(into, path, one);
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) add(into, [...path, ...namesOf(name)], one);
    return;
  }
  const text = String(value);
  // A payload inside a payload: what Tencent, Xiaomi and others put into one string.
  const inner = typeof value === 'string' ? parseJson(text) : undefined;
  if (inner === undefined) into.push({ path, value: text });
  else add(into, path, inner);
};

/** The values of a body that is JSON or a form, in their order; of any other, the whole text under no name. */
export const leavesOf = ({ text }: Pick<WireBody, 'text'>): readonly Leaf[] => {
  if (text === null || text === '') return [];
  const json = parseJson(text);
  const into: Leaf[] = [];
  if (json !== undefined) add(into, [], json);
  else if (isForm.test(text)) for (const [name, value] of new URLSearchParams(text)) add(into, namesOf(name), value);
  else into.push({ path: [], value: text });
  return into;
};
