import { joinedText } from '../element-text.ts';
import { sources } from '../sources.ts';
import { answersOf, type Gate } from './gate.ts';

const valid = answersOf('valid-message');
const chat = answersOf('chat-message');
const stored = answersOf('stored-offline');
const notSelf = answersOf('not-self');
const flag = answersOf('push-flag');
const text = answersOf('text-available');

/** Rules about the message itself, in order. */
export const validMessage: Gate = {
  id: 'valid-message',
  number: 1,
  predicted: false,
  source: sources.rest,
  certainty: 'documented',
  ask: ({ message, group }) => {
    if (message.elements.length === 0) return valid.fail('no-elements');
    if (message.conversation.kind === 'group' && !group) {
      return valid.fail('no-group', { group: message.conversation.groupId });
    }
    return valid.pass('ok', { elements: message.elements.length });
  },
};

export const chatMessage: Gate = {
  id: 'chat-message',
  number: 3,
  predicted: false,
  source: sources.android,
  certainty: 'documented',
  ask: ({ message }) => (message.messageClass === 'system' ? chat.fail('system') : chat.pass('ok')),
};

export const storedOffline: Gate = {
  id: 'stored-offline',
  number: 4,
  predicted: false,
  source: sources.rest,
  certainty: 'documented',
  ask: ({ message }) => {
    if (message.onlineUserOnly) return stored.fail('online-only');
    if (message.lifetimeSeconds === 0) return stored.fail('no-lifetime');
    return stored.pass('ok');
  },
};

export const notSelfGate: Gate = {
  id: 'not-self',
  number: 5,
  predicted: false,
  source: sources.rest,
  certainty: 'documented',
  ask: ({ message, recipient }) =>
    message.from === recipient.userId ? notSelf.fail('self', { user: recipient.userId }) : notSelf.pass('ok'),
};

export const pushFlag: Gate = {
  id: 'push-flag',
  number: 7,
  predicted: false,
  source: sources.format,
  certainty: 'documented',
  ask: ({ message }) => (message.offlinePush?.disabled ? flag.fail('off') : flag.pass('ok')),
};

export const textAvailable: Gate = {
  id: 'text-available',
  number: 11,
  predicted: false,
  source: sources.ios,
  certainty: 'documented',
  ask: ({ message, switches }) => {
    if (message.offlinePush?.desc) return text.pass('desc');
    if (joinedText(message, switches) !== '') return text.pass('elements');
    return message.elements.some((element) => element.kind === 'custom') ? text.fail('custom') : text.fail('empty');
  },
};
