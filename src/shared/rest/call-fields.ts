import type { RestCall } from '../contract/rest.ts';
import { field as f, type Field } from './field.ts';

const personal: readonly RestCall[] = ['sendmsg', 'batchsendmsg'];
const single: readonly RestCall[] = ['sendmsg'];
const group: readonly RestCall[] = ['send_group_msg'];
const withControl: readonly RestCall[] = ['sendmsg', 'send_group_msg'];

const groupAt: readonly Field[] = [
  f('GroupAtAllFlag', 'all', 'flag', { required: true }),
  f('GroupAt_Account', 'userId', 'text', { example: 'vinson' }),
];

/** Fields that only group messages have; elsewhere they are unknown like any other, and kept. */
const groupFields: readonly Field[] = [
  f('OnlineOnlyFlag', 'onlineUserOnly', 'flag', { calls: group }),
  f('TopicId', 'topicId', 'text', { calls: group }),
];

/** Fields of the calls that become options of the message, but for who gets it and what it says. Reading takes the others in any call. */
export const optionFields = (call: RestCall): readonly Field[] => [
  f('From_Account', 'from', 'text', { example: 'denny' }),
  f(call === 'send_group_msg' ? 'Random' : 'MsgRandom', 'options.random', 'whole', { example: 1_287_657 }),
  f('MsgSeq', 'options.seq', 'whole', { calls: personal, example: 93_847_636 }),
  f('MsgLifeTime', 'lifetimeSeconds', 'count', { calls: personal, example: 604_800 }),
  f('SyncOtherMachine', 'options.syncOtherMachine', 'whole', { calls: personal, values: [1, 2], example: 1 }),
  ...(call === 'send_group_msg' ? groupFields : []),
  f('MsgPriority', 'options.priority', 'text', { calls: group, values: ['High', 'Normal', 'Low'], example: 'Normal' }),
  f('SendMsgControl', 'options.sendControl', 'texts', {
    calls: withControl,
    values: ['NoUnread', 'NoLastMsg', 'WithMuteNotifications'],
  }),
  f('ForbidCallbackControl', 'options.forbidCallbacks', 'texts', {
    calls: withControl,
    values: ['ForbidBeforeSendMsgCallback', 'ForbidAfterSendMsgCallback'],
  }),
  f('GroupAtInfo', 'groupAt', 'list', { calls: group, table: groupAt, place: 'GroupAtInfo' }),
  f('CloudCustomData', 'options.cloudCustomData', 'text', { long: true }),
  f('SupportMessageExtension', 'options.supportMessageExtension', 'flag', { calls: single }),
  f('IsNeedReadReceipt', 'options.needReadReceipt', 'flag', { calls: single }),
];
