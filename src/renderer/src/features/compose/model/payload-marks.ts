import type { Problem } from '../../../../../shared/contract/index.ts';
import type { Marked } from '../../../ui/code-editor.tsx';
import { marksOf } from '../../../ui/json-places.ts';

/**
 * What to underline in a payload: errors and warnings, each on the first line of its place. A note about the whole message, or a
 * warning about an object of twenty lines, would draw a wave under everything and point at nothing.
 */
export const payloadMarks = (
  text: string,
  problems: readonly Problem[],
  say: (problem: Problem) => string,
): readonly Marked[] =>
  marksOf(
    text,
    problems.filter((problem) => problem.severity !== 'info'),
    say,
  ).map((mark) => {
    const lineEnd = text.indexOf('\n', mark.from);
    return lineEnd > mark.from && lineEnd < mark.to ? { ...mark, to: lineEnd } : mark;
  });
