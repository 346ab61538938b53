import type { RuleMatch } from '../../shared/contract/index.ts';

type EntityMatch = Extract<RuleMatch, { kind: 'entity' }>;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** An object, also one that stands as JSON text; null: neither. */
const objectOf = (value: unknown): object | null => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  if (typeof value !== 'string') return null;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
};

/**
 * TUIKit's `entity` inside an `ext`: version 1, a chat type and an action that TUIKit knows. Null: there is none, or it is not what
 * the rule asks for. Source: TIMSDK, OfflinePushExtInfo.
 */
export const matchEntity = (match: EntityMatch, ext: string): Readonly<Record<string, string>> | null => {
  const entity = objectOf(Reflect.get(objectOf(ext) ?? {}, 'entity'));
  if (!entity) return null;
  const field = (name: string): unknown => Reflect.get(entity, name);
  const [version, chatType, action] = [field('version'), field('chatType'), field('action')];
  if (version !== 1 || (chatType !== 1 && chatType !== 2) || (action !== 1 && action !== 2)) return null;
  if ((match.chatType !== 0 && match.chatType !== chatType) || (match.action !== 0 && match.action !== action)) {
    return null;
  }
  const sender = textOf(field('sender'));
  return {
    value: sender,
    sender,
    nickname: textOf(field('nickname')),
    content: textOf(field('content')),
    chatType: String(chatType),
    action: String(action),
    // The drawn app's own name of the screen.
    screen: chatType === 1 ? 'chat' : 'group',
  };
};
