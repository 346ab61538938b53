import type {
  ClickAction,
  FieldTrace,
  Intent,
  Phrase,
  SwitchUse,
  VendorConsole,
} from '../../../shared/contract/index.ts';
import type { DecisionInput } from '../input.ts';
import { used } from '../switch-use.ts';
import { filled, pick, type Candidate, type Picked } from './pick.ts';

/** Fields of the intent that depend on the vendor of the device, and their traces. */
export type VendorFields = Pick<
  Intent,
  | 'image'
  | 'mutableContent'
  | 'interruptionLevel'
  | 'androidChannelId'
  | 'androidPriority'
  | 'category'
  | 'importance'
  | 'longText'
  | 'click'
  | 'vendorSettings'
> & { readonly traces: readonly FieldTrace[]; readonly switches: readonly SwitchUse[] };

const noConsole: VendorConsole = {};

/** What AndroidInfo and HarmonyInfo say for the vendor of this device, under their names in the REST API. */
const ownFields = ({ message, device }: DecisionInput) => {
  const push = message.offlinePush;
  const android = device.platform === 'android' ? push?.android : undefined;
  const unset = undefined;
  if (device.platform === 'harmony') {
    return {
      channel: unset,
      category: { from: 'HarmonyInfo.Category', value: filled(push?.harmony?.category) },
      image: { from: 'HarmonyInfo.Image', value: filled(push?.harmony?.image) },
      importance: unset,
    };
  }
  switch (device.vendor) {
    case 'huawei': {
      const own = android?.huawei;
      return {
        channel: { from: 'AndroidInfo.HuaWeiChannelID', value: filled(own?.channelId) },
        category: { from: 'AndroidInfo.HuaWeiCategory', value: filled(own?.category) },
        image: { from: 'AndroidInfo.HuaWeiImage', value: filled(own?.image) },
        importance: { from: 'AndroidInfo.HuaWeiImportance', value: filled(own?.importance) },
      };
    }
    case 'honor':
      return {
        channel: unset,
        category: unset,
        image: { from: 'AndroidInfo.HonorImage', value: filled(android?.honor?.image) },
        importance: { from: 'AndroidInfo.HonorImportance', value: filled(android?.honor?.importance) },
      };
    case 'xiaomi': {
      const channel = { from: 'AndroidInfo.XiaoMiChannelID', value: filled(android?.xiaomi?.channelId) };
      return { channel, category: unset, image: unset, importance: unset };
    }
    case 'oppo':
      return {
        channel: { from: 'AndroidInfo.OPPOChannelID', value: filled(android?.oppo?.channelId) },
        category: { from: 'AndroidInfo.OPPOCategory', value: filled(android?.oppo?.category) },
        image: unset,
        importance: unset,
      };
    case 'vivo': {
      const category = { from: 'AndroidInfo.VIVOCategory', value: filled(android?.vivo?.category) };
      return { channel: unset, category, image: unset, importance: unset };
    }
    case 'fcm':
      return {
        channel: { from: 'AndroidInfo.GoogleChannelID', value: filled(android?.fcm?.channelId) },
        category: unset,
        image: { from: 'AndroidInfo.GoogleImage', value: filled(android?.fcm?.image) },
        importance: unset,
      };
    case 'apns':
    case 'meizu':
    case 'tpns':
    default:
      return { channel: unset, category: unset, image: unset, importance: unset };
  }
};

const textOf = (click: ClickAction): string => {
  if (click.kind === 'web') return click.url;
  if (click.kind === 'intent') return click.uri;
  return click.kind === 'app' ? 'open app' : click.name;
};

const openApp: ClickAction = { kind: 'app' };
/** FCM always opens the launcher activity; iOS always the app. Everybody else does what the console says. */
const clickOf = ({ device }: DecisionInput, console: VendorConsole): { click: ClickAction; trace: FieldTrace } => {
  const isFixed = device.platform === 'ios' || device.vendor === 'fcm';
  const set = isFixed ? undefined : console.click;
  const candidates: Candidate[] = [
    { from: 'console', value: set && textOf(set) },
    { from: 'default', value: textOf(openApp) },
  ];
  const note: Phrase | undefined =
    isFixed && console.click && console.click.kind !== 'app'
      ? { id: 'im.note.click-fixed', params: { vendor: device.vendor } }
      : undefined;
  return { click: set ?? openApp, trace: pick('click', candidates, note).trace };
};

/** TIMPush features in ext override the console's FCM message type: 0 data, 1 notification. */
const messageTypeIn = (ext: string | null): VendorConsole['messageType'] => {
  if (ext === null || !ext.includes('fcmPushType')) return undefined;
  try {
    const value = JSON.parse(ext) as { timPushFeatures?: { fcmPushType?: unknown } } | null;
    const type = value?.timPushFeatures?.fcmPushType;
    return type === 0 ? 'data' : type === 1 ? 'notification' : undefined;
  } catch {
    return undefined;
  }
};

const levels = ['passive', 'active', 'time-sensitive', 'critical'] as const;
const priorities = ['normal', 'high'] as const;
const oneOf = <T extends string>(value: string | null, known: readonly T[]): T | null =>
  known.find((one) => one === value?.toLowerCase()) ?? null;

