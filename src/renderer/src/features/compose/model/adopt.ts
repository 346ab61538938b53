import type { Message } from '../../../../../shared/contract/index.ts';
import type { MessageDraft } from './message-draft.ts';
import { shareEqual } from './share.ts';

/** The draft with a message that was written elsewhere. Rows keep their identity where there are as many elements as before. */
export const adopt = (draft: MessageDraft, message: Message): MessageDraft => {
  const shared = shareEqual(draft.message, message);
  if (shared === draft.message) return draft;
  const { length } = shared.elements;
  const next = Math.max(-1, ...draft.keys) + 1;
  const keys = shared.elements.map((_, index) => draft.keys[index] ?? next + index);
  return {
    message: shared,
    keys: length === draft.keys.length ? draft.keys : keys,
    parked: shared.offlinePush === null ? draft.parked : null,
  };
};
