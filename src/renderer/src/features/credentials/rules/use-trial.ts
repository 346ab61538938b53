import { useEffect, useState } from 'react';
import type { Client, RuleDraft, RuleTrial } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useFrom, useStores } from '../../../stores/index.ts';

const pauseMs = 120;

interface Answer {
  readonly ext: string;
  readonly trial: RuleTrial | null;
  /** What the draft says by itself, whatever stands before it; null without a draft. */
  readonly alone: RuleTrial['tried'][number] | null;
  readonly failure: CallFailure | null;
}

/** Two questions when a rule is being edited: all rules with it among them, and what it says when nothing comes before it. */
const ask = async (
  client: Client,
  appId: string,
  ext: string,
  draftText: string,
): Promise<Pick<Answer, 'trial' | 'alone'>> => {
  if (draftText === '') return { trial: await client.workspace.tryRules({ appId, ext }), alone: null };
  // Written from a RuleDraft below.
  const draft = JSON.parse(draftText) as RuleDraft;
  const first = { ...draft, position: Number.MIN_SAFE_INTEGER, enabled: true };
  const [trial, other] = await Promise.all([
    client.workspace.tryRules({ appId, ext, draft }),
    client.workspace.tryRules({ appId, ext, draft: first }),
  ]);
  return { trial, alone: other.tried.find(({ ruleId }) => ruleId === draft.id) ?? null };
};

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
      ask(client, appId, ext, draftText).then(
        (found) => isLatest && setAnswer({ ext, ...found, failure: null }),
        (error: unknown) => isLatest && setAnswer({ ext, trial: null, alone: null, failure: asCallFailure(error) }),
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
