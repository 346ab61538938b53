import type { FieldTrace, Intent, MessageElement } from '../../shared/contract/index.ts';
import { defaultBody, joinedText } from './element-text.ts';
import type { DecisionInput } from './input.ts';

type CustomElement = Extract<MessageElement, { kind: 'custom' }>;

/** The value that means «no sound and no vibration» (kIOSOfflinePushNoSound). */
export const noSound = 'push.no_sound';
const sevenDays = 604_800;

interface Candidate {
  readonly from: string;
  readonly value: string | null | undefined;
}

/** The first candidate that has a value wins. Sources that are not set do not appear. */
const pick = (
  field: FieldTrace['field'],
  candidates: readonly Candidate[],
): { value: string | null; trace: FieldTrace } => {
  const set = candidates.filter((one): one is { from: string; value: string } => typeof one.value === 'string');
  const winner = set[0];
  return {
    value: winner?.value ?? null,
    trace: { field, candidates: set.map((one) => ({ from: one.from, value: one.value, used: one === winner })) },
  };
};

const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** The custom element whose ext and sound go with the push; only while OfflinePushInfo is absent, which silences them. */
const pushingCustom = ({ message }: DecisionInput): CustomElement | undefined =>
  message.offlinePush
    ? undefined
    : message.elements.find((element): element is CustomElement => element.kind === 'custom');

const bodyOf = (input: DecisionInput) =>
  pick('body', [
    { from: 'OfflinePushInfo.Desc', value: filled(input.message.offlinePush?.desc) },
    { from: 'MsgBody', value: joinedText(input.message, input.switches) ? defaultBody(input) : undefined },
  ]);

const soundOf = (input: DecisionInput) => {
  const custom = input.switches.customSound === 'sound' ? filled(pushingCustom(input)?.sound) : undefined;
  const picked = pick('sound', [
    { from: 'OfflinePushInfo.Sound', value: filled(input.message.offlinePush?.sound) },
    { from: 'TIMCustomElem.Sound', value: custom },
    { from: 'default', value: 'default' },
  ]);
  return { ...picked, value: picked.value === noSound ? null : picked.value };
};

const extOf = (input: DecisionInput) => {
  const custom = pushingCustom(input);
  const customSound = input.switches.customSound === 'ext' ? filled(custom?.sound) : undefined;
  return pick('ext', [
    { from: 'OfflinePushInfo.Ext', value: filled(input.message.offlinePush?.ext) },
    { from: 'TIMCustomElem.Ext', value: filled(custom?.ext) },
    { from: 'TIMCustomElem.Sound', value: customSound },
  ]);
};

/** BadgeSetNum before BadgeAddNum before counting; `ignoreBadge` leaves the number alone. */
const badgeOf = ({ message, device }: DecisionInput): { value: number | null; trace: FieldTrace } => {
  const push = message.offlinePush;
  const base = device.unreadBase;
  const candidates = [
    { from: 'OfflinePushInfo.BadgeSetNum', value: push?.badgeSetNum },
    {
      from: 'OfflinePushInfo.BadgeAddNum',
      value: push?.badgeAddNum === undefined ? undefined : base + push.badgeAddNum,
    },
    { from: 'unread + 1', value: push?.ignoreBadge ? undefined : base + 1 },
  ].filter((one): one is { from: string; value: number } => one.value !== undefined);
  const winner = candidates[0];
  return {
    value: winner?.value ?? null,
    trace: {
      field: 'badge',
      candidates: candidates.map((one) => ({ from: one.from, value: String(one.value), used: one === winner })),
    },
  };
};

/** What the backend wants shown. Null when there is no text: then nothing can be pushed (R35). */
export const buildIntent = (input: DecisionInput): Intent | null => {
  const push = input.message.offlinePush;
  const body = bodyOf(input);
  if (body.value === null) return null;
  const title = pick('title', [{ from: 'OfflinePushInfo.Title', value: filled(push?.title) }]);
  const subtitle = pick('subtitle', [{ from: 'ApnsInfo.SubTitle', value: filled(push?.subtitle) }]);
  const sound = soundOf(input);
  const badge = badgeOf(input);
  const ext = extOf(input);
  return {
    title: title.value,
    subtitle: subtitle.value,
    body: body.value,
    sound: sound.value,
    badge: badge.value,
    ext: ext.value,
    image: filled(push?.image) ?? null,
    mutableContent: push?.mutableContent ?? false,
    interruptionLevel: push?.interruptionLevel ?? null,
    lifetimeSeconds: input.message.lifetimeSeconds ?? sevenDays,
    androidChannelId: filled(push?.androidChannelId) ?? null,
    androidPriority: push?.androidPriority ?? null,
    category: null,
    importance: null,
    badgeChange: null,
    contentAvailable: push?.apns?.contentAvailable ?? false,
    voip: false,
    voipToken: null,
    liveActivity: null,
    longText: push?.android?.pushStyle === 1,
    click: input.app?.console[input.device.vendor]?.click ?? { kind: 'app' },
    vendorSettings: {
      android: input.device.platform === 'android' ? (push?.android ?? {}) : null,
      harmony: input.device.platform === 'harmony' ? (push?.harmony ?? {}) : null,
      console: input.app?.console[input.device.vendor] ?? {},
    },
    traces: [title.trace, subtitle.trace, body.trace, sound.trace, badge.trace, ext.trace],
  };
};
