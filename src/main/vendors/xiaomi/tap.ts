import type {
  AppState,
  Certainty,
  Draft,
  Phrase,
  Receipt,
  ReceivedValue,
  TapStep,
} from '../../../shared/contract/index.ts';
import { buttonOf } from '../kit/buttons.ts';
import type { TapPart, TapPlan } from '../vendor.ts';
import { buttonsOf, type Route } from './buttons.ts';
import { hiddenBecause } from './display.ts';
import { isPassThrough, type Push } from './payload/fields.ts';
import { readDraft } from './payload/read.ts';
import { sources } from './sources.ts';

type About = Parameters<TapPart['plan']>[1];

/** 2024-09-30 00:00 in Beijing: from here on a tap on a notification without effect only opens the app. Source: Tencent's notice. */
export const customClickEndsAtMs = Date.UTC(2024, 8, 29, 16);

const step = (id: string, certainty: Certainty, params?: Phrase['params'], detail?: string): TapStep => ({
  id,
  phrase: { id: `xiaomi.step.${id}`, ...(params ? { params } : {}) },
  detail: detail === undefined ? null : { id: `xiaomi.step.${detail}` },
  certainty,
});

/** The getters of `MiPushMessage`, as the client library fills them. Source: «Push server SDK for Java» and the client's class. */
const miPushMessage = (push: Push, messageId: string | null): Record<string, unknown> => ({
  messageId: messageId ?? '<message id>',
  title: push.top.get('title') ?? '',
  description: push.top.get('description') ?? '',
  content: push.top.get('payload') ?? '',
  extra: Object.fromEntries(push.extra),
  notifyId: Number(push.top.get('notify_id') ?? 0),
  notifyType: Number(push.top.get('notify_type') ?? -1),
  passThrough: isPassThrough(push) ? 1 : 0,
  isNotified: !isPassThrough(push),
  alias: push.top.get('alias') ?? null,
  topic: push.top.get('topic') ?? null,
  userAccount: push.top.get('user_account') ?? null,
  category: null,
});

const typeOf = (value: unknown): string =>
  typeof value === 'number' ? 'Int' : typeof value === 'boolean' ? 'Boolean' : 'String';

const valuesOf = (base: string, message: Record<string, unknown>, push: Push): ReceivedValue[] => {
  const value = (path: string, content: unknown): ReceivedValue => ({
    path,
    type: typeOf(content),
    value: String(content),
  });
  const { extra: _, ...plain } = message;
  return [
    ...Object.entries(plain).map(([name, content]) => value(`${base}.${name}`, content)),
    ...[...push.extra].map(([key, content]) => value(`${base}.extra["${key}"]`, content)),
  ];
};

const nothing = (steps: TapStep[], stoppedBecause: Phrase): TapPlan => ({
  steps,
  callback: null,
  received: '{}',
  values: [],
  ext: null,
  opens: { kind: 'nothing', name: '' },
  stoppedBecause,
});

/** The class an Intent URI names, in full; empty when it names none. */
const activityOf = (route: Route): string => {
  const component = /;component=([^;]+)/.exec(route.get('intent_uri') ?? '')?.[1];
  if (component === undefined) return route.get('class_name') ?? '';
  const [pack = '', name = ''] = component.split('/');
  return name.startsWith('.') ? `${pack}${name}` : name;
};

/** One touch: of the notification, or of a button that has a route of its own. */
interface Touch {
  readonly step: TapStep;
  readonly route: Route;
}

/** The activity gets the message as an extra, and no callback of the library runs. Sources: «Push server API», Tencent's page. */
const planActivity = (push: Push, about: About, touch: Touch, isLauncher: boolean): TapPlan => {
  const message = miPushMessage(push, about.vendorMessageId);
  const name = isLauncher ? '' : activityOf(touch.route);
  const how = about.appState === 'killed' ? 'onCreate(savedInstanceState): getIntent()' : 'onNewIntent(intent): intent';
  return {
    steps: [
      touch.step,
      isLauncher
        ? step('launcher', 'documented')
        : step('activity', 'documented', { name: name === '' ? '–' : name }, 'activity.detail'),
      step('key-message', 'documented', undefined, 'key-message.detail'),
      step(about.appState === 'killed' ? 'on-create' : 'on-new-intent', 'reported'),
    ],
    callback: {
      name: `${how}.getSerializableExtra(PushMessageHelper.KEY_MESSAGE)`,
      language: 'kotlin',
      source: sources.tencentAndroid,
      certainty: 'documented',
    },
    received: JSON.stringify({ key_message: message }),
    values: valuesOf('key_message', message, push),
    ext: push.extra.get('ext') ?? null,
    opens: isLauncher ? { kind: 'app', name: '' } : { kind: 'activity', name },
    stoppedBecause: null,
    ...(isLauncher ? {} : { uri: push.extra.get('intent_uri') ?? '' }),
  };
};

