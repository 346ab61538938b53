import { fact, lastDoubling, sizeClass, type PayloadQuery, type Query } from '../../../shared/kit/filter/index.ts';
import { everything } from './facts.ts';

/**
 * How the index answers a query, for exchanges all of whose words it has. `match`: an FTS5 expression that finds every exchange that passes and perhaps more; null: the index
 * cannot tell. `exact`: it finds no more than those. It goes to SQLite as a bound value and holds nothing but quoted words of letters,
 * digits, `_` and `=`.
 */
export interface Plan {
  readonly match: string | null;
  readonly exact: boolean;
}

const cannotTell: Plan = { match: null, exact: false };
/** A word that no exchange has. */
const never = '"z=0"';

const quoted = (words: readonly string[], isOpen: boolean): string => `"${words.join(' ')}"${isOpen ? ' *' : ''}`;

const some = (parts: readonly string[]): string =>
  parts.length === 1 && parts[0] ? parts[0] : `(${parts.join(' OR ')})`;

const planAll = (parts: readonly Query[]): Plan => {
  const positive: Plan[] = [];
  const negative: string[] = [];
  let exact = true;
  for (const part of parts) {
    const inner = 'not' in part ? planOf(part.not) : null;
    if (inner?.exact && inner.match !== null) negative.push(inner.match);
    else positive.push(planOf(part));
  }
  exact = positive.every((plan) => plan.exact);
  const wanted = positive.flatMap(({ match }) => (match === null ? [] : [match]));
  if (wanted.length === 0 && negative.length === 0) return { match: null, exact };
  const found =
    wanted.length === 0 ? `"${everything}"` : wanted.length === 1 ? (wanted[0] ?? never) : `(${wanted.join(' AND ')})`;
  return { match: negative.length === 0 ? found : `(${found} NOT ${some(negative)})`, exact };
};

const planAny = (parts: readonly Query[]): Plan => {
  if (parts.length === 0) return { match: never, exact: true };
  const plans = parts.map(planOf);
  if (plans.some((plan) => plan.match === null)) return cannotTell;
  return { match: some(plans.map((plan) => plan.match ?? never)), exact: plans.every((plan) => plan.exact) };
};

const planPayload = ({ path, test }: PayloadQuery): Plan => {
  const inside = quoted([fact('k', path.join('.'))], false);
  if ('exists' in test) return { match: inside, exact: true };
  return { match: 'words' in test ? `(${inside} AND ${quoted(test.words, test.isOpen)})` : inside, exact: false };
};

/** Classes of sixteenths up to the next doubling, and of doublings from there on. */
const planBytes = (over: number): Plan => {
  const first = sizeClass(over + 1);
  const doubling = Math.floor(first / 16) + 1;
  const fine = Array.from({ length: doubling * 16 - first }, (_, index) => `"${fact('b', String(first + index))}"`);
  const coarse = Array.from(
    { length: Math.max(lastDoubling - doubling, 0) },
    (_, index) => `"${fact('y', String(doubling + index))}"`,
  );
  return { match: some([...fine, ...coarse]), exact: false };
};

/** How the index answers this query. */
export const planOf = (query: Query): Plan => {
  if ('all' in query) return planAll(query.all);
  if ('any' in query) return planAny(query.any);
  if ('not' in query) {
    const { match, exact } = planOf(query.not);
    return exact && match !== null ? { match: `("${everything}" NOT ${match})`, exact } : cannotTell;
  }
  if ('fact' in query) return { match: quoted([query.fact], query.isOpen), exact: true };
  if ('words' in query) return { match: quoted(query.words, query.isOpen), exact: true };
  if ('bytesOver' in query) return planBytes(query.bytesOver);
  if ('payload' in query) return planPayload(query.payload);
  return cannotTell;
};

/** Does the answer depend on words, of which the index has not all for a few long exchanges? */
export const asksForWords = (query: Query): boolean => {
  if ('all' in query) return query.all.some(asksForWords);
  if ('any' in query) return query.any.some(asksForWords);
  if ('not' in query) return asksForWords(query.not);
  return 'words' in query || 'payload' in query;
};

/** The instants outside of which nothing can pass; null: no bound. */
export const timeBounds = (query: Query): { readonly fromMs: number | null; readonly toMs: number | null } => {
  if ('fromMs' in query) return query;
  if (!('all' in query)) return { fromMs: null, toMs: null };
  const bounds = query.all.map(timeBounds);
  const from = bounds.flatMap((one) => (one.fromMs === null ? [] : [one.fromMs]));
  const to = bounds.flatMap((one) => (one.toMs === null ? [] : [one.toMs]));
  return { fromMs: from.length > 0 ? Math.max(...from) : null, toMs: to.length > 0 ? Math.min(...to) : null };
};
