import type { Draft, Intent } from '../../../../shared/contract/index.ts';
import type { SendTarget } from '../../vendor.ts';
import { tpnsLimits } from '../limits.ts';
import { isJsonObject } from './rules.ts';

/** What a message can ask for and has no place on its way, as `options.dropped` names it. */
export const droppable = [
  'subtitle',
  'image',
  'badge',
  'priority',
  'long-text',
  'mutable-content',
  'interruption-level',
  'content-available',
  'click',
  'voip',
  'live-activity',
] as const;
type Dropped = (typeof droppable)[number];

/** TPNS goes to APNs on iPhones, and over its own channel on Android. An Android device has Android settings, perhaps empty ones. */
const isIos = ({ vendorSettings: { android } }: Intent): boolean => android === null;

const droppedOf = (intent: Intent): Dropped[] => {
  const ios = isIos(intent);
  const asked: Readonly<Record<Dropped, boolean>> = {
    subtitle: !ios && Boolean(intent.subtitle),
    image: Boolean(intent.image),
    badge: !ios && intent.badge !== null && intent.badgeChange === null,
    priority: !ios && intent.androidPriority !== null,
    'long-text': !ios && intent.longText,
    'mutable-content': !ios && intent.mutableContent,
    'interruption-level': !ios && intent.interruptionLevel !== null,
    'content-available': intent.contentAvailable,
    click: ios ? intent.click.kind !== 'app' : intent.click.kind === 'action',
    voip: intent.voip,
    'live-activity': intent.liveActivity !== null,
  };
  return droppable.filter((name) => asked[name]);
};

const withoutEmpty = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );

/** `custom_content` is a text of JSON: an ext that is an object stands for itself, any other goes under `ext`. */
const customContent = (ext: string | null): string | null => {
  if (ext === null) return null;
  return isJsonObject(ext) ? ext : JSON.stringify({ ext });
};

/** iPhone: what APNs gets is made by TPNS from these. */
const iosPart = (intent: Intent): Record<string, unknown> => ({
  aps: withoutEmpty({
    alert: intent.subtitle ? { subtitle: intent.subtitle } : null,
    badge_type: intent.badge ?? -1,
    sound: intent.sound,
    'mutable-content': intent.mutableContent ? 1 : null,
    'interruption-level': intent.interruptionLevel,
  }),
  ...withoutEmpty({ custom_content: customContent(intent.ext) }),
});

const actionOf = ({ click }: Intent): Record<string, unknown> | null => {
  if (click.kind === 'web') return { action_type: 2, browser: { url: click.url, confirm: 0 } };
  if (click.kind === 'intent') return { action_type: 3, intent: click.uri };
  return click.kind === 'activity' ? { action_type: 1, activity: click.name } : null;
};

const soundOf = (sound: string | null): Record<string, unknown> => {
  if (sound === null) return { ring: 0, vibrate: 0 };
  return sound === '' || sound === 'default' ? {} : { ring_raw: sound.replace(/\.[^.]*$/, '') };
};

const badgeOf = ({ badgeChange }: Intent): number | null => {
  if (badgeChange === null) return null;
  return badgeChange.kind === 'set' ? Math.min(99, badgeChange.number) : -2;
};

/** Android: the fields of the vendors go along, for the phones TPNS reaches through them. */
const androidPart = (intent: Intent): Record<string, unknown> => {
  const android = intent.vendorSettings.android ?? {};
  const { huawei, vivo } = android;
  const classification = vivo?.classification;
  const importance = intent.importance ?? huawei?.importance;
  return withoutEmpty({
    n_ch_id: intent.androidChannelId,
    hw_ch_id: huawei?.channelId,
    xm_ch_id: android.xiaomi?.channelId,
    oppo_ch_id: android.oppo?.channelId,
    fcm_ch_id: android.fcm?.channelId,
    hw_category: huawei?.category,
    hw_importance: importance === undefined || importance === null ? null : importance === 'LOW' ? 1 : 2,
    vivo_ch_id: classification === undefined ? null : String(classification),
    badge_type: badgeOf(intent),
    ...soundOf(intent.sound),
    action: actionOf(intent),
    custom_content: customContent(intent.ext),
  });
};

/**
 * Models the body Tencent's IM backend would send to TPNS; no page shows the real one. iPhones get an `ios` part with the
 * environment of their build, Android phones an `android` part. `options` names what was left out; it never goes on the wire.
 */
export const draftFromIntent = (intent: Intent, target: SendTarget): Draft => {
  const ios = isIos(intent);
  const expire = Math.min(tpnsLimits.expire.value, Math.max(0, intent.lifetimeSeconds));
  const body = {
    audience_type: 'token',
    ...(target.token === '' ? {} : { token_list: [target.token] }),
    ...(ios ? { environment: target.environment === 'sandbox' ? 'dev' : 'product' } : {}),
    message_type: 'notify',
    message: {
      ...(intent.title ? { title: intent.title } : {}),
      content: intent.body,
      ...(ios ? { ios: iosPart(intent) } : { android: androidPart(intent) }),
    },
    expire_time: expire,
  };
  const cut = expire === intent.lifetimeSeconds ? '' : 'time';
  return { payload: JSON.stringify(body), options: { dropped: droppedOf(intent).join(','), cut } };
};
