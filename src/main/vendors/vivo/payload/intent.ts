import type { Draft, Intent } from '../../../../shared/contract/index.ts';
import { cutText } from '../../kit/cut-text.ts';
import type { SendTarget } from '../../vendor.ts';
import { vivoLimits } from '../limits.ts';

/** What a message can ask for and vivo has no place for, as `options.dropped` names it. */
export const droppable = [
  'subtitle',
  'image',
  'sound',
  'badge',
  'channel',
  'priority',
  'importance',
  'long-text',
  'mutable-content',
  'interruption-level',
  'content-available',
  'click',
] as const;
type Dropped = (typeof droppable)[number];

const isNamed = (sound: string | null): boolean => sound !== null && sound !== '' && sound !== 'default';

const droppedOf = (intent: Intent): Dropped[] => {
  const asked: Readonly<Record<Dropped, boolean>> = {
    subtitle: Boolean(intent.subtitle),
    image: Boolean(intent.image),
    sound: isNamed(intent.sound),
    badge: intent.badge !== null || intent.badgeChange !== null,
    channel: intent.androidChannelId !== null,
    priority: intent.androidPriority !== null,
    importance: intent.importance !== null,
    'long-text': intent.longText,
    'mutable-content': intent.mutableContent,
    'interruption-level': intent.interruptionLevel !== null,
    'content-available': intent.contentAvailable,
    click: intent.click.kind === 'activity' || intent.click.kind === 'action',
  };
  return droppable.filter((name) => asked[name]);
};

/** Tencent's console choice in vivo's terms. A class name or an intent action has no place here: the app opens. */
const clickOf = (click: Intent['click']): { skipType: number; skipContent?: string } => {
  if (click.kind === 'web') return { skipType: 2, skipContent: click.url };
  if (click.kind === 'intent') return { skipType: 4, skipContent: click.uri };
  return { skipType: 1 };
};

/** Console and message, the message first. Tencent's default is system. */
const classFields = (intent: Intent): { classification?: number; category?: string } => {
  const { android, console } = intent.vendorSettings;
  const classification = android?.vivo?.classification ?? console.classification;
  const category = intent.category ?? android?.vivo?.category ?? console.category;
  if (category) return { ...(classification === undefined ? {} : { classification }), category };
  return { classification: classification ?? 1 };
};

/** Silence asked for wins over vibration: `push.no_sound` means neither. Tencent's default is ring and vibrate. */
const notifyTypeOf = (intent: Intent): number =>
  intent.vendorSettings.android?.vivo?.notifyType ?? (intent.sound === null ? 1 : 4);

const ttlOf = (seconds: number): number => Math.min(vivoLimits.ttl.value, Math.max(vivoLimits.minTtl.value, seconds));

const withoutEmpty = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

/**
 * Models the body Tencent's backend would send to `/message/send`; no page shows the real one. `ext` is `clientCustomMap.ext`, where
 * Tencent's pages have the app look. The request id is made of the moment and the end of the token. `options` names what was
 * left out and what was cut; neither goes on the wire.
 */
export const draftFromIntent = (intent: Intent, target: SendTarget, nowMs: number): Draft => {
  const title = cutText(intent.title ?? '', vivoLimits.title.value);
  const content = cutText(intent.body, vivoLimits.content.value);
  const cut = [...(title === (intent.title ?? '') ? [] : ['title']), ...(content === intent.body ? [] : ['content'])];
  const appId = target.credential?.kind === 'app-keys' ? target.credential.values['appId'] : undefined;
  const { receiptId } = intent.vendorSettings.console;
  const timeToLive = ttlOf(intent.lifetimeSeconds);
  const body = withoutEmpty({
    appId: appId && /^\d{1,15}$/.test(appId) ? Number(appId) : (appId ?? null),
    regId: target.token === '' ? null : target.token,
    notifyType: notifyTypeOf(intent),
    title: title === '' ? null : title,
    content,
    timeToLive,
    ...clickOf(intent.click),
    networkType: -1,
    ...classFields(intent),
    clientCustomMap: intent.ext === null ? null : { ext: intent.ext },
    extra: receiptId ? { 'callback.id': receiptId } : null,
    requestId: `${nowMs.toString(36)}-${target.token.replaceAll(/[^A-Za-z0-9]/g, '').slice(-12)}`,
    pushMode: 0,
  });
  const shortened = timeToLive === intent.lifetimeSeconds ? [] : ['time'];
  return {
    payload: JSON.stringify(body),
    options: { dropped: droppedOf(intent).join(','), cut: [...cut, ...shortened].join(',') },
  };
};
