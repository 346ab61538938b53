import type { FieldTrace, MessageElement, Phrase, SwitchUse } from '../../../shared/contract/index.ts';
import { isRest, senderSdk, type DecisionInput } from '../input.ts';
import { used } from '../switch-use.ts';
import { atLeast, sdkSince } from '../version.ts';
import { filled, pick, type Candidate } from './pick.ts';
import { legacyPlatform } from './text.ts';

type CustomElement = Extract<MessageElement, { kind: 'custom' }>;

/** The value that means «no sound and no vibration» (kIOSOfflinePushNoSound, NO_SOUND_NO_VIBRATION). */
export const noSound = 'push.no_sound';
/** The system's own sound (kIOSOfflinePushDefaultSound). */
export const defaultSound = 'default';

/** The custom element whose ext and sound go with the push; only while OfflinePushInfo is absent, which silences them. */
export const pushingCustom = ({ message }: DecisionInput): CustomElement | undefined =>
  message.offlinePush
    ? undefined
    : message.elements.find((element): element is CustomElement => element.kind === 'custom');

export interface SoundResult {
  /** File name, `default`, or null for silence. */
  readonly value: string | null;
  readonly trace: FieldTrace;
  readonly switches: readonly SwitchUse[];
}

/** Sounds of one message for the platform of the device, highest first. */
const messageSounds = (input: DecisionInput): Candidate[] => {
  const { message, device, switches } = input;
  const { offlinePush: push, legacyPush } = message;
  const { platform } = device;
  const old = legacyPlatform(legacyPush, platform);
  return [
    { from: 'ApnsInfo.Sound', value: platform === 'ios' ? filled(push?.apns?.sound) : undefined },
    { from: 'AndroidInfo.Sound', value: platform === 'android' ? filled(push?.android?.sound) : undefined },
    { from: 'HarmonyInfo.Sound', value: platform === 'harmony' ? filled(push?.harmony?.sound) : undefined },
    { from: `${old.name}.sound`, value: filled(old.settings?.sound) },
    { from: 'OfflinePushInfo.Sound', value: filled(push?.sound) },
    {
      from: 'TIMCustomElem.Sound',
      value: switches.customSound === 'sound' ? filled(pushingCustom(input)?.sound) : undefined,
    },
  ];
};

/** The recipient's sound for this kind of conversation. Only APNs honours it (R54, R55). */
const globalSound = ({ message, recipient, device }: DecisionInput): Candidate => {
  const isGroup = message.conversation.kind === 'group';
  const value = isGroup ? recipient.globalSounds.group : recipient.globalSounds.c2c;
  return {
    from: isGroup ? 'TIMOfflinePushSettings.groupSound' : 'TIMOfflinePushSettings.c2cSound',
    value: device.platform === 'ios' ? filled(value) : undefined,
  };
};

/** Why a sound that the sender set does not count; null when it does. */
const inactiveBecause = (input: DecisionInput, value: string): Phrase | null => {
  const { device, message, switches } = input;
  const sdk = senderSdk(message);
  if (device.platform === 'android' && value !== defaultSound) {
    if (switches.androidSound === 'never') return { id: 'im.note.sound-android-never', params: { sound: value } };
    if (sdk !== null && !atLeast(sdk, sdkSince.androidSound)) {
      return { id: 'im.note.sound-android-sdk', params: { sound: value, version: sdk } };
    }
  }
  if (value === noSound && sdk !== null && !atLeast(sdk, sdkSince.noSound)) {
    return { id: 'im.note.no-sound-sdk', params: { version: sdk } };
  }
  return null;
};

const switchesOf = (input: DecisionInput, candidates: readonly Candidate[], first: string | undefined) => {
  const { device, message, switches } = input;
  const uses: SwitchUse[] = [];
  const custom = filled(pushingCustom(input)?.sound);
  const others = candidates.some((one) => one.from !== 'TIMCustomElem.Sound' && one.value !== undefined);
  const otherwise = globalSound(input).value ?? defaultSound;
  if (custom !== undefined && !others && custom !== otherwise && !inactiveBecause(input, custom)) {
    uses.push(used(switches, 'customSound', 'sound'));
  }
  const sdk = senderSdk(message);
  const isCustom = device.platform === 'android' && first !== undefined && first !== defaultSound;
  if (isCustom && (isRest(message) || (sdk !== null && atLeast(sdk, sdkSince.androidSound)))) {
    uses.push(used(switches, 'androidSound', 'sound'));
  }
  return uses;
};

/** Per-message sound before the recipient's own before the system's. */
export const soundOf = (input: DecisionInput): SoundResult => {
  const own = messageSounds(input);
  const first = own.find((one) => one.value !== undefined)?.value;
  const because = first === undefined ? null : inactiveBecause(input, first);
  // A sound that does not count leaves the field to those below the message.
  const candidates = [...(because ? [] : own), globalSound(input), { from: 'default', value: defaultSound }];
  const { value, trace } = pick('sound', candidates, because ?? undefined);
  return { value: value === noSound ? null : value, trace, switches: switchesOf(input, own, first) };
};
