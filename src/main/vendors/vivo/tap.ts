import type { Phrase, Receipt, ReceivedValue, TapStep } from '../../../shared/contract/index.ts';
import { received, stepMaker } from '../kit/android.ts';
import type { JsonObject } from '../kit/json.ts';
import type { Arrival, TapPart, TapPlan } from '../vendor.ts';
import { hiddenBecause } from './display.ts';
import { classOf } from './payload/classes.ts';
import { customMapOf, extOf, idOf, readBody, textOf } from './payload/read.ts';
import { sources } from './sources.ts';

type About = Parameters<TapPart['plan']>[1];
const step = stepMaker('vivo');

const nothing = (steps: TapStep[], stoppedBecause: Phrase): TapPlan => ({
  steps,
  callback: null,
  received: '{}',
  values: [],
  ext: null,
  opens: { kind: 'nothing', name: '' },
  stoppedBecause,
});

/** Class name of an intent URI, else the URI: `component=pkg/.Class` says what opens. */
const pageOf = (uri: string): string => /[;#]component=([^;]+)/.exec(uri)?.[1] ?? uri;

const opensOf = (body: JsonObject): TapPlan['opens'] => {
  const content = textOf(body, 'skipContent');
  if (body['skipType'] === 2) return { kind: 'url', name: content };
  if (body['skipType'] === 3) return { kind: 'nothing', name: '' };
  return body['skipType'] === 4 ? { kind: 'activity', name: pageOf(content) } : { kind: 'app', name: '' };
};

/** `UPSNotificationMessage` as JSON. */
const messageOf = (body: JsonObject): string =>
  JSON.stringify({
    title: textOf(body, 'title'),
    content: textOf(body, 'content'),
    skipType: body['skipType'] ?? null,
    skipContent: textOf(body, 'skipContent'),
    params: customMapOf(body),
  });

const messageValues = (body: JsonObject): ReceivedValue[] => {
  const params = Object.entries(customMapOf(body));
  return [
    received('message.title', 'String', textOf(body, 'title')),
    received('message.content', 'String', textOf(body, 'content')),
    received('message.skipType', 'Int', idOf(body['skipType'])),
    received('message.skipContent', 'String', textOf(body, 'skipContent')),
    ...params.map(([key, text]) => received(`message.params[${JSON.stringify(key)}]`, 'String', text)),
  ];
};

const valuesOf = (body: JsonObject): ReceivedValue[] => {
  const params = Object.entries(customMapOf(body));
  return [
    ...messageValues(body),
    ...(body['skipType'] === 1 || body['skipType'] === 4
      ? params.map(([key, text]) => received(`intent.extras[${JSON.stringify(key)}]`, 'String', text))
      : []),
  ];
};

const stepsOf = (body: JsonObject, about: About): TapStep[] => {
  const starts = about.appState === 'killed' ? [step('process-starts', 'documented')] : [];
  const callback = step('callback', 'documented', { detail: 'callback.detail' });
  switch (body['skipType']) {
    case 2:
      return [
        step('touched', 'documented'),
        step('browser', 'documented'),
        step('callback', 'guess', { detail: 'callback.link' }),
      ];
    case 3:
      return [step('touched', 'documented'), ...starts, callback, step('app-acts', 'documented')];
    case 4:
      return [
        step('touched', 'documented'),
        ...starts,
        step('page', 'documented', { detail: 'page.detail' }),
        callback,
        step('twice', 'documented'),
      ];
    default:
      return [
        step('touched', 'documented'),
        ...starts,
        step('home', 'documented'),
        callback,
        step('twice', 'documented'),
      ];
  }
};

/** What a touch leads to. Sources: vivo's client documentation and FAQ, Tencent Cloud IM. */
const plan: TapPart['plan'] = (draft, about) => {
  const body = readBody(draft.payload).object;
  if (!body) return nothing([], { id: 'vivo.hidden.unreadable' });
  if (about.action === 'dismiss') return nothing([step('dismissed', 'documented')], { id: 'vivo.tap.dismissed' });
  if (about.action !== 'default') return nothing([], { id: 'vivo.tap.no-actions' });
  return {
    steps: stepsOf(body, about),
    callback: {
      name: 'OpenClientPushMessageReceiver.onNotificationMessageClicked(context, message: UPSNotificationMessage)',
      language: 'kotlin',
      source: sources.faq,
      certainty: 'documented',
    },
    received: messageOf(body),
    values: valuesOf(body),
    ext: extOf(body),
    opens: opensOf(body),
    stoppedBecause: null,
    ...(body['skipType'] === 4 ? { uri: textOf(body, 'skipContent') } : {}),
  };
};

/** With `foregroundShow: false` an open app is handed the push instead. Source: vivo's client SDK, which calls it before it draws. */
const foregroundReceipt = (body: JsonObject): Receipt => ({
  id: 'foreground',
  phrase: { id: 'vivo.receipt.foreground' },
  callback: {
    name: 'OpenClientPushMessageReceiver.onForegroundMessageArrived(message: UPSNotificationMessage)',
    language: 'kotlin',
    source: sources.clientSdk,
    certainty: 'measured',
  },
  received: messageOf(body),
  values: messageValues(body),
});

/** The system draws whatever the app does; only `foregroundShow: false` keeps it quiet while the app is open. */
const arrival: TapPart['arrival'] = (draft, { appState }): Arrival => {
  const body = readBody(draft.payload).object;
  const hidden = hiddenBecause(body, draft.options);
  if (!body || hidden) return { drawn: false, steps: [], because: hidden, receipts: [] };
  if (appState === 'foreground' && body['foregroundShow'] === false) {
    return {
      drawn: false,
      steps: [step('not-in-foreground', 'documented')],
      because: { id: 'vivo.arrival.foreground' },
      receipts: [foregroundReceipt(body)],
    };
  }
  const isOperation = classOf(body) === 0;
  const detail = isOperation ? (appState === 'killed' ? 'system-draws.box' : 'system-draws.operation') : undefined;
  return {
    drawn: true,
    steps: [step('system-draws', 'documented', detail ? { detail } : {})],
    because: null,
    receipts: [],
  };
};

/** What a touch leads to, and what happens when a push arrives. */
export const tap: TapPart = { plan, arrival };
