import type { AppState, Draft, Phrase, TapStep } from '../../../shared/contract/index.ts';
import type { JsonObject } from '../kit/json.ts';
import type { TapPart, TapPlan } from '../vendor.ts';
import { display } from './display.ts';
import { extOf, payloadObject } from './payload/read.ts';
import { bundleOfTopic } from './push-types.ts';
import { sources } from './sources.ts';
import { arrival } from './tap/arrival.ts';
import { contentValues } from './tap/content.ts';
import { plistValues } from './tap/plist.ts';
import { step } from './tap/steps.ts';
import { optionOf } from './wire.ts';

const callback: TapPlan['callback'] = {
  name: 'userNotificationCenter(_:didReceive:withCompletionHandler:)',
  language: 'swift',
  source: sources.handling,
  certainty: 'documented',
};

/** Action identifiers of the system; any other is the app's own. */
const systemActions: Readonly<Record<string, string>> = {
  default: 'com.apple.UNNotificationDefaultActionIdentifier',
  dismiss: 'com.apple.UNNotificationDismissActionIdentifier',
};

const comeUp: Readonly<Record<AppState, TapStep[]>> = {
  foreground: [step('stays-open', 'documented')],
  background: [step('comes-forward', 'documented')],
  killed: [step('launches', 'documented'), step('launch-options', 'documented', { detail: true })],
};

const told = (identifier: string): TapStep[] => [
  step('did-receive', 'documented'),
  step('action-identifier', 'documented', { params: { identifier } }),
];

/** A reply is handled while the app stays where it was. */
const replySteps = (appState: AppState, identifier: string): TapStep[] => [
  ...(appState === 'killed' ? [step('launch-background', 'documented')] : []),
  ...told(identifier),
  step('reply', 'documented', { detail: true }),
];

const stepsFor = (action: string, appState: AppState, identifier: string, ext: string | null): TapStep[] => {
  if (action === 'default') {
    const route = step(ext === null ? 'no-ext' : 'read-ext', 'documented');
    // Apps written for older systems have no notification centre delegate; the IM documents (R41) read `ext` there.
    return [...comeUp[appState], ...told(identifier), route, step('without-delegate', 'reported')];
  }
  if (action === 'dismiss')
    return [step('dismissed', 'documented'), step('custom-dismiss', 'documented'), ...told(identifier)];
  const launch = appState === 'killed' ? [step('launch-background', 'documented')] : [];
  return [...launch, step('action-foreground', 'documented'), ...told(identifier)];
};

/** Why the app hears nothing of it; null when it does. */
const stoppedBecause = (draft: Draft, action: string): Phrase | null => {
  const card = display.card(draft, { platform: 'ios', appName: '' });
  if (!card.visible) return card.hiddenBecause;
  if (action === 'default' || card.category !== '') return null;
  return action === 'dismiss' ? { id: 'apns.tap.dismiss-unheard' } : { id: 'apns.tap.no-category', params: { action } };
};

const opensFor = (draft: Draft, action: string): TapPlan['opens'] =>
  action === 'dismiss' ? { kind: 'nothing', name: '' } : { kind: 'app', name: bundleOfTopic(optionOf(draft, 'topic')) };

const unheardSteps = (draft: Draft, action: string): TapStep[] => {
  const isShown = display.card(draft, { platform: 'ios', appName: '' }).visible;
  if (!isShown) return [step('nothing-to-tap', 'documented')];
  return [
    action === 'dismiss' ? step('dismissed', 'documented') : step('no-button', 'documented', { params: { action } }),
  ];
};

/** With a collapse id that is the request's identifier; else the system makes one. */
const responseValues = (
  draft: Draft,
  payload: JsonObject,
  identifier: string,
  userText: string | undefined,
): TapPlan['values'] => {
  const collapseId = optionOf(draft, 'collapseId');
  const own = { path: 'response.actionIdentifier', type: 'NSString', value: identifier };
  const request = { path: 'response.notification.request.identifier', type: 'NSString', value: collapseId };
  return [
    own,
    // UNTextInputNotificationResponse, a subclass of UNNotificationResponse, carries what was typed.
    ...(userText === undefined ? [] : [{ path: 'response.userText', type: 'NSString', value: userText }]),
    ...(collapseId === '' ? [] : [request]),
    ...contentValues(payload, 'response.notification.request.content'),
  ];
};

const plan: TapPart['plan'] = (draft, { appState, action, userText }) => {
  const payload = payloadObject(draft.payload) ?? {};
  const identifier = (Object.hasOwn(systemActions, action) && systemActions[action]) || action;
  const stopped = stoppedBecause(draft, action);
  const isHeard = stopped === null;
  const isReply = isHeard && userText !== undefined;
  const ext = extOf(payload);
  return {
    steps: !isHeard
      ? unheardSteps(draft, action)
      : isReply
        ? replySteps(appState, identifier)
        : stepsFor(action, appState, identifier, ext),
    callback: isHeard ? callback : null,
    received: JSON.stringify(payload),
    values: isHeard
      ? [...responseValues(draft, payload, identifier, userText), ...plistValues(payload, 'userInfo')]
      : [],
    ext,
    opens: isHeard && !isReply ? opensFor(draft, action) : { kind: 'nothing', name: '' },
    stoppedBecause: isReply ? { id: 'apns.tap.replied' } : stopped,
  };
};

/** What a touch leads to on iOS. Source: Apple, «Handling notifications and notification-related actions». */
export const tap: TapPart = { plan, arrival };
