import { fieldNames, fields, quote } from '../../../../../shared/kit/filter/index.ts';

/** One thing that can be put where the caret is. */
export interface Completion {
  /** What stands in the list. */
  readonly label: string;
  /** What takes the place of the characters from `from` to the caret. */
  readonly insert: string;
  /** The field, for the sentence beside it; empty for a value. */
  readonly field: string;
}
export interface Completions {
  readonly from: number;
  readonly items: readonly Completion[];
}

/** Values the window knows of by field. */
export type KnownValues = Readonly<Partial<Record<string, readonly string[]>>>;

const most = 12;
/** What may stand without quotes: a word, or a comparison with a number. */
const bare = /^(?:[^\s()"|\\<>=:-][^\s()"|\\]*|[<>]=?\d+)$/;
const openFields: ReadonlySet<string> = new Set(['payload']);

const begins = (word: string, typed: string): boolean => word.toLowerCase().includes(typed.toLowerCase());

const valuesFor = (field: string, known: KnownValues): readonly string[] => {
  const choices = Object.entries(fields).find(([name]) => name === field)?.[1].choices ?? [];
  return [...choices, ...(known[field] ?? [])];
};

/** What can be typed at the caret: names of fields, or values of the field before the colon. */
export const completeFilter = (text: string, caret: number, known: KnownValues): Completions => {
  const before = text.slice(0, caret);
  // Inside an open quote nothing is offered but what the quote begins.
  const word = /(?:^|[\s(]|(?<=[\s(])-|^-)([^\s()"-][^\s()"]*(?:"[^"]*)?|)$/.exec(before)?.[1] ?? '';
  const colon = word.indexOf(':');
  if (colon < 0) {
    const typed = word.toLowerCase();
    const items = fieldNames
      .filter((name) => begins(name, typed) && name !== typed)
      .toSorted((a, b) => Number(b.startsWith(typed)) - Number(a.startsWith(typed)))
      .map((name) => ({
        label: openFields.has(name) ? `${name}.…:` : `${name}:`,
        insert: openFields.has(name) ? `${name}.` : `${name}:`,
        field: name,
      }));
    return { from: caret - word.length, items: items.slice(0, most + 6) };
  }
  const field = word.slice(0, colon).split('.')[0]?.toLowerCase() ?? '';
  const rest = word.slice(colon + 1);
  const typed = rest.slice(rest.lastIndexOf('|') + 1).replace(/^"|^[<>=]+/, '');
  const start = caret - (rest.length - rest.lastIndexOf('|') - 1);
  const items = valuesFor(field, known)
    .filter((value, index, all) => begins(value, typed) && value !== typed && all.indexOf(value) === index)
    .slice(0, most)
    .map((value) => ({ label: value, insert: bare.test(value) ? value : quote(value), field: '' }));
  return { from: start, items };
};
