import type { PushButton } from '../../kit/buttons.ts';
import type { Draft } from '../../../../shared/contract/index.ts';
import { parseIntentUri } from '../../kit/intent-uri.ts';
import { booleanIn, hasMember, listIn, numberIn, objectIn, textIn, textsIn } from '../../kit/json-pick.ts';
import { isObject, jsonText, parseJson, type JsonObject } from '../../kit/json.ts';
import type { Api, PushType } from '../hosts.ts';
import { apiOf, pushTypeOf, rootOf } from './draft.ts';

/** What a tap does. `page`: an ability of a HarmonyOS app. `none`: the body says nothing usable. */
export type Click =
  | { readonly kind: 'app' }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'intent'; readonly uri: string }
  | { readonly kind: 'action'; readonly name: string }
  | { readonly kind: 'page'; readonly action: string; readonly uri: string }
  | { readonly kind: 'none' };

/** What the phone's push service draws. Texts are empty when not given. */
export interface Drawn {
  readonly title: string;
  readonly body: string;
  /** Title or text is the key of a string resource. */
  readonly isKey: boolean;
  readonly image: string;
  readonly importance: string;
  readonly channel: string;
  readonly sound: { readonly kind: 'none' | 'default' | 'named'; readonly name: string };
  readonly badge: { readonly kind: 'set' | 'add'; readonly number: number } | null;
  readonly notifyId: number | null;
  readonly tag: string;
  readonly group: string;
  readonly color: string;
  readonly visibility: string;
  readonly foregroundShow: boolean;
  /** Only a phone with this profile of the app draws it; empty: any. */
  readonly profileId: string;
  /** What the open notification shows; null: the same texts in one line each. */
  readonly style: {
    readonly kind: 'big-text' | 'inbox';
    readonly title: string;
    readonly text: string;
    readonly lines: readonly string[];
  } | null;
  readonly buttons: readonly PushButton<Click>[];
  readonly click: Click;
}

/** A draft as phone and rules see it, whichever API it is for. */
export interface Push {
  readonly api: Api;
  readonly pushType: PushType;
  /** Null: nothing is drawn. */
  readonly drawn: Drawn | null;
  /** Empty when not given. */
  readonly category: string;
  /** What reaches the app's code: `data` of v1 and v2, `clickAction.data` or `extraData` of v3. Null: none. */
  readonly data: string | null;
  readonly isTrial: boolean;
  readonly isTest: boolean;
}

const badgeOf = (set: number | undefined, add: number | undefined): Drawn['badge'] => {
  if (set !== undefined) return { kind: 'set', number: set };
  return add === undefined ? null : { kind: 'add', number: add };
};

const clickOf = (click: JsonObject | undefined): Click => {
  const type = numberIn(click, 'type');
  const uri = textIn(click, 'intent') ?? '';
  const action = textIn(click, 'action') ?? '';
  if (type === 3) return { kind: 'app' };
  if (type === 2) return { kind: 'web', url: textIn(click, 'url') ?? '' };
  if (type !== 1) return { kind: 'none' };
  if (uri !== '') return { kind: 'intent', uri };
  return action === '' ? { kind: 'none' } : { kind: 'action', name: action };
};

