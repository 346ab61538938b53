import type { Certainty, Source } from '../../../shared/contract/index.ts';
import type { Limit } from '../vendor.ts';
import { sources } from './sources.ts';

const limit = (
  id: string,
  value: number,
  unit: Limit['unit'],
  scope: string,
  certainty: Certainty,
  source: Source,
): Limit => ({ id: `xiaomi.${id}`, value, unit, scope, certainty, source });

/** Every number Xiaomi sets, by name. The rules read them here; the window lists them. */
export const xiaomiLimits = {
  title: limit('title', 50, 'codepoints', 'title; the page says «less than»', 'documented', sources.api),
  description: limit(
    'description',
    128,
    'codepoints',
    'description; the page says «less than»',
    'documented',
    sources.api,
  ),
  payload: limit('payload', 4096, 'bytes', 'payload', 'guess', sources.api),
  targets: limit(
    'targets',
    1000,
    'count',
    'registration ids, aliases or accounts in one request',
    'documented',
    sources.api,
  ),
  topics: limit('topics', 5, 'count', 'topics in one request', 'documented', sources.api),
  extraPairs: limit('extra-pairs', 10, 'count', 'custom pairs in extra', 'documented', sources.api),
  extraChars: limit(
    'extra-chars',
    1024,
    'utf16',
    'names and values of the custom pairs together',
    'documented',
    sources.api,
  ),
  jobkey: limit('jobkey', 20, 'utf16', 'extra.jobkey', 'documented', sources.api),
  callbackParam: limit(
    'callback-param',
    256,
    'bytes',
    'extra.callback.param; 64 in an older text',
    'documented',
    sources.api,
  ),
  notifyId: limit('notify-id', 2_147_483_647, 'count', 'greatest notify_id', 'documented', sources.api),
  ttlOld: limit('ttl-old', 1_209_600, 'seconds', 'time_to_live in the older text', 'documented', sources.api),
  ttlPrivate: limit('ttl-private', 864_000, 'seconds', 'time_to_live of private messages', 'documented', sources.api),
  ttlPublic: limit('ttl-public', 86_400, 'seconds', 'time_to_live of public messages', 'documented', sources.api),
  sendAhead: limit('send-ahead', 604_800, 'seconds', 'how far ahead time_to_send may lie', 'documented', sources.api),
  templateValue: limit(
    'template-value',
    128,
    'codepoints',
    'one value of template_param',
    'documented',
    sources.templates,
  ),
  templateValues: limit('template-values', 9, 'count', 'variables of a template', 'documented', sources.templates),
  devicePublic: limit(
    'device-public',
    5,
    'per-day',
    'public messages of one app to one device; 8 with a news licence',
    'documented',
    sources.limits,
  ),
  deviceDefault: limit(
    'device-default',
    1,
    'per-day',
    'messages without channel of one app to one device',
    'documented',
    sources.limits,
  ),
  appBase: limit(
    'app-base',
    10_000,
    'count',
    'smallest number of devices the daily quota counts with',
    'documented',
    sources.limits,
  ),
  appPublicTimes: limit(
    'app-public-times',
    2,
    'per-day',
    'public messages of one app, for each device counted; 3 with a news licence',
    'documented',
    sources.limits,
  ),
  appDefaultTimes: limit(
    'app-default-times',
    1,
    'per-day',
    'messages without channel of one app, for each device counted',
    'documented',
    sources.limits,
  ),
  requestRate: limit(
    'request-rate',
    30_000,
    'per-minute',
    'requests of an app with fewer than 100,000 devices: 500 a second',
    'documented',
    sources.limits,
  ),
} as const satisfies Record<string, Limit>;

/** All of them, for the list in the window. */
export const limits: readonly Limit[] = Object.values(xiaomiLimits);
