import type { Draft } from '../../../shared/contract/index.ts';
import type { JsonObject } from '../kit/json.ts';
import { apsOf, isSilent, payloadObject } from './payload/read.ts';

/** The key by which a `.apns` file names the app for the iOS Simulator. Source: Apple, Xcode 11.4 release notes. */
export const simulatorKey = 'Simulator Target Bundle';

/** Such a file has no headers; these go with what is in it. */
const headersFor = (payload: JsonObject): Record<string, string> => {
  const aps = apsOf(payload);
  return aps && isSilent(aps) ? { pushType: 'background', priority: '5' } : { pushType: 'alert' };
};

/**
 * Reads a `.apns` file: the payload with `Simulator Target Bundle` taken out of it and made the topic. Null when the text is
 * not a JSON object with `aps` or that key, which is what such a file has to have one of to be told from any other JSON.
 */
export const readApnsFile = (text: string): Draft | null => {
  const payload = payloadObject(text.replace(/^\uFEFF/, ''));
  if (!payload || !('aps' in payload || simulatorKey in payload)) return null;
  const { [simulatorKey]: bundle, ...rest } = payload;
  const topic: Record<string, string> = typeof bundle === 'string' && bundle !== '' ? { topic: bundle } : {};
  return { payload: JSON.stringify(rest), options: { ...topic, ...headersFor(rest) } };
};
