import type { App, Device, Phrase, RuleTrial, Tap } from '../../shared/contract/index.ts';
import type { Vendor } from '../vendors/vendor.ts';
import type { KeptNotification } from './phone.ts';
import { stackFor } from './screens.ts';

export interface TapInput {
  readonly id: string;
  readonly kept: KeptNotification;
  readonly device: Device;
  readonly app: App | undefined;
  readonly vendor: Vendor;
  readonly action: string;
  readonly nowMs: number;
  readonly tryRules: (ext: string | null) => RuleTrial;
}

const nothingTried: RuleTrial = { matchedRuleId: null, target: null, tried: [] };

/** Why the app stays on its first screen although it opened. */
const unmatched = (ext: string | null, rules: RuleTrial): Phrase => {
  if (ext === null) return { id: 'phone.tap.no-ext' };
  if (rules.tried.length === 0) return { id: 'phone.tap.no-rules' };
  return { id: 'phone.tap.no-match', params: { ext } };
};

/** Everything that follows one touch, as data. Changes nothing. */
export const planTap = (input: TapInput): Tap => {
  const { kept, device, vendor, action, nowMs } = input;
  const { platform, appState } = device;
  const plan = vendor.tap.plan(kept.draft, {
    platform,
    appState,
    action,
    vendorMessageId: kept.vendorMessageId,
    nowMs,
  });
  const routed = plan.callback !== null && plan.opens.kind !== 'nothing';
  const rules = routed ? input.tryRules(plan.ext) : nothingTried;
  // An address is a screen of the app too: the drawn app shows it, and «back» leaves it.
  const screen = rules.target?.kind === 'url' ? rules.target.url : rules.target?.screen;
  const opened = plan.opens.kind === 'app' || plan.opens.kind === 'activity';
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
    stoppedBecause: plan.stoppedBecause ?? (routed && rules.target === null ? unmatched(plan.ext, rules) : null),
    screens: opened ? [...stackFor(screen ?? 'chats')] : [],
  };
};
