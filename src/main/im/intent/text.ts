import type { LanguageContent, LegacyPush, SwitchUse } from '../../../shared/contract/index.ts';
import { cardOf, guessedPlaceholders, joinedText, senderName, withNames } from '../element-text.ts';
import type { DecisionInput } from '../input.ts';
import { cutText, textLimits } from '../limits.ts';
import { used } from '../switch-use.ts';
import { atLeast, sdkSince } from '../version.ts';
import { filled, pick, type Candidate, type Picked, wellFormed } from './pick.ts';

/** Title, subtitle and body of a push. `body.value` is null when nothing gives a text. */
export interface Texts {
  readonly title: Picked;
  readonly subtitle: Picked;
  readonly body: Picked;
  readonly switches: readonly SwitchUse[];
}

const languageOf = (tag: string): string => tag.replaceAll('_', '-').toLowerCase();

/** The entry for a device's language: the very one, else the one for the language without its region. */
export const languageContent = (
  entries: readonly LanguageContent[] | undefined,
  locale: string,
): LanguageContent | undefined => {
  if (!entries || entries.length === 0) return undefined;
  const wanted = languageOf(locale);
  const byTag = (tag: string) => entries.find((entry) => languageOf(entry.language) === tag);
  const parts = wanted.split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = byTag(parts.slice(0, length).join('-'));
    if (found) return found;
  }
  return undefined;
};

/** The legacy settings for the platform of the device; iOS devices have theirs, all others the Android ones. */
export const legacyPlatform = (legacy: LegacyPush | undefined, platform: string) =>
  platform === 'ios'
    ? { name: 'IOSSettings', settings: legacy?.ios }
    : { name: 'AndroidSettings', settings: platform === 'android' ? legacy?.android : undefined };

/** `{{name}}` by the message's parameters and by what the backend fills in itself. Unknown names stay as they are. */
const fillTemplate = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (hole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? hole) : hole,
  );

/** The candidates of one field below the template and the languages, highest first. */
const titleCandidates = ({ message, device }: DecisionInput): Candidate[] => {
  const { offlinePush: push, legacyPush: legacy } = message;
  const { platform } = device;
  const old = legacyPlatform(legacy, platform);
  return [
    { from: 'ApnsInfo.Title', value: platform === 'ios' ? filled(push?.apns?.title) : undefined },
    { from: 'HarmonyInfo.Title', value: platform === 'harmony' ? filled(push?.harmony?.title) : undefined },
    { from: `${old.name}.title`, value: filled(old.settings?.title) },
    { from: 'OfflinePushInfo.Title', value: filled(push?.title) },
    { from: 'TIMMessageOfflinePushSettings.title', value: filled(legacy?.title) },
  ];
};

const descCandidates = ({ message, device }: DecisionInput): Candidate[] => {
  const { offlinePush: push, legacyPush: legacy } = message;
  const old = legacyPlatform(legacy, device.platform);
  return [
    { from: `${old.name}.desc`, value: filled(old.settings?.desc) },
    { from: 'OfflinePushInfo.Desc', value: filled(push?.desc) },
    { from: 'TIMMessageOfflinePushSettings.descr', value: filled(legacy?.desc) },
  ];
};

/** Readings of the names in the body that would give another text. */
const nameSwitches = (input: DecisionInput): SwitchUse[] => {
  const { switches, message, group, sender } = input;
  const uses: SwitchUse[] = [];
  const name = senderName(input);
  const isGroup = message.conversation.kind === 'group';
  const isNamed = name !== '' || (isGroup && switches.namelessGroup === 'group-name');
  if (isNamed) uses.push(used(switches, 'colon', 'body'));
  if (isGroup && name === '') uses.push(used(switches, 'namelessGroup', 'body'));
  if (group && cardOf(input) === '' && filled(sender?.nickname) !== undefined) {
    uses.push(used(switches, 'groupSenderName', 'body'));
  }
  return uses;
};

const placeholderSwitches = ({ message, switches }: DecisionInput, joined: string): SwitchUse[] => {
  const other = joinedText(message, { placeholders: switches.placeholders === 'en' ? 'zh' : 'en' });
  return other === joined ? [] : [used(switches, 'placeholders', 'body')];
};

