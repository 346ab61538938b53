import { isObject, jsonType, type JsonObject } from '../../kit/json.ts';
import { problem, type Report } from './problems.ts';
import { mustBeText, shown, type KeyRule } from './rules.ts';

/** Containers iOS plays as a notification sound. Source: Apple, UNNotificationSound. */
const playable = /\.(?:aiff?|wav|caf)$/i;

const lintName: KeyRule = (value, path, report, subject) => {
  mustBeText('sound-name-type')(value, path, report, subject);
  if (typeof value !== 'string' || value === 'default') return;
  if (value === '') report(problem('sound-empty', 'warning', 'guess', path));
  else if (!value.includes('.')) report(problem('sound-extension', 'warning', 'documented', path, { name: value }));
  else if (!playable.test(value)) report(problem('sound-format', 'warning', 'documented', path, { name: value }));
};

const lintCritical = (sound: JsonObject, path: string, report: Report): void => {
  const { critical, volume } = sound;
  if (critical === undefined) report(problem('sound-not-critical', 'info', 'documented', path));
  else if (critical !== 0 && critical !== 1) {
    report(problem('sound-critical-value', 'error', 'documented', `${path}.critical`, { found: shown(critical) }));
  }
  const fits = volume === undefined || (typeof volume === 'number' && volume >= 0 && volume <= 1);
  if (!fits) report(problem('sound-volume-value', 'error', 'documented', `${path}.volume`, { found: shown(volume) }));
};

/** `aps.sound`: a file name, or an object for critical alerts. */
export const lintSound: KeyRule = (value, path, report, subject) => {
  if (typeof value === 'string') lintName(value, path, report, subject);
  else if (isObject(value)) {
    lintCritical(value, path, report);
    if (value['name'] !== undefined) lintName(value['name'], `${path}.name`, report, subject);
  } else report(problem('sound-type', 'error', 'documented', path, { found: jsonType(value) }));
};
