import { useEffect, useMemo, useState } from 'react';
import type { Certainty, Exchange, Phrase } from '../../../../../shared/contract/index.ts';
import type { SendOutcome } from '../../../stores/compose-store.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { groupRows, matrixRows, type MatrixGroup, type MatrixRow } from '../model/send-matrix.ts';

/** What became of a send, row by row and by reason. */
export const useMatrix = (
  sent: SendOutcome,
): { readonly rows: readonly MatrixRow[]; readonly groups: readonly MatrixGroup[] } => {
  const exchanges = useFrom('exchanges', (state) => state.items);
  const phones = useFrom('phones', (state) => state.phones);
  const { messageId, results } = sent.report;
  const rows = useMemo(
    () => matrixRows(results, { messageId, exchanges, phones }),
    [results, messageId, exchanges, phones],
  );
  return { rows, groups: useMemo(() => groupRows(rows), [rows]) };
};

/** Why a group did not go well, and how sure that is; certainty null: it is about nothing a vendor says. */
export interface Why {
  readonly phrase: Phrase;
  readonly certainty: Certainty | null;
}

/** The check of our gateway that decided, else what the vendor's table says of the code. */
const whyOf = ({ verdict, explanation }: Exchange): Why | null => {
  const failed = verdict?.checks.find((check) => check.outcome === 'failed');
  if (failed) return { phrase: failed.phrase, certainty: failed.certainty };
  return explanation ? { phrase: explanation.meaning, certainty: explanation.certainty } : null;
};

/** The words of each group that did not go well, by its id; they come one after another from the log. */
export const useWhys = (groups: readonly MatrixGroup[]): ReadonlyMap<string, Why> => {
  const { client } = useStores();
  const [told, setTold] = useState<ReadonlyMap<string, Why>>(new Map());
  // As text, so that a new list of the same groups asks nothing anew.
  const asked = JSON.stringify(
    groups.flatMap(({ id, taken, exchangeId }) =>
      taken === 'accepted' || exchangeId === null ? [] : [[id, exchangeId]],
    ),
  );
  useEffect(() => {
    let isCurrent = true;
    // Made just above.
    for (const [id, exchangeId] of JSON.parse(asked) as [string, string][]) {
      client.exchanges.get({ id: exchangeId }).then(
        (exchange) => {
          const why = whyOf(exchange);
          if (isCurrent && why) setTold((before) => new Map(before).set(id, why));
        },
        // Cleared from the log meanwhile: the code alone is shown.
        () => undefined,
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [client, asked]);
  return useMemo(() => {
    const quiet = groups.flatMap(({ id, quietBecause }): [string, Why][] =>
      quietBecause ? [[id, { phrase: quietBecause, certainty: null }]] : [],
    );
    return new Map([...told, ...quiet]);
  }, [told, groups]);
};
