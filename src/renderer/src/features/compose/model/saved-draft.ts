import type { Message, MessageElement, OfflinePush, VendorId } from '../../../../../shared/contract/index.ts';
import { draftOf, type MessageDraft } from './message-draft.ts';
import type { RawDraft, RawTarget } from './raw-draft.ts';

/** What is kept of the composer from one start to the next. */
export interface Saved {
  readonly draft: MessageDraft | null;
  readonly raws: readonly RawDraft[];
  /** REST JSON that could not be read: the one part of a message that is nowhere else. */
  readonly restText: string | null;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const optionalText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const whole = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
const oneOf = <T extends string>(value: unknown, choices: readonly T[]): T | undefined =>
  choices.find((choice) => choice === value);
/** JSON has no undefined. */
const present = <T extends object>(value: T): T =>
  // Only fields that may be absent are ever undefined.
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

/** Fields of an element that the form does not touch, as they are. */
const rest = (value: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.filter((name) => value[name] !== undefined).map((name) => [name, value[name]]));
const mediaFields = ['url', 'uuid', 'size', 'downloadFlag', 'extra'];

const readElement = (value: unknown): MessageElement[] => {
  if (!isFields(value)) return [];
  switch (value['kind']) {
    case 'text':
      return [{ ...rest(value, ['extra']), kind: 'text', text: text(value['text']) }];
    case 'sound':
      return [present({ ...rest(value, mediaFields), kind: 'sound', seconds: whole(value['seconds']) })];
    case 'file':
      return [present({ ...rest(value, mediaFields), kind: 'file', fileName: optionalText(value['fileName']) })];
    case 'image':
      return [{ ...rest(value, ['uuid', 'format', 'images', 'extra']), kind: 'image' }];
    case 'custom': {
      const { data, desc, ext, sound } = value;
      return [
        {
          ...rest(value, ['extra']),
          kind: 'custom',
          data: text(data),
          desc: text(desc),
          ext: text(ext),
          sound: text(sound),
        },
      ];
    }
    case 'location':
    case 'face':
    case 'video':
    case 'relay':
      // The form does not touch these; whoever reads the message next checks them.
      return [value as MessageElement];
    default:
      return [];
  }
};

/** Fields that the form does not touch, as they are. Whoever reads the message next checks them. */
const keep = <T extends object>(value: Fields, names: readonly (keyof T & string)[]): Partial<T> =>
  Object.fromEntries(
    names.filter((name) => typeof value[name] === 'object' && value[name] !== null).map((name) => [name, value[name]]),
  ) as Partial<T>;

const readPush = (value: unknown): OfflinePush | null => {
  if (!isFields(value)) return null;
  return present({
    disabled: value['disabled'] === true,
    title: optionalText(value['title']),
    desc: optionalText(value['desc']),
    ext: optionalText(value['ext']),
    sound: optionalText(value['sound']),
    subtitle: optionalText(value['subtitle']),
    image: optionalText(value['image']),
    mutableContent: value['mutableContent'] === true ? true : undefined,
    interruptionLevel: oneOf(value['interruptionLevel'], ['passive', 'active', 'time-sensitive', 'critical']),
    ignoreBadge: value['ignoreBadge'] === true ? true : undefined,
    badgeAddNum: whole(value['badgeAddNum']),
    badgeSetNum: whole(value['badgeSetNum']),
    androidChannelId: optionalText(value['androidChannelId']),
    androidPriority: oneOf(value['androidPriority'], ['normal', 'high']),
    templateId: optionalText(value['templateId']),
    ...keep<OfflinePush>(value, ['multiLanguage', 'templateParams', 'android', 'apns', 'harmony', 'extra']),
  });
};

/** Null: it is no message. Fields that make no sense are left out. */
const readMessage = (value: unknown): Message | null => {
  if (!isFields(value) || !isFields(value['conversation'])) return null;
  const { from, conversation, elements } = value;
  const { kind, to, groupId } = conversation;
  const talk =
    kind === 'group' && text(groupId) !== ''
      ? ({ ...rest(conversation, ['toAccounts', 'topicId']), kind, groupId: text(groupId) } as const)
      : ({ ...rest(conversation, ['others']), kind: 'c2c', to: text(to) } as const);
  if (text(from) === '' || (talk.kind === 'c2c' && talk.to === '') || !Array.isArray(elements)) return null;
  return present({
    from: text(from),
    conversation: talk,
    elements: elements.flatMap(readElement),
    offlinePush: readPush(value['offlinePush']),
    onlineUserOnly: value['onlineUserOnly'] === true,
    lifetimeSeconds: whole(value['lifetimeSeconds']),
    messageClass: oneOf(value['messageClass'], ['chat', 'system']) ?? 'chat',
    ...keep<Message>(value, ['legacyPush', 'groupAt', 'options', 'client', 'extra']),
  });
};

const readTarget = (value: unknown): RawTarget => {
  const fields = isFields(value) ? value : {};
  return fields['kind'] === 'device'
    ? { kind: 'device', deviceId: text(fields['deviceId']) }
    : { kind: 'token', token: text(fields['token']) };
};

const readRaw = (value: unknown): RawDraft[] => {
  if (!isFields(value)) return [];
  const options = isFields(value['options']) ? value['options'] : {};
  return [
    {
      // Drafts are looked up by the ids of the vendors at hand; one of an unknown vendor is never found.
      vendor: text(value['vendor']) as VendorId,
      payload: text(value['payload']),
      options: Object.fromEntries(
        Object.entries(options).flatMap(([name, one]) => (text(one) ? [[name, text(one)]] : [])),
      ),
      target: readTarget(value['target']),
      credentialId: optionalText(value['credentialId']) ?? null,
    },
  ];
};

const nothing: Saved = { draft: null, raws: [], restText: null };

/** Reads what `writeSaved` wrote, or somebody else did. Nothing of it is trusted; what cannot be read is not there. */
export const readSaved = (json: string | null): Saved => {
  if (json === null) return nothing;
  try {
    const value: unknown = JSON.parse(json);
    if (!isFields(value)) return nothing;
    const message = readMessage(value['message']);
    return {
      draft: message && draftOf(message, readPush(value['parked'])),
      raws: Array.isArray(value['raws']) ? value['raws'].flatMap(readRaw) : [],
      restText: optionalText(value['restText']) ?? null,
    };
  } catch {
    return nothing;
  }
};

export const writeSaved = ({ draft, raws, restText }: Saved): string =>
  JSON.stringify({ message: draft?.message ?? null, parked: draft?.parked ?? null, raws, restText });
