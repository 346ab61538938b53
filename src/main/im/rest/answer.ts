import type { Message, RestAnswer, RestCall, RestRead } from '../../../shared/contract/index.ts';
import type { Account, Group } from '../../../shared/contract/index.ts';
import { isRest } from '../input.ts';
import { lintMessage } from '../lint.ts';
import { recipientIds } from '../recipients.ts';
import type { RefusalName } from '../refusals.ts';
import type { ImSwitches } from '../switches.ts';
import { imTexts } from '../texts/index.ts';
import { refusalOf } from '../validate.ts';
import { Findings } from './problems.ts';
import { readCallText } from './read.ts';
import { callFor, printCall, withKept } from './write.ts';

/** What the backend knows when a call comes in. */
export interface RestWorld {
  readonly accounts: readonly Account[];
  readonly groups: readonly Group[];
  readonly switches: ImSwitches;
  readonly nowMs: number;
}
type Refused = NonNullable<Findings['refusal']>;

/** The answer's own words are English, as the API's are. */
const infoOf = ({ name, params }: Refused): string =>
  (imTexts.en[`im.gate.valid-message.${name}`] ?? name).replaceAll(/\{\{(\w+)\}\}/g, (hole, key: string) =>
    String(params[key] ?? hole),
  );

const refusedAnswer = (refused: Refused): RestAnswer => ({
  ActionStatus: 'FAIL',
  ErrorCode: refused.code,
  ErrorInfo: infoOf(refused),
});

/** Code for a recipient of a batch who is no account. */
const noAccount = 70_107;

const acceptedAnswer = (message: Message, world: RestWorld): RestAnswer => {
  const time = Math.floor(world.nowMs / 1000);
  const random = message.options?.random ?? 0;
  const seq = message.options?.seq ?? 0;
  const ok: RestAnswer = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', MsgTime: time };
  if (message.conversation.kind === 'group') return { ...ok, MsgSeq: seq };
  const known = new Set(world.accounts.map((account) => account.userId));
  const unknown = recipientIds(message, world).filter((userId) => !known.has(userId));
  const errors = unknown.map((userId) => ({ To_Account: userId, ErrorCode: noAccount }));
  const answer = { ...ok, MsgKey: `${seq}_${random}_${time}` };
  return errors.length > 0 ? { ...answer, ActionStatus: 'SomeError', ErrorList: errors } : answer;
};

/** Names that nobody has. An account is looked up before the message is; an SDK is told one code for both parties. */
const existenceRefusal = (
  message: Message,
  world: RestWorld,
): { name: RefusalName; path: string; user: string } | null => {
  const has = (userId: string) => world.accounts.some((account) => account.userId === userId);
  const isSdk = !isRest(message) && message.conversation.kind === 'c2c';
  const isNamed = !(message.client?.kind === 'rest' && message.client.senderOmitted);
  if (isNamed && !has(message.from))
    return { name: isSdk ? 'party-unknown' : 'from-unknown', path: '$.From_Account', user: message.from };
  const { conversation } = message;
  if (conversation.kind === 'group') return null;
  const targets = [conversation.to, ...(conversation.others ?? [])];
  return targets.some(has)
    ? null
    : { name: isSdk ? 'party-unknown' : 'to-unknown', path: '$.To_Account', user: conversation.to };
};

const bodySize = (text: string, world: RestWorld, findings: Findings): void => {
  const bytes = new TextEncoder().encode(text).length;
  const { bodyLimitBytes: limit } = world.switches;
  if (bytes > limit) findings.refuse(limit > 8192 ? 'body-too-long' : 'body-too-long-old', '$', { bytes, limit });
  else if (bytes > 8192) findings.note('body-over-8k', 'warning', '$', { bytes });
};

const judge = (message: Message, world: RestWorld, findings: Findings): void => {
  const { conversation } = message;
  const missing = existenceRefusal(message, world);
  if (missing) findings.refuse(missing.name, missing.path, { user: missing.user });
  const find = (userId: string) => world.accounts.find((account) => account.userId === userId) ?? null;
  const group =
    conversation.kind === 'group' ? (world.groups.find((one) => one.groupId === conversation.groupId) ?? null) : null;
  const recipient = conversation.kind === 'c2c' ? find(conversation.to) : null;
  const refusal = refusalOf({ message, sender: find(message.from), group, recipient, switches: world.switches });
  if (refusal) findings.refuse(refusal.name, refusal.path, refusal.params);
  findings.problems.push(...lintMessage(message, world.switches));
};

const answerOf = (message: Message | null, world: RestWorld, findings: Findings): RestAnswer => {
  if (findings.refusal) return refusedAnswer(findings.refusal);
  return message ? acceptedAnswer(message, world) : { ActionStatus: 'FAIL', ErrorCode: 91_000, ErrorInfo: 'internal' };
};

/**
 * Reads the JSON of a call and answers it as the REST API would: HTTP status 200 and this body. `before`: the message the text was
 * printed from, and what JSON has no field for stays as it was. Never throws.
 */
export const readRest = (text: string, world: RestWorld, call?: RestCall, before?: Message): RestRead => {
  const { call: found, message: read, findings } = readCallText(text, call, before !== undefined);
  const message = read && before ? withKept(read, before) : read;
  if (message) {
    bodySize(text, world, findings);
    judge(message, world, findings);
  }
  return { call: found, message, answer: answerOf(message, world, findings), problems: findings.problems };
};

/** What the REST API would answer to a message, and what is odd about it. */
export const answerMessage = (message: Message, world: RestWorld): Pick<RestRead, 'answer' | 'problems'> => {
  const findings = new Findings(callFor(message) === 'send_group_msg' ? 'group' : 'c2c');
  bodySize(printCall(message), world, findings);
  judge(message, world, findings);
  return { answer: answerOf(message, world, findings), problems: findings.problems };
};
