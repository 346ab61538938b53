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
): Limit => ({ id: `vivo.${id}`, value, unit, scope, certainty, source });

/** Every number vivo sets, by name. The rules read them here; the window lists them. */
export const vivoLimits = {
  title: limit('title', 40, 'utf16', 'title; Chinese and Latin count the same', 'documented', sources.api),
  content: limit('content', 100, 'utf16', 'content; Chinese and Latin count the same', 'documented', sources.api),
  alias: limit('alias', 70, 'utf16', 'alias', 'documented', sources.api),
  skipContent: limit('skip-content', 1024, 'utf16', 'skipContent', 'documented', sources.api),
  customMap: limit(
    'custom-map',
    1024,
    'utf16',
    'keys and values of clientCustomMap together',
    'documented',
    sources.api,
  ),
  requestId: limit('request-id', 64, 'utf16', 'requestId', 'documented', sources.api),
  profileId: limit('profile-id', 64, 'utf16', 'profileId', 'documented', sources.api),
  callback: limit('callback', 128, 'utf16', 'extra.callback', 'documented', sources.api),
  callbackParam: limit('callback-param', 64, 'utf16', 'extra["callback.param"]', 'documented', sources.api),
  minTtl: limit('min-ttl', 60, 'seconds', 'shortest timeToLive of a single push', 'documented', sources.api),
  minListTtl: limit('min-list-ttl', 900, 'seconds', 'shortest timeToLive of a list push', 'documented', sources.api),
  ttl: limit('ttl', 86_400, 'seconds', 'longest timeToLive; also its default', 'documented', sources.api),
  notifyId: limit('notify-id', 2_147_483_647, 'count', 'largest notifyId', 'documented', sources.api),
  listMin: limit('list-min', 2, 'count', 'fewest targets of one pushToList', 'reported', sources.api),
  listMax: limit('list-max', 1000, 'count', 'most targets of one pushToList', 'reported', sources.api),
  tokenLife: limit('token-life', 86_400, 'seconds', 'authToken', 'documented', sources.api),
  tokenRenew: limit(
    'token-renew',
    3600,
    'seconds',
    'age at which a new authToken is fetched',
    'documented',
    sources.api,
  ),
  clockSkew: limit(
    'clock-skew',
    600,
    'seconds',
    'how far the timestamp of /message/auth may be off',
    'documented',
    sources.api,
  ),
  authRate: limit('auth-rate', 600, 'per-minute', '/message/auth of one app (10 a second)', 'documented', sources.api),
  sendRate: limit(
    'send-rate',
    30_000,
    'per-minute',
    'pushes of one app (500 a second at least)',
    'reported',
    sources.limits,
  ),
  systemQuota: limit(
    'system-quota',
    30_000,
    'per-day',
    'system messages of a small app: 3 × a base of 10,000',
    'documented',
    sources.tencentClass,
  ),
  operationQuota: limit(
    'operation-quota',
    20_000,
    'per-day',
    'operation messages of a small app: 2 × a base of 10,000',
    'documented',
    sources.tencentClass,
  ),
  deviceQuota: limit(
    'device-quota',
    2,
    'per-day',
    'operation messages one device shows (5 with a news licence)',
    'documented',
    sources.tencentClass,
  ),
  testDevices: limit('test-devices', 20, 'count', 'registered test devices', 'documented', sources.api),
  testOperation: limit(
    'test-operation',
    100,
    'per-day',
    'operation messages with pushMode 1',
    'documented',
    sources.tencentClass,
  ),
  testSystem: limit(
    'test-system',
    10_000,
    'per-day',
    'system messages with pushMode 1',
    'documented',
    sources.tencentClass,
  ),
} as const satisfies Record<string, Limit>;

/** All of them, for the list in the window. */
export const limits: readonly Limit[] = Object.values(vivoLimits);
