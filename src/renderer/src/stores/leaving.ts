/** Stands before leaving something unsaved. Told how to go on; true: wait, the person is asked first. */
export type LeaveGuard = (goOn: () => void) => boolean;

/** One guard at most, and the steps it holds back. */
export const createLeaving = () => {
  let guard: LeaveGuard | null = null;
  return {
    /** The editor in front. Null: nothing is unsaved any more. */
    guard: (next: LeaveGuard | null) => {
      guard = next;
    },
    /** Goes, or lets the guard ask first; false when it asks. It asks once: whoever goes on has decided. */
    leave: (go: () => void): boolean => {
      const goOn = () => {
        guard = null;
        go();
      };
      if (guard?.(goOn)) return false;
      goOn();
      return true;
    },
  };
};
