export { decide } from './decide.ts';
export type { DecisionCredential, DecisionInput } from './input.ts';
export { recipientIds, recipientsOf, type Directory, type Recipient } from './recipients.ts';
export { defaultSwitches, type ImSwitches } from './switches.ts';
export { imTexts } from './texts/index.ts';
