import type { AppState, Draft, Receipt, TapStep } from '../../../../shared/contract/index.ts';
import type { JsonObject } from '../../kit/json.ts';
import type { Arrival } from '../../vendor.ts';
import { display } from '../display.ts';
import { apsOf, isOn, payloadObject } from '../payload/read.ts';
import { optionOf } from '../wire.ts';
import { activityDropped, activityReceipt, activitySteps } from './activity.ts';
import { extensionReceipt, presentReceipt, remoteReceipt, voipReceipt } from './receipts.ts';
import { step } from './steps.ts';

interface About {
  readonly appState: AppState;
  readonly presentsInForeground: boolean;
}

/** What the background callback gets, and what it costs to get there. Source: Apple, «Pushing background updates to your App». */
const wakeSteps = (appState: AppState, isDrawn: boolean): TapStep[] => {
  // That an open app gets this call beside willPresent is told by developers, not by Apple.
  if (appState === 'foreground') return [step('remote-notification', isDrawn ? 'reported' : 'documented')];
  if (appState === 'background')
    return [step('wake', 'documented', { detail: true }), step('remote-notification', 'documented')];
  return [
    step('launch-background', 'documented', { detail: true }),
    step('remote-notification', 'documented'),
    step('force-quit', 'documented'),
  ];
};

/** The push types that do not end in the notification list: what happens, and what the app's code is handed. */
const elsewhere = (pushType: string, appState: AppState, payload: JsonObject): Omit<Arrival, 'drawn' | 'because'> => {
  if (pushType === 'voip') {
    const launch = appState === 'killed' ? [step('voip-launch', 'documented')] : [];
    const steps = [...launch, step('voip', 'documented', { detail: true }), step('voip-call', 'documented')];
    return { steps, receipts: [voipReceipt(payload)] };
  }
  if (pushType === 'liveactivity') {
    const aps = apsOf(payload) ?? {};
    const dropped = activityDropped(aps);
    // Apple writes that of the time alone; that a push without its other keys is dropped is what one has to expect.
    const certainty = dropped?.id === 'apns.activity.dropped.timestamp' ? 'documented' : 'guess';
    if (dropped) return { steps: [step('activity-dropped', certainty)], receipts: [] };
    return { steps: activitySteps(aps), receipts: [activityReceipt(aps)] };
  }
  return { steps: [step('handed-over', 'documented', { params: { pushType } })], receipts: [] };
};

const shownSteps = (appState: AppState, presents: boolean): TapStep[] => {
  if (appState !== 'foreground') return [step('system-shows', 'documented')];
  return [
    step('will-present', 'documented'),
    presents ? step('presented', 'documented') : step('not-presented', 'documented'),
  ];
};

/** Code that runs whether or not something is shown: the one that content-available wakes. */
const wokenReceipts = (aps: JsonObject, payload: JsonObject, isCertain: boolean): Receipt[] =>
  isOn(aps['content-available']) ? [remoteReceipt(payload, isCertain ? 'documented' : 'reported')] : [];

/** What happens when a push reaches a phone whose app is open, in the background or gone. Source: Apple, «Handling notifications». */
export const arrival = (draft: Draft, { appState, presentsInForeground }: About): Arrival => {
  const card = display.card(draft, { platform: 'ios', appName: '' });
  const pushType = optionOf(draft, 'pushType');
  const payload = payloadObject(draft.payload);
  const aps = (payload ? apsOf(payload) : null) ?? {};
  const { hiddenBecause } = card;
  if (hiddenBecause?.id === `apns.hidden.${pushType}`) {
    const dropped = pushType === 'liveactivity' ? activityDropped(aps) : null;
    return { drawn: false, because: dropped ?? hiddenBecause, ...elsewhere(pushType, appState, payload ?? {}) };
  }
  const isOpen = appState === 'foreground';
  const wakes = isOn(aps['content-available']) ? wakeSteps(appState, card.visible) : [];
  const woken = wokenReceipts(aps, payload ?? {}, !isOpen || !card.visible);
  if (!card.visible) {
    const badge = card.badge === null ? [] : [step('badge', 'documented', { params: { badge: card.badge } })];
    return { drawn: false, because: hiddenBecause, steps: [...badge, ...wakes], receipts: woken };
  }
  const isExtended = isOn(aps['mutable-content']);
  const extension = isExtended ? [step('service-extension', 'documented', { detail: true })] : [];
  const drawn = !isOpen || presentsInForeground;
  const shown = payload ?? {};
  return {
    drawn,
    steps: [...extension, ...shownSteps(appState, presentsInForeground), ...wakes],
    because: drawn ? null : { id: 'apns.arrival.not-presented' },
    receipts: [...(isExtended ? [extensionReceipt(shown)] : []), ...(isOpen ? [presentReceipt(shown)] : []), ...woken],
  };
};
