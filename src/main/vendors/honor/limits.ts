import type { Certainty, Source } from '../../../shared/contract/index.ts';
import type { Limit } from '../vendor.ts';
import { sources } from './sources.ts';

const limit = (
  id: string,
  value: number,
  unit: Limit['unit'],
  scope: string,
  source: Source,
  certainty: Certainty = 'documented',
): Limit => ({ id: `honor.${id}`, value, unit, scope, certainty, source });

/** Every number Honor or Tencent sets, by name. The rules read them here; the window lists them. */
export const honorLimits = {
  bodyBytes: limit('body-bytes', 4096, 'bytes', 'request body', sources.hipush, 'guess'),
  tokens: limit('tokens', 1000, 'count', 'tokens in one request', sources.send, 'guess'),
  title: limit('title', 40, 'utf16', 'title, in one open source sender', sources.hipush, 'guess'),
  body: limit('body', 256, 'utf16', 'text, in one open source sender', sources.hipush, 'guess'),
  ttl: limit('ttl', 1_296_000, 'seconds', 'android.ttl; its default is one day', sources.send),
  badge: limit('badge', 99, 'count', 'largest number of a badge', sources.send),
  buttons: limit('buttons', 3, 'count', 'buttons of a notification', sources.send),
  buttonName: limit('button-name', 40, 'utf16', 'name of a button', sources.send),
  buttonData: limit('button-data', 1024, 'utf16', 'data of a button', sources.send),
  accessTokenLife: limit('access-token-life', 3600, 'seconds', 'access token', sources.hipush, 'measured'),
  timestampWindow: limit(
    'timestamp-window',
    300,
    'seconds',
    'how far the timestamp header may be off, in strict mode; a choice of ours',
    sources.send,
    'guess',
  ),
  testMessages: limit('test-messages', 1000, 'per-day', 'test messages of one app', sources.send),
  marketingDay: limit(
    'marketing-day',
    2,
    'per-day',
    'marketing messages of one app to one device',
    sources.intro,
    'reported',
  ),
  newsDay: limit('news-day', 5, 'per-day', 'the same for news apps', sources.intro, 'reported'),
  tencentTitle: limit('tencent-title', 50, 'utf16', 'title, cut by Tencent’s backend', sources.tencentLengths),
  tencentBody: limit('tencent-body', 400, 'utf16', 'text, cut by Tencent’s backend', sources.tencentLengths),
} as const satisfies Record<string, Limit>;

/** All of them, for the list in the window. */
export const limits: readonly Limit[] = Object.values(honorLimits);
