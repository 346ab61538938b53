import { fitsSchema } from '../../../../shared/kit/json-schema.ts';
import { pathMember, type JsonObject } from '../../kit/json.ts';
import { isMilliseconds } from '../option-values.ts';
import { firstLiveActivity, shapes } from './key-shapes.ts';
import { neededFor } from './key-table.ts';
import { isActivityElsewhere } from './lint-keys.ts';
import { problem, type Report, type Subject } from './problems.ts';
import { mustFit, shown, type KeyRule, type KeyRules } from './rules.ts';

/** Older than this is not the delay of a server any more. ActivityKit goes by its last update, which nobody knows here. */
const oldestUpdateSeconds = 3600;
/** No activity lives longer. Source: Apple Developer Forums, thread 776165. */
const longestActivitySeconds = 8 * 3600;

/** A time in whole seconds. Milliseconds are the mistake people make, so they have a problem of their own. */
const seconds =
  (name: string): KeyRule =>
  (value, path, report) => {
    if (fitsSchema(shapes.seconds, value)) return;
    if (typeof value === 'number' && Number.isInteger(value) && isMilliseconds(value)) {
      const right = Math.floor(value / 1000);
      report(problem(`${name}-milliseconds`, 'error', 'documented', path, { found: value, right }));
    } else report(problem(`${name}-type`, 'error', 'documented', path, { found: shown(value) }));
  };

const timestamp: KeyRule = (value, path, report, subject) => {
  seconds('timestamp')(value, path, report, subject);
  if (typeof value === 'number' && Number.isInteger(value) && value < firstLiveActivity) {
    report(problem('timestamp-past', 'error', 'documented', path, { found: value }));
  } else if (subject.nowMs !== null && fitsSchema(shapes.activityTime, value)) {
    lintAge(Number(value) - subject.nowMs / 1000, path, report);
  }
};

/** An update from the past, or from further ahead than any activity lives. */
const lintAge = (aheadSeconds: number, path: string, report: Report): void => {
  const hours = Math.round(Math.abs(aheadSeconds) / 3600);
  if (aheadSeconds < -oldestUpdateSeconds) report(problem('timestamp-old', 'warning', 'reported', path, { hours }));
  if (aheadSeconds > longestActivitySeconds) report(problem('timestamp-ahead', 'warning', 'reported', path, { hours }));
};

/** A stale date that is over when the push is made. */
const lintStaleDate = (aps: JsonObject, report: Report): void => {
  const { timestamp, 'stale-date': stale } = aps;
  if (!fitsSchema(shapes.activityTime, timestamp) || !fitsSchema(shapes.seconds, stale)) return;
  if (Number(stale) <= Number(timestamp)) report(problem('stale-date-past', 'warning', 'guess', '$.aps["stale-date"]'));
};

/** Rules for the keys of Live Activities. Source: Apple, «Starting and updating Live Activities with ActivityKit push notifications». */
export const liveActivityRules: KeyRules = {
  timestamp,
  event: mustFit('aps', 'event'),
  'content-state': mustFit('aps', 'content-state'),
  'stale-date': seconds('stale-date'),
  'dismissal-date': seconds('dismissal-date'),
  'attributes-type': mustFit('aps', 'attributes-type'),
  attributes: mustFit('aps', 'attributes'),
  'input-push-token': mustFit('aps', 'input-push-token'),
  'input-push-channel': mustFit('aps', 'input-push-channel'),
};

const neededBy: Readonly<Record<string, readonly string[]>> = neededFor;

/** What a Live Activity push needs as a whole, and its keys where they have no effect. */
export const lintLiveActivity = (aps: JsonObject, report: Report, subject: Subject): void => {
  if (subject.pushType !== 'liveactivity') {
    if (isActivityElsewhere(subject)) {
      report(problem('live-activity-push-type', 'warning', 'documented', 'option:pushType'));
    }
    return;
  }
  lintStaleDate(aps, report);
  if ('sound' in aps) report(problem('live-activity-sound', 'info', 'documented', '$.aps.sound'));
  const event = typeof aps['event'] === 'string' ? aps['event'] : 'update';
  // The event is whatever the payload says, also the name of something that every object has.
  for (const key of (Object.hasOwn(neededBy, event) && neededBy[event]) || neededFor.update) {
    if (!(key in aps)) {
      report(problem('live-activity-missing', 'error', 'documented', pathMember('$.aps', key), { key, event }));
    }
  }
};
