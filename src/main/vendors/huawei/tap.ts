import type {
  AppState,
  Certainty,
  Draft,
  Phrase,
  Platform,
  ReceivedValue,
  TapStep,
} from '../../../shared/contract/index.ts';
import { parseIntentUri } from '../kit/intent-uri.ts';
import { buttonOf } from '../kit/buttons.ts';
import type { Arrival, TapPart, TapPlan } from '../vendor.ts';
import { hiddenBecause } from './display.ts';
import { dataMembers, extOf, pushOf, type Click, type Push } from './payload/effective.ts';
import { backgroundReceipt, messageReceipt, sceneReceipt } from './receipts.ts';
import { sources } from './sources.ts';

type About = Parameters<TapPart['plan']>[1];

const step = (id: string, certainty: Certainty, params?: Phrase['params'], detail?: string): TapStep => ({
  id,
  phrase: { id: `huawei.step.${id}`, ...(params ? { params } : {}) },
  detail: detail === undefined ? null : { id: `huawei.step.${detail}` },
  certainty,
});

const value = (path: string, type: string, content: string): ReceivedValue => ({ path, type, value: content });

/** Values as JSON text: numbers and booleans by their type in the app's language, the rest as text. */
const asJson = (values: readonly ReceivedValue[]): string => {
  const plain = ({ type, value: content }: ReceivedValue): unknown => {
    if (['Int', 'Long', 'Short', 'Byte', 'Float', 'Double'].includes(type) && Number.isFinite(Number(content))) {
      return Number(content);
    }
    return type === 'Boolean' ? content === 'true' : content;
  };
  return JSON.stringify(Object.fromEntries(values.map((one) => [one.path, plain(one)])));
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

/** Extras that Push adds to its own. What only Huawei knows stands in angle brackets. */
const systemExtras = (about: About): ReceivedValue[] => [
  value('_push_msgId', 'String', about.vendorMessageId ?? '<message id>'),
  value('_push_cmd_type', 'String', '<command>'),
  value('_push_notifyId', 'Int', '<number>'),
];

/** Members of `data` and those of the Intent text; the Intent's own win. */
const extrasOf = (push: Push, about: About): ReceivedValue[] => {
  const click = push.drawn?.click;
  const uri = click?.kind === 'intent' ? parseIntentUri(click.uri) : null;
  const own = (uri?.extras ?? []).map((one) => value(one.name, one.type, one.value));
  const names = new Set(own.map((one) => one.path));
  const data = dataMembers(push)
    .filter(([name]) => !names.has(name))
    .map(([name, content]) => value(name, 'String', content));
  return [...data, ...own, ...systemExtras(about)];
};

const androidCallback = (appState: AppState): TapPlan['callback'] => ({
  name:
    appState === 'killed'
      ? 'onCreate(savedInstanceState): getIntent().getExtras()'
      : 'onNewIntent(intent): intent.getExtras()',
  language: 'kotlin',
  source: sources.clientDemo,
  certainty: 'measured',
});

const abilityCallback = (appState: AppState): TapPlan['callback'] => ({
  name: appState === 'killed' ? 'onCreate(want, launchParam): want.parameters' : 'onNewWant(want): want.parameters',
  language: 'arkts',
  source: sources.sceneFields,
  certainty: 'documented',
});

/** What the system starts for a click, in the words of the steps. */
const opening = (click: Click): { steps: TapStep[]; opens: TapPlan['opens'] } => {
  switch (click.kind) {
    case 'intent': {
      const uri = parseIntentUri(click.uri);
      const name = uri?.component || uri?.data || uri?.action || click.uri;
      return { steps: [step('intent', 'documented', { name }, 'intent.detail')], opens: { kind: 'activity', name } };
    }
    case 'action':
      return {
        steps: [step('action', 'documented', { action: click.name }, 'action.detail')],
        opens: { kind: 'activity', name: click.name },
      };
    case 'page': {
      const name = click.uri || click.action;
      return { steps: [step('ability', 'documented', { name }, 'ability.detail')], opens: { kind: 'activity', name } };
    }
    case 'app':
      return { steps: [step('launcher', 'documented')], opens: { kind: 'app', name: '' } };
    case 'web':
      return { steps: [step('browser', 'documented')], opens: { kind: 'url', name: click.url } };
    case 'none':
      return { steps: [], opens: { kind: 'nothing', name: '' } };
  }
};

const planAndroid = (push: Push, click: Click, about: About, touched: TapStep): TapPlan => {
  const { steps, opens } = opening(click);
  const values = extrasOf(push, about);
  const arrives = about.appState === 'killed' ? 'on-create' : 'on-new-intent';
  return {
    steps: [
      touched,
      ...steps,
      step('extras', click.kind === 'intent' ? 'documented' : 'reported', undefined, 'extras.detail'),
      step(arrives, 'measured', undefined, arrives === 'on-create' ? undefined : 'on-new-intent.detail'),
    ],
    callback: androidCallback(about.appState),
    received: asJson(values),
    values,
    ext: extOf(push),
    opens,
    stoppedBecause: null,
    ...(click.kind === 'intent' ? { uri: click.uri } : {}),
  };
};

const planHarmony = (push: Push, click: Click, about: About, touched: TapStep): TapPlan => {
  const { steps, opens } = opening(click);
  const values = dataMembers(push).map(([name, content]) => value(name, 'string', content));
  return {
    steps: [
      touched,
      ...steps,
      step('parameters', 'documented'),
      step(about.appState === 'killed' ? 'ability-create' : 'ability-new-want', 'documented'),
    ],
    callback: abilityCallback(about.appState),
    received: asJson(values),
    values,
    ext: extOf(push),
    opens,
    stoppedBecause: null,
    ...(click.kind === 'page' && click.uri !== '' ? { uri: click.uri } : {}),
  };
};

const planClick = (push: Push, click: Click, about: About, touched: TapStep): TapPlan => {
  if (click.kind === 'none') return nothing([touched], { id: 'huawei.tap.no-click' });
  if (click.kind === 'web') {
    const { steps, opens } = opening(click);
    return { ...nothing([touched, ...steps], { id: 'huawei.tap.web' }), opens };
  }
  return push.api === 'v3' ? planHarmony(push, click, about, touched) : planAndroid(push, click, about, touched);
};

const plan: TapPart['plan'] = (draft, about) => {
  const push = pushOf(draft);
  const hidden = hiddenBecause(draft, push);
  if (push === null || !push.drawn || hidden) return nothing([], hidden ?? { id: 'huawei.card.unreadable' });
  if (about.action === 'dismiss') return nothing([step('dismissed', 'documented')], { id: 'huawei.tap.dismissed' });
  const button = buttonOf(push.drawn.buttons, about.action);
  if (button) {
    // What the button opens and carries takes the place of the notification's own.
    const { name, click, data } = button;
    const pressed = { ...push, data, drawn: { ...push.drawn, click } };
    return planClick(pressed, click, about, step('button', 'documented', { name }, 'button.detail'));
  }
  if (about.action !== 'default') return nothing([], { id: 'huawei.tap.no-actions' });
  return planClick(push, push.drawn.click, about, step('touched', 'documented', undefined, 'touched.detail'));
};

type Heard = Pick<Arrival, 'steps' | 'receipts'>;

/** Whose code hears of a push that draws nothing. How a card and a call extension get theirs is not verified: no receipt. */
const dataArrival = (push: Push, appState: AppState): Heard => {
  const isAlive = appState !== 'killed';
  if (push.api !== 'v3') {
    const detail = isAlive ? 'message-received.detail' : 'message-received.cached';
    const received = step('message-received', 'documented', undefined, detail);
    return { steps: [received], receipts: isAlive ? [messageReceipt(push)] : [] };
  }
  const name =
    push.pushType === '1' ? 'form-refreshed' : push.pushType === '10' ? 'call-received' : 'background-received';
  return {
    steps: [step(name, push.pushType === '10' ? 'guess' : 'documented', undefined, `${name}.detail`)],
    receipts: push.pushType === '6' && isAlive ? [backgroundReceipt(push)] : [],
  };
};

/** A platform of the other generation: v1 and v2 do not reach HarmonyOS 5, v3 reaches nothing else. */
const isForeign = (push: Push, platform: Platform): boolean => (push.api === 'v3') !== (platform === 'harmony');

const isQuieted = (draft: Draft): boolean => draft.options['quiet'] !== undefined;

/** What happens when a push reaches the phone. Source: «Push Kit: sending downlink messages», `foreground_show`. */
const arrival: TapPart['arrival'] = (draft, { appState, platform }) => {
  const unheard: Heard = { steps: [], receipts: [] };
  const push = pushOf(draft);
  const hidden = hiddenBecause(draft, push);
  if (push === null) return { drawn: false, because: hidden, ...unheard };
  if (isForeign(push, platform)) {
    return {
      drawn: false,
      ...unheard,
      because: { id: `huawei.arrival.foreign-${push.api === 'v3' ? 'android' : 'harmony'}` },
    };
  }
  if (hidden) return { drawn: false, because: hidden, ...(isQuieted(draft) ? unheard : dataArrival(push, appState)) };
  if (appState === 'foreground' && push.drawn?.foregroundShow === false) {
    const isScene = push.api === 'v3';
    const received = step(isScene ? 'scene-received' : 'message-received', 'documented');
    const receipts = [isScene ? sceneReceipt(draft) : messageReceipt(push)];
    return { drawn: false, steps: [received], because: { id: 'huawei.arrival.foreground' }, receipts };
  }
  const detail = appState === 'foreground' ? 'system-draws.foreground' : 'system-draws.detail';
  return { drawn: true, steps: [step('system-draws', 'documented', undefined, detail)], because: null, receipts: [] };
};

/** What a touch leads to, and what happens when a push arrives. */
export const tap: TapPart = { plan, arrival };
