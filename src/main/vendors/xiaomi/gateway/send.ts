import type { CredentialFacts, Draft, Phrase } from '../../../../shared/contract/index.ts';
import type { FormPairs } from '../../kit/form.ts';
import { firstRefusal, verdictOf, type Row } from '../../kit/rows.ts';
import type { GatewayAnswer } from '../../vendor.ts';
import { classOfChannel, xiaomiValues, type MessageClass } from '../channels.ts';
import { defaultApi, namesTokens, type SendApi } from '../hosts.ts';
import { splitList, tokensOf, type Push } from '../payload/fields.ts';
import * as rules from '../payload/rules.ts';
import { checkChannel, checkTemplateForm, lackingTemplate, templateRefusal } from '../payload/template.ts';
import { jsonOfPush, pushOfForm, singleMessages, type WirePush } from '../payload/wire.ts';
import { failed, notReached, ofFindings, passed, unverified, type Question } from './checks.ts';
import { memoryAt, type XiaomiMemory } from './memory.ts';
import {
  appQuota,
  checkAppQuota,
  checkDeviceQuota,
  checkOwner,
  checkRate,
  checkRegistered,
  countAccepted,
  usedToday,
  type Recipient,
} from './recipients.ts';
import { accept, messageId, refuse } from './reply.ts';
import { checkForm, checkSender, type Input } from './way-in.ts';

type Answer = GatewayAnswer<unknown, XiaomiMemory>;

/** The credential that says which channels an app has: the sender's, else the one for the package. */
const factsFor = (input: Input, owner: CredentialFacts | null, push: Push): CredentialFacts | null => {
  if (owner) return owner;
  const packages = splitList(push.top.get('restricted_package_name'));
  return (
    input.registry.credentials.find((facts) => packages.includes(xiaomiValues(facts)?.['packageName'] ?? ' ')) ?? null
  );
};

const templateRows = (input: Input, push: Push, messageClass: MessageClass | 'unknown'): Row[] => {
  const form = checkTemplateForm(push);
  if (form.length > 0) return ofFindings('template', form);
  const lacking = lackingTemplate(push, messageClass);
  if (lacking.length === 0) return [passed('template')];
  const params = { fields: lacking.join(', ') };
  return input.settings.mode === 'strict'
    ? [failed('template', 'lacking', templateRefusal(lacking), params)]
    : [unverified('template', 'told', params)];
};

const channelRows = (push: Push, messageClass: MessageClass | 'unknown'): Row[] => {
  if (messageClass === null) return [unverified('channel', 'no-list', { channel: push.extra.get('channel_id') ?? '' })];
  return ofFindings('channel', checkChannel(push, messageClass));
};

/** The rules of one message, in Xiaomi's probable order. */
const contentRows = (input: Input, push: Push, api: SendApi, owner: CredentialFacts | null): Row[] => {
  const messageClass = classOfChannel(factsFor(input, owner, push), push.extra.get('channel_id'));
  const packages = rules.checkPackage(push, api);
  const names = splitList(push.top.get('restricted_package_name'));
  return [
    ...ofFindings('package', packages),
    names.length > 0 ? checkOwner(input, names, owner) : notReached('owner'),
    ...ofFindings('pass-through', rules.checkPassThrough(push)),
    ...ofFindings('texts', rules.checkTexts(push)),
    ...ofFindings('numbers', rules.checkNumbers(push, input.nowMs)),
    ...ofFindings('extra', rules.checkExtra(push)),
    ...ofFindings('click', rules.checkClick(push)),
    ...ofFindings('callback', rules.checkCallback(push)),
    ...channelRows(push, messageClass),
    ...templateRows(input, push, messageClass),
  ];
};

const encodingRow = ({ push, payloadEncoding }: WirePush): Row[] => {
  if (!push.top.has('payload')) return [];
  return [payloadEncoding === 'once' ? unverified('payload-encoding', 'once') : passed('payload-encoding')];
};

interface Contents {
  readonly rows: readonly Row[];
  readonly recipients: readonly Recipient[];
  readonly draft: Draft;
  readonly isBatch: boolean;
  /** How many targets the path's own field names. */
  readonly named: number;
}

const draftOf = (push: Push, api: SendApi, messageClass: MessageClass | 'unknown', encoding: string): Draft => ({
  payload: JSON.stringify(jsonOfPush(push)),
  options: {
    ...(api.path === defaultApi || api.target === 'messages' ? {} : { api: api.path }),
    ...(messageClass === 'private' || messageClass === 'public' ? { channelClass: messageClass } : {}),
    ...(encoding === 'once' ? { payloadEncoding: encoding } : {}),
  },
});

const recipientOf = (input: Input, api: SendApi, owner: CredentialFacts | null, push: Push, encoding: string) => {
  const told = classOfChannel(factsFor(input, owner, push), push.extra.get('channel_id'));
  const messageClass = told === 'unknown' ? null : told;
  return (token: string): Recipient => ({
    token,
    push,
    messageClass,
    draft: draftOf(push, api, messageClass, encoding),
    refusedWith: null,
  });
};

const oneOfSeveral = (push: Push, target: string): Push => ({
  ...push,
  top: new Map([['registration_id', target], ...push.top]),
});

