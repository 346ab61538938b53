import type { Message } from '../../shared/contract/index.ts';
import type { DecisionInput } from './input.ts';
import { isRest } from './input.ts';
import { longestLifetimeSeconds } from './intent/index.ts';
import { refusalCode, type RefusalName } from './refusals.ts';
import { atLeast, sdkSince } from './version.ts';

/** Most recipients of one call. */
export const mostBatchTargets = 500;
export const mostGroupTargets = 50;
/** Text and custom elements of an SDK: 12 KB, 8 KB before V2TIM. */
const elementBytes = { now: 12_288, legacy: 8192 } as const;
const uint32 = 4_294_967_295;

/** A message that the backend does not take, the code it answers and what fills the sentence. */
export interface Refusal {
  readonly name: RefusalName;
  readonly code: number;
  readonly params: Readonly<Record<string, string | number>>;
  /** JSON path into the REST form of the message. */
  readonly path: string;
}
type Checked = Pick<DecisionInput, 'message' | 'sender' | 'group' | 'switches'> & {
  /** Null: one recipient is as good as another. */
  readonly recipient: DecisionInput['recipient'] | null;
};

const encoder = new TextEncoder();
/** UTF-8 bytes; short texts are not encoded to find out that they are short. */
const bytesOver = (text: string, limit: number): boolean =>
  text.length > limit || (text.length * 3 > limit && encoder.encode(text).length > limit);

const refuse = (message: Message, name: RefusalName, path: string, params: Refusal['params'] = {}): Refusal => ({
  name,
  code: refusalCode(name, message.conversation.kind),
  params,
  path,
});

const elementsRefusal = (message: Message): Refusal | null => {
  const { elements } = message;
  if (elements.length === 0) return refuse(message, 'no-elements', '$.MsgBody');
  let customs = 0;
  for (const element of elements) if (element.kind === 'custom') customs += 1;
  return customs > 1 ? refuse(message, 'two-customs', '$.MsgBody', { count: customs }) : null;
};

const targetsRefusal = (message: Message): Refusal | null => {
  const { conversation } = message;
  const targets =
    conversation.kind === 'c2c' ? (conversation.others?.length ?? -1) + 1 : conversation.toAccounts?.length;
  const most = conversation.kind === 'c2c' ? mostBatchTargets : mostGroupTargets;
  return targets !== undefined && targets > most
    ? refuse(message, 'too-many-targets', '$.To_Account', { count: targets, limit: most })
    : null;
};

const optionsRefusal = ({ message, switches }: Checked): Refusal | null => {
  const { options, lifetimeSeconds, conversation } = message;
  const random = options?.random;
  if (random !== undefined && (random < 0 || random > uint32)) {
    return refuse(message, 'random-wrong', conversation.kind === 'c2c' ? '$.MsgRandom' : '$.Random');
  }
  const sync = options?.syncOtherMachine;
  if (sync !== undefined && sync !== 1 && sync !== 2) {
    return refuse(message, 'sync-wrong', '$.SyncOtherMachine', { value: sync });
  }
  if (switches.longLifetime === 'refuse' && (lifetimeSeconds ?? 0) > longestLifetimeSeconds) {
    return refuse(message, 'lifetime-too-long', '$.MsgLifeTime', { seconds: lifetimeSeconds ?? 0 });
  }
  const isBoth = conversation.kind === 'group' && message.onlineUserOnly && (options?.sendControl?.length ?? 0) > 0;
  return isBoth ? refuse(message, 'online-with-control', '$.SendMsgControl') : null;
};

/** Rules for senders with an SDK; the REST API skips friendship, blocklist and mute. */
const senderRefusal = (input: Checked): Refusal | null => {
  const { message, sender, group, recipient } = input;
  if (isRest(message)) return null;
  const version = message.client?.kind === 'sdk' ? message.client.version : '';
  const limit = atLeast(version, sdkSince.v2) ? elementBytes.now : elementBytes.legacy;
  const long = message.elements.findIndex(
    (one) =>
      (one.kind === 'text' && bytesOver(one.text, limit)) || (one.kind === 'custom' && bytesOver(one.data, limit)),
  );
  if (long >= 0) return refuse(message, 'text-too-long', `$.MsgBody[${long}]`, { limit });
  if (sender?.muted && message.conversation.kind === 'c2c') {
    return refuse(message, 'sender-muted', '$.From_Account', { user: message.from });
  }
  if (message.conversation.kind === 'c2c') {
    return recipient?.blocked.includes(message.from)
      ? refuse(message, 'blocked', '$.To_Account', { user: recipient.userId })
      : null;
  }
  const member = group?.members.find((one) => one.userId === message.from);
  if (!member) return refuse(message, 'not-member', '$.From_Account', { user: message.from });
  return member.muted ? refuse(message, 'muted-in-group', '$.From_Account', { user: message.from }) : null;
};

/** The first reason for which the backend refuses a message; null when it takes it. */
export const refusalOf = (input: Checked): Refusal | null => {
  const { message, group } = input;
  const elements = elementsRefusal(message);
  if (elements) return elements;
  if (message.conversation.kind === 'group' && !group) {
    return refuse(message, 'no-group', '$.GroupId', { group: message.conversation.groupId });
  }
  return targetsRefusal(message) ?? optionsRefusal(input) ?? senderRefusal(input);
};
