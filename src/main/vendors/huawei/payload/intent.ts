import type { Draft, Intent } from '../../../../shared/contract/index.ts';
import { cutText } from '../../kit/cut-text.ts';
import { withIntentExtra } from '../../kit/intent-uri.ts';
import type { SendTarget } from '../../vendor.ts';
import type { Api } from '../hosts.ts';
import { huaweiLimits } from '../limits.ts';

/** What a draft made from an intent may have to leave out, as `options.dropped` names it. Words: `huawei.problem.dropped-<name>`. */
export const droppable = [
  'subtitle',
  'mutable-content',
  'interruption-level',
  'content-available',
  'voip',
  'live-activity',
  'click-activity',
  'click-unreadable',
  'ext-web',
  'silence',
  'channel',
  'cut-title',
  'cut-body',
  'badge-class',
  'long-text',
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
};

const textsOf = ({ intent, dropped }: Making): { title: string; body: string } => {
  const { tencentTitle, tencentBody } = huaweiLimits;
  const title = intent.title ?? '';
  if (title === '') dropped.add('no-title');
  if (title.length > tencentTitle.value) dropped.add('cut-title');
  if (intent.body.length > tencentBody.value) dropped.add('cut-body');
  return { title: cutText(title, tencentTitle.value), body: cutText(intent.body, tencentBody.value) };
};

/** Seconds Huawei takes; a lifetime outside that is moved to the nearer end. */
const ttlOf = ({ intent, dropped }: Making): number => {
  const seconds = Math.min(Math.max(intent.lifetimeSeconds, 1), huaweiLimits.ttl.value);
  if (seconds !== intent.lifetimeSeconds) dropped.add('lifetime');
  return seconds;
};

/** `{"ext":"…"}`: the text of `data`. */
const extData = (ext: string | null): string | null => (ext === null ? null : JSON.stringify({ ext }));

/**
 * click_action and where ext stands. ExtAsHuaweiIntentParam 1 puts it into the Intent text; otherwise it is a member of `data`,
 * which Push hands over as an extra. Source: Tencent Cloud IM, push parameters; the body itself is not published.
 */
const clickOf = ({ intent, dropped }: Making): { click: Fields; data: string | null } => {
  const { click, ext } = intent;
  const data = extData(ext);
  const openApp = { click: { type: 3 }, data };
  switch (click.kind) {
    case 'app':
      return openApp;
    case 'web':
      if (ext !== null) dropped.add('ext-web');
      return { click: { type: 2, url: click.url }, data };
    case 'action':
      return { click: { type: 1, action: click.name }, data };
    case 'activity':
      dropped.add('click-activity');
      return openApp;
    case 'intent': {
      if (ext === null || intent.vendorSettings.android?.huawei?.extAsIntentParam !== true) {
        return { click: { type: 1, intent: click.uri }, data };
      }
      const uri = withIntentExtra(click.uri, 'ext', ext);
      if (uri === null) dropped.add('click-unreadable');
      return uri === null
        ? { click: { type: 1, intent: click.uri }, data }
        : { click: { type: 1, intent: uri }, data: null };
    }
  }
};

const soundOf = ({ intent, dropped }: Making): Fields => {
  if (intent.sound === null) {
    if (intent.importance !== 'LOW') dropped.add('silence');
    return { default_sound: false };
  }
  if (intent.sound === 'default') return { default_sound: true };
  return { sound: `/raw/${intent.sound.replace(/^\/raw\//, '').replace(/\.[A-Za-z0-9]+$/, '')}` };
};

const badgeOf = ({ intent, dropped }: Making): Fields | null => {
  const change = intent.badgeChange;
  if (change === null) return null;
  const className = intent.vendorSettings.console.badgeClass;
  if (!isSet(className)) dropped.add('badge-class');
  const number = change.kind === 'set' ? { set_num: change.number } : { add_num: change.number };
  return isSet(className) ? { ...number, class: className } : null;
};

/** Long text is style 1: the same texts once more, for the open notification. */
const styleOf = ({ intent }: Making, texts: { title: string; body: string }): Fields =>
  intent.longText ? { style: 1, big_title: texts.title, big_body: texts.body } : {};

const messageBody = (making: Making, token: string): Fields => {
  const { intent } = making;
  const texts = textsOf(making);
  const { click, data } = clickOf(making);
  return {
    message: withoutNull({
      data,
      notification: texts,
      android: withoutNull({
        urgency: intent.androidPriority?.toUpperCase(),
        category: intent.category,
        ttl: `${ttlOf(making)}s`,
        notification: withoutNull({
          ...texts,
          image: intent.image,
          channel_id: intent.androidChannelId,
          importance: intent.importance,
          ...styleOf(making, texts),
          ...soundOf(making),
          click_action: click,
          badge: badgeOf(making),
        }),
      }),
      token: token === '' ? null : [token],
    }),
  };
};

const sceneClick = ({ intent, dropped }: Making): Fields => {
  const data = intent.ext === null ? {} : { data: { ext: intent.ext } };
  const { click } = intent;
  switch (click.kind) {
    case 'app':
      return { actionType: 0, ...data };
    case 'action':
      return { actionType: 1, action: click.name, ...data };
    case 'web':
    case 'intent':
      return { actionType: 1, uri: click.kind === 'web' ? click.url : click.uri, ...data };
    case 'activity':
      dropped.add('click-activity');
      return { actionType: 0, ...data };
  }
};

/** HarmonyOS 5 and newer: no channel, no importance, no priority; the category decides how loud it is. */
const sceneBody = (making: Making, token: string): Fields => {
  const { intent, dropped } = making;
  const change = intent.badgeChange;
  if (isSet(intent.androidChannelId)) dropped.add('channel');
  if (intent.longText) dropped.add('long-text');
  if (intent.sound === null) dropped.add('silence');
  const isNamed = intent.sound !== null && intent.sound !== 'default';
  return {
    payload: {
      notification: withoutNull({
        category: intent.category,
        ...textsOf(making),
        image: intent.image,
        clickAction: sceneClick(making),
        badge: change === null ? null : { [change.kind === 'set' ? 'setNum' : 'addNum']: change.number },
        sound: isNamed ? intent.sound : null,
        soundDuration: isNamed ? intent.vendorSettings.harmony?.soundDuration : null,
      }),
    },
    ...(token === '' ? {} : { target: { token: [token] } }),
    pushOptions: { ttl: ttlOf(making) },
  };
};

/** v3 for HarmonyOS 5 and newer; else v1, or v2 where the credential names a project and no app. */
const apiFor = (intent: Intent, target: SendTarget): Api => {
  if (intent.vendorSettings.harmony !== null) return 'v3';
  const values = target.credential?.kind === 'app-keys' ? target.credential.values : {};
  return values['projectId'] && !values['appId'] ? 'v2' : 'v1';
};

/**
 * Models the body Tencent's backend would send. The names come from Tencent's documents, the body itself is not published.
 * `options.dropped` is set on every draft made from an intent: names of what had no place, or empty. It never goes on the wire.
 */
export const draftFromIntent = (intent: Intent, target: SendTarget): Draft => {
  const making: Making = { intent, dropped: new Set() };
  dropCommon(making);
  const api = apiFor(intent, target);
  const body = api === 'v3' ? sceneBody(making, target.token) : messageBody(making, target.token);
  const options = { api, ...(api === 'v3' ? { pushType: '0' } : {}), dropped: [...making.dropped].join(',') };
  return { payload: JSON.stringify(body), options };
};