/** Cuts to the vendor's limit and says so. */
const fitted = (picked: Picked, limit: number | undefined): Picked => {
  const whole = wellFormed(picked);
  if (whole.value === null || limit === undefined || whole.value.length <= limit) return whole;
  const note = { id: 'im.note.cut', params: { limit, length: whole.value.length } };
  return { value: cutText(whole.value, limit), trace: { ...whole.trace, note } };
};

/** Says that the text has words for an element that no document gives. */
const withGuess = (picked: Picked, { message }: DecisionInput): Picked => {
  const isBuilt = picked.trace.candidates[0]?.from === 'MsgBody' && !picked.trace.note;
  const guessed = isBuilt && message.elements.find((element) => guessedPlaceholders.includes(element.kind));
  if (!guessed) return picked;
  const note = { id: 'im.note.guessed-words', params: { kind: guessed.kind } };
  return { ...picked, trace: { ...picked.trace, note } };
};

/** Renders the server's template, whose texts win over all others. Null: the message names none, or nobody knows it. */
const fromTemplate = (input: DecisionInput, title: string | null, desc: string | null) => {
  const push = input.message.offlinePush;
  const template = input.app?.pushTemplates.find((one) => one.id === push?.templateId);
  if (!push || !template) return null;
  const own = Object.entries(push.templateParams ?? {}).map(([name, value]) => [name, String(value)]);
  const values = {
    ...Object.fromEntries(own),
    timTitle: title ?? '',
    timDesc: desc ?? '',
    timSenderNick: input.sender?.nickname ?? '',
    timGroupName: input.message.conversation.kind === 'group' ? (input.group?.name ?? '') : '',
  };
  return {
    title: fillTemplate(template.title, values),
    desc: fillTemplate(template.desc, values),
    showsText: `${template.title}${template.desc}`.includes('timDesc'),
  };
};

/** What the notification says, with the trace of what won over what and the cuts the vendor's limits make. */
export const textsOf = (input: DecisionInput): Texts => {
  const { message, device, switches } = input;
  const push = message.offlinePush;
  const entry = atLeast(device.sdkVersion, sdkSince.multiLanguage)
    ? languageContent(push?.multiLanguage, device.locale)
    : undefined;
  const joined = joinedText(message, switches);
  const language = entry ? `MultiLanguageContent[${entry.language}]` : '';
  const descs = [{ from: `${language}.Desc`, value: filled(entry?.desc) }, ...descCandidates(input)];
  const isDescSet = descs.some((one) => one.value !== undefined);
  const prefixed =
    switches.descPrefix === 'prefixed'
      ? descs.map(({ from, value }) => ({ from, value: value === undefined ? value : withNames(value, input) }))
      : descs;
  const elements = { from: 'MsgBody', value: joined === '' ? undefined : withNames(joined, input) };
  const titles = [{ from: `${language}.Title`, value: filled(entry?.title) }, ...titleCandidates(input)];
  const plainTitle = pick('title', titles);
  const plainBody = pick('body', [...prefixed, elements]);
  const template = fromTemplate(input, plainTitle.value, plainBody.value);
  const missing =
    push?.templateId && !template ? { id: 'im.note.template-unknown', params: { id: push.templateId } } : undefined;
  const limit = textLimits[device.vendor];
  const long = push?.android?.pushStyle === 1 ? limit?.longContent : undefined;
  const from = 'PushTemplateId';
  const title = pick('title', [{ from, value: filled(template?.title) }, ...titles], missing);
  const winner = pick('body', [{ from, value: filled(template?.desc) }, ...prefixed, elements], missing);
  const body = withGuess(winner, input);
  const subtitle = pick('subtitle', [
    { from: 'ApnsInfo.SubTitle', value: device.platform === 'ios' ? filled(push?.apns?.subtitle) : undefined },
    { from: 'OfflinePushInfo.SubTitle', value: filled(push?.subtitle) },
  ]);
  const uses: SwitchUse[] = [];
  const named = isDescSet ? switches.descPrefix === 'prefixed' : joined !== '';
  if (template === null || template.showsText) {
    if (named) uses.push(...nameSwitches(input));
    if (isDescSet && withNames('', input) !== '') uses.push(used(switches, 'descPrefix', 'body'));
    if (!isDescSet) uses.push(...placeholderSwitches(input, joined));
  }
  return {
    title: fitted(title, limit?.title),
    subtitle: wellFormed(subtitle),
    body: fitted(body, long ?? limit?.content),
    switches: uses,
  };
};
