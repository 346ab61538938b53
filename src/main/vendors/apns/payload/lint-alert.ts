import { isObject, jsonType, pathMember, type JsonObject } from '../../kit/json.ts';
import { meantKey } from './keys.ts';
import { lintSound } from './lint-sound.ts';
import { problem, type Report } from './problems.ts';
import { mustBeText, ruleFor, shown, type KeyRule, type KeyRules } from './rules.ts';

/** A visible text. In Live Activities it may be an object that names a key instead. */
const visibleText =
  (code: string): KeyRule =>
  (value, path, report, subject) => {
    if (subject.pushType === 'liveactivity' && isObject(value)) {
      if ('loc-key' in value)
        mustBeText('loc-key-type')(value['loc-key'] ?? null, `${path}["loc-key"]`, report, subject);
      if ('loc-args' in value)
        argumentList('loc-args-type')(value['loc-args'] ?? null, `${path}["loc-args"]`, report, subject);
    } else mustBeText(code)(value, path, report, subject);
  };

/** Arguments for `%@` must be strings; the first that is not is named. */
const argumentList =
  (code: string): KeyRule =>
  (value, path, report) => {
    if (!Array.isArray(value)) {
      report(problem(code, 'error', 'documented', path, { found: jsonType(value) }));
      return;
    }
    const wrong = value.findIndex((one) => typeof one !== 'string');
    if (wrong < 0) return;
    const found = shown(value[wrong] ?? null);
    report(problem(code, 'error', 'documented', pathMember(path, wrong), { found }));
  };

const summaryCount: KeyRule = (value, path, report) => {
  if (!Number.isInteger(value))
    report(problem('summary-arg-count-type', 'error', 'documented', path, { found: shown(value) }));
  else report(problem('summary-arg-ignored', 'info', 'guess', path));
};

/** A text that today's systems do not look at any more. */
const ignoredText =
  (type: string, ignored: string): KeyRule =>
  (value, path, report, subject) => {
    if (typeof value === 'string') report(problem(ignored, 'info', 'guess', path));
    else mustBeText(type)(value, path, report, subject);
  };

const rules: KeyRules = {
  title: visibleText('alert-title-type'),
  subtitle: visibleText('alert-subtitle-type'),
  body: visibleText('alert-body-type'),
  'title-loc-key': mustBeText('title-loc-key-type'),
  'subtitle-loc-key': mustBeText('subtitle-loc-key-type'),
  'loc-key': mustBeText('loc-key-type'),
  'title-loc-args': argumentList('title-loc-args-type'),
  'subtitle-loc-args': argumentList('subtitle-loc-args-type'),
  'loc-args': argumentList('loc-args-type'),
  'launch-image': mustBeText('launch-image-type'),
  action: mustBeText('alert-action-type'),
  sound: lintSound,
  'action-loc-key': ignoredText('action-loc-key-type', 'action-loc-key-ignored'),
  'summary-arg': ignoredText('summary-arg-type', 'summary-arg-ignored'),
  'summary-arg-count': summaryCount,
};

const pairs = [
  ['title-loc-args', 'title-loc-key'],
  ['subtitle-loc-args', 'subtitle-loc-key'],
  ['loc-args', 'loc-key'],
] as const;

const lintPairs = (alert: JsonObject, report: Report): void => {
  for (const [list, key] of pairs) {
    if (list in alert && !(key in alert)) {
      report(problem('loc-args-unused', 'warning', 'documented', pathMember('$.aps.alert', list), { list, key }));
    }
  }
};

const textKeys = ['title', 'subtitle', 'body', 'title-loc-key', 'subtitle-loc-key', 'loc-key'];

/** No text at all. A text of the wrong type is not nothing; it has a problem of its own. */
const isNothing = (alert: string | JsonObject): boolean =>
  typeof alert === 'string' ? alert === '' : textKeys.every((key) => (alert[key] ?? '') === '');

/** `aps.alert`: a string, or an object with the keys of an alert. */
export const lintAlert: KeyRule = (value, path, report, subject) => {
  if (typeof value !== 'string' && !isObject(value)) {
    report(problem('alert-type', 'error', 'documented', path, { found: jsonType(value) }));
    return;
  }
  if (isNothing(value)) report(problem('alert-empty', 'warning', 'guess', path));
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = pathMember(path, key);
    const rule = ruleFor(rules, key);
    if (rule) {
      rule(inner, at, report, subject);
      continue;
    }
    const meant = meantKey(key, 'alert');
    report(
      meant === null
        ? problem('custom-key-in-alert', 'warning', 'documented', at, { key })
        : problem('key-misspelled', 'error', 'documented', at, { key, right: meant }),
    );
  }
  lintPairs(value, report);
};
