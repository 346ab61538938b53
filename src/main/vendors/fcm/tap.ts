import type {
  AppState,
  Certainty,
  Draft,
  Phrase,
  Receipt,
  ReceivedValue,
  TapStep,
} from '../../../shared/contract/index.ts';
import type { TapPart, TapPlan } from '../vendor.ts';
import { hiddenBecause } from './display.ts';
import { effectiveData, effectiveNotification, effectivePriority, effectiveTtl, extOf } from './payload/effective.ts';
import type { Message } from './payload/model.ts';
import { readBody } from './payload/read.ts';
import { sources } from './sources.ts';

type About = Parameters<TapPart['plan']>[1];

const step = (id: string, certainty: Certainty, params?: Phrase['params'], detail?: string): TapStep => ({
  id,
  phrase: { id: `fcm.step.${id}`, ...(params ? { params } : {}) },
  detail: detail === undefined ? null : { id: `fcm.step.${detail}` },
  certainty,
});

const value = (path: string, type: string, content: string | number): ReceivedValue => ({
  path,
  type,
  value: String(content),
});

/** The map an app gets from `RemoteMessage.getData()`: text to text. */
const dataValues = (message: Message): ReceivedValue[] =>
  Object.entries(effectiveData(message)).map(([key, content]) => value(key, 'String', content));

/**
 * Extras of the Intent behind a drawn notification: the data and FCM's envelope, without title and body. What only Google knows
 * stands in angle brackets. Types as public dumps of such bundles show them. Source: firebase-android-sdk, CommonNotificationBuilder.
 */
const extrasOf = (message: Message, draft: Draft, about: About): ReceivedValue[] => {
  const project = draft.options['projectId'] ?? '';
  const sender = /^\d+$/.test(project) ? project : '<sender id>';
  const id = about.vendorMessageId;
  const priority = effectivePriority(message);
  const kept = dataValues(message).filter(({ path }) => !/^(?:google\.c\.|gcm\.n\.|gcm\.notification\.)/.test(path));
  return [
    ...kept,
    value('from', 'String', message.topic === undefined ? sender : `/topics/${message.topic}`),
    value('google.message_id', 'String', id === null ? '<message id>' : id.slice(id.lastIndexOf('/') + 1)),
    value('google.sent_time', 'Long', about.nowMs),
    value('google.ttl', 'Int', effectiveTtl(message)),
    value('google.original_priority', 'String', priority),
    value('google.delivered_priority', 'String', priority),
    value(
      'collapse_key',
      'String',
      message.android?.collapse_key ?? message.android?.restricted_package_name ?? '<package name>',
    ),
  ];
};

const asJson = (values: readonly ReceivedValue[]): string =>
  JSON.stringify(
    Object.fromEntries(values.map(({ path, type, value }) => [path, type === 'String' ? value : Number(value)])),
  );

const nothing = (steps: TapStep[], stoppedBecause: Phrase): TapPlan => ({
  steps,
  callback: null,
  received: '{}',
  values: [],
  ext: null,
  opens: { kind: 'nothing', name: '' },
  stoppedBecause,
});

/** A running Activity hears of the tap in onNewIntent, a dead process starts over in onCreate. */
const callbackOf = (appState: AppState): TapPlan['callback'] => ({
  name:
    appState === 'killed'
      ? 'onCreate(savedInstanceState): getIntent().getExtras()'
      : 'onNewIntent(intent): intent.getExtras()',
  language: 'kotlin',
  source: sources.androidSdk,
  certainty: 'measured',
});

/** What the service of the app is handed: the data as it is, and of the notification what the client library makes readable. */
const receipt = (message: Message): Receipt => {
  const data = dataValues(message).map((one) => ({ ...one, path: `getData()[${JSON.stringify(one.path)}]` }));
  const drawn = effectiveNotification(message);
  const texts = (['title', 'body'] as const).flatMap((part) => {
    const content = drawn?.[part];
    return content ? [value(`getNotification().${part}`, 'String', content)] : [];
  });
  return {
    id: 'message-received',
    phrase: { id: `fcm.receipt.${drawn ? 'notification' : 'data'}` },
    callback: {
      name: 'FirebaseMessagingService.onMessageReceived(message: RemoteMessage)',
      language: 'kotlin',
      source: sources.receive,
      certainty: 'documented',
    },
    received: JSON.stringify(effectiveData(message)),
    values: [...data, ...texts],
  };
};

const planDrawnByLibrary = (message: Message, draft: Draft, about: About): TapPlan => {
  const values = extrasOf(message, draft, about);
  const action = effectiveNotification(message)?.click_action;
  const start = action
    ? step('click-action', 'measured', { action }, 'click-action.detail')
    : step('launcher', 'measured');
  const arrives =
    about.appState === 'killed'
      ? step('on-create', 'measured')
      : step('on-new-intent', 'measured', undefined, 'on-new-intent.detail');
  // The shade outlives the state the push came in.
  const before = about.appState === 'foreground' ? [step('drawn-before', 'documented')] : [];
  return {
    steps: [
      ...before,
      step('touched', 'measured'),
      start,
      step('extras', 'measured', undefined, 'extras.detail'),
      arrives,
    ],
    callback: callbackOf(about.appState),
    received: asJson(values),
    values,
    ext: extOf(message),
    opens: action ? { kind: 'activity', name: action } : { kind: 'app', name: '' },
    stoppedBecause: null,
  };
};

const plan: TapPart['plan'] = (draft, about) => {
  const message = readBody(draft.payload).body?.message;
  if (!message) return nothing([], { id: 'fcm.card.unreadable' });
  if (about.action === 'dismiss') return nothing([step('dismissed', 'measured')], { id: 'fcm.tap.dismissed' });
  if (about.action !== 'default') return nothing([], { id: 'fcm.tap.no-actions' });
  const hidden = hiddenBecause(message);
  return hidden ? nothing([], hidden) : planDrawnByLibrary(message, draft, about);
};

/** Who handles a message that reaches the phone. Source: «Receive messages in an Android app». */
const arrival: TapPart['arrival'] = (draft, { appState }) => {
  const message = readBody(draft.payload).body?.message;
  const hidden = hiddenBecause(message);
  if (!message) return { drawn: false, steps: [], because: hidden, receipts: [] };
  const receipts = [receipt(message)];
  if (hidden) {
    const waits = appState !== 'foreground' && effectivePriority(message) === 'normal';
    const detail = waits ? 'message-received.doze' : 'message-received.detail';
    const received = step('message-received', 'documented', undefined, detail);
    return { drawn: false, steps: [received], because: hidden, receipts };
  }
  if (appState === 'foreground') {
    const received = step('message-received', 'documented', undefined, 'message-received.detail');
    return { drawn: false, steps: [received], because: { id: 'fcm.arrival.foreground' }, receipts };
  }
  const detail = appState === 'killed' ? 'library-draws.killed' : 'library-draws.detail';
  const drawn = step('library-draws', 'documented', undefined, detail);
  return { drawn: true, steps: [drawn], because: null, receipts: [] };
};

/** What a touch leads to, and what happens when a message arrives. */
export const tap: TapPart = { plan, arrival };
