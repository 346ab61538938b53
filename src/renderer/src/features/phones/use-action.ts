import { useCallback, useMemo, useState } from 'react';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';

export interface Action {
  /** Runs a call; what failed last is kept until the next one. */
  readonly run: (call: () => Promise<unknown>) => void;
  readonly failure: CallFailure | null;
}

/** Calls that a control starts, and why the last one failed. The same object until another call fails. */
export const useAction = (): Action => {
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const run = useCallback((call: () => Promise<unknown>) => {
    call().then(
      () => setFailure(null),
      (error: unknown) => setFailure(asCallFailure(error)),
    );
  }, []);
  return useMemo(() => ({ run, failure }), [run, failure]);
};
