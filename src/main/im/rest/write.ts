import type { Message, RestCall } from '../../../shared/contract/index.ts';
import { optionFields } from '../../../shared/rest/call-fields.ts';
import { writeElement } from './elements.ts';
import { addExtra, writeFields, type JsonObject } from './fields.ts';
import { withShortForms, writePushInfo } from './push-info.ts';

/** The call that sends a message. */
export const callFor = ({ conversation }: Message): RestCall => {
  if (conversation.kind === 'group') return 'send_group_msg';
  return conversation.others ? 'batchsendmsg' : 'sendmsg';
};

const targetsOf = ({ conversation }: Message): JsonObject => {
  if (conversation.kind === 'group') {
    const { groupId, toAccounts } = conversation;
    return { GroupId: groupId, ...(toAccounts ? { To_Account: toAccounts } : {}) };
  }
  return { To_Account: conversation.others ? [conversation.to, ...conversation.others] : conversation.to };
};

/**
 * A message as the JSON of the call that sends it. Only what is set is there. Of what the REST API has no field for (the id, the
 * message class, settings of old SDKs) nothing is written.
 */
export const writeCall = (message: Message): JsonObject => {
  const call = callFor(message);
  const { conversation, onlineUserOnly, lifetimeSeconds, client, from } = message;
  const isGroup = conversation.kind === 'group';
  const isOmitted = client?.kind === 'rest' && client.senderOmitted === true;
  // One-to-one calls say «online only» by a lifetime of nothing.
  const lifetime = onlineUserOnly && !isGroup ? 0 : lifetimeSeconds;
  const fields = writeFields(
    {
      from: isOmitted ? undefined : from,
      options: message.options,
      lifetimeSeconds: lifetime,
      onlineUserOnly: onlineUserOnly && isGroup ? true : undefined,
      topicId: isGroup ? conversation.topicId : undefined,
      groupAt: message.groupAt,
    },
    optionFields(call),
  );
  const { offlinePush } = message;
  const result: JsonObject = {
    ...targetsOf(message),
    ...fields,
    MsgBody: message.elements.map(writeElement),
    ...(offlinePush ? { OfflinePushInfo: writePushInfo(offlinePush) } : {}),
  };
  addExtra(result, message.extra);
  return result;
};

/** The same as text with two spaces of indentation. */
export const printCall = (message: Message): string => JSON.stringify(writeCall(message), null, 2);

/** A message read from REST JSON, with what JSON has no field for taken from the message it was written from. */
export const withKept = (read: Message, before: Message): Message => ({
  ...read,
  ...(before.id === undefined ? {} : { id: before.id }),
  messageClass: before.messageClass,
  ...(read.offlinePush && before.offlinePush
    ? { offlinePush: withShortForms(read.offlinePush, before.offlinePush) }
    : {}),
  ...(before.legacyPush ? { legacyPush: before.legacyPush } : {}),
  ...(before.client?.kind === 'sdk' ? { client: before.client } : {}),
});
