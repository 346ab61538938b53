import type {
  Account,
  Conversation,
  Group,
  Message,
  MessageElement,
  OfflinePush,
  RestCall,
} from '../../../../../shared/contract/index.ts';
import { assertNever } from '../../../../../shared/kit/assert-never.ts';

export type ElementKind = MessageElement['kind'];
/** The kinds of element that the form can add, in the order of the menu. */
export const elementKinds = [
  'text',
  'image',
  'sound',
  'video',
  'file',
  'location',
  'face',
  'relay',
  'custom',
] as const satisfies readonly ElementKind[];
/** As many as the form adds to one message; the contract takes more. */
export const maxElements = 50;

/** A message being written. */
export interface MessageDraft {
  readonly message: Message;
  /** One per element: a row keeps its identity, and with it the focus, while it moves. */
  readonly keys: readonly number[];
  /** OfflinePushInfo as it was when it was switched off, so that switching it on again brings it back. */
  readonly parked: OfflinePush | null;
}

export const draftOf = (message: Message, parked: OfflinePush | null = null): MessageDraft => ({
  message,
  keys: message.elements.map((_, index) => index),
  parked,
});

/** Changes fields of the message; a field given as undefined is removed. */
export const patchMessage = (draft: MessageDraft, patch: Partial<Message>): MessageDraft => ({
  ...draft,
  message: withoutUndefined({ ...draft.message, ...patch }),
});

/** JSON has no undefined: a field that is not set is absent. */
const withoutUndefined = <T extends object>(value: T): T =>
  // Only fields that may be absent are ever given as undefined.
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

/** An element with nothing in it yet. */
export const emptyElement = (kind: ElementKind): MessageElement => {
  switch (kind) {
    case 'text':
      return { kind, text: '' };
    case 'custom':
      return { kind, data: '', desc: '', ext: '', sound: '' };
    case 'sound':
    case 'file':
    case 'image':
    case 'location':
    case 'face':
    case 'video':
    case 'relay':
      return { kind };
    default:
      return assertNever(kind);
  }
};

const withElements = (
  draft: MessageDraft,
  elements: readonly MessageElement[],
  keys: readonly number[],
): MessageDraft => ({ ...draft, message: { ...draft.message, elements: [...elements] }, keys });

/** Adds an element at the end. The same draft when there are as many as a message takes. */
export const addElement = (draft: MessageDraft, element: MessageElement): MessageDraft =>
  draft.message.elements.length >= maxElements
    ? draft
    : withElements(draft, [...draft.message.elements, element], [...draft.keys, Math.max(-1, ...draft.keys) + 1]);

export const setElement = (draft: MessageDraft, index: number, element: MessageElement): MessageDraft =>
  withElements(draft, draft.message.elements.with(index, withoutUndefined(element)), draft.keys);

export const removeElement = (draft: MessageDraft, index: number): MessageDraft =>
  withElements(draft, draft.message.elements.toSpliced(index, 1), draft.keys.toSpliced(index, 1));

/** Moves an element by one place; the same draft when it is at that end already. */
export const moveElement = (draft: MessageDraft, index: number, by: -1 | 1): MessageDraft => {
  const to = index + by;
  if (to < 0 || to >= draft.keys.length) return draft;
  const swap = <T>(list: readonly T[]): T[] =>
    list.map((one, at) => (at === index ? list[to] : at === to ? list[index] : one)).filter((one) => one !== undefined);
  return withElements(draft, swap(draft.message.elements), swap(draft.keys));
};

/** Switches OfflinePushInfo as a whole: off parks it, on brings back what was parked. */
export const switchPush = (draft: MessageDraft, on: boolean): MessageDraft => {
  const { offlinePush } = draft.message;
  if (on === (offlinePush !== null)) return draft;
  return on
    ? patchMessage({ ...draft, parked: null }, { offlinePush: draft.parked ?? { disabled: false } })
    : patchMessage({ ...draft, parked: offlinePush }, { offlinePush: null });
};

/** Changes fields of OfflinePushInfo, which comes into being where there was none. An undefined field is not set. */
export const patchPush = (draft: MessageDraft, patch: Partial<OfflinePush>): MessageDraft => {
  const on = switchPush(draft, true);
  const offlinePush = withoutUndefined({ ...(on.message.offlinePush ?? { disabled: false }), ...patch });
  return patchMessage(on, { offlinePush });
};

/** The call of the REST API that sends to such a conversation. */
export const callOf = (conversation: Conversation): RestCall => {
  if (conversation.kind === 'group') return 'send_group_msg';
  return conversation.others ? 'batchsendmsg' : 'sendmsg';
};

/** The text of a field that is absent when it is empty. */
export const filled = (text: string): string | undefined => (text === '' ? undefined : text);

/** Turns the conversation into the other kind; keeps the draft when it is of that kind or nobody could be talked to. */
export const talkIn = (
  draft: MessageDraft,
  kind: Conversation['kind'],
  { accounts, groups }: { readonly accounts: readonly Account[]; readonly groups: readonly Group[] },
): MessageDraft => {
  const { from, conversation } = draft.message;
  if (conversation.kind === kind) return draft;
  if (kind === 'group') {
    const group = groups.find((one) => one.members.some((member) => member.userId === from)) ?? groups[0];
    return group ? patchMessage(draft, { conversation: { kind, groupId: group.groupId } }) : draft;
  }
  const other = accounts.find((account) => account.userId !== from);
  return other ? patchMessage(draft, { conversation: { kind, to: other.userId } }) : draft;
};
