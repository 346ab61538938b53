/** Equal as JSON; the order of keys does not matter, absent and undefined are the same. */
export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';

/** Of the edits, the fields that differ from what is stored: what a save has to send. */
export const changedFields = <T extends object>(stored: T, edits: Partial<T>): Partial<T> => {
  const changed: Partial<T> = {};
  // Object.keys of a Partial<T> are keys of T.
  for (const key of Object.keys(edits) as (keyof T)[]) {
    if (!isSame(stored[key], edits[key])) changed[key] = edits[key];
  }
  return changed;
};

/** What is wrong with one field. */
export interface FieldProblem {
  /** Catalogue id and what fills it. */
  readonly id: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Nothing was entered yet. Said only when somebody tries to save, so that an empty form does not scold. */
  readonly isMissing?: boolean;
}
export type Problems<T> = Partial<Record<keyof T, FieldProblem>>;

/** A name or key that has to have something in it. */
export const required = (text: string, id: string): FieldProblem | undefined =>
  text.trim() === '' ? { id, isMissing: true } : undefined;

/** Leaves out the fields without a problem. */
export const problemsOf = <T>(fields: { readonly [K in keyof T]?: FieldProblem | undefined }): Problems<T> => {
  const problems: Problems<T> = {};
  for (const key of Object.keys(fields) as (keyof T)[]) {
    const problem = fields[key];
    if (problem) problems[key] = problem;
  }
  return problems;
};
