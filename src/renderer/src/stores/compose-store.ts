import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Candidate,
  Client,
  Destination,
  DraftView,
  Message,
  Preview,
  Problem,
  RestAnswer,
  RestCall,
  SendInput,
  SendReport,
  Platform,
  VendorId,
} from '../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../client/errors.ts';
import { changedPath, noHistory, remember, type History } from '../features/compose/model/history.ts';
import { draftOf, type MessageDraft } from '../features/compose/model/message-draft.ts';
import type { RawDraft } from '../features/compose/model/raw-draft.ts';
import { readSaved, writeSaved } from '../features/compose/model/saved-draft.ts';
import { livePreview } from './compose-preview.ts';
import { momentOf, restActions, unreadRest } from './compose-rest.ts';
import { inOrder } from './in-order.ts';

export type ComposeMode = 'message' | 'raw' | 'scenario';
/** Two sides of the same message, or one beside the other. */
export type MessageView = 'form' | 'both' | 'json';

/** The message as the JSON of its REST call. */
export interface RestText {
  readonly text: string;
  readonly call: RestCall;
  /** The message this text says; another one in the draft means that the text has to follow. */
  readonly of: Message | null;
  /** Somebody wrote it, and the message has yet to follow. */
  readonly isTyped: boolean;
  /** The text is no such call: the message is the one before, and nothing that was typed goes away. */
  readonly isBehind: boolean;
  readonly problems: readonly Problem[];
  /** What the REST API would answer. Null: not known yet. */
  readonly answer: RestAnswer | null;
}

/** What the last send led to. */
export interface SendOutcome {
  readonly report: SendReport;
  readonly atMs: number;
  /** Hosts as the button showed them when it was pressed. */
  readonly hosts: readonly string[];
}

export interface ComposeState {
  readonly mode: ComposeMode;
  readonly view: MessageView;
  /** Null until the JSON is looked at. */
  readonly rest: RestText | null;
  readonly history: History;
  /** The draft that is looked at when it is not that of the chosen device. */
  readonly draftVendor: VendorId | null;
  /** Which service of that vendor, where it has two. */
  readonly draftPlatform: Platform | null;
  /** The vendor whose draft the one looked at is compared with. */
  readonly comparedWith: VendorId | null;
  /** Null until the first preset is there. */
  readonly draft: MessageDraft | null;
  /** Rises when the whole message is replaced, so that fields forget what was half typed in them. */
  readonly draftVersion: number;
  /** The message that a preset replaced last. */
  readonly replaced: MessageDraft | null;
  readonly rawVendor: VendorId;
  /** One per vendor, so that looking at another loses nothing. */
  readonly raws: readonly RawDraft[];
  readonly optionsOpen: boolean;
  /** The newest answer; kept while the next question is under way. */
  readonly preview: Preview | null;
  /** The message that `preview` decides: it may be some letters behind the draft. */
  readonly previewOf: Message | null;
  readonly checked: DraftView | null;
  /** Why the newest question has no answer. */
  readonly failure: CallFailure | null;
  readonly destination: Destination;
  readonly sending: boolean;
  /** The send takes long enough to be given up by hand. */
  readonly canCancel: boolean;
  /** The newest send was given up. */
  readonly wasCancelled: boolean;
  readonly sent: SendOutcome | null;
  readonly sendFailure: CallFailure | null;
}

/** Where drafts are kept between two starts; localStorage has this shape. */
export interface DraftStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}
const storageKey = 'pushscope.compose';
const saveAfterMs = 200;
/** A send that is done sooner needs no button to end it. */
const cancelAfterMs = 400;

const initial: ComposeState = {
  mode: 'message',
  view: 'form',
  rest: null,
  history: noHistory,
  draftVendor: null,
  draftPlatform: null,
  comparedWith: null,
  draft: null,
  draftVersion: 0,
  replaced: null,
  rawVendor: 'apns',
  raws: [],
  optionsOpen: false,
  preview: null,
  previewOf: null,
  checked: null,
  failure: null,
  destination: { kind: 'local' },
  sending: false,
  canCancel: false,
  wasCancelled: false,
  sent: null,
  sendFailure: null,
};

/** Writes the drafts down once the person pauses, or at once where the window goes away. */
const saver = (storage: DraftStorage, getState: () => ComposeState) => {
  let saving: ReturnType<typeof setTimeout> | undefined;
  const saveNow = () => {
    clearTimeout(saving);
    try {
      const { draft, raws, rest } = getState();
      storage.setItem(
        storageKey,
        writeSaved({ draft, raws, restText: rest?.isBehind || rest?.isTyped ? rest.text : null }),
      );
    } catch {
      // A full storage costs the next start its draft and nothing else.
    }
  };
  const saveSoon = () => {
    clearTimeout(saving);
    saving = setTimeout(saveNow, saveAfterMs);
  };
  return { saveNow, saveSoon };
};

