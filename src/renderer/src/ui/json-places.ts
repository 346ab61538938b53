import { findNodeAtLocation, parseTree, type ParseError } from 'jsonc-parser';
import type { Problem } from '../../../shared/contract/index.ts';
import type { Marked } from './code-editor.tsx';

/** `$.aps["x-y"][0]` as its parts. */
const partsOf = (path: string): (string | number)[] =>
  [...path.matchAll(/\.([A-Za-z_]\w*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)].map(([, name, index, quoted]) =>
    index === undefined ? (name ?? quoted?.replaceAll(/\\(.)/g, '$1') ?? '') : Number(index),
  );

/** Where a problem's JSON path stands in the text. The nearest parent that exists; the first character when there is none. */
export const placeOf = (text: string, path: string): { from: number; to: number } => {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors);
  const broken = errors[0];
  if (broken && path === '$') return { from: broken.offset, to: broken.offset + Math.max(broken.length, 1) };
  if (!root || !path.startsWith('$')) return { from: 0, to: Math.min(1, text.length) };
  const parts = partsOf(path);
  for (let length = parts.length; length > 0; length--) {
    const node = findNodeAtLocation(root, parts.slice(0, length));
    if (node) return { from: node.offset, to: node.offset + node.length };
  }
  return { from: root.offset, to: root.offset + 1 };
};

/** Problems of a payload as marks in its text. Problems of options have no place there. */
export const marksOf = (text: string, problems: readonly Problem[], say: (problem: Problem) => string): Marked[] =>
  problems
    .filter((problem) => problem.path.startsWith('$'))
    .map((problem) => ({ ...placeOf(text, problem.path), severity: problem.severity, message: say(problem) }));

/** JSON laid out for reading; other text as it is. */
export const pretty = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};
