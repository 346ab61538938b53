import { isObject, jsonType, pathMember, type Json, type JsonObject } from '../../kit/json.ts';
import { simulatorKey } from '../apns-file.ts';
import { lintAps } from './lint-aps.ts';
import { lintLiveActivity } from './lint-live-activity.ts';
import { problem, type Report, type Subject } from './problems.ts';
import { isOn } from './read.ts';
import { mustFit } from './rules.ts';

/** Keys that belong into `aps` and that people put beside it. Short words such as `event` may be an app's own. */
const misplaceable = [
  'alert',
  'badge',
  'sound',
  'content-available',
  'mutable-content',
  'thread-id',
  'interruption-level',
];
const secretName =
  /passw(?:or)?d|secret|(?:access|auth|session|refresh)[-_ ]?token|private[-_ ]?key|credit[-_ ]?card|\bcvv\b/i;

const lintApsPlace = (root: JsonObject, report: Report, subject: Subject): void => {
  const { aps } = root;
  if (aps === undefined) {
    const isForPeople = ['alert', 'background', ''].includes(subject.pushTypeText);
    // Wallet passes are updated by an empty object, managed devices by `mdm` alone.
    if (isForPeople && !subject.topic.startsWith('pass.') && !('mdm' in root)) {
      report(problem('aps-missing', 'warning', 'reported', '$'));
    }
  } else if (!isObject(aps)) report(problem('aps-type', 'error', 'documented', '$.aps', { found: jsonType(aps) }));
  for (const key of misplaceable) {
    if (key in root && !(subject.aps && key in subject.aps)) {
      report(problem('key-outside-aps', 'warning', 'documented', pathMember('$', key), { key }));
    }
  }
};

/** The keys an IM app and its service extension read beside `aps`. */
const lintMessageKeys = (root: JsonObject, report: Report, subject: Subject): void => {
  const { ext, image } = root;
  if (ext !== undefined && typeof ext !== 'string') {
    report(problem('ext-type', 'info', 'documented', '$.ext', { found: jsonType(ext) }));
  }
  if (typeof image !== 'string' || image === '') return;
  if (!image.startsWith('https://')) report(problem('image-address', 'warning', 'documented', '$.image'));
  if (!subject.aps || !isOn(subject.aps['mutable-content'])) {
    report(problem('image-without-mutable-content', 'warning', 'documented', '$.image'));
  }
};

const lintSecrets = (value: Json, path: string, report: Report): void => {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) lintSecrets(one, pathMember(path, index), report);
  } else if (isObject(value)) {
    for (const [key, one] of Object.entries(value)) {
      const at = pathMember(path, key);
      if (typeof one === 'string' && one !== '' && secretName.test(key)) {
        report(problem('possible-secret', 'info', 'documented', at, { key }));
      }
      lintSecrets(one, at, report);
    }
  }
};

/** All rules about a payload that is a JSON object. */
export const lintRoot = (report: Report, subject: Subject): void => {
  const { root, aps } = subject;
  for (const key of [simulatorKey, 'mdm']) {
    if (key in root) mustFit('root', key)(root[key] ?? null, pathMember('$', key), report, subject);
  }
  if (typeof root[simulatorKey] === 'string') {
    report(problem('simulator-key', 'warning', 'guess', pathMember('$', simulatorKey)));
  }
  lintApsPlace(root, report, subject);
  if (aps) {
    lintAps(aps, report, subject);
    lintLiveActivity(aps, report, subject);
  }
  lintMessageKeys(root, report, subject);
  lintSecrets(root, '$', report);
};
