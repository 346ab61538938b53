import type { DecisionInput } from '../input.ts';
import { sources } from '../sources.ts';
import { used } from '../switch-use.ts';
import { refusalOf } from '../validate.ts';
import { longestLifetimeSeconds } from '../intent/index.ts';
import { answersOf, type Gate } from './gate.ts';

const valid = answersOf('valid-message');
const chat = answersOf('chat-message');
const stored = answersOf('stored-offline');
const notSelf = answersOf('not-self');
const flag = answersOf('push-flag');
const text = answersOf('text-available');

/** Whether the other reading of a long lifetime gives another answer. */
const isDisputed = (input: DecisionInput, name: string | undefined): boolean => {
  const longLifetime = input.switches.longLifetime === 'clamp' ? 'refuse' : 'clamp';
  return refusalOf({ ...input, switches: { ...input.switches, longLifetime } })?.name !== name;
};

/** Rules about the message itself, in order. */
export const validMessage: Gate = {
  id: 'valid-message',
  number: 1,
  predicted: false,
  source: sources.rest,
  certainty: 'documented',
  ask: (input) => {
    const { message, switches } = input;
    const isLong = (message.lifetimeSeconds ?? 0) > longestLifetimeSeconds;
    const refusal = refusalOf(input);
    const uses = isLong && isDisputed(input, refusal?.name) ? [used(switches, 'longLifetime', 'valid-message')] : [];
    if (refusal) return { ...valid.fail(refusal.name, refusal.params, { code: refusal.code }), switches: uses };
    const answer = isLong
      ? valid.pass('clamped', { seconds: message.lifetimeSeconds ?? 0 })
      : valid.pass('ok', { elements: message.elements.length });
    return { ...answer, switches: uses };
  },
};

export const chatMessage: Gate = {
  id: 'chat-message',
  number: 3,
  predicted: false,
  source: sources.legacy,
  certainty: 'documented',
  ask: ({ message: { messageClass } }) =>
    messageClass === 'system' ? chat.fail('system', {}, { messageClass }) : chat.pass('ok', {}, { messageClass }),
};

export const storedOffline: Gate = {
  id: 'stored-offline',
  number: 4,
  predicted: false,
  source: sources.rest,
  certainty: 'documented',
  ask: ({ message, group }) => {
    if (group?.type === 'AVChatRoom') return stored.fail('av-chat-room', { group: group.name || group.groupId });
    const seen = {
      OnlineOnlyFlag: Number(message.onlineUserOnly),
      MsgLifeTime: message.lifetimeSeconds ?? longestLifetimeSeconds,
      ...(group ? { group: group.type } : {}),
    };
    if (message.onlineUserOnly) return stored.fail('online-only', {}, seen);
    if (message.lifetimeSeconds === 0) return stored.fail('no-lifetime', {}, seen);
    return stored.pass('ok', {}, seen);
  },
};

export const notSelfGate: Gate = {
  id: 'not-self',
  number: 5,
  predicted: false,
  source: sources.rest,
  certainty: 'documented',
  ask: ({ message, recipient }) =>
    message.from === recipient.userId
      ? notSelf.fail('self', { user: recipient.userId })
      : notSelf.pass('ok', {}, { from: message.from, to: recipient.userId }),
};

export const pushFlag: Gate = {
  id: 'push-flag',
  number: 7,
  predicted: false,
  source: sources.format,
  certainty: 'documented',
  ask: ({ message }) => {
    const seen = {
      PushFlag: Number(message.offlinePush?.disabled ?? false),
      ...(message.legacyPush ? { enabled: String(message.legacyPush.enabled ?? true) } : {}),
    };
    if (message.offlinePush?.disabled) return flag.fail('off', {}, seen);
    return message.legacyPush?.enabled === false ? flag.fail('legacy-off', {}, seen) : flag.pass('ok', {}, seen);
  },
};

export const textAvailable: Gate = {
  id: 'text-available',
  number: 11,
  predicted: false,
  source: sources.ios,
  certainty: 'documented',
  ask: ({ message }, { texts }) => {
    const from = texts.body.trace.candidates[0]?.from;
    const seen = { Desc: message.offlinePush?.desc ?? '', elements: message.elements.length };
    if (from === 'MsgBody') return text.pass('elements', {}, seen);
    if (from === 'OfflinePushInfo.Desc') return text.pass('desc', {}, seen);
    if (from !== undefined) return text.pass('other', { from });
    return message.elements.some((element) => element.kind === 'custom')
      ? text.fail('custom', {}, seen)
      : text.fail('empty', {}, seen);
  },
};
