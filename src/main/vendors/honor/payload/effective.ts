import type { PushButton } from '../../kit/buttons.ts';
import type { Draft } from '../../../../shared/contract/index.ts';
import { parseIntentUri } from '../../kit/intent-uri.ts';
import { listIn, numberIn, objectIn, textIn } from '../../kit/json-pick.ts';
import { isObject, jsonText, parseJson, type JsonObject } from '../../kit/json.ts';

/** What a tap does. `none`: the body says nothing usable. */
export type Click =
  | { readonly kind: 'app' }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'intent'; readonly uri: string }
  | { readonly kind: 'action'; readonly name: string }
  | { readonly kind: 'none' };

/** What the phone's push service draws. Texts are empty when not given. */
export interface Drawn {
  readonly title: string;
  readonly body: string;
  readonly image: string;
  /** Empty: not given, which Honor counts as marketing unless the app may classify itself. */
  readonly importance: string;
  readonly badge: { readonly kind: 'set' | 'add'; readonly number: number } | null;
  readonly notifyId: number | null;
  readonly tag: string;
  readonly group: string;
  /** Heading and text of the open notification; null: the push asks for none. */
  readonly big: { readonly title: string; readonly text: string } | null;
  readonly buttons: readonly PushButton<Click>[];
  readonly click: Click;
}

/** A draft as phone and rules see it. */
export interface Push {
  /** Null: nothing is drawn. */
  readonly drawn: Drawn | null;
  /** `android.data` before `data`. Null: none. */
  readonly data: string | null;
  readonly isTest: boolean;
}

/** The parsed payload; null when the text is no JSON object. */
export const rootOf = (payload: string): JsonObject | null => {
  const parsed = parseJson(payload);
  return parsed.ok && isObject(parsed.value) ? parsed.value : null;
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

/** 0 opens the app's home page, 1 a page of the app, 2 a web page; `intent` holds the page or the address. */
const buttonClickOf = (button: JsonObject): Click => {
  const intent = textIn(button, 'intent') ?? '';
  switch (numberIn(button, 'actionType')) {
    case 0:
      return { kind: 'app' };
    case 1:
      if (intent === '') return { kind: 'none' };
      return numberIn(button, 'intentType') === 1 ? { kind: 'action', name: intent } : { kind: 'intent', uri: intent };
    case 2:
      return { kind: 'web', url: intent };
    default:
      return { kind: 'none' };
  }
};
const buttonsOf = (own: JsonObject | undefined): Drawn['buttons'] =>
  (listIn(own, 'buttons') ?? []).filter(isObject).flatMap((button) => {
    const name = textIn(button, 'name');
    return name === undefined ? [] : [{ name, click: buttonClickOf(button), data: textIn(button, 'data') ?? '' }];
  });

const drawnOf = (root: JsonObject, android: JsonObject | undefined): Drawn | null => {
  const plain = objectIn(root, 'notification');
  const own = objectIn(android, 'notification');
  if (plain === undefined && own === undefined) return null;
  const either = (name: string) => textIn(own, name) || textIn(plain, name) || '';
  const badge = objectIn(own, 'badge');
  const [set, add] = [numberIn(badge, 'setNum'), numberIn(badge, 'addNum')];
  return {
    title: either('title'),
    body: either('body'),
    image: either('image'),
    importance: textIn(own, 'importance') ?? '',
    badge: set !== undefined ? { kind: 'set', number: set } : add === undefined ? null : { kind: 'add', number: add },
    notifyId: numberIn(own, 'notifyId') ?? null,
    tag: textIn(own, 'tag') ?? '',
    group: textIn(own, 'group') ?? '',
    big:
      numberIn(own, 'style') === 1
        ? { title: textIn(own, 'bigTitle') ?? '', text: textIn(own, 'bigBody') ?? '' }
        : null,
    buttons: buttonsOf(own),
    click: clickOf(objectIn(own, 'clickAction')),
  };
};

/** Reads a draft; null when it is no body of Honor's. */
export const pushOf = (draft: Draft): Push | null => {
  const root = rootOf(draft.payload);
  if (root === null || (root['notification'] ?? root['android'] ?? root['data'] ?? null) === null) return null;
  const android = objectIn(root, 'android');
  const asked = draft.options['testMessage'] === 'true' ? 1 : 0;
  return {
    drawn: drawnOf(root, android),
    data: textIn(android, 'data') ?? textIn(root, 'data') ?? null,
    isTest: (numberIn(android, 'targetUserType') ?? asked) === 1,
  };
};

/** Members of `data` where it is a JSON object: texts as they are and the rest as JSON. */
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

/** LOW is marketing; so is a notification without importance, since the end of 2024. */
export const isMarketing = (push: Push): boolean => push.drawn !== null && push.drawn.importance !== 'NORMAL';
