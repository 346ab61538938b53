import type { Message, SdkPrint, SdkRead, SdkShape } from '../../shared/contract/index.ts';
import { senderSdk } from './input.ts';
import { legacySettingsOf, legacySnippet, readLegacyIosPush, readLegacyPush, writeLegacyPush } from './legacy.ts';
import { isObject, typeOf } from './rest/fields.ts';
import { readV2Push, writeV2Push, type ShapeRead } from './sdk.ts';

/** The last SDK before V2TIM; its Java is the one people look for. */
const lastLegacy = '4.9';

/** What the SDKs have for the push of a message: the objects, what a getter gives, and the Java that sets the old ones. */
export const printShapes = (message: Message): SdkPrint => {
  const { offlinePush, legacyPush } = message;
  return {
    v2: offlinePush ? writeV2Push(offlinePush) : null,
    legacy: legacyPush ? writeLegacyPush(legacyPush) : null,
    settings: legacySettingsOf(message),
    java: legacyPush ? legacySnippet(legacyPush, senderSdk(message) ?? lastLegacy) : null,
  };
};

const none = { offlinePush: null, legacyPush: null };
/** An object of an SDK as the part of a message that it is. Null is what a sender who set nothing has. */
export const readShape = (shape: SdkShape, value: unknown): SdkRead => {
  if (value === null) return { ...none, problems: [] };
  if (!isObject(value)) return { ...none, problems: [{ path: '$', wanted: 'an object', found: typeOf(value) }] };
  const as = <T>({ value: read, problems }: ShapeRead<T>) => ({ read, problems: [...problems] });
  if (shape === 'V2TIMOfflinePushInfo') {
    const { read, problems } = as(readV2Push(value));
    return { ...none, offlinePush: read, problems };
  }
  const { read, problems } = as(shape === 'TIMOfflinePushInfo' ? readLegacyIosPush(value) : readLegacyPush(value));
  return { ...none, legacyPush: read, problems };
};
