import type { Gate } from './gate.ts';
import { chatMessage, notSelfGate, pushFlag, storedOffline, textAvailable, validMessage } from './message.ts';
import { certificateFits, notificationsAllowed } from './predictions.ts';
import { globalSwitch, recipientState, tokenReported } from './recipient.ts';

export type { Gate, GateAnswer } from './gate.ts';

/**
 * All gates in the order they are asked. Numbers leave room for the rules that need more state than the workspace has today:
 * 2 duplicates, 9 quiet hours, 10 conversation options, 14 vendor quotas.
 */
export const gates: readonly Gate[] = [
  validMessage,
  chatMessage,
  storedOffline,
  notSelfGate,
  recipientState,
  pushFlag,
  globalSwitch,
  textAvailable,
  tokenReported,
  certificateFits,
  notificationsAllowed,
];
