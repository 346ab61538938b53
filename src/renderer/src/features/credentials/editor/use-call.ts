import { useState } from 'react';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';

/** One call at a time with what became of it. `run` gives true when it succeeded; what it throws is kept as `failure`. */
export const useCall = () => {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  return {
    isBusy,
    failure,
    forget: () => setFailure(null),
    run: async (action: () => Promise<unknown>): Promise<boolean> => {
      setIsBusy(true);
      setFailure(null);
      try {
        await action();
        return true;
      } catch (error) {
        setFailure(asCallFailure(error));
        return false;
      } finally {
        setIsBusy(false);
      }
    },
  };
};