const sendActions = (client: Client, { getState, setState }: StoreApi<ComposeState>) => {
  let underWay = new AbortController();
  return {
    /** One send at a time; asking for another while one is under way does nothing. */
    send: async (input: SendInput, hosts: readonly string[], nowMs: number): Promise<void> => {
      if (getState().sending) return;
      underWay = new AbortController();
      const { signal } = underWay;
      setState({ sending: true, sendFailure: null, wasCancelled: false });
      const late = setTimeout(() => setState({ canCancel: true }), cancelAfterMs);
      try {
        const report = await client.sends.create(input, { signal });
        setState({ sending: false, sent: { report, atMs: nowMs, hosts } });
      } catch (error) {
        const wasCancelled = signal.aborted;
        setState({ sending: false, wasCancelled, sendFailure: wasCancelled ? null : asCallFailure(error) });
      } finally {
        clearTimeout(late);
        setState({ canCancel: false });
      }
    },
    /** Gives up the send that is under way; the log keeps what became of each push. */
    cancelSend: () => underWay.abort(),
    forgetSend: () => setState({ sent: null, sendFailure: null, wasCancelled: false }),
  };
};

/** Changes of the message that do not come from its JSON. */
const editActions = (
  { getState, setState }: StoreApi<ComposeState>,
  followRest: () => Promise<void>,
  saveSoon: () => void,
) => {
  const changed = () => {
    if (getState().view !== 'form') void followRest();
    saveSoon();
  };
  const replaceDraft = (draft: MessageDraft, replaced: MessageDraft | null) => {
    const before = momentOf(getState());
    setState((state) => ({
      draft,
      replaced,
      draftVersion: state.draftVersion + 1,
      rest: null,
      ...(before ? { history: remember(state.history, before, '', Date.now()) } : {}),
    }));
    changed();
  };
  return {
    edit: (change: (draft: MessageDraft) => MessageDraft) => {
      const { draft, history } = getState();
      const before = momentOf(getState());
      const next = draft && change(draft);
      if (!before || !next || next === draft) return;
      const about = changedPath(draft.message, next.message);
      setState({ draft: next, history: remember(history, before, about, Date.now()) });
      changed();
    },
    startFrom: (message: Message) => replaceDraft(draftOf(message), getState().draft),
    /** Goes back to the message that the last preset replaced. */
    bringBack: () => {
      const { draft, replaced } = getState();
      if (replaced) replaceDraft(replaced, draft);
    },
    lookAt: (draftVendor: VendorId | null, draftPlatform: Platform | null = null) =>
      setState({ draftVendor, draftPlatform }),
    compareWith: (comparedWith: VendorId | null) => setState({ comparedWith }),
  };
};

/** The message or payload being written, what the core says of it, and what a send led to. */
export const createComposeStore = (client: Client, storage: DraftStorage = localStorage) => {
  const saved = readSaved(storage.getItem(storageKey));
  const store = createStore<ComposeState>(() => ({
    ...initial,
    draft: saved.draft,
    raws: saved.raws,
    view: saved.restText === null ? 'form' : 'json',
    rest: saved.draft && saved.restText !== null ? unreadRest(saved.draft, saved.restText, true) : null,
  }));
  const { setState, getState } = store;

  const { saveNow, saveSoon } = saver(storage, getState);
  const { preview, along } = livePreview(client, store);
  const rest = restActions({ client, getState, setState, saveSoon, along });
  const edits = editActions(store, rest.followRest, saveSoon);

  const check = inOrder(
    (input: Parameters<Client['compose']['check']>[0]) => client.compose.check(input),
    (answer, failed) =>
      setState(failed ? { failure: answer as CallFailure } : { checked: answer as DraftView, failure: null }),
  );

  return {
    ...store,
    /** The first preset is the message of a first start. */
    load: async () => {
      if (!getState().draft) {
        const [first] = (await client.presets.list()).entries;
        setState((state) => ({ draft: state.draft ?? (first ? draftOf(first.content.message) : null) }));
      }
      rest.recheckRest();
    },
    saveNow,
    setMode: (mode: ComposeMode) => setState({ mode, failure: null }),
    ...edits,
    chooseVendor: (rawVendor: VendorId) => setState({ rawVendor, checked: null, failure: null }),
    /** Puts a raw draft in the place of its vendor's, and shows it. */
    editRaw: (raw: RawDraft) => {
      setState((state) => ({
        rawVendor: raw.vendor,
        raws: [...state.raws.filter((one) => one.vendor !== raw.vendor), raw],
      }));
      saveSoon();
    },
    showOptions: (optionsOpen: boolean) => setState({ optionsOpen }),
    preview,
    check,
    /** What a text can be. Rejects as the call does. */
    recognise: async (text: string, fileName: string): Promise<readonly Candidate[]> =>
      (await client.recognise.paste({ text, fileName })).candidates,
    goTo: (destination: Destination) => setState({ destination }),
    ...rest,
    ...sendActions(client, store),
  };
};
export type ComposeStore = ReturnType<typeof createComposeStore>;
