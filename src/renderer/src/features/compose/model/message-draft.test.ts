import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../../shared/contract/index.ts';
import { aGroup, anAccount } from '../../../../../../tests/support/workspace.ts';
import {
  addElement,
  draftOf,
  elementKinds,
  emptyElement,
  maxElements,
  moveElement,
  patchMessage,
  patchPush,
  removeElement,
  setElement,
  switchPush,
  talkIn,
} from './message-draft.ts';

const message: Message = {
  from: 'denny',
  conversation: { kind: 'c2c', to: 'vinson' },
  elements: [{ kind: 'text', text: 'a' }, { kind: 'image' }, { kind: 'text', text: 'c' }],
  offlinePush: { disabled: false, title: 'Denny' },
  onlineUserOnly: false,
  messageClass: 'chat',
};
const draft = draftOf(message);
const kindsOf = (one: typeof draft) => one.message.elements.map((element) => element.kind);

describe('elements', () => {
  it.each(elementKinds)('an empty %s is of its kind', (kind) => expect(emptyElement(kind).kind).toBe(kind));
  it('a new one goes to the end with a key of its own', () => {
    const added = addElement(removeElement(draft, 0), { kind: 'file' });
    expect(kindsOf(added)).toEqual(['image', 'text', 'file']);
    expect(added.keys).toEqual([1, 2, 3]);
  });
  it('the first one of an empty message has a key too', () =>
    expect(addElement(draftOf({ ...message, elements: [] }), { kind: 'image' }).keys).toEqual([0]));
  it('no more than a message takes', () => {
    const full = draftOf({ ...message, elements: Array.from({ length: maxElements }, () => ({ kind: 'image' })) });
    expect(addElement(full, { kind: 'image' })).toBe(full);
  });
  it('a moved one takes its key along', () => {
    const moved = moveElement(draft, 1, -1);
    expect(kindsOf(moved)).toEqual(['image', 'text', 'text']);
    expect(moved.keys).toEqual([1, 0, 2]);
  });
  it.each([
    [0, -1],
    [2, 1],
  ] as const)('nothing moves past an end', (index, by) => expect(moveElement(draft, index, by)).toBe(draft));
  it('a cleared optional field is absent, as JSON has it', () =>
    expect(setElement(draft, 1, { kind: 'file', fileName: undefined }).message.elements[1]).toEqual({ kind: 'file' }));
  it('removing one keeps the others’ keys', () => expect(removeElement(draft, 1).keys).toEqual([0, 2]));
});

describe('OfflinePushInfo', () => {
  it('off and on again brings it back', () => {
    const off = switchPush(draft, false);
    expect(off.message.offlinePush).toBeNull();
    expect(switchPush(off, true)).toEqual(draft);
  });
  it('on without anything parked is empty', () =>
    expect(switchPush(draftOf({ ...message, offlinePush: null }), true).message.offlinePush).toEqual({
      disabled: false,
    }));
  it('a field can be set and taken away', () => {
    const set = patchPush(draft, { ext: 'x' });
    expect(set.message.offlinePush).toEqual({ disabled: false, title: 'Denny', ext: 'x' });
    expect(patchPush(set, { ext: undefined })).toEqual(draft);
  });
  it('setting a field switches it on', () =>
    expect(patchPush(switchPush(draft, false), { disabled: true }).message.offlinePush).toEqual({
      disabled: true,
      title: 'Denny',
    }));
});

describe('the message', () => {
  it('a field set to nothing is absent', () => {
    const timed = patchMessage(draft, { lifetimeSeconds: 60 });
    expect(timed.message.lifetimeSeconds).toBe(60);
    expect(patchMessage(timed, { lifetimeSeconds: undefined })).toEqual(draft);
  });
  const workspace = {
    accounts: [anAccount({ userId: 'denny' }), anAccount()],
    groups: [aGroup({ groupId: 'strangers', members: [] }), aGroup()],
  };
  it('goes to a group the sender is in', () =>
    expect(talkIn(draft, 'group', workspace).message.conversation).toEqual({ kind: 'group', groupId: 'lunch' }));
  it('goes back to somebody else', () =>
    expect(talkIn(talkIn(draft, 'group', workspace), 'c2c', workspace).message.conversation).toEqual({
      kind: 'c2c',
      to: 'vinson',
    }));
  it('stays where there is no group', () => expect(talkIn(draft, 'group', { ...workspace, groups: [] })).toBe(draft));
});
