import type { DecisionInput } from '../input.ts';
import { sources } from '../sources.ts';
import { used } from '../switch-use.ts';
import { switchSpecs } from '../switches.ts';
import { atLeast, sdkSince } from '../version.ts';
import { answersOf, type Gate, type GateAnswer } from './gate.ts';
import { nameOf } from './settings.ts';

const state = answersOf('recipient-state');
const token = answersOf('token-reported');

const dayMs = 86_400_000;
/** Longest token the backend stores. */
export const longestTokenBytes = 256;
const reachable = switchSpecs.find((spec) => spec.id === 'reachableDays')?.readings.map(Number) ?? [];

/** Killed or without connection: reachable for some days, and on old Android SDKs not at all (R12, R50). */
const killed = ({ device, nowMs, switches }: DecisionInput, user: string): GateAnswer => {
  if (device.platform === 'android' && !atLeast(device.sdkVersion, sdkSince.separateService)) {
    return state.fail('old-sdk', { user, version: device.sdkVersion });
  }
  const days = Math.floor((nowMs - device.appStateAtMs) / dayMs);
  const limit = switches.reachableDays;
  const isDisputed = reachable.some((other) => days >= other !== days >= limit);
  const uses = isDisputed ? [used(switches, 'reachableDays', 'recipient-state')] : [];
  const answer =
    days >= limit ? state.fail('unreachable', { user, days, limit }) : state.pass('killed', { user, limit }, { days });
  return { ...answer, switches: uses };
};

/** Online users get the message itself; logged-out users get nothing; everybody between gets the push (R1, R7, R21, R50). */
export const recipientState: Gate = {
  id: 'recipient-state',
  number: 6,
  predicted: false,
  source: sources.state,
  certainty: 'documented',
  ask: (input) => {
    const { device, recipient } = input;
    const user = nameOf(recipient);
    const seen = { login: device.loginState, app: device.appState };
    if (device.loginState === 'never') return state.fail('never', { user }, seen);
    if (device.loginState === 'logged-out') return state.fail('logged-out', { user }, seen);
    if (device.loginState === 'kicked') return state.fail('kicked', { user }, seen);
    if (device.appState === 'foreground') return state.fail('foreground', { user }, seen);
    if (device.appState === 'killed') return killed(input, user);
    return device.backgroundReported
      ? state.pass('background', { user }, { ...seen, unread: device.unreadBase })
      : state.fail('background-unreported', { user }, seen);
  },
};

/** Bytes of a token in UTF-8; tokens are ASCII, so their length is mostly enough. */
const isTooLong = (text: string): boolean =>
  text.length > longestTokenBytes ||
  (text.length * 3 > longestTokenBytes && utf8.encode(text).length > longestTokenBytes);
const utf8 = new TextEncoder();

/** A token counts when it was reported after a login on this device (R19, R20). Old Android apps also need a callback (R3). */
export const tokenReported: Gate = {
  id: 'token-reported',
  number: 12,
  predicted: false,
  source: sources.ios,
  certainty: 'documented',
  ask: ({ device }) => {
    const named = { device: device.name };
    if (device.token === null) return token.fail('none', named);
    if (isTooLong(device.token)) return token.fail('too-long', { ...named, limit: longestTokenBytes });
    const { tokenReportedAtMs: reported, lastLoginAtMs: login } = device;
    if (reported !== null && login !== null && reported < login) return token.warn('before-login', named);
    const isOld = device.platform === 'android' && !atLeast(device.sdkVersion, sdkSince.v2);
    if (isOld && !device.offlineCallbackRegistered) return token.warn('no-callback', named);
    return token.pass('ok', named);
  },
};
