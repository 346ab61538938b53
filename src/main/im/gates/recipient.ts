import { sources } from '../sources.ts';
import { answersOf, type Gate } from './gate.ts';

const state = answersOf('recipient-state');
const global = answersOf('global-switch');
const token = answersOf('token-reported');

const dayMs = 86_400_000;

/** Online users get the message itself; logged-out users get nothing; everybody between gets the push (R1, R7, R21, R50). */
export const recipientState: Gate = {
  id: 'recipient-state',
  number: 6,
  predicted: false,
  source: sources.state,
  certainty: 'documented',
  ask: ({ device, recipient, nowMs, switches }) => {
    const user = recipient.nickname || recipient.userId;
    const days = Math.floor((nowMs - device.appStateAtMs) / dayMs);
    if (device.loginState === 'never') return state.fail('never', { user });
    if (device.loginState === 'logged-out') return state.fail('logged-out', { user });
    if (device.loginState === 'kicked') return state.fail('kicked', { user });
    if (device.appState === 'foreground') return state.fail('foreground', { user });
    if (device.appState === 'background') {
      return device.backgroundReported
        ? state.pass('background', { user })
        : state.fail('background-unreported', { user });
    }
    if (days >= switches.reachableDays) return state.fail('unreachable', { user, days, limit: switches.reachableDays });
    return state.pass('killed', { user, limit: switches.reachableDays });
  },
};

export const globalSwitch: Gate = {
  id: 'global-switch',
  number: 8,
  predicted: false,
  source: sources.android,
  certainty: 'documented',
  ask: ({ recipient }) => {
    const user = recipient.nickname || recipient.userId;
    return recipient.pushEnabled ? global.pass('on', { user }) : global.fail('off', { user });
  },
};

/** A token counts when it was reported after a login on this device (R19, R20). */
export const tokenReported: Gate = {
  id: 'token-reported',
  number: 12,
  predicted: false,
  source: sources.ios,
  certainty: 'documented',
  ask: ({ device }) => {
    if (device.token === null) return token.fail('none', { device: device.name });
    const { tokenReportedAtMs: reported, lastLoginAtMs: login } = device;
    if (reported !== null && login !== null && reported < login)
      return token.warn('before-login', { device: device.name });
    return token.pass('ok', { device: device.name });
  },
};
