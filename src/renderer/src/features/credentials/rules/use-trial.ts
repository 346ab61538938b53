import { useEffect, useState } from 'react';
import type { RuleDraft, RuleTrial } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useFrom, useStores } from '../../../stores/index.ts';

const pauseMs = 120;

interface Answer {
  readonly ext: string;
  readonly trial: RuleTrial | null;
  readonly failure: CallFailure | null;
}

/**
 * What the rules of an app say of an `ext`, asked again whenever the text, a rule or the draft changes; the latest question wins.
 * Null while there is nothing to ask.
 */
export const useTrial = (appId: string, ext: string, draft: RuleDraft | null): Answer | null => {
  const { client } = useStores();
  const rules = useFrom('workspace', (state) => state.rules);
  const [answer, setAnswer] = useState<Answer | null>(null);
  // A draft is made anew at every rendering; its text says whether it changed.
  const draftText = draft === null ? '' : JSON.stringify(draft);

  useEffect(() => {
    if (ext === '' || appId === '') return undefined;
    let isLatest = true;
    const timer = setTimeout(() => {
      // Written by the line above from a RuleDraft.
      const sent = draftText === '' ? {} : { draft: JSON.parse(draftText) as RuleDraft };
      client.workspace.tryRules({ appId, ext, ...sent }).then(
        (trial) => isLatest && setAnswer({ ext, trial, failure: null }),
        (error: unknown) => isLatest && setAnswer({ ext, trial: null, failure: asCallFailure(error) }),
      );
    }, pauseMs);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
    // The core answers from the stored rules, so a change of theirs is a new question.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- see above
  }, [client, appId, ext, rules, draftText]);

  return ext === '' ? null : answer;
};