/** What is left of AndroidInfo and HarmonyInfo for the vendor folders to place. */
const settingsOf = (input: DecisionInput, ext: string | null, given: VendorConsole): Intent['vendorSettings'] => {
  const { message, device } = input;
  const push = message.offlinePush;
  const type = device.vendor === 'fcm' ? messageTypeIn(ext) : undefined;
  return {
    android: device.platform === 'android' ? (push?.android ?? {}) : null,
    harmony: device.platform === 'harmony' ? (push?.harmony ?? {}) : null,
    console: type ? { ...given, messageType: type } : given,
  };
};

type Own = ReturnType<typeof ownFields>;

/** The channel, and that the legacy key of FCM knows none. */
const channelOf = ({ message, device, switches }: DecisionInput, own: Own, given: VendorConsole) => {
  const isAndroid = device.platform === 'android';
  const sources = [
    ...(own.channel ? [own.channel] : []),
    {
      from: 'OfflinePushInfo.channelId',
      // The short form stands for fields of AndroidInfo; a vendor without one has no channel.
      value: own.channel ? filled(message.offlinePush?.androidChannelId) : undefined,
    },
    { from: 'console', value: isAndroid ? filled(given.channelId) : undefined },
  ];
  const isSet = device.vendor === 'fcm' && sources.some((one) => one.value !== undefined);
  const picked =
    isSet && switches.fcmCredential === 'legacy-key'
      ? pick('channel', [], { id: 'im.note.fcm-legacy-channel' })
      : pick('channel', sources);
  return { picked, switches: isSet ? [used(switches, 'fcmCredential', 'channel')] : [] };
};

/** The category, and what vivo's older classification is worth beside it. */
const categoryOf = ({ message, device, switches }: DecisionInput, own: Own, given: VendorConsole) => {
  const classification = message.offlinePush?.android?.vivo?.classification;
  const isVivo = device.vendor === 'vivo' && classification !== undefined;
  const note: Phrase | undefined =
    isVivo && switches.vivoClassification === 'superseded'
      ? { id: 'im.note.vivo-classification', params: { classification } }
      : undefined;
  const sources = [...(own.category ? [own.category] : []), { from: 'console', value: filled(given.category) }];
  const uses = isVivo ? [used(switches, 'vivoClassification', 'category')] : [];
  return { picked: pick('category', sources, note), switches: uses };
};

/** Interruption level, priority, importance and picture: plain orders of sources. */
const plainFields = ({ message, device }: DecisionInput, own: Own, given: VendorConsole) => {
  const push = message.offlinePush;
  const ios = device.platform === 'ios' ? push?.apns : undefined;
  const isAndroid = device.platform === 'android';
  const importance = pick('importance', [
    ...(own.importance ? [own.importance] : []),
    { from: 'console', value: own.importance ? filled(given.importance) : undefined },
  ]);
  const image = pick('image', [
    { from: 'ApnsInfo.Image', value: filled(ios?.image) },
    ...(own.image ? [own.image] : []),
    {
      from: 'OfflinePushInfo.Image',
      value: own.image || device.platform === 'ios' ? filled(push?.image) : undefined,
    },
  ]);
  const level = pick('interruption', [
    { from: 'ApnsInfo.InterruptionLevel', value: ios?.interruptionLevel },
    { from: 'OfflinePushInfo.InterruptionLevel', value: push?.interruptionLevel },
  ]);
  const priority = pick('priority', [
    { from: 'AndroidInfo.GooglePriority', value: isAndroid ? filled(push?.android?.fcm?.priority) : undefined },
    { from: 'OfflinePushInfo.priority', value: isAndroid ? push?.androidPriority : undefined },
  ]);
  return { importance, image, level, priority };
};

/** Nobody here has seen the picture behind the address: what Honor takes is said beside it. */
const imageOf = ({ device, switches }: DecisionInput, image: Picked) => {
  if (device.vendor !== 'honor' || image.value === null) return { picked: image, switches: [] };
  const note: Phrase = { id: 'im.note.honor-image', params: { limit: switches.honorImageKb } };
  return {
    picked: { ...image, trace: { ...image.trace, note } },
    switches: [used(switches, 'honorImageKb', 'image')],
  };
};

/** Channel, category, importance, picture, click and the rest that vendors have on their own. */
export const vendorFieldsOf = (input: DecisionInput, ext: string | null): VendorFields => {
  const { message, device, app } = input;
  const push = message.offlinePush;
  const own = ownFields(input);
  const given = app?.console[device.vendor] ?? noConsole;
  const isIos = device.platform === 'ios';
  const ios = isIos ? push?.apns : undefined;
  const channel = channelOf(input, own, given);
  const category = categoryOf(input, own, given);
  const { importance, image: plainImage, level, priority } = plainFields(input, own, given);
  const { picked: image, switches: imageSwitches } = imageOf(input, plainImage);
  const click = clickOf(input, given);
  const traces = [image, channel.picked, category.picked, importance, priority, level, click].map((one) => one.trace);
  return {
    image: image.value,
    mutableContent: ios?.mutableContent ?? push?.mutableContent ?? (isIos && (given.mutableContent ?? false)),
    interruptionLevel: oneOf(level.value, levels),
    androidChannelId: channel.picked.value,
    androidPriority: oneOf(priority.value, priorities),
    category: category.picked.value,
    importance: importance.value,
    longText: device.platform === 'android' && push?.android?.pushStyle === 1,
    click: click.click,
    vendorSettings: settingsOf(input, ext, given),
    traces: traces.filter((trace) => trace.candidates.length > 0 || trace.note),
    switches: [...channel.switches, ...category.switches, ...imageSwitches],
  };
};
