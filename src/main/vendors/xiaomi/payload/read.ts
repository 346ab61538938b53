import { shorten } from '../../kit/cut-text.ts';
import { advice, unsendable, type Finding } from '../../kit/findings.ts';
import { isObject, jsonType, pathMember, type Json } from '../../kit/json.ts';
import { parseShallow } from '../../kit/shallow.ts';
import { isPlatformExtra, topFields, type Push } from './fields.ts';

/** What could be read of a draft. `push` null: no request can be made of it. */
export interface DraftReading {
  readonly push: Push | null;
  readonly findings: readonly Finding<never>[];
}

const asText = (value: Json): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;

const readExtra = (value: Json, extra: Map<string, string>, findings: Finding<never>[]): void => {
  if (!isObject(value)) {
    findings.push(unsendable('extra-not-object', '$.extra', { params: { found: jsonType(value) }, hasFix: true }));
    return;
  }
  for (const [key, entry] of Object.entries(value)) {
    const text = asText(entry);
    const path = pathMember('$.extra', key);
    if (text !== null) extra.set(key, text);
    else if (entry !== null) {
      const params = { field: shorten(key), found: jsonType(entry) };
      findings.push(unsendable('extra-not-text', path, { params, hasFix: true }));
    }
  }
};

const unknownField = (name: string, path: string): Finding<never> => {
  const params = { field: shorten(name) };
  return isPlatformExtra(name)
    ? advice('warning', 'field-of-extra', path, { params, hasFix: true })
    : advice('warning', 'unknown-field', path, { params, hasFix: true });
};

/** Reads the JSON of a draft: form fields by name, the `extra.` ones together in an object or each by its full name. */
export const readDraft = (payload: string): DraftReading => {
  const parsed = parseShallow(payload);
  if (!parsed.ok) {
    return {
      push: null,
      findings: [unsendable('not-json', '$', { params: { message: shorten(parsed.message, 160) } })],
    };
  }
  if (!isObject(parsed.value)) {
    return { push: null, findings: [unsendable('not-object', '$', { params: { found: jsonType(parsed.value) } })] };
  }
  const top = new Map<string, string>();
  const extra = new Map<string, string>();
  const findings: Finding<never>[] = [];
  for (const [name, value] of Object.entries(parsed.value)) {
    const path = pathMember('$', name);
    const text = name === 'messages' && Array.isArray(value) ? JSON.stringify(value) : asText(value);
    if (name === 'extra') readExtra(value, extra, findings);
    else if (value === null) continue;
    else if (text === null) {
      findings.push(unsendable('not-text', path, { params: { field: shorten(name), found: jsonType(value) } }));
    } else if (name.startsWith('extra.')) extra.set(name.slice(6), text);
    else {
      top.set(name, text);
      if (!topFields.has(name)) findings.push(unknownField(name, path));
    }
  }
  return { push: { top, extra }, findings };
};
