import type { Certainty, Problem } from '../../../../shared/contract/index.ts';
import { fitsSchema, typesOf, type JsonSchema } from '../../../../shared/kit/json-schema.ts';
import { jsonType, pathMember, type Json } from '../../kit/json.ts';
import { shapes } from './key-shapes.ts';
import { keyAt, type KeyPlace } from './key-table.ts';
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

/** What the words of a problem call a value: by its type where the type is what is wrong, else as it is written. */
const foundIn = (shape: JsonSchema, value: Json): string => {
  const [type] = typesOf(shape);
  return type === 'string' || type === 'object' ? jsonType(value) : shown(value);
};

/**
 * The value has to have the shape the key table gives its key; else the key's own problem is reported. `over` is for keys of which
 * Apple says less than «it has to be this».
 */
export const mustFit = (
  place: KeyPlace,
  name: string,
  over: { readonly severity?: Problem['severity']; readonly certainty?: Certainty } = {},
): KeyRule => {
  const key = keyAt(place, name);
  if (!key) throw new Error(`The key table has no ${name} in ${place}`);
  const [code = `${name}-type`] = key.codes;
  const { severity = 'error', certainty = 'documented' } = over;
  return (value, path, report) => {
    if (!fitsSchema(key.shape, value)) {
      report(problem(code, severity, certainty, path, { found: foundIn(key.shape, value) }));
    }
  };
};

/** The value has to be a list of strings; the first entry that is none is named. */
export const mustBeTexts =
  (code: string): KeyRule =>
  (value, path, report) => {
    if (fitsSchema(shapes.textList, value)) return;
    if (!Array.isArray(value)) {
      report(problem(code, 'error', 'documented', path, { found: jsonType(value) }));
      return;
    }
    const wrong = value.findIndex((one) => typeof one !== 'string');
    report(problem(code, 'error', 'documented', pathMember(path, wrong), { found: shown(value[wrong] ?? null) }));
  };