const soundOf = (notification: JsonObject): Drawn['sound'] => {
  const name = (textIn(notification, 'sound') ?? '').replace(/^\/raw\//, '');
  if (name !== '') return { kind: 'named', name };
  return { kind: booleanIn(notification, 'default_sound') === false ? 'none' : 'default', name: '' };
};

/** 1 is a long text, 3 an inbox; 2 was a large picture, which Huawei took back. */
const styleOf = (n: JsonObject, names: { title: string; text: string; lines: string }): Drawn['style'] => {
  const style = numberIn(n, 'style');
  const rest = {
    title: textIn(n, names.title) ?? '',
    text: textIn(n, names.text) ?? '',
    lines: textsIn(n, names.lines),
  };
  if (style === 1) return { kind: 'big-text', ...rest };
  return style === 3 ? { kind: 'inbox', ...rest } : null;
};
/** 0 opens the app's home page, 1 a page of the app, 2 a web page; `intent` holds the page or the address. */
const buttonClickOf = (button: JsonObject): Click => {
  const intent = textIn(button, 'intent') ?? '';
  switch (numberIn(button, 'action_type')) {
    case 0:
      return { kind: 'app' };
    case 1:
      if (intent === '') return { kind: 'none' };
      return numberIn(button, 'intent_type') === 1 ? { kind: 'action', name: intent } : { kind: 'intent', uri: intent };
    case 2:
      return { kind: 'web', url: intent };
    default:
      return { kind: 'none' };
  }
};
const buttonsOf = (n: JsonObject): Drawn['buttons'] =>
  (listIn(n, 'buttons') ?? []).filter(isObject).flatMap((button) => {
    const name = textIn(button, 'name');
    return name === undefined ? [] : [{ name, click: buttonClickOf(button), data: textIn(button, 'data') ?? '' }];
  });

const drawnOf = (message: JsonObject, android: JsonObject): Drawn | null => {
  const plain = objectIn(message, 'notification');
  const own = objectIn(android, 'notification');
  if (plain === undefined && own === undefined) return null;
  const merged: JsonObject = { ...plain, ...own };
  const texts = (name: 'title' | 'body') => {
    const literal = textIn(own, name) || textIn(plain, name) || '';
    return literal === ''
      ? { text: textIn(merged, `${name}_loc_key`) ?? '', isKey: true }
      : { text: literal, isKey: false };
  };
  const [title, body] = [texts('title'), texts('body')];
  const badge = objectIn(merged, 'badge');
  return {
    title: title.text,
    body: body.text,
    isKey: (title.isKey && title.text !== '') || (body.isKey && body.text !== ''),
    image: textIn(merged, 'image') ?? '',
    importance: textIn(merged, 'importance') ?? '',
    channel: textIn(merged, 'channel_id') ?? '',
    sound: soundOf(merged),
    badge: badgeOf(numberIn(badge, 'set_num'), numberIn(badge, 'add_num')),
    notifyId: numberIn(merged, 'notify_id') ?? null,
    tag: textIn(merged, 'tag') ?? '',
    group: textIn(merged, 'group') ?? '',
    color: textIn(merged, 'color') ?? '',
    visibility: textIn(merged, 'visibility') ?? '',
    foregroundShow: booleanIn(merged, 'foreground_show') ?? true,
    profileId: textIn(merged, 'profile_id') ?? '',
    style: styleOf(merged, { title: 'big_title', text: 'big_body', lines: 'inbox_content' }),
    buttons: buttonsOf(merged),
    click: clickOf(objectIn(merged, 'click_action')),
  };
};

const messagePush = (root: JsonObject, draft: Draft, api: Api): Push => {
  const message = objectIn(root, 'message') ?? {};
  const android = objectIn(message, 'android') ?? {};
  return {
    api,
    pushType: '0',
    drawn: drawnOf(message, android),
    category: textIn(android, 'category') ?? '',
    data: textIn(android, 'data') ?? textIn(message, 'data') ?? null,
    isTrial: booleanIn(root, 'validate_only') ?? draft.options['validateOnly'] === 'true',
    isTest: (numberIn(android, 'target_user_type') ?? (draft.options['testMessage'] === 'true' ? 1 : 0)) === 1,
  };
};

const sceneClickOf = (click: JsonObject | undefined): Click => {
  const type = numberIn(click, 'actionType');
  if (type === 0) return { kind: 'app' };
  if (type !== 1) return { kind: 'none' };
  return { kind: 'page', action: textIn(click, 'action') ?? '', uri: textIn(click, 'uri') ?? '' };
};

const sceneDrawn = (notification: JsonObject): Drawn => {
  const badge = objectIn(notification, 'badge');
  const sound = textIn(notification, 'sound') ?? '';
  return {
    title: textIn(notification, 'title') ?? '',
    body: textIn(notification, 'body') ?? '',
    isKey: false,
    image: textIn(notification, 'image') ?? '',
    importance: '',
    channel: '',
    sound: sound === '' ? { kind: 'default', name: '' } : { kind: 'named', name: sound },
    badge: badgeOf(numberIn(badge, 'setNum'), numberIn(badge, 'addNum')),
    notifyId: numberIn(notification, 'notifyId') ?? null,
    tag: '',
    group: '',
    color: '',
    visibility: '',
    foregroundShow: booleanIn(notification, 'foregroundShow') ?? true,
    profileId: textIn(notification, 'profileId') ?? '',
    style: styleOf(notification, { title: 'bigTitle', text: 'bigBody', lines: 'inboxContent' }),
    buttons: [],
    click: sceneClickOf(objectIn(notification, 'clickAction')),
  };
};

/** A live view as one line of title and text; its layout is the system's own and not drawn here. */
const liveDrawn = (payload: JsonObject): Drawn | null => {
  const data = objectIn(objectIn(payload, 'activityData'), 'notificationData');
  if (data === undefined) return null;
  const parts = (listIn(data, 'contentText') ?? []).filter(isObject).map((part) => textIn(part, 'text') ?? '');
  const drawn = sceneDrawn({ clickAction: objectIn(data, 'clickAction') ?? {} });
  const body = [...parts, ...textsIn(data, 'contentText')].join('');
  return { ...drawn, title: textIn(data, 'contentTitle') ?? '', body, sound: { kind: 'none', name: '' } };
};

const scenePush = (root: JsonObject, draft: Draft): Push => {
  const pushType = pushTypeOf(draft);
  const payload = objectIn(root, 'payload') ?? {};
  const notification = objectIn(payload, 'notification');
  const drawsNotification = pushType === '0' || pushType === '2';
  const clickData = objectIn(objectIn(notification, 'clickAction'), 'data');
  const drawn =
    pushType === '7' ? liveDrawn(payload) : drawsNotification && notification ? sceneDrawn(notification) : null;
  return {
    api: 'v3',
    pushType,
    drawn,
    category: textIn(notification, 'category') ?? '',
    data: clickData === undefined ? (textIn(payload, 'extraData') ?? null) : jsonText(clickData),
    isTrial: false,
    isTest: booleanIn(objectIn(root, 'pushOptions'), 'testMessage') ?? draft.options['testMessage'] === 'true',
  };
};

/** Reads a draft; null when it holds no message or payload. */
export const pushOf = (draft: Draft): Push | null => {
  const root = rootOf(draft);
  if (root === null) return null;
  const api = apiOf(draft, root);
  if (!hasMember(root, api === 'v3' ? 'payload' : 'message')) return null;
  return api === 'v3' ? scenePush(root, draft) : messagePush(root, draft, api);
};

/** Members of `data` where it is a JSON object: what becomes extras, texts as they are and the rest as JSON. */
export const dataMembers = ({ data }: Pick<Push, 'data'>): [string, string][] => {
  const parsed = data === null ? null : parseJson(data);
  if (!parsed?.ok || !isObject(parsed.value)) return [];
  return Object.entries(parsed.value).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : (jsonText(value) ?? '…'),
  ]);
};

/** The text an IM app routes by: an extra of the Intent, else a member of `data`. Null: not there. */
export const extOf = (push: Push): string | null => {
  const click = push.drawn?.click;
  const own =
    click?.kind === 'intent' ? parseIntentUri(click.uri)?.extras.find((one) => one.name === 'ext') : undefined;
  return own?.value ?? dataMembers(push).find(([name]) => name === 'ext')?.[1] ?? null;
};

/** Huawei counts a notification as marketing: its category says so, or it has none. Source: «Push Kit: message classification». */
export const isMarketing = (push: Push): boolean =>
  push.drawn !== null && push.pushType !== '7' && (push.category === '' || push.category === 'MARKETING');

/** It makes no sound and does not light the screen: marketing, or low importance. */
export const isSilent = (push: Push): boolean => isMarketing(push) || push.drawn?.importance === 'LOW';
