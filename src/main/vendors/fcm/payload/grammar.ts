/** `3.5s`: up to nine decimals, ended by `s`. Source: «REST Resource: projects.messages», Duration. */
const durationForm = /^-?\d{1,12}(?:\.\d{1,9})?s$/;
const timestampForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** Whether Google reads this as a duration. */
export const isDuration = (text: string): boolean => durationForm.test(text);
/** Whether this is a time with zone after RFC 3339. */
export const isTimestamp = (text: string): boolean => timestampForm.test(text) && !Number.isNaN(Date.parse(text));

/** Seconds of a duration such as `3.5s`. The caller has checked its form. */
export const durationSeconds = (text: string): number => Number(text.slice(0, -1));

/** Whether this is `#rrggbb`. */
export const isColor = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

/** A topic name as on the wire, without `/topics/`. */
export const isTopicName = (text: string): boolean => /^[a-zA-Z0-9\-_.~%]+$/.test(text);

/** `topics`: names used, repeats kept. `at`: position of the first character that does not fit. */
export type ConditionReading =
  { readonly ok: true; readonly topics: readonly string[] } | { readonly ok: false; readonly at: number };

type Mark = 'name' | 'in' | 'topics' | 'and' | 'or' | 'not' | 'open' | 'close';
interface Token {
  readonly mark: Mark;
  readonly text: string;
  readonly at: number;
}

const marks: readonly (readonly [Mark, RegExp])[] = [
  ['name', /'[^']*'/y],
  ['in', /in\b/y],
  ['topics', /topics\b/y],
  ['and', /&&/y],
  ['or', /\|\|/y],
  ['not', /!/y],
  ['open', /\(/y],
  ['close', /\)/y],
];

const tokenize = (text: string): Token[] | { at: number } => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const found = marks
      .map(([mark, form]) => {
        form.lastIndex = at;
        return { mark, text: form.exec(text)?.[0] };
      })
      .find((candidate) => candidate.text !== undefined);
    if (found?.text === undefined) return { at };
    tokens.push({ mark: found.mark, text: found.text, at });
    at += found.text.length;
  }
  return tokens;
};

/**
 * Reads `'a' in topics && ('b' in topics || !('c' in topics))`. Walks the words with a count of open brackets instead of building
 * a tree: all that matters is whether each word may follow the one before it.
 */
export const readCondition = (text: string): ConditionReading => {
  const tokens = tokenize(text);
  if (!Array.isArray(tokens)) return { ok: false, at: tokens.at };
  const topics: string[] = [];
  let open = 0;
  let expects: 'operand' | 'in' | 'topics' | 'operator' = 'operand';
  for (const token of tokens) {
    if (expects === 'operand' && token.mark === 'not') continue;
    else if (expects === 'operand' && token.mark === 'open') open += 1;
    else if (expects === 'operand' && token.mark === 'name' && isTopicName(token.text.slice(1, -1))) {
      topics.push(token.text.slice(1, -1));
      expects = 'in';
    } else if (expects === 'in' && token.mark === 'in') expects = 'topics';
    else if (expects === 'topics' && token.mark === 'topics') expects = 'operator';
    else if (expects === 'operator' && (token.mark === 'and' || token.mark === 'or')) expects = 'operand';
    else if (expects === 'operator' && token.mark === 'close' && open > 0) open -= 1;
    else return { ok: false, at: token.at };
  }
  return expects === 'operator' && open === 0 ? { ok: true, topics } : { ok: false, at: text.length };
};
