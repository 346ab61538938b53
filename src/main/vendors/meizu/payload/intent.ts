import type { Draft, Intent } from '../../../../shared/contract/index.ts';
import { cutText } from '../../kit/cut-text.ts';
import { meizuLimits } from '../limits.ts';

/** What a message can ask for and Meizu has no place for, as `options.dropped` names it. */
export const droppable = [
  'subtitle',
  'image',
  'sound',
  'badge',
  'channel',
  'category',
  'priority',
  'importance',
  'long-text',
  'mutable-content',
  'interruption-level',
  'content-available',
  'click',
  'ext',
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
    category: intent.category !== null,
    priority: intent.androidPriority !== null,
    importance: intent.importance !== null,
    'long-text': intent.longText,
    'mutable-content': intent.mutableContent,
    'interruption-level': intent.interruptionLevel !== null,
    'content-available': intent.contentAvailable,
    click: intent.click.kind === 'intent' || intent.click.kind === 'action',
    ext: intent.click.kind === 'web' && intent.ext !== null,
  };
  return droppable.filter((name) => asked[name]);
};

/** Tencent's console choice in Meizu's terms: «specified page» is a full class name; extras go with 0 and 1 only. */
const clickOf = ({ click, ext }: Intent): Record<string, unknown> => {
  if (click.kind === 'web') return { clickType: 2, url: click.url };
  const parameters = ext === null ? {} : { parameters: { ext } };
  return click.kind === 'activity'
    ? { clickType: 1, activity: click.name, ...parameters }
    : { clickType: 0, ...parameters };
};

const timeOf = (seconds: number): { offLine: number; validTime?: number } =>
  seconds <= 0
    ? { offLine: 0 }
    : { offLine: 1, validTime: Math.min(meizuLimits.validHours.value, Math.max(1, Math.ceil(seconds / 3600))) };

/** Public or private: of the message, else of the console. Absent: Meizu takes it for public. */
const classOf = ({ vendorSettings: { android, console } }: Intent): { noticeMsgType?: number } => {
  const type = android?.meizu?.noticeType ?? console.classification;
  return type === undefined ? {} : { noticeMsgType: type };
};

/**
 * Models the `messageJson` Tencent's backend would send; no page shows the real one. `ext` is a parameter of the click, where
 * Tencent's pages have the app look. `options` names what was left out and what was cut; neither goes on the wire.
 */
export const draftFromIntent = (intent: Intent): Draft => {
  const title = cutText(intent.title ?? '', meizuLimits.title.value);
  const content = cutText(intent.body, meizuLimits.content.value);
  const cut = [...(title === (intent.title ?? '') ? [] : ['title']), ...(content === intent.body ? [] : ['content'])];
  const shortened = intent.lifetimeSeconds > meizuLimits.validHours.value * 3600 ? ['time'] : [];
  const message = {
    noticeBarInfo: { ...classOf(intent), ...(title === '' ? {} : { title }), content },
    clickTypeInfo: clickOf(intent),
    pushTimeInfo: timeOf(intent.lifetimeSeconds),
    ...(intent.sound === null ? { advanceInfo: { notificationType: { vibrate: 0, lights: 1, sound: 0 } } } : {}),
  };
  return {
    payload: JSON.stringify(message),
    options: { dropped: droppedOf(intent).join(','), cut: [...cut, ...shortened].join(',') },
  };
};
