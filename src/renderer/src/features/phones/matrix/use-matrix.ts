import { useEffect, useState } from 'react';
import type { TapMatrixInput, TapMatrixRow } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useFrom, useStores } from '../../../stores/index.ts';

/** Typing in another window of the place and changes of the workspace come in bursts. */
const settleMs = 80;
const noRows: readonly TapMatrixRow[] = [];

export interface MatrixAnswer {
  readonly rows: readonly TapMatrixRow[];
  readonly isAsking: boolean;
  readonly failure: CallFailure | null;
}

/** What a tap does on every device, for one message; asked again when the workspace changes. Null asks nothing. */
export const useMatrix = (input: TapMatrixInput | null): MatrixAnswer => {
  const { client } = useStores();
  const workspace = useFrom('workspace', (state) => state);
  const [answer, setAnswer] = useState<Omit<MatrixAnswer, 'isAsking'> | null>(null);
  useEffect(() => {
    if (!input) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      client.phones.tapMatrix(input).then(
        ({ rows }) => isCurrent && setAnswer({ rows, failure: null }),
        (error: unknown) => isCurrent && setAnswer({ rows: noRows, failure: asCallFailure(error) }),
      );
    }, settleMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // The core answers from the stored entries, so a change of theirs is a new question.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- see above
  }, [client, input, workspace]);
  return {
    rows: answer?.rows ?? noRows,
    failure: answer?.failure ?? null,
    isAsking: answer === null && input !== null,
  };
};
