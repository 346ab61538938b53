import type { Problem } from '../../../../shared/contract/index.ts';
import { isObject, jsonType, parseJson, pathMember, type Json, type JsonObject } from '../../kit/json.ts';
import { utf8Length } from '../../kit/text.ts';
import { findJsonError, positionOf } from './json-position.ts';
import { problem } from './problems.ts';
import { isTooDeep } from './read.ts';

/** The payload as an object, or what keeps it from being one. */
export type PayloadReading =
  { readonly root: JsonObject; readonly problem: null } | { readonly root: null; readonly problem: Problem };

const broken = (found: Problem): PayloadReading => ({ root: null, problem: found });

/** Reads the text of a payload. A mistake in the JSON is named with its line and column. */
export const readPayloadText = (text: string): PayloadReading => {
  if (text === '') return broken(problem('payload-empty', 'error', 'documented', '$'));
  if (isTooDeep(text)) return broken(problem('payload-too-deep', 'error', 'reported', '$'));
  const parsed = parseJson(text);
  if (parsed.ok) {
    if (isObject(parsed.value)) return { root: parsed.value, problem: null };
    return broken(problem('payload-not-object', 'error', 'documented', '$', { found: jsonType(parsed.value) }));
  }
  const offset = findJsonError(text) ?? text.length;
  const { line, column, near } = positionOf(text, offset);
  return broken(
    offset >= text.length
      ? problem('payload-cut', 'error', 'documented', '$', { line, column })
      : problem('payload-not-json', 'error', 'documented', '$', { line, column, near }),
  );
};

const weigh = (path: string, value: Json): { path: string; bytes: number } => ({
  path,
  bytes: utf8Length(JSON.stringify(value)),
});

/** The single entry that takes the most bytes: beside `aps`, inside it, or inside its alert. */
const heaviest = (root: JsonObject): { path: string; bytes: number } => {
  const { aps, ...beside } = root;
  const entries = Object.entries(beside).map(([key, value]) => weigh(pathMember('$', key), value));
  if (isObject(aps)) {
    const { alert, ...inside } = aps;
    for (const [key, value] of Object.entries(inside)) entries.push(weigh(pathMember('$.aps', key), value));
    if (isObject(alert)) {
      for (const [key, value] of Object.entries(alert)) entries.push(weigh(pathMember('$.aps.alert', key), value));
    } else if (alert !== undefined) entries.push(weigh('$.aps.alert', alert));
  }
  return entries.reduce((most, entry) => (entry.bytes > most.bytes ? entry : most), { path: '$', bytes: 0 });
};

/** The problem of a payload over its limit; names what weighs most. Null when it fits. */
export const lintSize = (used: number, limit: number, root: JsonObject | null): Problem | null => {
  if (used <= limit) return null;
  const most = root ? heaviest(root) : { path: '$', bytes: used };
  return problem('payload-too-large', 'error', 'documented', most.path, {
    used,
    limit,
    over: used - limit,
    key: most.path,
    keyBytes: most.bytes,
  });
};
