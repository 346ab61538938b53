import { refusalCodes, type RefusalName } from '../src/main/im/refusals.ts';

/** Why one call cannot bring a code about, however it is written. */
const elsewhere = {
  account: 'decided by the account and signature the call is made with, which is not part of its body',
  console: 'decided by a setting of the console that Pushscope does not simulate',
  friends: 'friends are not simulated, and the console’s friend check is off by default',
  internal: 'the backend’s own trouble; no call brings it about',
  network: 'the line between SDK and backend; no call brings it about',
  other: 'answered to another call of the API, which Pushscope does not take',
  page: 'another page gives the same limit another code, and Pushscope answers that one',
  rate: 'needs many calls in a short time',
  webhook: 'answered by the developer’s own webhook, which Pushscope does not call',
} as const;

/** A code of the backend or of the SDK, and what answers it here. */
export interface ErrorCode {
  readonly codes: readonly number[];
  readonly means: string;
  /** Refusals of a message by their names, or answers of the SDK to an event on a phone. Empty: `why` says why none. */
  readonly by: readonly string[];
  readonly why: string;
}

const refused = (codes: readonly number[], means: string, ...by: readonly RefusalName[]): ErrorCode => ({
  codes,
  means,
  by,
  why: '',
});
const event = (code: number, means: string, by: string): ErrorCode => ({ codes: [code], means, by: [by], why: '' });
const never = (codes: readonly number[], means: string, why: keyof typeof elsewhere): ErrorCode => ({
  codes,
  means,
  by: [],
  why: elsewhere[why],
});

/** The codes of Tencent's error pages that concern sending and offline push, in the order of their numbers. */
export const errorCodes: readonly ErrorCode[] = [
  event(6014, 'not logged in', 'not-logged-in'),
  refused([10_004], 'wrong parameter of a group call', 'online-with-control', 'sync-wrong'),
  refused([10_007], 'no right to do this in the group', 'not-member'),
  refused([10_010], 'no such group', 'no-group'),
  refused([10_015], 'malformed group ID', 'group-id-wrong'),
  never([10_016], 'a webhook forbade the group message', 'webhook'),
  refused([10_017], 'muted in the group', 'muted-in-group'),
  never([10_002], 'error of the group server', 'internal'),
  never([10_023], 'too many group messages', 'rate'),
  never([20_001], 'malformed packet', 'network'),
  never([20_002], 'wrong or expired UserSig', 'account'),
  refused([20_003], 'sender or recipient is none', 'party-unknown'),
  never([20_004], 'network of the backend', 'network'),
  never([20_005], 'error of the backend', 'internal'),
  never([20_006], 'a webhook forbade the message', 'webhook'),
  refused([20_007], 'the recipient blocked the sender', 'blocked'),
  never([20_009, 20_010, 20_011], 'sender and recipient are no friends', 'friends'),
  refused([20_012], 'muted in one-to-one chats', 'sender-muted'),
  event(21_005, 'token reported before login', 'token-before-login'),
  never([22_001], 'no certificate was uploaded', 'console'),
  event(22_003, 'empty token', 'token-empty'),
  event(22_004, 'token of more than 256 bytes', 'token-too-long'),
  never([22_006], 'token reported too often', 'rate'),
  refused([70_107], 'no such account', 'from-unknown'),
  never([70_169], 'the backend took too long', 'internal'),
  never([80_001], 'a word filter refused the content', 'console'),
  refused([80_002], 'the content is too long', 'text-too-long'),
  refused([90_001], 'malformed JSON', 'not-json', 'not-object', 'too-deep', 'field-wrong'),
  refused([90_002], 'malformed MsgBody', 'no-elements', 'element-wrong'),
  refused([90_003], 'no To_Account', 'to-missing'),
  refused([90_005], 'MsgRandom is no integer', 'random-wrong'),
  refused([90_007], 'MsgBody is no array', 'body-not-array'),
  refused([90_008], 'no From_Account', 'from-wrong'),
  never([90_009], 'the caller is no administrator', 'account'),
  refused([90_010], 'malformed message', 'element-unknown', 'too-many-elements', 'two-customs'),
  refused([90_011], 'more than 500 recipients', 'too-many-targets'),
  refused([90_012], 'To_Account is no account', 'to-unknown'),
  never([90_018], 'too many accounts', 'other'),
  never([90_024, 90_045, 90_047], 'a push to all users: too often, not enabled, over the daily quota', 'other'),
  refused([90_026], 'kept for more than seven days', 'lifetime-too-long'),
  refused([90_031], 'SyncOtherMachine is no integer', 'sync-wrong'),
  refused([90_043], 'malformed OfflinePushInfo', 'push-wrong'),
  refused([90_044], 'MsgLifeTime is no integer', 'lifetime-wrong'),
  refused([90_048], 'no such account', 'from-unknown'),
  refused([90_055], 'more than 8 KB', 'body-too-long-old'),
  never([90_056], 'more than 10 KB', 'page'),
  never([90_057], 'DataId of more than 64 bytes', 'other'),
  never([90_992, 90_994, 90_995, 91_000], 'error of the backend', 'internal'),
  refused([93_000], 'more than 12 KB', 'body-too-long', 'too-large'),
  never([120_001, 130_000], 'from the first to the last: codes of the developer’s own webhook', 'webhook'),
];

/** Codes that a refusal of a message answers, in both kinds of conversation. */
export const codesOfRefusals = (): ReadonlySet<number> =>
  new Set(Object.values(refusalCodes).flatMap(({ c2c, group }) => [c2c, group]));
