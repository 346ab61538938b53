import { useEffect, useState } from 'react';
import type { Certainty, Exchange, Phrase } from '../../../../shared/contract/index.ts';
import { useStores } from '../../stores/index.ts';

/** Why a gateway answered as it did. `certainty`: how sure the deciding check is; null: nothing decided against the request. */
export interface Reason {
  readonly phrase: Phrase;
  readonly certainty: Certainty | null;
}

/** The sentence of a verdict and how sure the check that decided is. Null: no verdict. */
export const reasonOf = ({ verdict }: Pick<Exchange, 'verdict'>): Reason | null => {
  if (!verdict) return null;
  const failed = verdict.checks.find((check) => check.outcome === 'failed');
  return { phrase: failed?.phrase ?? verdict.why, certainty: failed?.certainty ?? null };
};

/** The reasons of these exchanges, by id, as they come from the log. */
export const useVerdicts = (ids: readonly string[]): ReadonlyMap<string, Reason> => {
  const { client } = useStores();
  const [found, setFound] = useState<ReadonlyMap<string, Reason>>(new Map());
  const wanted = ids.join(' ');
  useEffect(() => {
    let isCurrent = true;
    for (const id of wanted === '' ? [] : wanted.split(' ')) {
      client.exchanges.get({ id }).then(
        (exchange) => {
          const reason = reasonOf(exchange);
          if (isCurrent && reason) setFound((before) => new Map(before).set(id, reason));
        },
        // Cleared from the log meanwhile: the row says how it ended all the same.
        () => undefined,
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [client, wanted]);
  return found;
};
