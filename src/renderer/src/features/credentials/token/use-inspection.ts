import { useEffect, useState } from 'react';
import type { TokenInspection } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useStores } from '../../../stores/index.ts';
import { useNow } from '../use-now.ts';

interface Seen {
  readonly inspection: TokenInspection | null;
  readonly failure: CallFailure | null;
}
const nothing: Seen = { inspection: null, failure: null };

/**
 * Has the core look at a token, anew whenever the text changes and, unless an instant is given, every minute. The last one asked
 * wins. Nothing is kept when the dialog goes.
 */
export const useTokenInspection = (text: string, atMs: number | null): Seen => {
  const { client } = useStores();
  const minute = useNow();
  const [seen, setSeen] = useState<Seen>(nothing);
  const isEmpty = text.trim() === '';
  const judgedAtMs = atMs ?? minute;
  useEffect(() => {
    if (isEmpty) return undefined;
    let isLast = true;
    client.credentials.inspectToken({ text, ...(atMs === null ? {} : { atMs }) }).then(
      (inspection) => isLast && setSeen({ inspection, failure: null }),
      (error: unknown) => isLast && setSeen({ inspection: null, failure: asCallFailure(error) }),
    );
    return () => {
      isLast = false;
    };
    // The clock of the core judges; `judgedAtMs` only says when to ask again.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [client, text, isEmpty, atMs, judgedAtMs]);
  return isEmpty ? nothing : seen;
};
