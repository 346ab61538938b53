import { describe, expect, it } from 'vitest';
import { aPlainMessage } from '../../../../tests/support/workspace.ts';
import type { Client, Message } from '../../../shared/contract/index.ts';
import { patchMessage } from '../features/compose/model/message-draft.ts';
import { createComposeStore } from './compose-store.ts';

const message = aPlainMessage();
const saved = JSON.stringify({ message, parked: null, raws: [], restText: null });
const says = (text: string): Message => ({ ...message, elements: [{ kind: 'text', text }] });
const jsonOf = (of: Message): string => JSON.stringify(of);

/** A composer whose core answers one question after the other, when it is told to. */
const composer = () => {
  const asked: (() => void)[] = [];
  let previews = 0;
  const previewOf = (of: Message) => {
    previews += 1;
    return { id: `p${previews}`, whole: { rows: [], standIns: [], problems: [], decides: of }, changes: [] };
  };
  const client = {
    compose: {
      printRest: (input: { readonly message: Message }) =>
        new Promise((resolve) => asked.push(() => resolve({ text: jsonOf(input.message), call: 'sendmsg' }))),
      readRest: (input: { readonly text: string; readonly preview?: unknown }) =>
        new Promise((resolve) =>
          asked.push(() => {
            const read = JSON.parse(input.text) as Message;
            // The core knows more of it; the composer needs these.
            const answer = { call: 'sendmsg', problems: [], answer: null, message: read };
            resolve(input.preview ? { ...answer, preview: previewOf(read) } : answer);
          }),
        ),
      previewChanges: (input: { readonly message: Message }) =>
        new Promise((resolve) => asked.push(() => resolve(previewOf(input.message)))),
    },
  };
  // Only these calls are made here.
  const store = createComposeStore(client as unknown as Client, { getItem: () => saved, setItem: () => undefined });
  /** Answers everything that is asked, the oldest question first, also what the answers lead to. */
  const settle = async () => {
    for (let answer = asked.shift(); answer; answer = asked.shift()) {
      answer();
      // oxlint-disable-next-line no-await-in-loop -- an answer may lead to the next question
      await new Promise(setImmediate);
    }
  };
  const shown = () => ({ text: store.getState().rest?.text, message: store.getState().draft?.message });
  const decided = () => (store.getState().preview as { readonly decides?: Message } | null)?.decides;
  return { store, asked, settle, shown, decided };
};

describe('form and REST JSON', () => {
  it('what is typed while the JSON is being printed stays, and the message follows it', async () => {
    const { store, settle, shown } = composer();
    store.showView('both');
    await settle();
    store.edit((draft) => patchMessage(draft, says('from the form')));
    store.editRest(jsonOf(says('typed')));
    await settle();
    expect(shown()).toEqual({ text: jsonOf(says('typed')), message: says('typed') });
  });
  it('what the form says while the JSON is being read stays, and the JSON follows it', async () => {
    const { store, settle, shown } = composer();
    store.showView('both');
    await settle();
    store.edit((draft) => patchMessage(draft, says('o')));
    await settle();
    store.edit((draft) => patchMessage(draft, says('on')));
    await settle();
    store.edit((draft) => patchMessage(draft, says('one')));
    expect(shown().message).toEqual(says('one'));
    await settle();
    expect(JSON.parse(shown().text ?? '')).toEqual(says('one'));
    expect(shown().message).toEqual(says('one'));
  });
  it('undo goes back to the form although the JSON it went over is still being read', async () => {
    const { store, settle, shown } = composer();
    store.edit((draft) => patchMessage(draft, says('first')));
    store.showView('json');
    await settle();
    store.replaceRest(jsonOf(says('second')));
    await settle();
    store.undo();
    store.undo();
    await settle();
    expect(shown().message).toEqual(message);
    store.redo();
    store.redo();
    await settle();
    expect(shown().message).toEqual(says('second'));
  });
});

describe('what is typed as JSON', () => {
  it('comes back read and decided in one answer, and is shown in one step', async () => {
    const { store, settle, decided } = composer();
    void store.preview(message);
    store.showView('json');
    await settle();
    const steps: unknown[] = [];
    store.subscribe(({ draft, previewOf }) => steps.push([draft?.message, previewOf]));
    store.editRest(jsonOf(says('typed')));
    steps.length = 0;
    await settle();
    expect(steps).toEqual([[says('typed'), says('typed')]]);
    expect(store.getState().previewOf).toBe(store.getState().draft?.message);
    expect(decided()).toEqual(says('typed'));
  });
  it('is not previewed while nobody looks at previews', async () => {
    const { store, settle, decided, shown } = composer();
    store.showView('json');
    await settle();
    store.editRest(jsonOf(says('typed')));
    await settle();
    expect([decided(), shown().message]).toEqual([undefined, says('typed')]);
  });
  it('does not take the place of a preview that was asked for later', async () => {
    const { store, asked, settle, decided } = composer();
    void store.preview(message);
    store.showView('json');
    await settle();
    store.editRest(jsonOf(says('typed')));
    void store.preview(says('later'));
    const [read, later] = asked.splice(0);
    later?.();
    await new Promise(setImmediate);
    read?.();
    await settle();
    expect(decided()).toEqual(says('later'));
    // Which tells whoever watches that the message has no preview yet.
    expect(store.getState().previewOf).not.toBe(store.getState().draft?.message);
  });
});
