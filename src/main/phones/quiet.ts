import type { App, Card, ChannelImportance, Device, Phrase, QuietReason } from '../../shared/contract/index.ts';
import type { Draft } from '../../shared/contract/index.ts';
import type { Arrival, Vendor } from '../vendors/vendor.ts';

/** A push as it reached a phone, with all that decides whether anybody notices. */
export interface QuietInput {
  readonly device: Device;
  readonly app: App | undefined;
  readonly vendor: Vendor;
  readonly draft: Draft;
  readonly card: Card;
  readonly arrival: Pick<Arrival, 'drawn' | 'because'>;
  readonly atMs: number;
}

const page = (title: string, url: string) => ({ title, url, checked: '2026-11-21' });
const channels = page(
  'Create and manage notification channels',
  'https://developer.android.com/develop/ui/views/notifications/channels',
);
const permission = page(
  'Notification runtime permission',
  'https://developer.android.com/develop/ui/views/notifications/notification-permission',
);
const overview = page('Notifications overview', 'https://developer.android.com/develop/ui/views/notifications');
const applePermission = page(
  'Asking permission to use notifications',
  'https://developer.apple.com/documentation/usernotifications/asking-permission-to-use-notifications',
);
const appleDelivery = page(
  'Handling notifications and notification-related actions',
  'https://developer.apple.com/documentation/usernotifications/handling-notifications-and-notification-related-actions',
);

/** What to do about a reason why nothing is drawn, by the last part of its id; the rest is about the payload's text. */
const changes: Readonly<Record<string, string>> = {
  unreadable: 'unreadable',
  'data-only': 'data-only',
  'pass-through': 'data-only',
  silent: 'data-only',
  'push-type-1': 'data-only',
  'push-type-2': 'data-only',
  'push-type-6': 'data-only',
  'push-type-10': 'data-only',
  empty: 'empty',
  batch: 'batch',
  duplicate: 'duplicate',
  'device-quota': 'quota',
  'marketing-day': 'quota',
  'device-day': 'quota',
  'no-channel': 'no-channel',
};
const changeFor = ({ id }: Phrase): Phrase => ({
  id: `phone.change.${changes[id.split('.').at(-1) ?? ''] ?? 'payload'}`,
});

const certain = (
  id: string,
  effect: QuietReason['effect'],
  phrase: Phrase,
  change: Phrase,
  source: QuietReason['source'],
): QuietReason => ({ id: `phone.${id}`, sure: 'certain', effect, phrase, change, certainty: 'documented', source });

/**
 * The importance that decides section, sound and banner on Android and HarmonyOS: what the person made of the channel, else what the
 * vendor says of the push, else low for a push that its vendor calls silent. Undefined on iOS.
 */
export const importanceOf = ({ device, app, vendor, draft, card, atMs }: QuietInput): ChannelImportance | undefined => {
  if (device.platform === 'ios') return undefined;
  const chosen = device.channels[card.channelId];
  if (chosen !== undefined) return chosen;
  if (card.interruptionLevel === 'passive') return 'low';
  return vendor.display.importance?.(draft, { device, app, atMs }) ?? 'high';
};

const ofPhone = ({ device, card }: QuietInput): readonly QuietReason[] => {
  const params = { device: device.name };
  const isIos = device.platform === 'ios';
  const reasons: QuietReason[] = [];
  if (!device.notificationsAllowed) {
    const source = isIos ? applePermission : permission;
    reasons.push(
      certain(
        'not-allowed',
        'nothing',
        { id: 'phone.quiet.not-allowed', params },
        { id: 'phone.change.allow', params },
        source,
      ),
    );
  }
  if (isIos) return reasons;
  const channel = card.channelId;
  const chosen = device.channels[channel];
  const about = { ...params, channel };
  const off = { id: 'phone.quiet.channel-off', params: about };
  const low = { id: 'phone.quiet.channel-low', params: about };
  const raise = { id: 'phone.change.channel', params: about };
  if (chosen === 'none') reasons.push(certain('channel-off', 'nothing', off, raise, channels));
  if (chosen === 'low' || chosen === 'min') reasons.push(certain('channel-low', 'silent', low, raise, channels));
  if (chosen === 'default') {
    const phrase = { id: 'phone.quiet.channel-default', params: about };
    reasons.push(certain('channel-default', 'no-banner', phrase, raise, channels));
  }
  if (device.look.focus === 'do-not-disturb') {
    const phrase = { id: 'phone.quiet.do-not-disturb', params };
    reasons.push(certain('do-not-disturb', 'silent', phrase, { id: 'phone.change.do-not-disturb', params }, overview));
  }
  return reasons;
};

/** What takes the push away altogether, or is set on the phone: all of it is certain. */
const certainOf = (input: QuietInput): readonly QuietReason[] => {
  const { device, card, arrival } = input;
  const ofSettings = ofPhone(input);
  if (card.hiddenBecause) {
    const { hiddenBecause } = card;
    return [certain('not-drawn', 'nothing', hiddenBecause, changeFor(hiddenBecause), overview), ...ofSettings];
  }
  if (arrival.drawn || !arrival.because) return ofSettings;
  const source = device.platform === 'ios' ? appleDelivery : overview;
  const name = device.appState === 'foreground' ? 'app-open' : 'app-not-running';
  return [certain(name, 'nothing', arrival.because, { id: `phone.change.${name}` }, source), ...ofSettings];
};

const ranks: readonly QuietReason['sure'][] = ['certain', 'likely', 'possible'];

/**
 * Everything that keeps an accepted push from being noticed on this phone, the surest first. Empty only where nothing is known. Where
 * the app's state keeps it from being drawn, what follows from its class does not matter.
 */
export const reasonsOf = (input: QuietInput): QuietReason[] => {
  const { device, app, vendor, draft, card, arrival, atMs } = input;
  const isDrawn = card.visible && arrival.drawn;
  const ofVendor = isDrawn ? (vendor.display.quiet?.(draft, { device, app, atMs }) ?? []) : [];
  return [...certainOf(input), ...ofVendor].toSorted((a, b) => ranks.indexOf(a.sure) - ranks.indexOf(b.sure));
};

/** Why nothing at all is drawn, as far as payload and phone alone tell; null when something is. */
export const undrawnBecause = (input: QuietInput): Phrase | null =>
  certainOf(input).find(({ effect }) => effect === 'nothing')?.phrase ?? null;
