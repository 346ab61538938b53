import { useCallback, useEffect, useRef, useState } from 'react';
import { parseFilter } from '../../../../shared/kit/filter/index.ts';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useFrom, useStores } from '../../stores/index.ts';

/** Keys closer together than this are one question. Hardly any are: an answer takes a few milliseconds, and the next question ends a long one. */
const pauseMs = 30;

export interface FilterView {
  /** As it is typed; may not be readable. */
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Applies at once: from a button or a menu. */
  readonly apply: (text: string) => void;
  readonly failure: CallFailure | null;
  readonly fail: (error: unknown) => void;
  readonly clearFailure: () => void;
}

/** The text of the filter bar, and the filter of the log following it while it can be read. */
export const useFilter = (): FilterView => {
  const { log } = useStores();
  const applied = useFrom('log', (state) => state.filter);
  const [text, setOwn] = useState(applied);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const fail = useCallback((error: unknown) => setFailure(asCallFailure(error)), []);
  const clearFailure = useCallback(() => setFailure(null), []);
  const give = useCallback(
    (next: string) => {
      if (!parseFilter(next).ok || next === log.getState().filter) return;
      setFailure(null);
      log.setFilter(next).catch(fail);
    },
    [log, fail],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  const set = (next: string, afterMs: number) => {
    setOwn(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => give(next), afterMs);
  };
  return {
    text,
    setText: (next) => set(next, pauseMs),
    apply: (next) => set(next, 0),
    failure,
    fail,
    clearFailure,
  };
};
