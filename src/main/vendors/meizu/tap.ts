import type { Phrase, Receipt, ReceivedValue, TapStep } from '../../../shared/contract/index.ts';
import { received, stepMaker } from '../kit/android.ts';
import { isObject, type JsonObject } from '../kit/json.ts';
import type { Arrival, TapPart, TapPlan } from '../vendor.ts';
import { hiddenBecause } from './display.ts';
import { isPassThrough } from './payload/index.ts';
import { clickTypeOf, extOf, parametersOf, partOf, readMessage, textOf, titleAndContent } from './payload/read.ts';
import { sources } from './sources.ts';

type About = Parameters<TapPart['plan']>[1];
const step = stepMaker('meizu');

const nothing = (steps: TapStep[], stoppedBecause: Phrase): TapPlan => ({
  steps,
  callback: null,
  received: '{}',
  values: [],
  ext: null,
  opens: { kind: 'nothing', name: '' },
  stoppedBecause,
});

const opensOf = (message: JsonObject): TapPlan['opens'] => {
  const click = partOf(message, 'clickTypeInfo');
  switch (clickTypeOf(message)) {
    case 1:
      return { kind: 'activity', name: textOf(click, 'activity') };
    case 2:
      return { kind: 'url', name: textOf(click, 'url') };
    case 3:
      return { kind: 'nothing', name: '' };
    default:
      return { kind: 'app', name: '' };
  }
};

/**
 * `MzPushMessage.getSelfDefineContentString()`: the app's own text for type 3, the address for 2, else the parameters as JSON, or the
 * value of `sk` among them. Source: push-internal 4.1.0.
 */
const selfDefined = (message: JsonObject): string => {
  const click = partOf(message, 'clickTypeInfo');
  const type = clickTypeOf(message);
  if (type === 3) return textOf(click, 'customAttribute');
  if (type === 2) return textOf(click, 'url');
  const { parameters } = click;
  if (!isObject(parameters)) return '';
  return typeof parameters['sk'] === 'string' ? parameters['sk'] : JSON.stringify(parameters);
};

/** `MzPushMessage` as far as the push decides it. */
const messageValues = (message: JsonObject): ReceivedValue[] => {
  const { title, content } = titleAndContent(message, false);
  return [
    received('message.title', 'String', title),
    received('message.content', 'String', content),
    received('message.selfDefineContentString', 'String', selfDefined(message)),
  ];
};

const valuesOf = (message: JsonObject, about: About): ReceivedValue[] => {
  const type = clickTypeOf(message);
  const extras = type === 0 || type === 1 ? Object.entries(parametersOf(message)) : [];
  const platform = JSON.stringify({ task_id: about.vendorMessageId ?? '<task id>' });
  return [
    ...messageValues(message),
    ...extras.map(([key, text]) => received(`intent.extras[${JSON.stringify(key)}]`, 'String', text)),
    ...(extras.length > 0 ? [received('intent.extras["platform_extra"]', 'String', platform)] : []),
  ];
};

const asJson = (values: readonly ReceivedValue[]): string =>
  JSON.stringify(Object.fromEntries(values.map(({ path, value }) => [path, value])));

/** What the app's receiver is called with while its process lives. Source: «PushDemo». */
const receipt = (id: 'arrived' | 'pass-through', call: string, values: ReceivedValue[]): Receipt => ({
  id,
  phrase: { id: `meizu.receipt.${id}` },
  callback: {
    name: `MzPushMessageReceiver.${call}`,
    language: 'kotlin',
    source: sources.client,
    certainty: 'documented',
  },
  received: asJson(values),
  values,
});

const opening: Readonly<Record<number, string>> = { 0: 'home', 1: 'page', 2: 'link', 3: 'app-acts' };

/** What a touch leads to: the callback runs for every click type, and the SDK acts for 0 to 2. Source: «PushDemo». */
const plan: TapPart['plan'] = (draft, about) => {
  const message = readMessage(draft.payload).object;
  if (!message) return nothing([], { id: 'meizu.hidden.unreadable' });
  if (isPassThrough(draft)) return nothing([], { id: 'meizu.hidden.pass-through' });
  if (about.action === 'dismiss') return nothing([step('dismissed', 'documented')], { id: 'meizu.tap.dismissed' });
  if (about.action !== 'default') return nothing([], { id: 'meizu.tap.no-actions' });
  const type = clickTypeOf(message);
  const values = valuesOf(message, about);
  return {
    steps: [
      step('touched', 'documented'),
      ...(about.appState === 'killed' ? [step('process-starts', 'documented')] : []),
      step('callback', 'documented', { detail: 'callback.detail' }),
      step(opening[typeof type === 'number' ? type : 0] ?? 'home', 'documented'),
    ],
    callback: {
      name: 'MzPushMessageReceiver.onNotificationClicked(context, message: MzPushMessage)',
      language: 'kotlin',
      source: sources.client,
      certainty: 'documented',
    },
    received: asJson(values),
    values,
    ext: extOf(message),
    opens: opensOf(message),
    stoppedBecause: null,
  };
};

/** The system draws; the app hears of it only while its process lives. Pass-through messages go to the app alone. */
const arrival: TapPart['arrival'] = (draft, { appState }): Arrival => {
  const message = readMessage(draft.payload).object;
  const hidden = hiddenBecause(message, draft);
  if (message && isPassThrough(draft)) {
    const isLost = appState === 'killed';
    const text = received('message', 'String', titleAndContent(message, true).content);
    return {
      drawn: false,
      steps: [step(isLost ? 'pass-through-lost' : 'pass-through', 'documented')],
      because: hidden,
      receipts: isLost ? [] : [receipt('pass-through', 'onMessage(context, message: String)', [text])],
    };
  }
  if (!message || hidden) return { drawn: false, steps: [], because: hidden, receipts: [] };
  const drawn = step('system-draws', 'documented');
  if (appState === 'killed') return { drawn: true, steps: [drawn], because: null, receipts: [] };
  const call = 'onNotificationArrived(context, message: MzPushMessage)';
  return {
    drawn: true,
    steps: [drawn, step('arrived', 'documented')],
    because: null,
    receipts: [receipt('arrived', call, messageValues(message))],
  };
};

/** What a touch leads to, and what happens when a push arrives. */
export const tap: TapPart = { plan, arrival };
