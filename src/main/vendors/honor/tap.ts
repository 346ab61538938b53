import type { Certainty, Phrase, Receipt, ReceivedValue, TapStep } from '../../../shared/contract/index.ts';
import { parseIntentUri } from '../kit/intent-uri.ts';
import { buttonOf } from '../kit/buttons.ts';
import type { TapPart, TapPlan } from '../vendor.ts';
import { hiddenBecause } from './display.ts';
import { dataMembers, extOf, pushOf, type Click, type Push } from './payload/effective.ts';
import { sources } from './sources.ts';

type About = Parameters<TapPart['plan']>[1];

const step = (id: string, certainty: Certainty, params?: Phrase['params'], detail?: string): TapStep => ({
  id,
  phrase: { id: `honor.step.${id}`, ...(params ? { params } : {}) },
  detail: detail === undefined ? null : { id: `honor.step.${detail}` },
  certainty,
});

const nothing = (steps: TapStep[], stoppedBecause: Phrase): TapPlan => ({
  steps,
  callback: null,
  received: '{}',
  values: [],
  ext: null,
  opens: { kind: 'nothing', name: '' },
  stoppedBecause,
});

/** Extras of the Intent text and members of `data`; the Intent's own win. */
const extrasOf = (push: Push): ReceivedValue[] => {
  const click = push.drawn?.click;
  const own = (click?.kind === 'intent' ? (parseIntentUri(click.uri)?.extras ?? []) : []).map((one) => ({
    path: one.name,
    type: one.type,
    value: one.value,
  }));
  const names = new Set(own.map((one) => one.path));
  const data = dataMembers(push)
    .filter(([name]) => !names.has(name))
    .map(([path, value]) => ({ path, type: 'String', value }));
  return [...data, ...own];
};

/** Values as JSON text: numbers and booleans by their type, the rest as text. */
const asJson = (values: readonly ReceivedValue[]): string => {
  const plain = ({ type, value }: ReceivedValue): unknown => {
    if (type === 'Boolean') return value === 'true';
    const isNumber = ['Int', 'Long', 'Short', 'Byte', 'Float', 'Double'].includes(type);
    return isNumber && Number.isFinite(Number(value)) ? Number(value) : value;
  };
  return JSON.stringify(Object.fromEntries(values.map((one) => [one.path, plain(one)])));
};

/** What the system starts for a click, in the words of the steps. */
const opening = (click: Exclude<Click, { kind: 'none' }>): { start: TapStep; opens: TapPlan['opens'] } => {
  switch (click.kind) {
    case 'intent': {
      const uri = parseIntentUri(click.uri);
      const name = uri?.component || uri?.data || uri?.action || click.uri;
      return { start: step('intent', 'documented', { name }, 'intent.detail'), opens: { kind: 'activity', name } };
    }
    case 'action': {
      const { name } = click;
      return {
        start: step('action', 'documented', { action: name }, 'action.detail'),
        opens: { kind: 'activity', name },
      };
    }
    case 'web':
      return { start: step('browser', 'documented'), opens: { kind: 'url', name: click.url } };
    case 'app':
      return { start: step('launcher', 'documented'), opens: { kind: 'app', name: '' } };
  }
};

const planOpen = (push: Push, click: Exclude<Click, { kind: 'none' }>, about: About, touched: TapStep): TapPlan => {
  const { start, opens } = opening(click);
  const values = extrasOf(push);
  const isCold = about.appState === 'killed';
  // That the launcher gets `data` as extras is not written anywhere; for an Intent of one's own it is.
  const extras = step('extras', click.kind === 'intent' ? 'documented' : 'guess', undefined, 'extras.detail');
  return {
    steps: [
      touched,
      start,
      extras,
      isCold ? step('on-create', 'measured') : step('on-new-intent', 'measured', undefined, 'on-new-intent.detail'),
    ],
    callback: {
      name: isCold
        ? 'onCreate(savedInstanceState): getIntent().getExtras()'
        : 'onNewIntent(intent): intent.getExtras()',
      language: 'kotlin',
      source: sources.clientDemo,
      certainty: 'measured',
    },
    received: asJson(values),
    values,
    ext: extOf(push),
    opens,
    stoppedBecause: null,
    ...(click.kind === 'intent' ? { uri: click.uri } : {}),
  };
};

const planClick = (push: Push, click: Click, about: About, touched: TapStep): TapPlan => {
  if (click.kind === 'none') return nothing([touched], { id: 'honor.tap.no-click' });
  if (click.kind === 'web') {
    const { start, opens } = opening(click);
    return { ...nothing([touched, start], { id: 'honor.tap.web' }), opens };
  }
  return planOpen(push, click, about, touched);
};

const plan: TapPart['plan'] = (draft, about) => {
  const push = pushOf(draft);
  const hidden = hiddenBecause(draft, push);
  if (push === null || !push.drawn || hidden) return nothing([], hidden ?? { id: 'honor.card.unreadable' });
  if (about.action === 'dismiss') return nothing([step('dismissed', 'documented')], { id: 'honor.tap.dismissed' });
  const button = buttonOf(push.drawn.buttons, about.action);
  if (button) {
    // What the button opens and carries takes the place of the notification's own.
    const { name, click, data } = button;
    const pressed = { ...push, data, drawn: { ...push.drawn, click } };
    return planClick(pressed, click, about, step('button', 'documented', { name }, 'button.detail'));
  }
  if (about.action !== 'default') return nothing([], { id: 'honor.tap.no-actions' });
  return planClick(push, push.drawn.click, about, step('touched', 'documented', undefined, 'touched.detail'));
};

/** The service of the app, for messages that nothing is drawn of. Source: HONORDevelopers/Honor-Push-Client-Demo. */
const receipt = (push: Push, certainty: Certainty): Receipt => {
  const data = push.data ?? '';
  return {
    id: 'message-received',
    phrase: { id: 'honor.receipt.data' },
    callback: {
      name: 'HonorMessageService.onMessageReceived(message: HonorPushDataMsg)',
      language: 'kotlin',
      source: sources.clientDemo,
      certainty,
    },
    received: JSON.stringify({ data }),
    values: [{ path: 'getData()', type: 'String', value: data }],
  };
};

/** What happens when a push reaches the phone. Source: HONORDevelopers/Honor-Push-Client-Demo. */
const arrival: TapPart['arrival'] = (draft, { appState }) => {
  const push = pushOf(draft);
  const hidden = hiddenBecause(draft, push);
  if (push === null) return { drawn: false, steps: [], because: hidden, receipts: [] };
  if (hidden && push.drawn) return { drawn: false, steps: [], because: hidden, receipts: [] };
  if (hidden) {
    // Whether the service starts for a message when the process is gone is not known.
    const receipts = [receipt(push, appState === 'killed' ? 'guess' : 'measured')];
    const detail = appState === 'killed' ? 'message-received.killed' : 'message-received.detail';
    const received = step('message-received', appState === 'killed' ? 'guess' : 'documented', undefined, detail);
    return { drawn: false, steps: [received], because: hidden, receipts };
  }
  const drawn = step('system-draws', 'documented', undefined, 'system-draws.detail');
  return { drawn: true, steps: [drawn], because: null, receipts: [] };
};

/** What a touch leads to, and what happens when a push arrives. */
export const tap: TapPart = { plan, arrival };
