import { fitsSchema } from '../../../../shared/kit/json-schema.ts';
import type { JsonObject } from '../../kit/json.ts';
import { shapes } from './key-shapes.ts';
import { lintAlert } from './lint-alert.ts';
import { lintKeys } from './lint-keys.ts';
import { liveActivityRules } from './lint-live-activity.ts';
import { lintSound } from './lint-sound.ts';
import { problem, type Report, type Subject } from './problems.ts';
import { alertText, hasText, isOn, isSilent } from './read.ts';
import { mustFit, type KeyRule, type KeyRules } from './rules.ts';

const relevanceScore: KeyRule = (value, path, report, subject) => {
  mustFit('aps', 'relevance-score')(value, path, report, subject);
  const isForActivity = subject.pushType === 'liveactivity';
  if (typeof value === 'number' && !isForActivity && !fitsSchema(shapes.share, value)) {
    report(problem('relevance-score-range', 'warning', 'documented', path, { found: value }));
  }
};

const rules: KeyRules = {
  alert: lintAlert,
  badge: mustFit('aps', 'badge'),
  sound: lintSound,
  'thread-id': mustFit('aps', 'thread-id'),
  category: mustFit('aps', 'category'),
  'content-available': mustFit('aps', 'content-available'),
  'mutable-content': mustFit('aps', 'mutable-content'),
  'target-content-id': mustFit('aps', 'target-content-id'),
  'interruption-level': mustFit('aps', 'interruption-level', { severity: 'warning', certainty: 'guess' }),
  'relevance-score': relevanceScore,
  'filter-criteria': mustFit('aps', 'filter-criteria'),
  'url-args': mustFit('aps', 'url-args'),
  'content-changed': mustFit('aps', 'content-changed', { certainty: 'guess' }),
  ...liveActivityRules,
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
  lintKeys('aps', rules, aps, '$.aps', report, subject);
  lintBackground(aps, report, subject);
  lintTogether(aps, report, subject);
};
