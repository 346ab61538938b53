import { createStore } from 'zustand/vanilla';
import type { Account, Client, Message, Problem, SdkShape } from '../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../client/errors.ts';
import { followJson } from '../features/compose/model/rest-text.ts';
import { otherShapeOf, type JsonShape } from '../features/compose/model/sdk-shape.ts';

/** A part of the message as an SDK has it, or the settings of an account by its id. */
export type SdkSubject =
  { readonly shape: SdkShape } | { readonly shape: 'TIMOfflinePushSettings'; readonly accountId: string };
export type SdkChoice = { readonly shape: 'rest' } | SdkSubject;

/** One object of an SDK as text. */
export interface SdkText {
  readonly text: string;
  /** What this text says; another part of the message, or another account, means that the text has to follow. */
  readonly of: unknown;
  /** Somebody wrote it, and the core has yet to read it. */
  readonly isTyped: boolean;
  /** It cannot be read: what it is about is as before, and nothing that was typed goes away. */
  readonly isBehind: boolean;
  /** It is another object than the one expected here, and nothing was made of it. */
  readonly looksLike: JsonShape | null;
  readonly problems: readonly Problem[];
}
export interface SdkState {
  /** What the JSON beside the form is. */
  readonly chosen: SdkChoice;
  readonly texts: Readonly<Record<string, SdkText>>;
  readonly failure: CallFailure | null;
}

/** The message that is being written, and the accounts: they live in other stores. */
export interface SdkWorld {
  readonly message: () => Message | null;
  readonly adopt: (message: Message) => void;
  readonly account: (id: string) => Account | undefined;
}

/** Name of a subject; each has one text. */
export const keyOf = (subject: SdkChoice): string =>
  'accountId' in subject ? `${subject.shape} ${subject.accountId}` : subject.shape;

/** The part of a message that a shape is. */
export const partOf = (shape: SdkShape, message: Message): unknown =>
  shape === 'V2TIMOfflinePushInfo' ? message.offlinePush : (message.legacyPush ?? null);

interface Answer {
  readonly problems: readonly Problem[];
  /** What takes over what the text says; null: it cannot be read. */
  readonly apply: (() => void | Promise<unknown>) | null;
}

/** How the text of a subject is made and read. `of` is what it says now; undefined: there is none any more. */
const access = (client: Client, world: SdkWorld, subject: SdkSubject) => {
  if ('accountId' in subject) {
    const { accountId } = subject;
    return {
      of: () => world.account(accountId),
      print: async () => (await client.compose.printGlobalText({ accountId })).text,
      read: async (text: string): Promise<Answer> => {
        const { settings, problems } = await client.compose.readGlobalText({ text });
        const apply = settings && (() => client.workspace.accounts.update({ ...settings, id: accountId }));
        return { problems, apply };
      },
    };
  }
  const { shape } = subject;
  const before = world.message();
  return {
    of: () => {
      const message = world.message();
      return message ? partOf(shape, message) : undefined;
    },
    print: async () => (before ? (await client.compose.printSdkText({ shape, message: before })).text : 'null'),
    read: async (text: string): Promise<Answer> => {
      if (!before) return { problems: [], apply: null };
      const { message, problems } = await client.compose.readSdkText({ shape, text, before });
      return { problems, apply: message && (() => world.adopt(message)) };
    },
  };
};

interface Parts {
  readonly client: Client;
  readonly world: SdkWorld;
  readonly textOf: (subject: SdkSubject) => SdkText | undefined;
  readonly put: (subject: SdkSubject, text: SdkText) => void;
  readonly failed: (error: unknown) => void;
}

/** Has the text of a subject read; what it is about follows where it can be read. */
const reader = ({ client, world, textOf, put, failed }: Parts) => {
  const read = async (subject: SdkSubject): Promise<void> => {
    const asked = textOf(subject);
    if (!asked) return;
    const { text } = asked;
    const looksLike = otherShapeOf(text, subject.shape);
    if (looksLike) return put(subject, { ...asked, isTyped: false, isBehind: true, looksLike, problems: [] });
    const message = world.message();
    try {
      const { problems, apply } = await access(client, world, subject).read(text);
      if (textOf(subject)?.text !== text) return;
      // The form was changed meanwhile: the text goes on top of that.
      if (world.message() !== message) return await read(subject);
      await apply?.();
      if (textOf(subject)?.text !== text) return;
      const of = access(client, world, subject).of();
      put(subject, { text, of, isTyped: false, isBehind: apply === null, looksLike: null, problems });
    } catch (error) {
      failed(error);
    }
  };
  return read;
};

/** Makes the text say what its subject says, unless somebody is writing it. Its layout stays where nothing has changed. */
const follower =
  ({ client, world, textOf, put, failed }: Parts) =>
  async (subject: SdkSubject): Promise<void> => {
    const known = textOf(subject);
    const { of, print } = access(client, world, subject);
    const now = of();
    if (now === undefined || known?.isTyped || known?.isBehind || known?.of === now) return;
    try {
      const printed = await print();
      if (of() !== now || textOf(subject) !== known) return;
      const text = known ? followJson(known.text, printed) : printed;
      const problems = known?.problems ?? [];
      put(subject, { text, of: now, isTyped: false, isBehind: false, looksLike: null, problems });
    } catch (error) {
      failed(error);
    }
  };

/** The objects of the SDKs as texts beside the form: each follows what it is about, and what it is about follows the text. */
export const createSdkStore = (client: Client, world: SdkWorld) => {
  const store = createStore<SdkState>(() => ({ chosen: { shape: 'rest' }, texts: {}, failure: null }));
  const { getState, setState } = store;
  const textOf = (subject: SdkSubject): SdkText | undefined => getState().texts[keyOf(subject)];
  const put = (subject: SdkSubject, text: SdkText) =>
    setState(({ texts }) => ({ texts: { ...texts, [keyOf(subject)]: text }, failure: null }));
  const failed = (error: unknown) => setState({ failure: asCallFailure(error) });
  const parts: Parts = { client, world, textOf, put, failed };
  const read = reader(parts);
  const follow = follower(parts);

  return {
    ...store,
    /** To be called whenever what the text is about has changed. */
    follow,
    choose: (chosen: SdkChoice) => setState({ chosen, failure: null }),
    /** The text as somebody writes it. */
    edit: (subject: SdkSubject, text: string): void => {
      const known = textOf(subject);
      if (known?.text === text) return;
      const { problems = [], isBehind = false } = known ?? {};
      put(subject, { text, of: undefined, isTyped: true, isBehind, looksLike: null, problems });
      void read(subject);
    },
    /** Forgets what was typed, and prints the subject again. */
    drop: (subject: SdkSubject): void => {
      const key = keyOf(subject);
      setState(({ texts }) => ({ texts: Object.fromEntries(Object.entries(texts).filter(([name]) => name !== key)) }));
      void follow(subject);
    },
  };
};
export type SdkStore = ReturnType<typeof createSdkStore>;
