import { isObject, jsonType } from '../../kit/json.ts';
import { lintKeys } from './lint-keys.ts';
import { problem } from './problems.ts';
import { mustFit, type KeyRule, type KeyRules } from './rules.ts';

/** Containers iOS plays as a notification sound. Source: Apple, UNNotificationSound. */
const playable = /\.(?:aiff?|wav|caf)$/i;

const name: KeyRule = (value, path, report, subject) => {
  mustFit('sound', 'name')(value, path, report, subject);
  if (typeof value !== 'string' || value === 'default') return;
  if (value === '') report(problem('sound-empty', 'warning', 'guess', path));
  else if (!value.includes('.')) report(problem('sound-extension', 'warning', 'documented', path, { name: value }));
  else if (!playable.test(value)) report(problem('sound-format', 'warning', 'documented', path, { name: value }));
};

const rules: KeyRules = { critical: mustFit('sound', 'critical'), name, volume: mustFit('sound', 'volume') };

/** `sound` in `aps`, or in the alert of a Live Activity: a file name, or an object for critical alerts. */
export const lintSound: KeyRule = (value, path, report, subject) => {
  if (typeof value === 'string') name(value, path, report, subject);
  else if (isObject(value)) {
    if (!('critical' in value)) report(problem('sound-not-critical', 'info', 'documented', path));
    lintKeys('sound', rules, value, path, report, subject);
  } else report(problem('sound-type', 'error', 'documented', path, { found: jsonType(value) }));
};
