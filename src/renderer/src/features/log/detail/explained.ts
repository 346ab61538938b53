import type { Certainty, Exchange, Phrase, Source } from '../../../../../shared/contract/index.ts';

/** Why an exchange did not go through, as the explanation card says it. */
export interface Explained {
  readonly title: Phrase;
  /** As on the wire, for example `400 BadDeviceToken`; empty: there is none. */
  readonly code: string;
  readonly rows: readonly {
    readonly id: 'found' | 'why' | 'arrived' | 'attempts' | 'do' | 'said';
    readonly phrase: Phrase | string;
  }[];
  /** Null: this is about our own network stack or the answer's form, and not a statement about a vendor. */
  readonly certainty: Certainty | null;
  readonly source: Source | null;
}

/** What a gateway of ours found wrong with this very request: the check that decided. */
const foundBy = (halves: readonly (Exchange | null)[]): Phrase | null => {
  for (const half of halves) {
    const failed = half?.verdict?.checks.find((check) => check.outcome === 'failed');
    if (failed) return failed.phrase;
  }
  return null;
};

const codeOf = ({ status, reason }: Exchange): string => [status, reason].filter((part) => part !== null).join(' ');

/** Whether the vendor may have acted on a push without an answer, and how often it was sent, where that is known. */
const arrivedRows = ({ failure, attempts = 1 }: Exchange): Explained['rows'] => {
  const maybe = failure?.mayHaveArrived;
  return [
    ...(maybe === undefined
      ? []
      : [{ id: 'arrived' as const, phrase: { id: `log.failure.arrived.${maybe ? 'maybe' : 'no'}` } }]),
    ...(attempts > 1
      ? [{ id: 'attempts' as const, phrase: { id: 'log.failure.attempts', params: { n: attempts } } }]
      : []),
  ];
};

const ours = (base: string, exchange: Exchange, said: string | null): Explained => ({
  title: { id: `${base}.meaning` },
  code: codeOf(exchange),
  rows: [
    { id: 'why', phrase: { id: `${base}.cause` } },
    ...arrivedRows(exchange),
    { id: 'do', phrase: { id: `${base}.fix` } },
    ...(said === null ? [] : [{ id: 'said' as const, phrase: said }]),
  ],
  certainty: null,
  source: null,
});

/** A refusal of a gateway of ours that is no code of the vendor's: a connection that a fault cut, a protocol nobody answers any more. */
const refusedWithoutCode = (exchange: Exchange): Explained | null => {
  const { verdict } = exchange;
  if (!verdict || verdict.accepted || verdict.code !== null) return null;
  const certainty = verdict.checks.find((check) => check.outcome === 'failed')?.certainty ?? null;
  return { title: verdict.why, code: codeOf(exchange), rows: [], certainty, source: null };
};

/**
 * Why it did not go through; null when it did. `has` tells whether the catalogue has words for a code of our network stack; one that it
 * does not have is said in general words with the stack's own message.
 */
export const explained = (
  exchange: Exchange,
  partner: Exchange | null,
  has: (id: string) => boolean,
): Explained | null => {
  const { outcome, explanation, failure } = exchange;
  if (outcome === 'accepted') return null;
  if (explanation) {
    const found = foundBy([exchange, partner]);
    return {
      title: explanation.meaning,
      code: codeOf(exchange),
      rows: [
        ...(found ? [{ id: 'found' as const, phrase: found }] : []),
        { id: 'why', phrase: explanation.cause },
        { id: 'do', phrase: explanation.fix },
      ],
      certainty: explanation.certainty,
      source: explanation.source,
    };
  }
  if (failure) {
    const known = `log.failure.${failure.code}`;
    // Nothing failed here, so nobody's own words about it would add anything.
    const said = failure.code === 'imported-without-answer' ? null : failure.message;
    return ours(has(`${known}.meaning`) ? known : 'log.failure.unknown', exchange, said);
  }
  const unanswered = refusedWithoutCode(exchange);
  if (unanswered) return unanswered;
  return ours(outcome === 'unreadable' ? 'log.failure.unreadable' : 'log.failure.unexplained', exchange, null);
};
