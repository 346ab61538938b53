import { asCallFailure, type CallFailure } from '../client/errors.ts';

/**
 * Asks again with every change and shows an answer only when it is newer than the one shown: answers that overtake each other never
 * bring back an old state, and while somebody types fast each answer that arrives is still used.
 */
export const inOrder = <I, O>(
  ask: (input: I) => Promise<O>,
  show: (answer: O | CallFailure, failed: boolean) => void,
) => {
  let asked = 0;
  let shown = 0;
  return async (input: I): Promise<void> => {
    asked += 1;
    const number = asked;
    const settle = (answer: O | CallFailure, failed: boolean) => {
      if (number <= shown) return;
      shown = number;
      show(answer, failed);
    };
    try {
      settle(await ask(input), false);
    } catch (error) {
      settle(asCallFailure(error), true);
    }
  };
};
