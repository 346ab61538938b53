import type { Callback, Phrase, Receipt, ReceivedValue, TapStep } from '../../../shared/contract/index.ts';
import { received, stepMaker } from '../kit/android.ts';
import type { JsonObject } from '../kit/json.ts';
import type { Arrival, TapPart, TapPlan } from '../vendor.ts';
import { hiddenBecause } from './display.ts';
import { shownTexts } from './payload/index.ts';
import { customOf, extOf, isSilent, partOf, partsOf, readBody, textOf } from './payload/read.ts';
import { sources } from './sources.ts';

type About = Parameters<TapPart['plan']>[1];
const step = stepMaker('tpns');

const nothing = (steps: TapStep[], stoppedBecause: Phrase): TapPlan => ({
  steps,
  callback: null,
  received: '{}',
  values: [],
  ext: null,
  opens: { kind: 'nothing', name: '' },
  stoppedBecause,
});

/** What APNs hands to the app: TPNS puts custom_content as a text of JSON under `custom`. Source: Tencent Cloud IM. */
const userInfoOf = (body: JsonObject): JsonObject => {
  const { aps } = partsOf(body);
  const { title, subtitle, content } = shownTexts(body);
  const badge = aps['badge_type'];
  const custom = customOf(body);
  return {
    aps: {
      alert: { title, ...(subtitle === '' ? {} : { subtitle }), body: content },
      ...(typeof badge === 'number' && badge >= 0 ? { badge } : {}),
      ...(textOf(aps, 'sound') === '' ? {} : { sound: textOf(aps, 'sound') }),
    },
    ...(custom === '' ? {} : { custom }),
  };
};

const iosValues = (userInfo: JsonObject, root: string): ReceivedValue[] => {
  const { custom } = userInfo;
  return [
    received(`${root}["aps"]`, 'NSDictionary', JSON.stringify(userInfo['aps'])),
    ...(typeof custom === 'string' ? [received(`${root}["custom"]`, 'NSString', custom)] : []),
  ];
};

const planIos = (body: JsonObject, about: About): TapPlan => {
  const userInfo = userInfoOf(body);
  const values = iosValues(userInfo, 'userInfo');
  return {
    steps: [
      step('touched', 'documented'),
      ...(about.appState === 'killed' ? [step('launch', 'documented')] : []),
      step('ios-callback', 'documented', { detail: 'ios-callback.detail' }),
    ],
    callback: {
      name: 'xgPushDidReceiveNotificationResponse(_:withCompletionHandler:)',
      language: 'swift',
      source: sources.sdk,
      certainty: 'documented',
    },
    received: JSON.stringify(userInfo),
    values,
    ext: extOf(body),
    opens: { kind: 'app', name: '' },
    stoppedBecause: null,
  };
};

