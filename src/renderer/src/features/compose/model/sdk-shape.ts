import type { JsonShape as ShapeOfSdk, SdkShape } from '../../../../../shared/contract/index.ts';

/** What a message or a part of it can be written as, beside the form. */
export const sdkShapes = [
  'V2TIMOfflinePushInfo',
  'TIMMessageOfflinePushSettings',
  'TIMOfflinePushInfo',
] as const satisfies readonly SdkShape[];
export type JsonShape = 'rest' | ShapeOfSdk;

/** Names that one shape has and no other. */
const marks: Readonly<Record<JsonShape, RegExp>> = {
  rest: /^(?:To_Account|From_Account|GroupId|MsgBody|OfflinePushInfo|MsgRandom|MsgLifeTime)$/,
  V2TIMOfflinePushInfo:
    /^(?:(?:iOS|Android|Harmony)[A-Z]\w*|disablePush|ignoreIOSBadge|ignoreHarmonyBadge|enableIOSBackgroundNotification|vendorParams)$/,
  TIMMessageOfflinePushSettings: /^(?:descr|androidSettings|iosSettings)$/,
  TIMOfflinePushInfo: /^(?:pushFlag|iosConfig|androidConfig)$/,
  TIMOfflinePushSettings: /^(?:c2cMsgRemindSound|groupMsgRemindSound)$/,
};
const shapes: readonly JsonShape[] = ['rest', ...sdkShapes, 'TIMOfflinePushSettings'];
/** A longer text is no object that somebody pasted by mistake, and looking would take a while. */
const longest = 200_000;

/**
 * Which shape a text is, when it stands where another one is expected and has nothing of that one. Null: it may well be what it is
 * expected to be, or it is nothing of ours.
 */
export const otherShapeOf = (text: string, expected: JsonShape): JsonShape | null => {
  if (text.length > longest || !text.trimStart().startsWith('{')) return null;
  try {
    const names = Object.keys(JSON.parse(text) as object);
    const count = (shape: JsonShape): number => names.filter((name) => marks[shape].test(name)).length;
    if (count(expected) > 0) return null;
    const [most] = shapes.map((shape) => ({ shape, n: count(shape) })).toSorted((one, other) => other.n - one.n);
    return most && most.n > 0 ? most.shape : null;
  } catch {
    return null;
  }
};
