import type { FieldTrace, SwitchUse } from '../../../shared/contract/index.ts';
import type { DecisionInput } from '../input.ts';
import { used } from '../switch-use.ts';
import { filled, pick, wellFormed } from './pick.ts';
import { pushingCustom } from './sound.ts';

/** `ext` as the app will read it. OfflinePushInfo, when there is one, silences the custom element's (R8, R42). */
export const extOf = (
  input: DecisionInput,
): { value: string | null; trace: FieldTrace; switches: readonly SwitchUse[] } => {
  const { message, switches } = input;
  const custom = pushingCustom(input);
  const picked = pick('ext', [
    { from: 'OfflinePushInfo.Ext', value: filled(message.offlinePush?.ext) },
    { from: 'TIMMessageOfflinePushSettings.ext', value: filled(message.legacyPush?.ext) },
    { from: 'TIMCustomElem.Ext', value: filled(custom?.ext) },
    {
      from: 'TIMCustomElem.Sound',
      value: switches.customSound === 'ext' ? filled(custom?.sound) : undefined,
    },
  ]);
  const isOnlySource = filled(custom?.sound) !== undefined && !message.legacyPush?.ext && !custom?.ext;
  return { ...wellFormed(picked), switches: isOnlySource ? [used(switches, 'customSound', 'ext')] : [] };
};

/** A text as the bytes an Android SDK hands over: UTF-8, two hexadecimal digits each. */
export const utf8View = (text: string): { readonly bytes: number; readonly hex: string } => {
  const bytes = new TextEncoder().encode(text);
  return { bytes: bytes.length, hex: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ') };
};
