import type { App, Card, ChannelImportance, Device, VendorId } from '../../../../../shared/contract/index.ts';
import type { AndroidLayout } from '../skins/android-layout.ts';
import { certaintyOf } from '../skins/skin.ts';
import { namedSound, no, yes, type AlertFact, type Answer } from './alert-fact.ts';

/** A push on an Android or HarmonyOS phone. */
export interface AndroidAlertSubject {
  readonly card: Card;
  readonly device: Pick<Device, 'channels' | 'look' | 'notificationsAllowed'>;
  readonly app: Partial<Pick<App, 'soundFiles'>> | undefined;
  /** What the phone decided when the push arrived: the owner's channel, else what the vendor makes of the push. */
  readonly importance: ChannelImportance;
  /** False: it arrived and is not drawn, for a reason that stands elsewhere. */
  readonly isDrawn: boolean;
  readonly layout: Pick<AndroidLayout, 'badge' | 'silent'>;
  /** Name of the vendor, for the sentences. */
  readonly vendorName: string;
}

/**
 * Vendors whose phones do what the push says of sound. FCM's library and an app's own channel leave it to the channel since Android
 * 8; vivo documents its field for Android 8.0 and older only.
 */
const ringsAsAsked: ReadonlySet<VendorId> = new Set(['xiaomi', 'huawei', 'honor', 'oppo', 'meizu', 'tpns']);

const isQuiet = (importance: ChannelImportance): boolean => importance === 'low' || importance === 'min';

/** Nothing happens at all, whatever the rest; null when something may. */
const mute = ({ card, device, importance, isDrawn }: AndroidAlertSubject): Answer | null => {
  if (!card.visible) return no('not-drawn');
  if (!device.notificationsAllowed) return no('not-allowed');
  if (importance === 'none') return no('android.off', 'documented', { channel: card.channelId });
  return isDrawn ? null : no('not-drawn');
};

/** Who made it silent: the owner of the phone, or the vendor by the class of the push. */
const silent = ({ card, device, vendorName }: AndroidAlertSubject): Answer =>
  device.channels[card.channelId] === undefined
    ? no('android.class', 'documented', { vendor: vendorName })
    : no('android.low', 'documented', { channel: card.channelId });

const dnd = ({ device }: AndroidAlertSubject): Answer =>
  device.look.focus === 'do-not-disturb' ? no('android.dnd') : yes('android.dnd.off');

const banner = (subject: AndroidAlertSubject): Answer => {
  const { importance } = subject;
  if (isQuiet(importance)) return silent(subject);
  if (importance === 'default') return no('android.default');
  if (!dnd(subject).on) return no('android.dnd');
  // That a channel of high importance pops up is documented; that a maker gives a push such a one is taken for granted here.
  const { card, device } = subject;
  const isKnown = card.vendor === 'fcm' || device.channels[card.channelId] !== undefined;
  return yes('android.high', isKnown ? 'documented' : 'guess');
};

const list = ({ importance, layout }: AndroidAlertSubject): Answer => {
  const { silent: kept } = layout;
  if (!isQuiet(importance)) return yes('android.alerting');
  if (kept.value === 'section') return yes('android.silent');
  return yes(kept.value === 'none' ? 'android.last' : 'android.folded', certaintyOf(kept.tag));
};

const light = (subject: AndroidAlertSubject): Answer => {
  if (isQuiet(subject.importance)) return silent(subject);
  return dnd(subject).on ? yes('android.light', 'guess') : no('android.dnd', 'guess');
};

const sound = (subject: AndroidAlertSubject): Answer => {
  const { card, device, app, importance, vendorName } = subject;
  if (isQuiet(importance)) return silent(subject);
  if (!dnd(subject).on) return no('android.dnd');
  if (!device.look.rings) return no('android.vibrate-mode');
  const asked = ringsAsAsked.has(card.vendor);
  if (card.sound.kind === 'none' && asked) return no('android.asks-silence', 'documented', { vendor: vendorName });
  if (card.sound.kind === 'named') {
    const { name } = card.sound;
    return yes(asked ? namedSound('android', name, app) : 'android.named-channel', 'documented', { name });
  }
  return yes(asked ? 'android.default-sound' : 'android.channel-sound', 'documented');
};

const vibration = (subject: AndroidAlertSubject): Answer => {
  const { card, device, importance, vendorName } = subject;
  if (isQuiet(importance)) return silent(subject);
  if (!dnd(subject).on) return no('android.dnd');
  if (card.vibrates === false) return no('android.asks-no-vibration', 'documented', { vendor: vendorName });
  if (!device.look.rings) return yes('android.vibrate-mode.yes');
  if (card.vibrates === true) return yes('android.asks-vibration', 'documented', { vendor: vendorName });
  return yes('android.channel-vibration', 'guess');
};

const badge = ({ card, importance, layout }: AndroidAlertSubject): Answer => {
  if (layout.badge.value === 'dot') return importance === 'min' ? no('android.no-dot', 'guess') : yes('android.dot');
  if (card.badge !== null) return yes('badge.set', 'documented', { n: card.badge });
  const { badgeAdd = 0 } = card;
  return badgeAdd > 0 ? yes('android.badge-add', 'documented', { n: badgeAdd }) : no('android.no-badge');
};

const parts = { banner, list, light, sound, vibration, badge, dnd } as const;

/** Everything a push does on an Android or HarmonyOS phone when it arrives, and why. */
export const androidAlert = (subject: AndroidAlertSubject): readonly AlertFact[] => {
  const nothing = mute(subject);
  return (Object.keys(parts) as (keyof typeof parts)[]).map((id) => ({
    id,
    ...(nothing && id !== 'dnd' ? nothing : parts[id](subject)),
  }));
};
