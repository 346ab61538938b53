import type { Certainty, Phrase, TapStep } from '../../../../shared/contract/index.ts';

/** One step, with words `apns.step.<id>` and, where asked for, `apns.step.<id>.detail`. */
export const step = (
  id: string,
  certainty: Certainty,
  over: { params?: Phrase['params']; detail?: boolean } = {},
): TapStep => {
  const phrase = (name: string): Phrase => (over.params ? { id: name, params: over.params } : { id: name });
  return {
    id,
    phrase: phrase(`apns.step.${id}`),
    detail: over.detail ? phrase(`apns.step.${id}.detail`) : null,
    certainty,
  };
};
