import type { Certainty, Phrase, Problem } from '../../../../shared/contract/index.ts';
import type { JsonObject } from '../../kit/json.ts';
import type { PushType } from '../push-types.ts';
import { effectOf } from './effects.ts';

/** What a rule looks at: the payload taken apart and the options that decide how it is read. */
export interface Subject {
  readonly root: JsonObject;
  /** Null: there is no `aps` dictionary. */
  readonly aps: JsonObject | null;
  readonly pushType: PushType | null;
  /** `pushType` as it was written; empty when the header is not sent. */
  readonly pushTypeText: string;
  readonly priority: string;
  readonly topic: string;
  /** Null: nobody said what time it is, and rules about the past and the future are left out. */
  readonly nowMs: number | null;
}

/** Rules hand their findings to this. */
export type Report = (problem: Problem) => void;

/**
 * A problem with its words: `apns.problem.<code>` says what is wrong, `apns.problem.<code>.fix` what to do. Both may use the
 * same params. What comes of it is in the table of effects.
 */
export const problem = (
  code: string,
  severity: Problem['severity'],
  certainty: Certainty,
  path: string,
  params?: Phrase['params'],
): Problem => {
  const phrase = (id: string): Phrase => (params ? { id, params } : { id });
  const effect = effectOf(code);
  return {
    code: `apns.${code}`,
    severity,
    path,
    phrase: phrase(`apns.problem.${code}`),
    ...(effect ? { effect } : {}),
    fix: phrase(`apns.problem.${code}.fix`),
    certainty,
  };
};
