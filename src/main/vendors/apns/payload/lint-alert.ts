import { fitsSchema } from '../../../../shared/kit/json-schema.ts';
import { isObject, jsonType, pathMember, type JsonObject } from '../../kit/json.ts';
import { keyAt } from './key-table.ts';
import { lintKeys } from './lint-keys.ts';
import { lintSound } from './lint-sound.ts';
import { problem, type Report } from './problems.ts';
import { mustBeTexts, mustFit, ruleFor, type KeyRule, type KeyRules } from './rules.ts';

const locRules: KeyRules = { 'loc-key': mustFit('loc', 'loc-key'), 'loc-args': mustBeTexts('loc-args-type') };

/** A visible text. In Live Activities it may be an object that names a key instead. */
const visibleText =
  (code: string): KeyRule =>
  (value, path, report, subject) => {
    if (subject.pushType === 'liveactivity' && isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        const rule = ruleFor(locRules, key);
        if (rule) rule(inner, pathMember(path, key), report, subject);
        else report(problem('custom-key-in-text', 'warning', 'documented', pathMember(path, key), { key }));
      }
    } else if (typeof value !== 'string') {
      report(problem(code, 'error', 'documented', path, { found: jsonType(value) }));
    }
  };

/** A key that today's systems do not look at any more. */
const ignored =
  (name: string, code: string): KeyRule =>
  (value, path, report, subject) => {
    const fits = fitsSchema(keyAt('alert', name)?.shape ?? {}, value);
    if (fits) report(problem(code, 'info', 'guess', path));
    else mustFit('alert', name)(value, path, report, subject);
  };

/** The button of a website push; nothing else looks at it. */
const safariAction: KeyRule = (value, path, report, subject) => {
  mustFit('alert', 'action')(value, path, report, subject);
  if (typeof value === 'string' && !(subject.aps && 'url-args' in subject.aps)) {
    report(problem('alert-action-safari', 'info', 'reported', path));
  }
};

const rules: KeyRules = {
  title: visibleText('alert-title-type'),
  subtitle: visibleText('alert-subtitle-type'),
  body: visibleText('alert-body-type'),
  'title-loc-key': mustFit('alert', 'title-loc-key'),
  'subtitle-loc-key': mustFit('alert', 'subtitle-loc-key'),
  'loc-key': mustFit('alert', 'loc-key'),
  'title-loc-args': mustBeTexts('title-loc-args-type'),
  'subtitle-loc-args': mustBeTexts('subtitle-loc-args-type'),
  'loc-args': mustBeTexts('loc-args-type'),
  'launch-image': mustFit('alert', 'launch-image'),
  action: safariAction,
  sound: lintSound,
  'action-loc-key': ignored('action-loc-key', 'action-loc-key-ignored'),
  'summary-arg': ignored('summary-arg', 'summary-arg-ignored'),
  'summary-arg-count': ignored('summary-arg-count', 'summary-arg-ignored'),
};

const pairs = [
  ['title-loc-args', 'title-loc-key'],
  ['subtitle-loc-args', 'subtitle-loc-key'],
  ['loc-args', 'loc-key'],
] as const;
const twice = [
  ['title', 'title-loc-key'],
  ['subtitle', 'subtitle-loc-key'],
  ['body', 'loc-key'],
] as const;

const lintPairs = (alert: JsonObject, report: Report): void => {
  for (const [list, key] of pairs) {
    if (list in alert && !(key in alert)) {
      report(problem('loc-args-unused', 'warning', 'documented', pathMember('$.aps.alert', list), { list, key }));
    }
  }
  for (const [text, key] of twice) {
    if (text in alert && key in alert) {
      report(problem('loc-key-and-text', 'info', 'guess', pathMember('$.aps.alert', key), { text, key }));
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
  lintKeys('alert', rules, value, path, report, subject);
  lintPairs(value, report);
};
