import type { CredentialFacts } from '../../src/shared/contract/index.ts';
import { Message, type MessageInput } from '../../src/shared/contract/message.ts';
import { decide, defaultSwitches, imTexts, type DecisionInput, type RestWorld } from '../../src/main/im/index.ts';
import { aDevice, aGroup, anAccount, anApp } from './workspace.ts';

/** A key that fits every device of the tests. */
export const p8: CredentialFacts = {
  kind: 'apns-p8',
  keyId: 'ABCDE12345',
  teamId: 'TEAM123456',
  environment: 'both',
  topics: null,
  publicKeyPem: '',
};
/** Denny writes «Lunch?» to Vinson. */
export const aMessage = (over: Partial<MessageInput> = {}) =>
  Message.parse({
    from: 'denny',
    conversation: { kind: 'c2c', to: 'vinson' },
    elements: [{ kind: 'text', text: 'Lunch?' }],
    ...over,
  });
/** A valid decision: pushed, and nothing warns. */
export const anInput = (over: Partial<DecisionInput> = {}): DecisionInput => ({
  message: aMessage(),
  sender: anAccount({ id: 'acc_denny', userId: 'denny', nickname: 'Denny' }),
  group: null,
  recipient: anAccount(),
  device: aDevice(),
  app: anApp(),
  credential: { name: 'key', certificateId: 10001, facts: p8 },
  nowMs: 10_000,
  switches: defaultSwitches,
  ...over,
});
/** The same in the group «Lunch». */
export const toGroup = { conversation: { kind: 'group' as const, groupId: 'lunch' } };
export const inGroup = (over: Partial<MessageInput> = {}, more: Partial<DecisionInput> = {}) =>
  anInput({ message: aMessage({ ...toGroup, ...over }), group: aGroup(), ...more });

/** The phrase of a gate's answer, without its prefix; checks that the words exist. */
export const saysOf = (input: DecisionInput, gateId: string): string => {
  const { phrase, outcome } = decide(input).gates.find((gate) => gate.id === gateId) ?? { phrase: { id: '' } };
  if (imTexts.en[phrase.id] === undefined) return `no words for ${phrase.id}`;
  return `${outcome}: ${phrase.id.replace(`im.gate.${gateId}.`, '')}`;
};
/** The trace of one field. */
export const traceOf = (input: DecisionInput, field: string) =>
  decide(input).intent?.traces.find((trace) => trace.field === field);

/** Denny, Vinson and the group «Lunch» as the backend knows them. */
export const aWorld = (over: Partial<RestWorld> = {}): RestWorld => ({
  accounts: [anAccount(), anAccount({ id: 'acc_denny', userId: 'denny', nickname: 'Denny' })],
  groups: [aGroup()],
  switches: defaultSwitches,
  nowMs: 1_700_000_000_000,
  ...over,
});