/** No effect is named: the library's callback until the end of September 2024, nothing but the launcher since. */
const planCustomClick = (push: Push, about: About): TapPlan => {
  if (about.nowMs >= customClickEndsAtMs) {
    return {
      ...nothing(
        [
          step('touched', 'documented'),
          step('custom-click-ended', 'documented', undefined, 'custom-click-ended.detail'),
        ],
        { id: 'xiaomi.tap.custom-click-ended' },
      ),
      opens: { kind: 'app', name: '' },
    };
  }
  const message = miPushMessage(push, about.vendorMessageId);
  return {
    steps: [
      step('touched', 'documented'),
      step('clicked-callback', 'documented', undefined, 'clicked-callback.detail'),
    ],
    callback: {
      name: 'PushMessageReceiver.onNotificationMessageClicked(context, message: MiPushMessage)',
      language: 'kotlin',
      source: sources.tencentNotice,
      certainty: 'documented',
    },
    received: JSON.stringify(message),
    values: valuesOf('message', message, push),
    ext: push.extra.get('ext') ?? null,
    opens: { kind: 'nothing', name: '' },
    stoppedBecause: null,
  };
};

const plan: TapPart['plan'] = (draft: Draft, about) => {
  const { push } = readDraft(draft.payload);
  const hidden = hiddenBecause(draft, push);
  if (!push || hidden) return nothing([], hidden ?? { id: 'xiaomi.card.unreadable' });
  if (about.action === 'dismiss') return nothing([step('dismissed', 'documented')], { id: 'xiaomi.tap.dismissed' });
  const button = buttonOf(buttonsOf(push), about.action);
  if (button === undefined && about.action !== 'default') return nothing([], { id: 'xiaomi.tap.no-actions' });
  const touch: Touch = button
    ? { step: step('button', 'documented', { name: button.name }), route: button.click }
    : { step: step('touched', 'documented'), route: push.extra };
  switch (touch.route.get('notify_effect')) {
    case '1':
      return planActivity(push, about, touch, true);
    case '2':
      return planActivity(push, about, touch, false);
    case '3': {
      const url = touch.route.get('web_uri') ?? '';
      const steps = [touch.step, step('browser', 'documented', { url })];
      return { ...nothing(steps, { id: 'xiaomi.tap.web' }), opens: { kind: 'url', name: url } };
    }
    default:
      // A button without an effect: what Xiaomi makes of it is not written anywhere.
      return button ? nothing([touch.step], { id: 'xiaomi.tap.button-no-effect' }) : planCustomClick(push, about);
  }
};

const isAlive = (appState: AppState): boolean => appState !== 'killed';

/** The receiver of the app. Which id the message gets is known to Xiaomi only. */
const receipt = (push: Push, id: 'arrived' | 'arrived-hidden' | 'pass-through'): Receipt => {
  const message = miPushMessage(push, null);
  const method = id === 'pass-through' ? 'onReceivePassThroughMessage' : 'onNotificationMessageArrived';
  return {
    id,
    phrase: { id: `xiaomi.receipt.${id}` },
    callback: {
      name: `PushMessageReceiver.${method}(context, message: MiPushMessage)`,
      language: 'kotlin',
      source: sources.javaSdk,
      certainty: 'documented',
    },
    received: JSON.stringify(message),
    values: valuesOf('message', message, push),
  };
};

/** Who hears of a push that reaches the phone. Source: «Push server SDK for Java», Tencent's page. */
const arrival: TapPart['arrival'] = (draft, { appState }) => {
  const { push } = readDraft(draft.payload);
  const hidden = hiddenBecause(draft, push);
  if (push && isPassThrough(push)) {
    const receipts = isAlive(appState) ? [receipt(push, 'pass-through')] : [];
    const received = isAlive(appState)
      ? step('pass-through', 'documented', undefined, 'pass-through.detail')
      : step('pass-through-killed', 'documented');
    return { drawn: false, steps: [received], because: hidden, receipts };
  }
  if (!push || hidden) return { drawn: false, steps: [], because: hidden, receipts: [] };
  const heard = isAlive(appState) ? [step('arrived', 'documented', undefined, 'arrived.detail')] : [];
  if (appState === 'foreground' && push.extra.get('notify_foreground') === '0') {
    const receipts = [receipt(push, 'arrived-hidden')];
    return { drawn: false, steps: heard, because: { id: 'xiaomi.arrival.foreground' }, receipts };
  }
  const receipts = isAlive(appState) ? [receipt(push, 'arrived')] : [];
  return { drawn: true, steps: [step('system-draws', 'documented'), ...heard], because: null, receipts };
};

/** What a touch leads to, and what happens when a push arrives. */
export const tap: TapPart = { plan, arrival };
