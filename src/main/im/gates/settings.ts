import type { Account, DoNotDisturb, Message } from '../../../shared/contract/index.ts';
import { isMentioned, isRest, type DecisionInput } from '../input.ts';
import { localSeconds } from '../local-time.ts';
import { sources } from '../sources.ts';
import { used } from '../switch-use.ts';
import { answersOf, type Gate } from './gate.ts';

const global = answersOf('global-switch');
const quiet = answersOf('quiet-hours');
const option = answersOf('conversation-option');
const daySeconds = 86_400;

export const nameOf = (recipient: Account): string => recipient.nickname || recipient.userId;

/** The sender wrote down that this message is to be pushed; leaving the field out is not that. */
const isSwitchedOn = ({ offlinePush: push, legacyPush }: Message): boolean =>
  legacyPush?.enabled === true || (push?.disabled === false && push.extra?.['PushFlag'] === 0);

/** The recipient's switch for all pushes (R53), and settings of one message that go before it (R56). */
export const globalSwitch: Gate = {
  id: 'global-switch',
  number: 8,
  predicted: false,
  source: sources.legacy,
  certainty: 'documented',
  ask: ({ recipient, message, switches }) => {
    const user = nameOf(recipient);
    const seen = { enabled: String(recipient.pushEnabled) };
    if (recipient.pushEnabled) return global.pass('on', { user }, seen);
    if (!isSwitchedOn(message)) return global.fail('off', { user }, seen);
    const uses = [used(switches, 'globalSwitch', 'global-switch')];
    return switches.globalSwitch === 'message-wins'
      ? { ...global.pass('message-wins', { user }), switches: uses }
      : { ...global.fail('off', { user }), switches: uses };
  },
};

/** Seconds until the do-not-disturb time ends; null when it is not now. `Infinity`: it never ends. */
export const quietFor = (time: DoNotDisturb, timeZone: string, nowMs: number): number | null => {
  if (time.kind === 'once') {
    const left = time.startAtMs + time.durationSeconds * 1000 - nowMs;
    return nowMs >= time.startAtMs && left > 0 ? Math.ceil(left / 1000) : null;
  }
  if (time.durationSeconds >= daySeconds) return Number.POSITIVE_INFINITY;
  const start = time.hour * 3600 + time.minute * 60 + time.second;
  // A window may run past midnight.
  const since = (localSeconds(nowMs, timeZone) - start + daySeconds) % daySeconds;
  return since < time.durationSeconds ? time.durationSeconds - since : null;
};

/** `setAllReceiveMessageOpt` of the recipient, by the clock where the recipient is. */
export const quietHours: Gate = {
  id: 'quiet-hours',
  number: 9,
  predicted: false,
  source: sources.sdk,
  certainty: 'documented',
  ask: ({ recipient, message, nowMs, switches }) => {
    const user = nameOf(recipient);
    if (!recipient.doNotDisturb) return quiet.pass('none', { user });
    const left = quietFor(recipient.doNotDisturb, recipient.timeZone, nowMs);
    const zone = { timeZone: recipient.timeZone };
    if (left === null) return quiet.pass('outside', { user }, zone);
    const isSkippable =
      message.conversation.kind === 'c2c' &&
      isRest(message) &&
      !message.options?.sendControl?.includes('WithMuteNotifications');
    const uses = isSkippable ? [used(switches, 'restQuietHours', 'quiet-hours')] : [];
    if (isSkippable && switches.restQuietHours === 'ignore') {
      return { ...quiet.pass('rest', { user }, zone), switches: uses };
    }
    const answer =
      left === Number.POSITIVE_INFINITY
        ? quiet.fail('always', { user }, zone)
        : quiet.fail('inside', { user, minutes: Math.ceil(left / 60) }, zone);
    return { ...answer, switches: uses };
  },
};

/** The recipient's choice for this conversation: 0 receive … 4 only @. */
export const receiveOptionOf = ({ message, recipient, group }: DecisionInput): number =>
  (message.conversation.kind === 'c2c'
    ? recipient.receiveOptions[message.from]
    : group?.members.find((member) => member.userId === recipient.userId)?.receiveOption) ?? 0;

/** Receive options, @, and the REST API's way around them (§ «SendMsgControl»). */
export const conversationOption: Gate = {
  id: 'conversation-option',
  number: 10,
  predicted: false,
  source: sources.sdk,
  certainty: 'documented',
  ask: (input) => {
    const { message, recipient } = input;
    const user = nameOf(recipient);
    const value = receiveOptionOf(input);
    if (value === 0) return option.pass('receive', { user });
    const isC2c = message.conversation.kind === 'c2c';
    if (isC2c && isRest(message) && !message.options?.sendControl?.includes('WithMuteNotifications')) {
      return option.pass('rest', { user, option: value });
    }
    if (value === 1) return option.fail('blocked', { user });
    if (value === 2) return option.fail('muted', { user });
    return isMentioned(message, recipient.userId)
      ? option.pass('mentioned', { user, option: value })
      : option.fail('not-mentioned', { user, option: value });
  },
};
