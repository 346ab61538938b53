import type { Message, MessageElement } from '../../shared/contract/index.ts';
import type { DecisionInput } from './input.ts';
import type { ImSwitches } from './switches.ts';
import { assertNever } from '../../shared/kit/assert-never.ts';

/** Words that stand for elements without text. Video and merged messages are not documented; theirs are ours. */
export const placeholders = {
  en: {
    sound: '[audio]',
    file: '[file]',
    image: '[image]',
    location: '[Location]',
    face: '[Face]',
    video: '[video]',
    relay: '[Chat history]',
  },
  zh: {
    sound: '[语音]',
    file: '[文件]',
    image: '[图片]',
    location: '[位置]',
    face: '[表情]',
    video: '[视频]',
    relay: '[聊天记录]',
  },
} as const;

/** Kinds whose words no document gives. */
export const guessedPlaceholders: readonly MessageElement['kind'][] = ['video', 'relay'];

type Words = Pick<ImSwitches, 'placeholders'>;

/** What one element contributes to the push text (R31–R35). A custom element without desc contributes nothing. */
export const elementText = (element: MessageElement, switches: Words): string => {
  const words = placeholders[switches.placeholders];
  switch (element.kind) {
    case 'text':
      return element.text;
    case 'sound':
    case 'file':
    case 'image':
    case 'location':
    case 'face':
    case 'video':
      return words[element.kind];
    case 'relay':
      return element.compatibleText || element.title || words.relay;
    case 'custom':
      return element.desc;
    default:
      return assertNever(element);
  }
};

/** All elements in order with nothing between them (R36); any space is the sender's own. */
export const joinedText = (message: Message, switches: Words): string => {
  let joined = '';
  for (const element of message.elements) joined += elementText(element, switches);
  return joined;
};

type Named = Pick<DecisionInput, 'message' | 'sender' | 'group' | 'switches'>;

/** The sender's card in the group; empty where there is none. */
export const cardOf = ({ message, group }: Pick<Named, 'message' | 'group'>): string =>
  group?.members.find((member) => member.userId === message.from)?.nameCard ?? '';

/** The sender's name as the recipient sees it: group name card, then nickname; empty when there is neither. */
export const senderName = (input: Named): string => {
  const card = cardOf(input);
  if (card !== '') return card;
  if (input.group && input.switches.groupSenderName === 'card-only') return '';
  return input.sender?.nickname ?? '';
};

/** Puts the names in front: `Nickname: text` (R29), `Name (group): text`, `(group): text` when nobody has a name (R30). */
export const withNames = (text: string, input: Named): string => {
  const { message, group, switches } = input;
  const name = senderName(input);
  const colon = switches.colon === 'spaced' ? ': ' : ':';
  if (message.conversation.kind === 'c2c') return name ? `${name}${colon}${text}` : text;
  const place = `(${group?.name || message.conversation.groupId})`;
  if (name) return `${name} ${place}${colon}${text}`;
  return switches.namelessGroup === 'plain' ? text : `${place}${colon}${text}`;
};
