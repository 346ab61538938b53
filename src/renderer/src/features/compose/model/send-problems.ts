import type { Phrase, SendResult } from '../../../../../shared/contract/index.ts';

type Problem = NonNullable<SendResult['problem']>;

/** One reason why no request could be made, and everybody it concerns. */
export interface SendProblem {
  readonly problem: Problem;
  /** The vendor's own sentence, where the details have one. */
  readonly phrase: Phrase | null;
  readonly results: readonly SendResult[];
}

const phraseIn = ({ details }: Problem): Phrase | null => {
  const { phrase } = details;
  // What the core sends there is a Problem; its phrase is one by contract.
  return typeof phrase === 'object' && phrase !== null && 'id' in phrase ? (phrase as Phrase) : null;
};

/** The same reason for ten phones is one thing to read. */
export const sendProblems = (results: readonly SendResult[]): readonly SendProblem[] => {
  const found = new Map<string, SendProblem>();
  for (const result of results) {
    const { problem } = result;
    if (!problem) continue;
    const phrase = phraseIn(problem);
    const key = JSON.stringify([problem.code, result.vendor, phrase]);
    const before = found.get(key);
    found.set(key, { problem, phrase, results: [...(before?.results ?? []), result] });
  }
  return [...found.values()];
};

/** Where the reason for a missing request is mended, or told in full. */
export const placeToMend = (code: string): 'phones' | 'credentials' | 'log' | null => {
  if (code === 'send.no-target') return 'phones';
  if (code === 'send.token-refused') return 'log';
  return code === 'send.no-credential' || code.startsWith('credential.') ? 'credentials' : null;
};
