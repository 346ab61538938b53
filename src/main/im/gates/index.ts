import { conversationOption, globalSwitch, quietHours } from './settings.ts';
import { duplicate } from './duplicate.ts';
import type { Gate } from './gate.ts';
import { chatMessage, notSelfGate, pushFlag, storedOffline, textAvailable, validMessage } from './message.ts';
import { certificateFits, notificationsAllowed } from './predictions.ts';
import { recipientState, tokenReported } from './recipient.ts';
import { vendorRules } from './vendor-rules.ts';

export type { Built, Gate, GateAnswer } from './gate.ts';

/** All fifteen gates in the order they are asked. */
export const gates: readonly Gate[] = [
  validMessage,
  duplicate,
  chatMessage,
  storedOffline,
  notSelfGate,
  recipientState,
  pushFlag,
  globalSwitch,
  quietHours,
  conversationOption,
  textAvailable,
  tokenReported,
  certificateFits,
  vendorRules,
  notificationsAllowed,
];
