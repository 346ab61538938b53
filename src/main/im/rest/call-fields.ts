import type { RestCall } from '../../../shared/contract/index.ts';
import type { RefusalName } from '../refusals.ts';
import type { Field } from './fields.ts';

/** Sender that the backend takes when From_Account is not set. */
export const administrator = 'administrator';

/** How a value of the wrong type in a field of the call is refused; other fields: `field-wrong`. */
export const refusalByField: Readonly<Partial<Record<string, RefusalName>>> = {
  From_Account: 'from-wrong',
  To_Account: 'to-missing',
  MsgRandom: 'random-wrong',
  Random: 'random-wrong',
  SyncOtherMachine: 'sync-wrong',
  MsgLifeTime: 'lifetime-wrong',
  MsgBody: 'body-not-array',
  OfflinePushInfo: 'push-wrong',
  GroupId: 'group-id-wrong',
};

const f = (json: string, key: string, kind: Field['kind']): Field => ({ json, key, kind });
const groupAt: readonly Field[] = [
  { ...f('GroupAtAllFlag', 'all', 'flag'), required: true },
  f('GroupAt_Account', 'userId', 'text'),
];

/** Fields that only group messages have; elsewhere they are unknown like any other, and kept. */
const groupFields: readonly Field[] = [f('OnlineOnlyFlag', 'onlineUserOnly', 'flag'), f('TopicId', 'topicId', 'text')];

/** Fields of the calls that become options of the message, but for who gets it and what it says. */
export const optionFields = (call: RestCall): readonly Field[] => [
  f('From_Account', 'from', 'text'),
  f(call === 'send_group_msg' ? 'Random' : 'MsgRandom', 'options.random', 'whole'),
  f('MsgSeq', 'options.seq', 'whole'),
  f('MsgLifeTime', 'lifetimeSeconds', 'count'),
  f('SyncOtherMachine', 'options.syncOtherMachine', 'whole'),
  ...(call === 'send_group_msg' ? groupFields : []),
  f('MsgPriority', 'options.priority', 'text'),
  f('SendMsgControl', 'options.sendControl', 'texts'),
  f('ForbidCallbackControl', 'options.forbidCallbacks', 'texts'),
  { ...f('GroupAtInfo', 'groupAt', 'list'), table: groupAt },
  f('CloudCustomData', 'options.cloudCustomData', 'text'),
  f('SupportMessageExtension', 'options.supportMessageExtension', 'flag'),
  f('IsNeedReadReceipt', 'options.needReadReceipt', 'flag'),
];
/** Fields that are read on their own. */
export const bodyFields = ['GroupId', 'To_Account', 'MsgBody', 'OfflinePushInfo'] as const;
