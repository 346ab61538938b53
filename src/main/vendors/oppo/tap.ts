import type { AppState, Certainty, Draft, Phrase, ReceivedValue, TapStep } from '../../../shared/contract/index.ts';
import { isObject, type Json, type JsonObject } from '../kit/json.ts';
import { parseShallow } from '../kit/shallow.ts';
import type { TapPart, TapPlan } from '../vendor.ts';
import { hiddenBecause, notificationOf } from './display.ts';
import { textOf } from './payload/fields.ts';
import { sources } from './sources.ts';

type About = Parameters<TapPart['plan']>[1];

const step = (id: string, certainty: Certainty, params?: Phrase['params'], detail?: string): TapStep => ({
  id,
  phrase: { id: `oppo.step.${id}`, ...(params ? { params } : {}) },
  detail: detail === undefined ? null : { id: `oppo.step.${detail}` },
  certainty,
});

const asText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Each top-level key of `action_parameters` becomes one extra. How values that are no text are typed is not verified: their JSON. */
const extrasOf = (n: JsonObject): [string, string][] => {
  const parsed = parseShallow(textOf(n, 'action_parameters') ?? '');
  return parsed.ok && isObject(parsed.value)
    ? Object.entries(parsed.value).map(([key, value]) => [key, asText(value)])
    : [];
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
const activityOf = (uri: string): string => {
  const [pack = '', name = ''] = (/;component=([^;]+)/.exec(uri)?.[1] ?? '').split('/');
  return name.startsWith('.') ? `${pack}${name}` : name;
};

/** The address of a web page with the parameters behind it. */
const urlWithParameters = (n: JsonObject): string => {
  const address = textOf(n, 'click_action_url') ?? '';
  const query = new URLSearchParams(extrasOf(n)).toString();
  if (query === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
};

const startOf = (n: JsonObject): { readonly start: TapStep; readonly opens: TapPlan['opens'] } => {
  const activity = textOf(n, 'click_action_activity') ?? '';
  switch (textOf(n, 'click_action_type')) {
    case '1':
      return {
        start: step('action', 'documented', { name: activity }, 'action.detail'),
        opens: { kind: 'activity', name: activity },
      };
    case '4':
      return { start: step('activity', 'documented', { name: activity }), opens: { kind: 'activity', name: activity } };
    case '5': {
      const name = activityOf(textOf(n, 'click_action_url') ?? '');
      return { start: step('intent', 'documented'), opens: { kind: 'activity', name } };
    }
    default:
      return { start: step('launcher', 'documented'), opens: { kind: 'app', name: '' } };
  }
};

const planActivity = (n: JsonObject, about: About): TapPlan => {
  const extras = extrasOf(n);
  const { start, opens } = startOf(n);
  const isKilled = about.appState === 'killed';
  return {
    steps: [
      step('touched', 'documented'),
      start,
      step('extras', 'documented', { count: extras.length }, 'extras.detail'),
      step(isKilled ? 'on-create' : 'on-new-intent', 'reported'),
    ],
    callback: {
      name: isKilled
        ? 'onCreate(savedInstanceState): getIntent().getExtras()'
        : 'onNewIntent(intent): intent.getExtras()',
      language: 'kotlin',
      source: sources.tencentAndroid,
      certainty: 'documented',
    },
    received: JSON.stringify(Object.fromEntries(extras)),
    values: extras.map(([key, value]): ReceivedValue => ({ path: key, type: 'String', value })),
    ext: textOf(n, 'action_parameters'),
    opens,
    stoppedBecause: null,
    ...(textOf(n, 'click_action_type') === '5' ? { uri: textOf(n, 'click_action_url') ?? '' } : {}),
  };
};

const plan: TapPart['plan'] = (draft: Draft, about) => {
  const n = notificationOf(draft);
  const hidden = hiddenBecause(draft, n);
  if (!n || hidden) return nothing([], hidden ?? { id: 'oppo.card.unreadable' });
  if (about.action === 'dismiss') return nothing([step('dismissed', 'documented')], { id: 'oppo.tap.dismissed' });
  if (about.action !== 'default') return nothing([], { id: 'oppo.tap.no-actions' });
  if (textOf(n, 'click_action_type') !== '2') return planActivity(n, about);
  const url = urlWithParameters(n);
  const steps = [step('touched', 'documented'), step('browser', 'documented', { url })];
  return { ...nothing(steps, { id: 'oppo.tap.web' }), opens: { kind: 'url', name: url } };
};

/** The system draws, whatever the app does; no code of the app hears of it. Source: «Notification». */
const arrival: TapPart['arrival'] = (draft, _about: { appState: AppState }) => {
  const hidden = hiddenBecause(draft, notificationOf(draft));
  if (hidden) return { drawn: false, steps: [], because: hidden, receipts: [] };
  const drawn = step('system-draws', 'documented', undefined, 'system-draws.detail');
  return { drawn: true, steps: [drawn], because: null, receipts: [] };
};

/** What a touch leads to, and what happens when a push arrives. */
export const tap: TapPart = { plan, arrival };
