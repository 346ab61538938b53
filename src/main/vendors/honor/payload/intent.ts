import type { Draft, Intent } from '../../../../shared/contract/index.ts';
import { cutText } from '../../kit/cut-text.ts';
import { withIntentExtra } from '../../kit/intent-uri.ts';
import type { SendTarget } from '../../vendor.ts';
import { honorLimits } from '../limits.ts';

/** What a draft made from an intent may have to leave out, as `options.dropped` names it. Words: `honor.problem.dropped-<name>`. */
export const droppable = [
  'subtitle',
  'mutable-content',
  'interruption-level',
  'content-available',
  'voip',
  'live-activity',
  'sound',
  'silence',
  'channel',
  'category',
  'click-activity',
  'click-unreadable',
  'ext-web',
  'badge-class',
  'cut-title',
  'cut-body',
  'no-title',
  'lifetime',
] as const;
type Dropped = (typeof droppable)[number];
type Fields = Readonly<Record<string, unknown>>;
/** A draft under construction: the names of what had no place are gathered on the way. */
interface Making {
  readonly intent: Intent;
  readonly dropped: Set<Dropped>;
}

const withoutNull = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
const isSet = (value: string | null | undefined): value is string =>
  value !== null && value !== undefined && value !== '';

const dropCommon = ({ intent, dropped }: Making): void => {
  if (isSet(intent.subtitle)) dropped.add('subtitle');
  if (intent.mutableContent) dropped.add('mutable-content');
  if (intent.interruptionLevel !== null) dropped.add('interruption-level');
  if (intent.contentAvailable) dropped.add('content-available');
  if (intent.voip) dropped.add('voip');
  if (intent.liveActivity !== null) dropped.add('live-activity');
  if (isSet(intent.androidChannelId)) dropped.add('channel');
  if (isSet(intent.category)) dropped.add('category');
  // Honor's body has no sound: importance NORMAL rings, LOW does not.
  if (intent.sound !== null && intent.sound !== 'default') dropped.add('sound');
  if (intent.sound === null && intent.importance !== 'LOW') dropped.add('silence');
};

const textsOf = ({ intent, dropped }: Making): { title: string; body: string } => {
  const { tencentTitle, tencentBody } = honorLimits;
  const title = intent.title ?? '';
  if (title === '') dropped.add('no-title');
  if (title.length > tencentTitle.value) dropped.add('cut-title');
  if (intent.body.length > tencentBody.value) dropped.add('cut-body');
  return { title: cutText(title, tencentTitle.value), body: cutText(intent.body, tencentBody.value) };
};

/**
 * clickAction and where ext stands: inside the Intent of an in-app page, else a member of `data`. Tencent says only that the app
 * finds it as the extra `ext`; the place is modelled.
 */
const clickOf = ({ intent, dropped }: Making): { click: Fields; data: string | null } => {
  const { click, ext } = intent;
  const data = ext === null ? null : JSON.stringify({ ext });
  switch (click.kind) {
    case 'app':
      return { click: { type: 3 }, data };
    case 'web':
      if (ext !== null) dropped.add('ext-web');
      return { click: { type: 2, url: click.url }, data };
    case 'action':
      return { click: { type: 1, action: click.name }, data };
    case 'activity':
      dropped.add('click-activity');
      return { click: { type: 3 }, data };
    case 'intent': {
      if (ext === null) return { click: { type: 1, intent: click.uri }, data };
      const uri = withIntentExtra(click.uri, 'ext', ext);
      if (uri !== null) return { click: { type: 1, intent: uri }, data: null };
      dropped.add('click-unreadable');
      return { click: { type: 1, intent: click.uri }, data };
    }
  }
};

const badgeOf = ({ intent, dropped }: Making): Fields | null => {
  const change = intent.badgeChange;
  if (change === null) return null;
  const { badgeClass } = intent.vendorSettings.console;
  if (!isSet(badgeClass)) dropped.add('badge-class');
  return isSet(badgeClass) ? { [change.kind === 'set' ? 'setNum' : 'addNum']: change.number, badgeClass } : null;
};

const ttlOf = ({ intent, dropped }: Making): number => {
  const seconds = Math.min(Math.max(intent.lifetimeSeconds, 1), honorLimits.ttl.value);
  if (seconds !== intent.lifetimeSeconds) dropped.add('lifetime');
  return seconds;
};

/**
 * Models the body Tencent's backend would send. The names come from Tencent's documents, the body itself is not published.
 * `options.dropped` is set on every draft made from an intent: names of what had no place, or empty. It never goes on the wire.
 */
export const draftFromIntent = (intent: Intent, target: SendTarget): Draft => {
  const making: Making = { intent, dropped: new Set() };
  dropCommon(making);
  const texts = textsOf(making);
  const { click, data } = clickOf(making);
  const long = intent.longText ? { style: 1, bigTitle: texts.title, bigBody: texts.body } : {};
  const body = withoutNull({
    data,
    notification: texts,
    android: {
      ttl: `${ttlOf(making)}s`,
      notification: withoutNull({
        ...texts,
        image: intent.image,
        importance: intent.importance,
        ...long,
        clickAction: click,
        badge: badgeOf(making),
      }),
    },
    token: target.token === '' ? null : [target.token],
  });
  return { payload: JSON.stringify(body), options: { dropped: [...making.dropped].join(',') } };
};