/** Class name of an intent address, else the address. */
const pageOf = (uri: string): string => /[;#]component=([^;]+)/.exec(uri)?.[1] ?? uri;

const opensOf = (body: JsonObject): TapPlan['opens'] => {
  const action = partOf(partsOf(body).android, 'action');
  if (action['action_type'] === 2) return { kind: 'url', name: textOf(partOf(action, 'browser'), 'url') };
  if (action['action_type'] === 3) return { kind: 'activity', name: pageOf(textOf(action, 'intent')) };
  const activity = textOf(action, 'activity');
  return activity === '' ? { kind: 'app', name: '' } : { kind: 'activity', name: activity };
};

/** `XGPushClickedResult` of TPNS's own channel: 100, with 0 for a touch and 2 for a dismissal. Source: «Android SDK API». */
const androidValues = (body: JsonObject, about: About, actionType: '0' | '2'): ReceivedValue[] => {
  const { title, content } = shownTexts(body);
  const intent = textOf(partOf(partsOf(body).android, 'action'), 'intent');
  return [
    received('result.msgId', 'Long', about.vendorMessageId ?? '0'),
    received('result.title', 'String', title),
    received('result.content', 'String', content),
    received('result.customContent', 'String', customOf(body)),
    received('result.actionType', 'Long', actionType),
    received('result.pushChannel', 'Int', '100'),
    ...(actionType === '0' && intent !== '' ? [received('intent.data', 'Uri', intent)] : []),
  ];
};

const planAndroid = (body: JsonObject, about: About): TapPlan => {
  const isDismissal = about.action === 'dismiss';
  const values = androidValues(body, about, isDismissal ? '2' : '0');
  const opens = isDismissal ? ({ kind: 'nothing', name: '' } as const) : opensOf(body);
  return {
    steps: isDismissal
      ? [
          step('dismissed', 'documented'),
          step('android-callback', 'documented', { detail: 'android-callback.cleared' }),
        ]
      : [
          step('touched', 'documented'),
          ...(about.appState === 'killed' ? [step('launch', 'documented')] : []),
          step('android-callback', 'documented', { detail: 'android-callback.detail' }),
          step(
            `opens-${opens.kind}`,
            'documented',
            opens.kind === 'activity' ? { detail: 'opens-activity.detail' } : {},
          ),
        ],
    callback: {
      name: 'XGPushBaseReceiver.onNotificationClickedResult(context, result: XGPushClickedResult)',
      language: 'kotlin',
      source: sources.click,
      certainty: 'documented',
    },
    received: asJson(values),
    values,
    ext: extOf(body),
    opens,
    ...(isDismissal || partOf(partsOf(body).android, 'action')['action_type'] !== 3
      ? {}
      : { uri: textOf(partOf(partsOf(body).android, 'action'), 'intent') }),
    stoppedBecause: isDismissal ? { id: 'tpns.tap.dismissed' } : null,
  };
};

/** What a touch leads to. Sources: «click guide», «Android SDK API», Tencent Cloud IM. */
const plan: TapPart['plan'] = (draft, about) => {
  const body = readBody(draft.payload).object;
  const hidden = hiddenBecause(body);
  if (!body || isSilent(body)) return nothing([], hidden ?? { id: 'tpns.hidden.unreadable' });
  if (about.action !== 'default' && about.action !== 'dismiss') return nothing([], { id: 'tpns.tap.no-actions' });
  if (about.platform !== 'ios') return planAndroid(body, about);
  if (about.action === 'dismiss') return nothing([step('dismissed', 'documented')], { id: 'tpns.tap.dismissed-ios' });
  return planIos(body, about);
};

type ArrivalAbout = Parameters<TapPart['arrival']>[1];

const asJson = (values: readonly ReceivedValue[]): string =>
  JSON.stringify(Object.fromEntries(values.map(({ path, value }) => [path, value])));

const receipt = (
  id: string,
  callback: Pick<Callback, 'name' | 'language' | 'source'>,
  json: string,
  values: ReceivedValue[],
): Receipt => ({
  id,
  phrase: { id: `tpns.receipt.${id}` },
  callback: { ...callback, certainty: 'documented' },
  received: json,
  values,
});

/** One callback for both: an open app gets the notification, a woken one the dictionary. Source: «iOS SDK integration». */
const iosReceipt = (body: JsonObject): Receipt => {
  const custom = customOf(body);
  const silent: JsonObject = { aps: { 'content-available': 1 }, ...(custom === '' ? {} : { custom }) };
  const userInfo = isSilent(body) ? silent : userInfoOf(body);
  const call = {
    name: 'xgPushDidReceiveRemoteNotification(_:withCompletionHandler:)',
    language: 'swift',
    source: sources.ios,
  } as const;
  const root = isSilent(body) ? 'notification' : 'notification.request.content.userInfo';
  return receipt(
    isSilent(body) ? 'ios-silent' : 'ios-foreground',
    call,
    JSON.stringify(userInfo),
    iosValues(userInfo, root),
  );
};

/** `XGPushShowedResult` and `XGPushTextMessage`, both of TPNS's own channel only. Source: «Android SDK API». */
const androidReceipt = (body: JsonObject): Receipt => {
  const { title, content } = shownTexts(body);
  const isText = isSilent(body);
  const [object, call] = isText
    ? ['message', 'onTextMessage(context, message: XGPushTextMessage)']
    : ['result', 'onNotificationShowedResult(context, result: XGPushShowedResult)'];
  const values = [
    received(`${object}.title`, 'String', title),
    received(`${object}.content`, 'String', content),
    received(`${object}.customContent`, 'String', customOf(body)),
    ...(isText ? [] : [received(`${object}.pushChannel`, 'Int', '100')]),
  ];
  const callback = { name: `XGPushBaseReceiver.${call}`, language: 'kotlin', source: sources.sdk } as const;
  return receipt(isText ? 'text-message' : 'shown', callback, asJson(values), values);
};

const arriveIos = (body: JsonObject, { appState, presentsInForeground }: ArrivalAbout): Arrival => {
  if (appState !== 'foreground')
    return { drawn: true, steps: [step('ios-shows', 'documented')], because: null, receipts: [] };
  const because = presentsInForeground ? null : { id: 'tpns.arrival.not-presented' };
  const steps = [step('ios-foreground', 'documented')];
  return { drawn: presentsInForeground, steps, because, receipts: [iosReceipt(body)] };
};

/** TPNS's own channel is a connection of the app's process: with the app killed, nothing arrives until it starts again. */
const arriveAndroid = (body: JsonObject, { appState }: ArrivalAbout): Arrival => {
  if (appState === 'killed')
    return {
      drawn: false,
      steps: [step('own-waits', 'documented')],
      because: { id: 'tpns.arrival.killed' },
      receipts: [],
    };
  if (isSilent(body)) {
    const because = { id: 'tpns.hidden.pass-through' };
    return { drawn: false, steps: [step('text-message', 'documented')], because, receipts: [androidReceipt(body)] };
  }
  if (appState === 'foreground' && partsOf(body).android['show_type'] === 1) {
    const because = { id: 'tpns.arrival.foreground' };
    return { drawn: false, steps: [step('own-arrives', 'documented')], because, receipts: [] };
  }
  const steps = [step('own-arrives', 'documented'), step('own-shows', 'documented')];
  return { drawn: true, steps, because: null, receipts: [androidReceipt(body)] };
};

/** What happens when a push arrives. */
const arrival: TapPart['arrival'] = (draft, about): Arrival => {
  const body = readBody(draft.payload).object;
  const hidden = hiddenBecause(body);
  if (!body) return { drawn: false, steps: [], because: hidden, receipts: [] };
  if (about.platform !== 'ios' && (isSilent(body) || !hidden)) return arriveAndroid(body, about);
  if (!hidden) return arriveIos(body, about);
  if (!isSilent(body)) return { drawn: false, steps: [], because: hidden, receipts: [] };
  return { drawn: false, steps: [step('ios-silent', 'documented')], because: hidden, receipts: [iosReceipt(body)] };
};

/** What a touch leads to, and what happens when a push arrives. */
export const tap: TapPart = { plan, arrival };
