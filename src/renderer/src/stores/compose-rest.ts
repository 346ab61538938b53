import type { StoreApi } from 'zustand/vanilla';
import type { Client, Message, RestRead } from '../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../client/errors.ts';
import { adopt } from '../features/compose/model/adopt.ts';
import { remember, stepBack, stepForward, type Moment } from '../features/compose/model/history.ts';
import { callOf, type MessageDraft } from '../features/compose/model/message-draft.ts';
import { followJson } from '../features/compose/model/rest-text.ts';
import type { ComposeState, MessageView, RestText } from './compose-store.ts';
import { inOrder } from './in-order.ts';

interface Parts extends Pick<StoreApi<ComposeState>, 'getState' | 'setState'> {
  readonly client: Client;
  readonly saveSoon: () => void;
}
interface Read {
  readonly text: string;
  readonly answer: RestRead;
}

/** A text nothing is known of yet. */
export const unreadRest = ({ message }: MessageDraft, text: string, isBehind = false): RestText => ({
  text,
  call: callOf(message.conversation),
  of: null,
  isBehind,
  problems: [],
  answer: null,
});

/** What there is now, for undo. A text that the message follows need not be kept, unless somebody is writing in it. */
export const momentOf = ({ draft, rest, view }: ComposeState): Moment | null =>
  draft && { draft, restText: rest && (rest.isBehind || view === 'json') ? rest.text : null };

/** Has a text read; the message follows it where it is a call. */
const reader = ({ client, getState, setState, saveSoon }: Parts) => {
  const take = ({ text, answer }: Read) => {
    setState(({ rest, draft }) => {
      // What was typed since is on its way.
      if (!draft || rest?.text !== text) return {};
      const next = answer.message ? adopt(draft, answer.message) : draft;
      const { call, problems } = answer;
      const isBehind = answer.message === null;
      return { draft: next, rest: { text, call, problems, answer: answer.answer, isBehind, of: next.message } };
    });
    saveSoon();
  };
  const read = inOrder(
    async ({ text, before }: { readonly text: string; readonly before: Message }): Promise<Read> => ({
      text,
      answer: await client.compose.readRest({ text, before }),
    }),
    // `failed` says which of the two it is.
    (found, failed) => (failed ? setState({ failure: found as CallFailure }) : take(found as Read)),
  );
  return (text: string): void => {
    const { draft } = getState();
    if (draft) void read({ text, before: draft.message });
  };
};

/** Makes the text say what the message says. Its layout stays where nothing has changed. */
const follower =
  ({ client, getState, setState }: Parts, ask: (text: string) => void) =>
  async (): Promise<void> => {
    const { draft, rest } = getState();
    if (!draft || rest?.isBehind || (rest && rest.of === draft.message)) return;
    try {
      const printed = await client.compose.printRest({ message: draft.message });
      const now = getState();
      if (now.draft !== draft || now.rest?.isBehind) return;
      const text = now.rest ? followJson(now.rest.text, printed.text) : printed.text;
      const known = now.rest ?? unreadRest(draft, text);
      setState({ rest: { ...known, text, call: printed.call, isBehind: false, of: draft.message } });
      ask(text);
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
    setState({ rest: { ...known, text, of: null }, history: remember(history, before, about, Date.now()) });
    ask(text);
  };
  const goTo = (step: typeof stepBack) => {
    const now = momentOf(getState());
    const gone = now && step(getState().history, now);
    if (!gone) return;
    const { moment, history } = gone;
    const { rest } = getState();
    setState({ draft: moment.draft, history });
    if (moment.restText !== null) {
      setState({ rest: { ...(rest ?? unreadRest(moment.draft, '')), text: moment.restText, of: null } });
      ask(moment.restText);
    } else if (rest) {
      setState({ rest: { ...rest, isBehind: false, of: null } });
      void follow();
    }
    saveSoon();
  };
  return {
    followRest: follow,
    /** Asks about the text that is there. */
    recheckRest: () => {
      const { rest } = getState();
      if (rest) ask(rest.text);
    },
    showView: (view: MessageView) => {
      setState({ mode: 'message', view, failure: null });
      if (view === 'json') void follow();
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
      setState({ rest: { ...rest, isBehind: false, of: null }, history: remember(history, before, '', Date.now()) });
      void follow();
    },
    /** One step back over form and JSON; nothing when there is none. */
    undo: () => goTo(stepBack),
    redo: () => goTo(stepForward),
  };
};
