import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Candidate,
  Client,
  Destination,
  DraftView,
  Message,
  Preview,
  SendInput,
  SendReport,
  Variables,
  VendorId,
} from '../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../client/errors.ts';
import { draftOf, type MessageDraft } from '../features/compose/model/message-draft.ts';
import type { RawDraft } from '../features/compose/model/raw-draft.ts';
import { readSaved, writeSaved } from '../features/compose/model/saved-draft.ts';
import { shareEqual } from '../features/compose/model/share.ts';

export type ComposeMode = 'message' | 'raw' | 'scenario';

/** What the last send led to. */
export interface SendOutcome {
  readonly report: SendReport;
  readonly atMs: number;
  /** Hosts as the button showed them when it was pressed. */
  readonly hosts: readonly string[];
}

export interface ComposeState {
  readonly mode: ComposeMode;
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
  readonly checked: DraftView | null;
  /** Why the newest question has no answer. */
  readonly failure: CallFailure | null;
  readonly destination: Destination;
  readonly sending: boolean;
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

const initial: ComposeState = {
  mode: 'message',
  draft: null,
  draftVersion: 0,
  replaced: null,
  rawVendor: 'apns',
  raws: [],
  optionsOpen: false,
  preview: null,
  checked: null,
  failure: null,
  destination: { kind: 'local' },
  sending: false,
  sent: null,
  sendFailure: null,
};

/**
 * Asks again with every change and shows an answer only when it is newer than the one shown: answers that overtake each other never
 * bring back an old state, and while somebody types fast each answer that arrives is still used.
 */
const inOrder = <I, O>(ask: (input: I) => Promise<O>, show: (answer: O | CallFailure, failed: boolean) => void) => {
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

/** Writes the drafts down once the person pauses. */
const saver = (storage: DraftStorage, getState: () => ComposeState) => {
  let saving: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(saving);
    saving = setTimeout(() => {
      try {
        storage.setItem(storageKey, writeSaved(getState()));
      } catch {
        // A full storage costs the next start its draft and nothing else.
      }
    }, saveAfterMs);
  };
};

const sendActions = (client: Client, { getState, setState }: StoreApi<ComposeState>) => ({
  /** One send at a time; asking for another while one is under way does nothing. */
  send: async (input: SendInput, hosts: readonly string[], nowMs: number): Promise<void> => {
    if (getState().sending) return;
    setState({ sending: true, sendFailure: null });
    try {
      const report = await client.sends.create(input);
      setState({ sending: false, sent: { report, atMs: nowMs, hosts } });
    } catch (error) {
      setState({ sending: false, sendFailure: asCallFailure(error) });
    }
  },
  forgetSend: () => setState({ sent: null, sendFailure: null }),
});

/** The message or payload being written, what the core says of it, and what a send led to. */
export const createComposeStore = (client: Client, storage: DraftStorage = localStorage) => {
  const saved = readSaved(storage.getItem(storageKey));
  const store = createStore<ComposeState>(() => ({ ...initial, draft: saved.draft, raws: saved.raws }));
  const { setState, getState } = store;

  const saveSoon = saver(storage, getState);
  const replaceDraft = (draft: MessageDraft, replaced: MessageDraft | null) => {
    setState((state) => ({ draft, replaced, draftVersion: state.draftVersion + 1 }));
    saveSoon();
  };

  const preview = inOrder(
    (input: { readonly message: Message; readonly variables: Variables }) => client.compose.preview(input),
    (answer, failed) =>
      // `failed` says which of the two it is.
      setState((state) =>
        failed
          ? { failure: answer as CallFailure }
          : { preview: shareEqual(state.preview, answer as Preview), failure: null },
      ),
  );
  const check = inOrder(
    (input: Parameters<Client['compose']['check']>[0]) => client.compose.check(input),
    (answer, failed) =>
      setState(failed ? { failure: answer as CallFailure } : { checked: answer as DraftView, failure: null }),
  );

  return {
    ...store,
    /** The first preset is the message of a first start. */
    load: async () => {
      if (getState().draft) return;
      const [first] = (await client.presets.list()).entries;
      setState((state) => ({ draft: state.draft ?? (first ? draftOf(first.content.message) : null) }));
    },
    setMode: (mode: ComposeMode) => setState({ mode, failure: null }),
    edit: (change: (draft: MessageDraft) => MessageDraft) => {
      const { draft } = getState();
      if (!draft) return;
      setState({ draft: change(draft) });
      saveSoon();
    },
    startFrom: (message: Message) => replaceDraft(draftOf(message), getState().draft),
    /** Goes back to the message that the last preset replaced. */
    bringBack: () => {
      const { draft, replaced } = getState();
      if (replaced) replaceDraft(replaced, draft);
    },
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
    preview: (message: Message, variables: Variables = {}) => preview({ message, variables }),
    check,
    /** What a text can be. Rejects as the call does. */
    recognise: async (text: string, fileName: string): Promise<readonly Candidate[]> =>
      (await client.recognise.paste({ text, fileName })).candidates,
    goTo: (destination: Destination) => setState({ destination }),
    ...sendActions(client, store),
  };
};
export type ComposeStore = ReturnType<typeof createComposeStore>;
