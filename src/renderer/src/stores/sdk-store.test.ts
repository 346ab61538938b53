import { describe, expect, it } from 'vitest';
import { aPlainMessage, anAccount } from '../../../../tests/support/workspace.ts';
import { printGlobalText, printSdkText, readGlobalText, readSdkText } from '../../../main/im/index.ts';
import type { Account, Client, Message, SdkShape } from '../../../shared/contract/index.ts';
import { createSdkStore, type SdkSubject } from './sdk-store.ts';

const v2: SdkSubject = { shape: 'V2TIMOfflinePushInfo' };
const key = 'V2TIMOfflinePushInfo';

/** A message and an account beside the core’s own reader, whose answers come when they are let through. */
const world = () => {
  let message: Message = { ...aPlainMessage(), offlinePush: { disabled: false, title: 'T' } };
  let account: Account = anAccount({ id: 'acc' });
  const waiting: (() => void)[] = [];
  const later = <T>(make: () => T): Promise<T> => new Promise((resolve) => waiting.push(() => resolve(make())));
  const client = {
    compose: {
      printSdkText: (input: { shape: SdkShape; message: Message }) =>
        later(() => ({ text: printSdkText(input.shape, input.message) })),
      readSdkText: (input: { shape: SdkShape; text: string; before: Message }) =>
        later(() => readSdkText(input.shape, input.text, input.before)),
      printGlobalText: () => later(() => ({ text: printGlobalText(account) })),
      readGlobalText: ({ text }: { text: string }) => later(() => readGlobalText(text)),
    },
    workspace: {
      accounts: { update: (patch: Partial<Account>) => later(() => (account = { ...account, ...patch })) },
    },
  };
  // Only these calls are made here.
  const store = createSdkStore(client as unknown as Client, {
    message: () => message,
    adopt: (next) => (message = next),
    account: () => account,
  });
  const settle = async () => {
    for (let answer = waiting.shift(); answer; answer = waiting.shift()) {
      answer();
      // oxlint-disable-next-line no-await-in-loop -- an answer may lead to the next question
      await new Promise(setImmediate);
    }
  };
  return {
    store,
    settle,
    text: () => store.getState().texts[key],
    message: () => message,
    account: () => account,
    change: (push: Message['offlinePush']) => (message = { ...message, offlinePush: push }),
  };
};

describe('the object of an SDK beside the form', () => {
  it('follows the message, and keeps the layout somebody gave it', async () => {
    const { store, settle, text, change } = world();
    void store.follow(v2);
    await settle();
    expect(text()?.text).toBe('{\n  "title": "T"\n}');
    store.edit(v2, '{"title":   "T"}');
    await settle();
    change({ disabled: false, title: 'U' });
    void store.follow(v2);
    await settle();
    expect(text()?.text).toBe('{"title":   "U"}');
  });
  it('the message follows it, on top of what was changed in the form meanwhile', async () => {
    const { store, settle, message, change } = world();
    store.edit(v2, '{"title":"typed"}');
    change({ disabled: false, badgeSetNum: 5 });
    await settle();
    expect(message().offlinePush).toEqual({ disabled: false, title: 'typed', badgeSetNum: 5 });
  });
  it('only the newest text counts', async () => {
    const { store, settle, message } = world();
    store.edit(v2, '{"title":"a"}');
    store.edit(v2, '{"title":"ab"}');
    await settle();
    expect(message().offlinePush).toEqual({ disabled: false, title: 'ab' });
  });
  it('what cannot be read stays, and so does the message, until it is discarded', async () => {
    const { store, settle, text, message, change } = world();
    const before = message();
    store.edit(v2, '{"title":5}');
    await settle();
    expect(text()).toMatchObject({ text: '{"title":5}', isBehind: true, problems: [{ path: '$.title' }] });
    expect(message()).toBe(before);
    change({ disabled: false, title: 'U' });
    void store.follow(v2);
    await settle();
    expect(text()?.text).toBe('{"title":5}');
    store.drop(v2);
    await settle();
    expect(text()).toMatchObject({ text: '{\n  "title": "U"\n}', isBehind: false });
  });
  it('another object is named, and nothing is made of it', async () => {
    const { store, settle, text, message } = world();
    const before = message();
    store.edit(v2, '{"To_Account":"v","MsgBody":[]}');
    await settle();
    expect(text()).toMatchObject({ looksLike: 'rest', isBehind: true });
    expect(message()).toBe(before);
  });
  it('an account takes its settings', async () => {
    const { store, settle, account } = world();
    store.edit({ shape: 'TIMOfflinePushSettings', accountId: 'acc' }, '{"enabled":false,"c2cMsgRemindSound":"a.caf"}');
    await settle();
    expect(account()).toMatchObject({ pushEnabled: false, globalSounds: { c2c: 'a.caf', group: null } });
  });
});
