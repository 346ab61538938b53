import type { StoreApi } from 'zustand/vanilla';
import type { Client, Message } from '../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../client/errors.ts';
import { adopt } from '../features/compose/model/adopt.ts';
import { remember, stepBack, stepForward, type Moment } from '../features/compose/model/history.ts';
import { callOf, type MessageDraft } from '../features/compose/model/message-draft.ts';
import { followJson } from '../features/compose/model/rest-text.ts';
import { shareEqual } from '../features/compose/model/share.ts';
import type { ComposeState, MessageView, RestText } from './compose-store.ts';
import type { PreviewAlong } from './compose-preview.ts';
import { inOrder } from './in-order.ts';

interface Parts extends Pick<StoreApi<ComposeState>, 'getState' | 'setState'> {
  readonly client: Client;
  readonly saveSoon: () => void;
  /** A preview of what is read, with the same answer. */
  readonly along: () => PreviewAlong | null;
}
type ReadAnswer = Awaited<ReturnType<Client['compose']['readRest']>>;
interface Asked {
  readonly text: string;
  /** The message at that time. */
  readonly before: Message;
  readonly preview: PreviewAlong | null;
}
interface Read extends Asked {
  readonly answer: ReadAnswer;
}

/** A text nothing is known of yet. */
export const unreadRest = ({ message }: MessageDraft, text: string, isBehind = false): RestText => ({
  text,
  call: callOf(message.conversation),
  of: null,
  isTyped: false,
  isBehind,
  problems: [],
  answer: null,
});

/** What there is now, for undo. A text that follows the message need not be kept, unless somebody is looking at it. */
export const momentOf = ({ draft, rest, view }: ComposeState): Moment | null => {
  if (!draft) return null;
  const isKept = rest && (rest.isBehind || rest.isTyped || (view !== 'form' && rest.of === draft.message));
  return { draft, restText: isKept ? rest.text : null };
};

/**
 * Has a text read; the message follows it where it is a call. Who changes the text by hand sees what is decided of it with the same
 * answer: asking twice would send the text's message there and back once more with every letter.
 */
const reader = ({ client, getState, setState, saveSoon, along }: Parts) => {
  const take = ({ text, before, preview, answer }: Read) => {
    setState(({ rest, draft }) => {
      // What was typed since is on its way; where the message went on by itself, the text follows it.
      if (!draft || rest?.text !== text || draft.message !== before) return {};
      const next = answer.message ? adopt(draft, answer.message) : draft;
      // What has not changed stays the same objects, so that nothing that shows only these is drawn again.
      const problems = shareEqual(rest.problems, answer.problems);
      const restAnswer = shareEqual(rest.answer, answer.answer);
      const { call } = answer;
      const isBehind = answer.message === null;
      const read = { text, call, problems, answer: restAnswer, isBehind, isTyped: false, of: next.message };
      const previewed = preview && answer.preview ? preview.shown(answer.preview, next.message) : {};
      return { ...previewed, draft: next, rest: read };
    });
    saveSoon();
  };
  const read = inOrder(
    async (asked: Asked): Promise<Read> => {
      const { text, before, preview } = asked;
      const answer = await client.compose.readRest({ text, before, ...(preview ? { preview: preview.question } : {}) });
      return { ...asked, answer };
    },
    // `failed` says which of the two it is.
    (found, failed) => (failed ? setState({ failure: found as CallFailure }) : take(found as Read)),
  );
  return (text: string, withPreview: boolean): void => {
    const { draft } = getState();
    if (draft) void read({ text, before: draft.message, preview: withPreview ? along() : null });
  };
};

/** Makes the text say what the message says. Its layout stays where nothing has changed. */
const follower =
  ({ client, getState, setState }: Parts, ask: ReturnType<typeof reader>) =>
  async (): Promise<void> => {
    const { draft, rest } = getState();
    if (!draft || rest?.isBehind || rest?.isTyped || rest?.of === draft.message) return;
    try {
      const printed = await client.compose.printRest({ message: draft.message });
      // Whatever was written meanwhile, in the form or in the text, is newer.
      const now = getState();
      if (now.draft !== draft || now.rest?.text !== rest?.text || now.rest?.isTyped) return;
      const text = rest ? followJson(rest.text, printed.text) : printed.text;
      const known = rest ?? unreadRest(draft, text);
      setState({ rest: { ...known, text, call: printed.call, isBehind: false, of: draft.message } });
      ask(text, false);
    } catch (error) {
      setState({ failure: asCallFailure(error) });
    }
  };

/** The JSON beside the form: each follows the other, and undo goes back over both. */
export const restActions = (parts: Parts) => {
  const { getState, setState, saveSoon } = parts;
  const ask = reader(parts);
  const follow = follower(parts, ask);
  const typed = (text: string, about: string) => {
    const { rest, draft, history } = getState();
    const before = momentOf(getState());
    if (!draft || !before || rest?.text === text) return;
    const known = rest ?? unreadRest(draft, text);
    setState({
      rest: { ...known, text, of: null, isTyped: true },
      history: remember(history, before, about, Date.now()),
    });
    ask(text, true);
  };
  const goTo = (step: typeof stepBack) => {
    const now = momentOf(getState());
    const gone = now && step(getState().history, now);
    if (!gone) return;
    const { moment, history } = gone;
    const { rest } = getState();
    setState({ draft: moment.draft, history });
    if (moment.restText !== null) {
      setState({ rest: { ...(rest ?? unreadRest(moment.draft, '')), text: moment.restText, of: null, isTyped: true } });
      ask(moment.restText, true);
    } else if (rest) {
      setState({ rest: { ...rest, isBehind: false, isTyped: false, of: null } });
      void follow();
    }
    saveSoon();
  };
  return {
    followRest: follow,
    /** Asks about the text that is there. */
    recheckRest: () => {
      const { rest } = getState();
      if (rest) ask(rest.text, true);
    },
    showView: (view: MessageView) => {
      setState({ mode: 'message', view, failure: null });
      if (view !== 'form') void follow();
    },
    /** The JSON as somebody types it. */
    editRest: (text: string) => typed(text, 'rest'),
    /** The same as one step of its own: a mend, a layout. */
    replaceRest: (text: string) => typed(text, ''),
    /** Lets the message stand and prints it again; what was typed can be brought back by undo. */
    dropRest: () => {
      const { rest, history } = getState();
      const before = momentOf(getState());
      if (!rest || !before) return;
      setState({
        rest: { ...rest, isBehind: false, isTyped: false, of: null },
        history: remember(history, before, '', Date.now()),
      });
      void follow();
    },
    /** One step back over form and JSON; nothing when there is none. */
    undo: () => goTo(stepBack),
    redo: () => goTo(stepForward),
  };
};