const readBatch = (input: Input, api: SendApi, owner: CredentialFacts | null, wire: WirePush): Contents => {
  const messages = singleMessages(wire.push.top.get('messages') ?? '') ?? [];
  const rows = [
    ...ofFindings('target', rules.checkTarget(wire.push, api)),
    ...messages.flatMap(({ push }) => contentRows(input, push, api, owner)),
  ];
  // A thousand passed rows say no more than one of each.
  const kept = new Map<string, Row>();
  for (const row of rows) {
    const key = row.outcome === 'failed' ? `${row.id} ${row.phrase.id}` : row.id;
    if (!kept.has(key)) kept.set(key, row);
  }
  const recipients = namesTokens(api)
    ? messages.map(({ target, push }) => {
        const single = oneOfSeveral(push, target);
        return recipientOf(input, api, owner, single, wire.payloadEncoding)(target);
      })
    : [];
  const draft = draftOf(wire.push, api, null, wire.payloadEncoding);
  return { rows: [...kept.values()], recipients, draft, isBatch: true, named: messages.length };
};

const readSingle = (input: Input, api: SendApi, owner: CredentialFacts | null, wire: WirePush): Contents => {
  const { push, payloadEncoding } = wire;
  const make = recipientOf(input, api, owner, push, payloadEncoding);
  const tokens = namesTokens(api) ? tokensOf(push) : [];
  return {
    rows: [
      ...ofFindings('target', rules.checkTarget(push, api)),
      ...contentRows(input, push, api, owner),
      ...encodingRow(wire),
    ],
    recipients: tokens.map(make),
    draft: make('').draft,
    isBatch: false,
    named: api.target === null ? 0 : splitList(push.top.get(api.target)).length,
  };
};

const laterRows: readonly Question[] = ['target', 'package', 'owner', 'texts', 'registered', 'quota'];

const readContents = (input: Input, api: SendApi, owner: CredentialFacts | null, pairs: FormPairs | null): Contents => {
  if (pairs === null) {
    const draft = { payload: '{}', options: {} };
    return { rows: laterRows.map(notReached), recipients: [], draft, isBatch: false, named: 0 };
  }
  const wire = pushOfForm(pairs);
  return api.target === 'messages' ? readBatch(input, api, owner, wire) : readSingle(input, api, owner, wire);
};

const whyAccepted = (api: SendApi, recipients: readonly Recipient[]): Phrase => {
  if (!namesTokens(api)) return { id: 'xiaomi.verdict.no-phones', params: { path: api.path } };
  const bad = recipients.filter(({ refusedWith }) => refusedWith !== null).length;
  if (bad > 0) return { id: 'xiaomi.verdict.partly', params: { bad, of: recipients.length } };
  return { id: 'xiaomi.verdict.accepted' };
};

const overQuota = (recipients: readonly Recipient[], memory: XiaomiMemory, input: Input): readonly Recipient[] =>
  input.settings.mode === 'known'
    ? recipients
    : recipients.map((one) => {
        const quota = appQuota(one.messageClass);
        const isOver = one.refusedWith === null && quota !== null && usedToday(memory, one) >= quota;
        return isOver ? { ...one, refusedWith: '200001' } : one;
      });

const kinds: Readonly<Record<string, string>> = {
  registration_id: 'REGID',
  alias: 'ALIAS',
  user_account: 'USER_ACCOUNT',
};

interface Judged {
  readonly rows: readonly Row[];
  readonly recipients: readonly Recipient[];
  readonly memory: XiaomiMemory;
  readonly contents: Contents;
}

const judge = (input: Input, api: SendApi): Judged => {
  const now = memoryAt(input.memory, input.nowMs);
  const sender = checkSender(input);
  const form = checkForm(input);
  const contents = readContents(input, api, sender.owner, form.pairs);
  const [first] = contents.recipients;
  const registered = checkRegistered(input, contents.recipients);
  const quiet = checkDeviceQuota(input, now, registered.recipients);
  const rate = checkRate(input, now);
  const rows = [
    passed('path'),
    passed('method'),
    ...form.rows.filter(({ id }) => id === 'content-type'),
    ...sender.rows,
    ...form.rows.filter(({ id }) => id !== 'content-type'),
    ...contents.rows,
    ...(first ? [registered.row, checkAppQuota(input, now, first, contents.isBatch), quiet.row] : []),
    rate.row,
  ];
  const recipients = contents.isBatch ? overQuota(quiet.recipients, now, input) : quiet.recipients;
  return { rows, recipients, memory: rate.memory, contents };
};

/** Decides a POST to a send path. All checks are reported; the first that fails is the answer. */
export const decideSend = (input: Input, api: SendApi): Answer => {
  const { rows, recipients, memory, contents } = judge(input, api);
  const id = input.newId();
  const first = firstRefusal(rows);
  const common = { kind: 'push', connection: input.connection, effects: [] } as const;
  const verdict = verdictOf(rows, whyAccepted(api, recipients));
  if (first) {
    const { refusal } = first;
    const targets = recipients.map(({ token }) => ({ token, outcome: 'rejected' as const, reason: refusal.code }));
    return { ...common, verdict, memory, reply: refuse(refusal, id), vendorMessageId: null, targets, delivery: null };
  }
  const [one] = recipients;
  const quota = one ? appQuota(one.messageClass) : null;
  const next = countAccepted(memory, recipients);
  const refusedWith = (code: string) =>
    recipients.filter((recipient) => recipient.refusedWith === code).map(({ token }) => token);
  const reply = accept({
    id,
    info: `Received push messages for ${contents.named} ${kinds[api.target ?? ''] ?? 'TARGET'}`,
    quota: one && quota !== null ? { limit: quota, used: usedToday(next, one) } : null,
    badTokens: refusedWith('20301'),
    overQuota: refusedWith('200001'),
  });
  return {
    ...common,
    verdict,
    memory: next,
    reply,
    vendorMessageId: messageId(id),
    targets: recipients.map(({ token, draft, refusedWith: code }) => ({
      token,
      outcome: code === null ? 'accepted' : 'rejected',
      reason: code,
      delivery: draft,
    })),
    delivery: recipients.length === 0 ? null : contents.draft,
  };
};
