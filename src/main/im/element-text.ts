import type { Message, MessageElement } from '../../shared/contract/index.ts';
import type { DecisionInput } from './input.ts';
import type { ImSwitches } from './switches.ts';
import { assertNever } from '../../shared/kit/assert-never.ts';

const placeholders = {
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

/** What one element contributes to the push text (R31–R35). A custom element without desc contributes nothing. */
export const elementText = (element: MessageElement, switches: ImSwitches): string => {
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
export const joinedText = (message: Message, switches: ImSwitches): string =>
  message.elements.map((element) => elementText(element, switches)).join('');

/** The sender's name as the recipient sees it: group name card, then nickname; empty when there is neither. */
export const senderName = ({ message, sender, group }: Pick<DecisionInput, 'message' | 'sender' | 'group'>): string => {
  const card = group?.members.find((member) => member.userId === message.from)?.nameCard;
  return card || (sender?.nickname ?? '');
};

/** `Nickname: text` (R29), `Name (group): text`, `(group): text` when nobody has a name (R30). */
export const defaultBody = (input: Pick<DecisionInput, 'message' | 'sender' | 'group' | 'switches'>): string => {
  const { message, group, switches } = input;
  const text = joinedText(message, switches);
  const name = senderName(input);
  const colon = switches.colon === 'spaced' ? ': ' : ':';
  if (message.conversation.kind === 'c2c') return name ? `${name}${colon}${text}` : text;
  const place = `(${group?.name || message.conversation.groupId})`;
  return name ? `${name} ${place}${colon}${text}` : `${place}${colon}${text}`;
};
