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
): Limit => ({ id: `tpns.${id}`, value, unit, scope, certainty, source });

/** Every number TPNS sets, by name. The rules read them here; the window lists them. */
export const tpnsLimits = {
  message: limit('message', 4096, 'bytes', 'the message object', 'documented', sources.push),
  titleShown: limit(
    'title-shown',
    20,
    'utf16',
    'title that TPNS’s own channel shows before it cuts',
    'documented',
    sources.limits,
  ),
  tokens: limit('tokens', 1000, 'count', 'tokens or accounts of one call', 'documented', sources.push),
  token: limit('token', 36, 'utf16', 'one token', 'documented', sources.push),
  tagList: limit('tag-list', 512, 'utf16', 'tag_list', 'documented', sources.push),
  expire: limit('expire', 259_200, 'seconds', 'longest expire_time', 'documented', sources.push),
  expireMin: limit(
    'expire-min',
    800,
    'seconds',
    'shortest expire_time but 0; less is raised to it',
    'documented',
    sources.push,
  ),
  sendAhead: limit('send-ahead', 7_776_000, 'seconds', 'how far ahead send_time may be', 'documented', sources.push),
  sendLate: limit('send-late', 600, 'seconds', 'how long ago send_time may be', 'documented', sources.push),
  speedMin: limit('speed-min', 1000, 'count', 'slowest push_speed', 'documented', sources.push),
  speedMax: limit('speed-max', 50_000, 'count', 'fastest push_speed', 'documented', sources.push),
  wideRate: limit(
    'wide-rate',
    60,
    'per-minute',
    'pushes to all, tags or packages (one a second)',
    'documented',
    sources.limits,
  ),
  repeat: limit(
    'repeat',
    3600,
    'seconds',
    'time in which the same push to all is refused',
    'documented',
    sources.limits,
  ),
  offlineStore: limit(
    'offline-store',
    259_200,
    'seconds',
    'how long the own channel keeps a push',
    'documented',
    sources.limits,
  ),
  offlineCount: limit(
    'offline-count',
    3,
    'count',
    'newest pushes the own channel keeps per device',
    'documented',
    sources.limits,
  ),
  silentApns: limit('silent-apns', 3, 'per-hour', 'silent pushes to one iPhone', 'documented', sources.limits),
  statistics: limit('statistics', 200, 'per-hour', 'statistics calls', 'documented', sources.limits),
} as const satisfies Record<string, Limit>;

/** All of them, for the list in the window. */
export const limits: readonly Limit[] = Object.values(tpnsLimits);
