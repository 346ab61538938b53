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
): Limit => ({ id: `meizu.${id}`, value, unit, scope, certainty, source });

/** Every number Meizu sets, by name. The rules read them here; the window lists them. */
export const meizuLimits = {
  title: limit(
    'title',
    32,
    'utf16',
    'noticeBarInfo.title; that the unit is UTF-16 is assumed',
    'documented',
    sources.api,
  ),
  content: limit(
    'content',
    100,
    'utf16',
    'noticeBarInfo.content; that the unit is UTF-16 is assumed',
    'documented',
    sources.api,
  ),
  passThrough: limit('pass-through', 2000, 'bytes', 'content of a pass-through message', 'documented', sources.api),
  click: limit('click', 1000, 'bytes', 'customAttribute, url and activity', 'documented', sources.nodeSdk),
  callback: limit('callback', 128, 'bytes', 'extra.callback', 'documented', sources.api),
  callbackParam: limit('callback-param', 64, 'bytes', 'extra["callback.param"]', 'documented', sources.api),
  notifyKey: limit('notify-key', 8, 'utf16', 'advanceInfo.notifyKey', 'documented', sources.api),
  validHours: limit('valid-hours', 72, 'count', 'hours of pushTimeInfo.validTime, from 1', 'documented', sources.api),
  subtitle: limit('subtitle', 16, 'utf16', 'vipInfo.subtitle', 'documented', sources.api),
  targets: limit(
    'targets',
    100,
    'count',
    'pushIds or aliases of one request (older README: 1,000)',
    'documented',
    sources.api,
  ),
  rate: limit(
    'rate',
    30_000,
    'per-minute',
    'requests of one app (500 a second; another page says 200)',
    'documented',
    sources.tencentLimits,
  ),
  bulk: limit('bulk', 1000, 'per-day', 'task and app-wide pushes of one app', 'documented', sources.tencentLimits),
  publicPerDevice: limit(
    'public-per-device',
    3,
    'per-day',
    'public messages one device shows (news apps 5)',
    'reported',
    sources.publicQuota,
  ),
  foldPerMinute: limit(
    'fold-per-minute',
    5,
    'per-minute',
    'messages of one app to one device before they are folded',
    'documented',
    sources.api,
  ),
  tag: limit('tag', 20, 'utf16', 'one tag', 'documented', sources.tencentLimits),
  tags: limit('tags', 100, 'count', 'tags of one app', 'documented', sources.tencentLimits),
  receiptUrls: limit('receipt-urls', 100, 'count', 'different receipt URLs of one app', 'documented', sources.api),
} as const satisfies Record<string, Limit>;

/** All of them, for the list in the window. */
export const limits: readonly Limit[] = Object.values(meizuLimits);
