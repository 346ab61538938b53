import { asCallFailure, type CallFailure } from '../client/errors.ts';

/** Numbers questions. What it returns for each says, once its answer is there, whether that may be shown: no newer one has been. */
export const inTurn = (): (() => () => boolean) => {
  let asked = 0;
  let shown = 0;
  return () => {
    asked += 1;
    const number = asked;
    return () => {
      if (number <= shown) return false;
      shown = number;
      return true;
    };
  };
};

/**
 * Asks again with every change and shows an answer only when it is newer than the one shown: answers that overtake each other never
 * bring back an old state, and while somebody types fast each answer that arrives is still used.
 */
export const inOrder = <I, O>(
  ask: (input: I) => Promise<O>,
  show: (answer: O | CallFailure, failed: boolean) => void,
) => {
  const next = inTurn();
  return async (input: I): Promise<void> => {
    const mayShow = next();
    try {
      const answer = await ask(input);
      if (mayShow()) show(answer, false);
    } catch (error) {
      if (mayShow()) show(asCallFailure(error), true);
    }
  };
};
