import { isObject, jsonType, pathMember, type JsonObject } from '../../kit/json.ts';
import { isMilliseconds } from '../option-values.ts';
import { problem, type Report, type Subject } from './problems.ts';
import { mustBeOne, mustBeText, shown, type KeyRule, type KeyRules } from './rules.ts';

/** iOS 16.1, the first with Live Activities, came out in October 2022; nothing newer can carry an older time. */
const firstLiveActivity = 1_660_000_000;

const seconds =
  (typeCode: string, millisecondsCode: string): KeyRule =>
  (value, path, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      report(problem(typeCode, 'error', 'documented', path, { found: shown(value) }));
    } else if (isMilliseconds(value)) {
      report(problem(millisecondsCode, 'error', 'documented', path, { found: value, right: Math.floor(value / 1000) }));
    }
  };

const timestamp: KeyRule = (value, path, report, subject) => {
  seconds('timestamp-type', 'timestamp-milliseconds')(value, path, report, subject);
  if (typeof value === 'number' && Number.isInteger(value) && value < firstLiveActivity) {
    report(problem('timestamp-past', 'error', 'documented', path, { found: value }));
  }
};

const events = new Set(['start', 'update', 'end']);
const event: KeyRule = (value, path, report) => {
  if (typeof value === 'string' && events.has(value)) return;
  report(problem('event-value', 'error', 'documented', path, { found: shown(value) }));
};

const mustBeObject =
  (code: string): KeyRule =>
  (value, path, report) => {
    if (!isObject(value)) report(problem(code, 'error', 'documented', path, { found: jsonType(value) }));
  };

const channel: KeyRule = (value, path, report) => {
  const fits = typeof value === 'string' && /^[A-Za-z0-9+/]+={0,2}$/.test(value) && value.length % 4 === 0;
  if (!fits) report(problem('input-push-channel-value', 'error', 'documented', path, { found: shown(value) }));
};

/** Rules for the keys of Live Activities. Source: Apple, «Starting and updating Live Activities with ActivityKit push notifications». */
export const liveActivityRules: KeyRules = {
  timestamp,
  event,
  'content-state': mustBeObject('content-state-type'),
  'stale-date': seconds('stale-date-type', 'stale-date-milliseconds'),
  'dismissal-date': seconds('dismissal-date-type', 'dismissal-date-milliseconds'),
  'attributes-type': mustBeText('attributes-type-type'),
  attributes: mustBeObject('attributes-not-object'),
  'input-push-token': mustBeOne('input-push-token-value'),
  'input-push-channel': channel,
};

const always = ['timestamp', 'event', 'content-state'];
const neededFor: Readonly<Record<string, readonly string[]>> = {
  start: [...always, 'attributes-type', 'attributes', 'alert'],
  update: always,
  // The last state of an ended activity is a courtesy.
  end: ['timestamp', 'event'],
};

/** What a Live Activity push needs as a whole, and its keys where they have no effect. */
export const lintLiveActivity = (aps: JsonObject, report: Report, subject: Subject): void => {
  if (subject.pushType !== 'liveactivity') {
    if ('event' in aps && 'content-state' in aps) {
      report(problem('live-activity-push-type', 'warning', 'documented', 'option:pushType'));
    }
    return;
  }
  const event = typeof aps['event'] === 'string' ? aps['event'] : 'update';
  for (const key of neededFor[event] ?? always) {
    if (!(key in aps)) {
      report(problem('live-activity-missing', 'error', 'documented', pathMember('$.aps', key), { key, event }));
    }
  }
};
