import { jsonType, type Json } from '../../kit/json.ts';
import { problem, type Report, type Subject } from './problems.ts';

/** A rule about the value of one key. `path` is where the value stands. */
export type KeyRule = (value: Json, path: string, report: Report, subject: Subject) => void;
/** Rules by the key they are about. */
export type KeyRules = Readonly<Record<string, KeyRule>>;

/** The rule of a key; null when there is none. */
export const ruleFor = (rules: KeyRules, key: string): KeyRule | null =>
  Object.hasOwn(rules, key) ? (rules[key] ?? null) : null;

/** A value as it is written, short enough for a sentence. */
export const shown = (value: Json): string => {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

/** The value has to be a string. */
export const mustBeText =
  (code: string): KeyRule =>
  (value, path, report) => {
    if (typeof value !== 'string') {
      report(problem(code, 'error', 'documented', path, { found: jsonType(value) }));
    }
  };

/** A switch that is on as the number 1. The number 0 is as good as leaving it out. */
export const mustBeOne =
  (code: string): KeyRule =>
  (value, path, report) => {
    if (value !== 1 && value !== 0) report(problem(code, 'error', 'documented', path, { found: shown(value) }));
  };
