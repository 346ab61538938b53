import { jsonType, pathMember, type JsonObject } from '../../kit/json.ts';
import { lintAlert } from './lint-alert.ts';
import { liveActivityRules } from './lint-live-activity.ts';
import { lintSound } from './lint-sound.ts';
import { meantKey } from './keys.ts';
import { problem, type Report, type Subject } from './problems.ts';
import { alertText, hasText, isOn, isSilent } from './read.ts';
import { mustBeOne, mustBeText, ruleFor, shown, type KeyRule, type KeyRules } from './rules.ts';

const badge: KeyRule = (value, path, report) => {
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= 0;
  if (!fits) report(problem('badge-type', 'error', 'documented', path, { found: shown(value) }));
};

const levels = new Set(['passive', 'active', 'time-sensitive', 'critical']);
const interruptionLevel: KeyRule = (value, path, report) => {
  if (typeof value === 'string' && levels.has(value)) return;
  report(problem('interruption-level-value', 'warning', 'guess', path, { found: shown(value) }));
};

const relevanceScore: KeyRule = (value, path, report, subject) => {
  if (typeof value !== 'number') {
    report(problem('relevance-score-type', 'error', 'documented', path, { found: jsonType(value) }));
  } else if (subject.pushType !== 'liveactivity' && (value < 0 || value > 1)) {
    report(problem('relevance-score-range', 'warning', 'documented', path, { found: value }));
  }
};

const urlArguments: KeyRule = (value, path, report) => {
  const fits = Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (!fits) report(problem('url-args-type', 'error', 'documented', path, { found: shown(value) }));
};

const contentChanged: KeyRule = (value, path, report) => {
  if (value !== true) report(problem('content-changed-value', 'error', 'guess', path, { found: shown(value) }));
};

const rules: KeyRules = {
  alert: lintAlert,
  badge,
  sound: lintSound,
  'thread-id': mustBeText('thread-id-type'),
  category: mustBeText('category-type'),
  'content-available': mustBeOne('content-available-value'),
  'mutable-content': mustBeOne('mutable-content-value'),
  'target-content-id': mustBeText('target-content-id-type'),
  'interruption-level': interruptionLevel,
  'relevance-score': relevanceScore,
  'filter-criteria': mustBeText('filter-criteria-type'),
  'url-args': urlArguments,
  'content-changed': contentChanged,
  ...liveActivityRules,
};

const lintKeys = (aps: JsonObject, report: Report, subject: Subject): void => {
  for (const [key, value] of Object.entries(aps)) {
    const path = pathMember('$.aps', key);
    const rule = ruleFor(rules, key);
    if (rule) {
      rule(value, path, report, subject);
      continue;
    }
    const meant = meantKey(key, 'aps');
    report(
      meant === null
        ? problem('custom-key-in-aps', 'warning', 'documented', path, { key })
        : problem('key-misspelled', 'error', 'documented', path, { key, right: meant }),
    );
  }
};

const noticed = ['alert', 'badge', 'sound'];

/** What a background push says against what its headers say. Source: Apple, «Pushing background updates to your App». */
const lintBackground = (aps: JsonObject, report: Report, { pushType, pushTypeText, priority }: Subject): void => {
  if (pushType === 'background') {
    if (!isOn(aps['content-available'])) {
      report(problem('background-without-content-available', 'warning', 'documented', '$.aps'));
    }
    if (noticed.some((key) => key in aps)) report(problem('background-with-alert', 'error', 'documented', '$.aps'));
    if (priority === '10') report(problem('background-priority', 'error', 'documented', 'option:priority'));
    if (priority === '') report(problem('background-priority-missing', 'warning', 'documented', 'option:priority'));
  } else if (isSilent(aps) && (pushType === 'alert' || pushTypeText === '')) {
    report(problem('silent-push-type', 'error', 'documented', 'option:pushType'));
  }
};

const lintTogether = (aps: JsonObject, report: Report, subject: Subject): void => {
  if (isOn(aps['mutable-content']) && !hasText(alertText(aps['alert']))) {
    report(problem('mutable-content-without-alert', 'warning', 'documented', '$.aps["mutable-content"]'));
  }
  const isForPeople = subject.pushType === 'alert' || subject.pushTypeText === '';
  const hasPurpose = [...noticed, 'content-available', 'url-args', 'event'].some((key) => key in aps);
  if (isForPeople && !hasPurpose) report(problem('nothing-visible', 'warning', 'reported', '$.aps'));
};

/** Everything inside `aps`. */
export const lintAps = (aps: JsonObject, report: Report, subject: Subject): void => {
  lintKeys(aps, report, subject);
  lintBackground(aps, report, subject);
  lintTogether(aps, report, subject);
};
