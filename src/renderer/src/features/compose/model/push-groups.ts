import type { OfflinePush, VendorId } from '../../../../../shared/contract/index.ts';
import type { Field, Place } from '../../../../../shared/rest/field.ts';
import { androidInfo, apnsInfo, harmonyInfo, pushInfo } from '../../../../../shared/rest/push-fields.ts';

/** Fields of OfflinePushInfo that are set for one vendor, or for one system. */
export interface PushGroup {
  readonly id: string;
  /** Null: more than one vendor reads them. */
  readonly vendor: VendorId | null;
  readonly place: Place;
  /** The object of OfflinePushInfo they are in. */
  readonly part: 'apns' | 'android' | 'harmony';
  readonly fields: readonly Field[];
}

const ofVendor = (vendor: VendorId): PushGroup => ({
  id: vendor,
  vendor,
  place: 'AndroidInfo',
  part: 'android',
  fields: androidInfo.filter(({ key }) => key.startsWith(`${vendor}.`)),
});

/** Every field of ApnsInfo, AndroidInfo and HarmonyInfo is in exactly one of these. */
export const pushGroups: readonly PushGroup[] = [
  { id: 'apns', vendor: 'apns', place: 'ApnsInfo', part: 'apns', fields: apnsInfo },
  {
    id: 'android',
    vendor: null,
    place: 'AndroidInfo',
    part: 'android',
    fields: androidInfo.filter(({ key }) => !key.includes('.')),
  },
  ...(['fcm', 'huawei', 'honor', 'xiaomi', 'oppo', 'vivo', 'meizu'] as const).map(ofVendor),
  { id: 'harmony', vendor: null, place: 'HarmonyInfo', part: 'harmony', fields: harmonyInfo },
];

const pick = (...names: string[]): readonly Field[] => pushInfo.filter(({ json }) => names.includes(json));
/** Texts by the language of the phone, and the template of the server. */
export const languageFields = pick('MultiLanguageContent');
export const templateFields = pick('PushTemplateId', 'PushTemplateParam');

/** What holds in a vendor's field while it is not set: the short form for all, by the field's own key. */
export const shortFormsFor = ({ part }: PushGroup, push: OfflinePush): Readonly<Record<string, string | undefined>> => {
  const { sound, image, subtitle, interruptionLevel, androidChannelId: channel, androidPriority } = push;
  if (part !== 'android') return { sound, image, subtitle, interruptionLevel };
  return {
    sound,
    'huawei.image': image,
    'honor.image': image,
    'fcm.image': image,
    'fcm.priority': androidPriority,
    ...Object.fromEntries(['huawei', 'xiaomi', 'oppo', 'fcm'].map((vendor) => [`${vendor}.channelId`, channel])),
  };
};
