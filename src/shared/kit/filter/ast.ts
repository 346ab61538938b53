/** How a value is compared. `has`: the field has it, in the field's own sense of having. */
export type Comparison = 'has' | '>' | '>=' | '<' | '<=';

/** One value of a term: `400` of `status:>=400`. */
export interface TermValue {
  readonly comparison: Comparison;
  readonly value: string;
}

/** The names a term can begin with. `payload` goes on with a path. */
export const fieldNames = [
  'vendor',
  'status',
  'verdict',
  'reason',
  'app',
  'device',
  'token',
  'account',
  'message',
  'tag',
  'colour',
  'is',
  'has',
  'before',
  'after',
  'larger',
  'payload',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** A filter as a tree. `and` and `or` have two parts or more, none of their own kind. */
export type FilterNode =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly part: FilterNode }
  /** `path` is empty for every field but `payload`. Several values: one of them. */
  | {
      readonly kind: 'term';
      readonly field: FieldName;
      readonly path: readonly string[];
      readonly values: readonly TermValue[];
    }
  /** Free text: these words in this order, the last one may go on. */
  | { readonly kind: 'text'; readonly text: string };

/** What is wrong with a filter. Each has words in the catalogue of the log: `log.filterError.<reason>`. */
export type FilterMistake =
  | 'unknown-field'
  | 'unknown-choice'
  | 'no-value'
  | 'no-comparison'
  | 'no-path'
  | 'no-words'
  | 'bad-number'
  | 'bad-size'
  | 'bad-time'
  | 'open-quote'
  | 'open-bracket'
  | 'stray-bracket'
  | 'empty-brackets'
  | 'nothing-before'
  | 'nothing-after'
  | 'too-long'
  | 'too-deep';

/** A mistake with the characters it is about (`from` included, `to` not; UTF-16 offsets into the text) and how to mend it. */
export interface FilterError {
  readonly reason: FilterMistake;
  readonly from: number;
  readonly to: number;
  /** What fills the holes of the sentence. */
  readonly params: Readonly<Record<string, string>>;
}

export type ParsedFilter =
  /** `node` is null for a text with nothing in it: everything passes. */
  { readonly ok: true; readonly node: FilterNode | null } | { readonly ok: false; readonly error: FilterError };
