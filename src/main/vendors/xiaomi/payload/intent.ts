import type { ClickAction, Draft, Intent } from '../../../../shared/contract/index.ts';
import { cutText } from '../../kit/cut-text.ts';
import type { SendTarget } from '../../vendor.ts';
import { classOfChannel, xiaomiValues } from '../channels.ts';
import { xiaomiLimits } from '../limits.ts';

/** What an intent loses or gains on its way to Xiaomi, as `options.notes` of a draft names it; each is a problem of the draft. */
export const intentNotes = [
  'dropped-subtitle',
  'dropped-image',
  'dropped-badge',
  'dropped-long-text',
  'dropped-category',
  'dropped-importance',
  'dropped-interruption',
  'cut-title',
  'cut-text',
  'filled-title',
  'sound-needs-channel',
  'lifetime-shortened',
] as const;
export type IntentNote = (typeof intentNotes)[number];

/** Older vendor pages show a fixed title where a message has none; the words are ours. */
const fallbackTitle = 'New message';

const clickOf = (click: ClickAction, packageName: string): Record<string, string> => {
  switch (click.kind) {
    case 'app':
      // «Open app» was Xiaomi's custom click: no effect named, and the app hears of it in a callback.
      return {};
    case 'web':
      return { notify_effect: '3', web_uri: click.url };
    case 'intent':
      return { notify_effect: '2', intent_uri: click.uri };
    case 'activity':
      return { notify_effect: '2', intent_uri: `intent:#Intent;component=${packageName}/${click.name};end` };
    case 'action':
      return { notify_effect: '2', intent_uri: `intent:#Intent;action=${click.name};package=${packageName};end` };
  }
};

const isNamed = (sound: string | null): sound is string => sound !== null && sound !== 'default';

const notesOf = (intent: Intent): IntentNote[] => {
  const told: readonly (readonly [boolean, IntentNote])[] = [
    [Boolean(intent.subtitle), 'dropped-subtitle'],
    [Boolean(intent.image), 'dropped-image'],
    [intent.badge !== null || intent.badgeChange !== null, 'dropped-badge'],
    [intent.longText, 'dropped-long-text'],
    [Boolean(intent.category), 'dropped-category'],
    [Boolean(intent.importance), 'dropped-importance'],
    [intent.interruptionLevel !== null, 'dropped-interruption'],
    [(intent.title?.length ?? 0) > xiaomiLimits.title.value, 'cut-title'],
    [intent.body.length > xiaomiLimits.description.value, 'cut-text'],
    [!intent.title, 'filled-title'],
    [isNamed(intent.sound) && intent.androidChannelId === null, 'sound-needs-channel'],
    [intent.lifetimeSeconds > xiaomiLimits.ttlPrivate.value, 'lifetime-shortened'],
  ];
  return told.filter(([is]) => is).map(([, note]) => note);
};

const withoutUndefined = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const extraOf = (intent: Intent, packageName: string): Record<string, unknown> =>
  withoutUndefined({
    channel_id: intent.androidChannelId ?? undefined,
    sound_uri: isNamed(intent.sound)
      ? `android.resource://${packageName}/raw/${intent.sound.replace(/\.\w+$/, '')}`
      : undefined,
    ...clickOf(intent.click, packageName),
    ext: intent.ext ?? undefined,
  });

/**
 * Models the form Tencent's backend would send. Certain are `extra.ext`, the channel and the click; the rest is the vendor's own API
 * filled in. `notify_id` comes from the clock, so that one push does not replace the last; `notify_type` 4 (light) stands for silence.
 */
export const draftFromIntent = (intent: Intent, target: SendTarget, nowMs: number): Draft => {
  const packageName = target.appIdentifier || (xiaomiValues(target.credential)?.['packageName'] ?? '');
  const lifetime = Math.min(intent.lifetimeSeconds, xiaomiLimits.ttlPrivate.value);
  const fields = withoutUndefined({
    registration_id: target.token === '' ? undefined : target.token,
    restricted_package_name: packageName === '' ? undefined : packageName,
    pass_through: 0,
    title: cutText(intent.title || fallbackTitle, xiaomiLimits.title.value),
    description: cutText(intent.body, xiaomiLimits.description.value),
    notify_type: intent.sound === null ? 4 : -1,
    notify_id: nowMs % (xiaomiLimits.notifyId.value + 1),
    time_to_live: lifetime > 0 ? lifetime * 1000 : undefined,
  });
  const extra = extraOf(intent, packageName);
  const messageClass = classOfChannel(target.credential, intent.androidChannelId ?? undefined);
  return {
    payload: JSON.stringify(Object.keys(extra).length === 0 ? fields : { ...fields, extra }),
    options: {
      ...(messageClass === 'private' || messageClass === 'public' ? { channelClass: messageClass } : {}),
      notes: notesOf(intent).join(','),
    },
  };
};
