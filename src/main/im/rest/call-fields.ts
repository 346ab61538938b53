import type { RefusalName } from '../refusals.ts';

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

/** Fields that are read on their own. */
export const bodyFields = ['GroupId', 'To_Account', 'MsgBody', 'OfflinePushInfo'] as const;
