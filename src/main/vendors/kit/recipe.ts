import type { Recipe } from '../../../shared/contract/index.ts';

/** A recipe from its text: lines that begin with `»` are the ones that differ from talking to the vendor. */
export const recipeOf = (
  id: string,
  library: string,
  testedVersion: string | null,
  language: string,
  text: readonly string[],
): Recipe => ({
  id,
  library,
  testedVersion,
  language,
  code: text.map((line) => line.replace(/^» ?/, '')).join('\n'),
  changed: text.flatMap((line, index) => (line.startsWith('»') ? [index + 1] : [])),
});

/** Address without TLS: the same port answers both. */
export const plainOrigin = (origin: string, port: number): string => `http://${new URL(origin).hostname}:${port}`;
