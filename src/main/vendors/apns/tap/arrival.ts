import type { AppState, Draft, Phrase, TapStep } from '../../../../shared/contract/index.ts';
import type { Arrival } from '../../vendor.ts';
import { display } from '../display.ts';
import { apsOf, isOn, payloadObject } from '../payload/read.ts';
import { optionOf } from '../wire.ts';
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

/** Steps of the push types that do not end in the notification list. */
const elsewhereSteps = (pushType: string, appState: AppState): TapStep[] => {
  if (pushType === 'voip') {
    const launch = appState === 'killed' ? [step('voip-launch', 'documented')] : [];
    return [...launch, step('voip', 'documented', { detail: true }), step('voip-call', 'documented')];
  }
  if (pushType === 'liveactivity') return [step('live-activity', 'documented')];
  return [step('handed-over', 'documented', { params: { pushType } })];
};

const shownSteps = (appState: AppState, presents: boolean): TapStep[] => {
  if (appState !== 'foreground') return [step('system-shows', 'documented')];
  return [
    step('will-present', 'documented'),
    presents ? step('presented', 'documented') : step('not-presented', 'documented'),
  ];
};

const hidden = (because: Phrase | null, steps: TapStep[]): Arrival => ({ drawn: false, steps, because });

/** What happens when a push reaches a phone whose app is open, in the background or gone. Source: Apple, «Handling notifications». */
export const arrival = (draft: Draft, { appState, presentsInForeground }: About): Arrival => {
  const card = display.card(draft, { platform: 'ios', appName: '' });
  const pushType = optionOf(draft, 'pushType');
  const payload = payloadObject(draft.payload);
  const aps = (payload ? apsOf(payload) : null) ?? {};
  const isElsewhere = card.hiddenBecause?.id === `apns.hidden.${pushType}`;
  if (isElsewhere) return hidden(card.hiddenBecause, elsewhereSteps(pushType, appState));
  const wakes = isOn(aps['content-available']) ? wakeSteps(appState, card.visible) : [];
  if (!card.visible) {
    const badge = card.badge === null ? [] : [step('badge', 'documented', { params: { badge: card.badge } })];
    return hidden(card.hiddenBecause, [...badge, ...wakes]);
  }
  const extension = isOn(aps['mutable-content']) ? [step('service-extension', 'documented', { detail: true })] : [];
  const drawn = appState !== 'foreground' || presentsInForeground;
  return {
    drawn,
    steps: [...extension, ...shownSteps(appState, presentsInForeground), ...wakes],
    because: drawn ? null : { id: 'apns.arrival.not-presented' },
  };
};
