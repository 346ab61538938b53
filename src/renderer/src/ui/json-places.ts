import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Problem } from '../../../shared/contract/index.ts';
import type { Marked } from './code-editor.tsx';

/** `$.aps["x-y"][0]` as its parts. */
const partsOf = (path: string): (string | number)[] =>
  [...path.matchAll(/\.([A-Za-z_]\w*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)].map(([, name, index, quoted]) =>
    index === undefined ? (name ?? quoted?.replaceAll(/\\(.)/g, '$1') ?? '') : Number(index),
  );

interface Parsed {
  readonly root: Node | undefined;
  readonly broken: ParseError | undefined;
}
const parse = (text: string): Parsed => {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors);
    return { root, broken: errors[0] };
  } catch {
    // Nested deeper than the parser's stack reaches: no place can be named, and the problem itself still stands in the list.
    return { root: undefined, broken: undefined };
  }
};

const placeIn = (text: string, { root, broken }: Parsed, path: string): { from: number; to: number } => {
  if (broken && path === '$') return { from: broken.offset, to: broken.offset + Math.max(broken.length, 1) };
  if (!root || !path.startsWith('$')) return { from: 0, to: Math.min(1, text.length) };
  const parts = partsOf(path);
  for (let length = parts.length; length > 0; length--) {
    const node = findNodeAtLocation(root, parts.slice(0, length));
    if (node) return { from: node.offset, to: node.offset + node.length };
  }
  return { from: root.offset, to: root.offset + 1 };
};

/** Where a problem's JSON path stands in the text. The nearest parent that exists; the first character when there is none. */
export const placeOf = (text: string, path: string): { from: number; to: number } => placeIn(text, parse(text), path);

/** Problems of a payload as marks in its text. Problems of options have no place there. */
export const marksOf = (text: string, problems: readonly Problem[], say: (problem: Problem) => string): Marked[] => {
  const own = problems.filter((problem) => problem.path.startsWith('$'));
  if (own.length === 0) return [];
  const parsed = parse(text);
  return own.map((problem) => ({
    ...placeIn(text, parsed, problem.path),
    severity: problem.severity,
    message: say(problem),
  }));
};

/** JSON laid out for reading; other text as it is. */
export const pretty = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};
