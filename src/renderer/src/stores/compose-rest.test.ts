import { describe, expect, it } from 'vitest';
import { aPlainMessage } from '../../../../tests/support/workspace.ts';
import type { Client, Message, RestRead } from '../../../shared/contract/index.ts';
import { patchMessage } from '../features/compose/model/message-draft.ts';
import { createComposeStore } from './compose-store.ts';

const message = aPlainMessage();
const saved = JSON.stringify({ message, parked: null, raws: [], restText: null });
const says = (text: string): Message => ({ ...message, elements: [{ kind: 'text', text }] });
const jsonOf = (of: Message): string => JSON.stringify(of);

/** A composer whose core answers one question after the other, when it is told to. */
const composer = () => {
  const asked: (() => void)[] = [];
  const client = {
    compose: {
      printRest: (input: { readonly message: Message }) =>
        new Promise((resolve) => asked.push(() => resolve({ text: jsonOf(input.message), call: 'sendmsg' }))),
      readRest: (input: { readonly text: string }) =>
        new Promise<RestRead>((resolve) =>
          asked.push(() =>
            // The core knows more of it; the composer needs these.
            resolve({ call: 'sendmsg', problems: [], answer: null, message: JSON.parse(input.text) } as never),
          ),
        ),
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
  return { store, settle, shown };
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
