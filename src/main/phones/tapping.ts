import type { App, AppState, ArrivalView, Device, Phrase, RuleTrial, Tap } from '../../shared/contract/index.ts';
import type { Arrival, TapPlan, Vendor } from '../vendors/vendor.ts';
import { parseIntentUri } from '../vendors/kit/intent-uri.ts';
import { appButtonPlan } from './app-buttons.ts';
import { librariesFor, planOfGeneration } from './libraries.ts';
import type { KeptNotification } from './phone.ts';
import { stackFor } from './screens.ts';
import { commandsFor } from './tap-commands.ts';

/** What the system was handed besides `ext`: an address, and the action of an Intent. */
export interface OpenedAddress {
  readonly data: string;
  readonly action: string;
}

export interface TapInput {
  readonly id: string;
  /** What the touch is on. */
  readonly kept: Pick<KeptNotification, 'draft' | 'vendorMessageId'> & {
    readonly notification: { readonly id: string; readonly exchangeId: string };
  };
  readonly device: Device;
  readonly app: App | undefined;
  readonly vendor: Vendor;
  readonly action: string;
  /** What was typed into a reply. */
  readonly userText?: string | undefined;
  /** State of the app when the push came in; what was drawn then is what can be touched. */
  readonly arrivedIn: AppState;
  readonly nowMs: number;
  readonly tryRules: (ext: string | null, opened: OpenedAddress | null) => RuleTrial;
}

const nothingTried: RuleTrial = { matchedRuleId: null, target: null, tried: [] };

/** Why the app stays on its first screen although it opened. */
const unmatched = (ext: string | null, rules: RuleTrial): Phrase => {
  if (ext === null) return { id: 'phone.tap.no-ext' };
  if (rules.tried.length === 0) return { id: 'phone.tap.no-rules' };
  return { id: 'phone.tap.no-match', params: { ext } };
};

export const appStates: readonly AppState[] = ['foreground', 'background', 'killed'];

type ArrivalInput = Pick<TapInput, 'app' | 'vendor'> & Pick<KeptNotification, 'draft'> & Pick<Device, 'platform'>;

/** What a push does when it comes in while the app is in one state. An app nobody knows shows notifications while it is open. */
export const arrivalIn = ({ draft, app, vendor, platform }: ArrivalInput, appState: AppState): Arrival =>
  vendor.tap.arrival(draft, { platform, appState, presentsInForeground: app?.presentsInForeground ?? true });

/** The same arrival in every state of the app. */
export const arrivalViews = (input: ArrivalInput): ArrivalView[] =>
  appStates.map((appState) => {
    const { drawn, because, steps, receipts } = arrivalIn(input, appState);
    return { appState, drawn, because, steps: [...steps], receipts: [...receipts] };
  });

/** Nothing was drawn, so there is nothing to touch: all there is is what the app was handed when the push came in. */
const untouchable = ({ steps, receipts, because }: Arrival): TapPlan => {
  const [receipt] = receipts;
  const nothing = { id: 'nothing-drawn', phrase: { id: 'phone.step.nothing-drawn' }, detail: null } as const;
  return {
    steps: [...steps, { ...nothing, certainty: 'documented' }],
    callback: receipt?.callback ?? null,
    received: receipt?.received ?? '{}',
    values: receipt?.values ?? [],
    ext: null,
    opens: { kind: 'nothing', name: '' },
    stoppedBecause: because,
  };
};

/** The Intent behind a card, taken apart; undefined where there is none. */
const intentOf = ({ uri }: TapPlan): Tap['intent'] => {
  const parsed = uri === undefined ? null : parseIntentUri(uri);
  if (uri === undefined || !parsed) return undefined;
  const extras = parsed.extras.map(({ name, type, value }) => ({ path: name, type, value }));
  return { text: uri, ...parsed, extras };
};

/** The address the system was handed. Null: it was told an app or a class. */
const openedBy = ({ opens, uri }: TapPlan, intent: Tap['intent']): OpenedAddress | null => {
  if (intent) return { data: intent.data, action: intent.action };
  if (opens.kind === 'url') return { data: opens.name, action: 'android.intent.action.VIEW' };
  if (uri !== undefined && /^[a-z][a-z\d+.-]*:/i.test(uri)) return { data: uri, action: 'android.intent.action.VIEW' };
  return opens.kind === 'activity' ? { data: '', action: opens.name } : null;
};

/** Everything that follows one touch, as data. Changes nothing. */
export const planTap = (input: TapInput): Tap => {
  const { kept, device, vendor, action, userText, nowMs } = input;
  const { platform, appState } = device;
  const { vendorMessageId } = kept;
  const arrival = arrivalIn({ draft: kept.draft, app: input.app, vendor, platform }, input.arrivedIn);
  const ofVendor = arrival.drawn
    ? (appButtonPlan(device, action, userText) ??
      vendor.tap.plan(kept.draft, { platform, appState, action, vendorMessageId, nowMs, userText }))
    : untouchable(arrival);
  const plan = planOfGeneration(ofVendor, device, action);
  const routed = plan.callback !== null && plan.opens.kind !== 'nothing';
  const intent = intentOf(plan);
  // A web address is no business of the app, unless the system knows it as one of the app's.
  const isAddress = !routed && plan.opens.kind === 'url';
  const rules = routed || isAddress ? input.tryRules(routed ? plan.ext : null, openedBy(plan, intent)) : nothingTried;
  // An address is a screen of the app too: the drawn app shows it, and «back» leaves it.
  const screen = rules.target?.kind === 'url' ? rules.target.url : rules.target?.screen;
  const opened = plan.opens.kind === 'app' || plan.opens.kind === 'activity' || (isAddress && rules.target !== null);
  return {
    id: input.id,
    notificationId: kept.notification.id,
    exchangeId: kept.notification.exchangeId,
    deviceId: device.id,
    vendor: vendor.id,
    atMs: nowMs,
    action,
    appState,
    steps: [...plan.steps],
    callback: plan.callback,
    received: plan.received,
    values: [...plan.values],
    ext: plan.ext,
    opens: plan.opens,
    rules,
    stoppedBecause:
      isAddress && rules.target !== null
        ? null
        : (plan.stoppedBecause ?? (routed && rules.target === null ? unmatched(plan.ext, rules) : null)),
    screens: opened ? [...stackFor(screen ?? 'chats')] : [],
    ...(userText === undefined ? {} : { userText }),
    ...(intent ? { intent } : {}),
    libraries: librariesFor({ device, plan: ofVendor, action }),
    commands: commandsFor({ draft: kept.draft, device, app: input.app, vendor, plan, target: rules.target, action }),
  };
};
