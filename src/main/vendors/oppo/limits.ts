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
): Limit => ({ id: `oppo.${id}`, value, unit, scope, certainty, source });
const { notification, unicast, auth, receipts, quotas, rates, sdk } = sources;

/** Every number OPPO sets, by name. The rules read them here; the window lists them. */
export const oppoLimits = {
  title: limit('title', 50, 'codepoints', 'title', notification),
  subTitle: limit('sub-title', 10, 'codepoints', 'sub_title', notification),
  content: limit('content', 50, 'codepoints', 'content of styles 1 and 3', notification),
  longContent: limit('long-content', 128, 'codepoints', 'content of style 2', notification),
  oldContent: limit('old-content', 200, 'codepoints', 'content in older copies of the page and in SDK 1.0.4', sdk),
  activity: limit('activity', 500, 'codepoints', 'click_action_activity', notification),
  url: limit('url', 2000, 'codepoints', 'click_action_url; 500 in SDK 1.0.4', notification),
  parameters: limit('parameters', 4000, 'codepoints', 'action_parameters', notification),
  offlineTtl: limit('offline-ttl', 864_000, 'seconds', 'off_line_ttl; what is longer is cut', notification),
  showTtl: limit('show-ttl', 86_400, 'seconds', 'show_ttl of private messages', notification),
  showTtlPublic: limit('show-ttl-public', 43_200, 'seconds', 'show_ttl of public messages', notification),
  callbackUrl: limit('callback-url', 200, 'codepoints', 'call_back_url', receipts),
  callbackParameter: limit(
    'callback-parameter',
    100,
    'codepoints',
    'call_back_parameter; 50 in older copies',
    receipts,
  ),
  batch: limit('batch', 1000, 'count', 'messages in one batch', unicast),
  tokenLife: limit('token-life', 86_400, 'seconds', 'auth_token', auth),
  tokenOverlap: limit(
    'token-overlap',
    600,
    'seconds',
    'how long an old auth_token works beside its successor',
    auth,
    'reported',
  ),
  timestampAge: limit('timestamp-age', 600, 'seconds', 'how old the timestamp of an auth request may be', auth),
  appPublic: limit('app-public', 100_000, 'per-day', 'public messages of an app with fewer than 50,000 users', quotas),
  devicePublic: limit(
    'device-public',
    2,
    'per-day',
    'public messages of one app to one device; 5 for news apps',
    quotas,
  ),
  deviceAll: limit('device-all', 2000, 'per-day', 'messages of one app to one device', quotas),
  requestRate: limit(
    'request-rate',
    300_000,
    'per-minute',
    'requests of an app with fewer than 10 million users: 5000 a second',
    rates,
  ),
} as const satisfies Record<string, Limit>;

/** All of them, for the list in the window. */
export const limits: readonly Limit[] = Object.values(oppoLimits);
