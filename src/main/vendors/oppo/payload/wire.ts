import type { Draft } from '../../../../shared/contract/index.ts';
import { formValue, type FormPairs } from '../../kit/form.ts';
import { isObject, type Json, type JsonObject } from '../../kit/json.ts';
import { parseShallow } from '../../kit/shallow.ts';
import type { SendKind } from '../hosts.ts';
import { intOf, messageOf, textOf, tokenOf, type Message } from './fields.ts';

/** Form fields that are not part of a notification to be saved. */
const around: ReadonlySet<string> = new Set(['auth_token', 'sdk_version']);

const asObject = (value: Json | undefined): JsonObject | null => (isObject(value) ? value : null);

/** A draft's payload as JSON; null: it is not. */
export const jsonOf = (payload: string): Json | null => {
  const parsed = parseShallow(payload);
  return parsed.ok ? parsed.value : null;
};

const asFormText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The message with the phone's registration id put in where it names nobody. Same object: nothing was missing. */
export const withTarget = (message: JsonObject, token: string): JsonObject => {
  const read = messageOf(message);
  if (!read || token === '' || textOf(read.fields, 'target_value')) return message;
  return { target_type: 2, ...message, target_value: token };
};

/** The form of a draft without its token. Null: the payload does not fit the path. */
export const formOfDraft = (draft: Draft, kind: SendKind, token: string): FormPairs | null => {
  const value = jsonOf(draft.payload);
  if (kind === 'batch') return Array.isArray(value) ? [['messages', draft.payload]] : null;
  const object = value === null ? null : asObject(value);
  if (!object) return null;
  if (kind === 'unicast') {
    const whole = withTarget(object, token);
    return [['message', whole === object ? draft.payload : JSON.stringify(whole)]];
  }
  return Object.entries(object)
    .filter(([, inner]) => inner !== null)
    .map(([name, inner]) => [name, asFormText(inner)] as const);
};

/** The payload of a captured form, as it came. Null: the form lacks what the path asks for. */
export const payloadOfForm = (pairs: FormPairs, kind: SendKind): string | null => {
  if (kind === 'unicast') return formValue(pairs, 'message') ?? null;
  if (kind === 'batch') return formValue(pairs, 'messages') ?? null;
  return JSON.stringify(Object.fromEntries(pairs.filter(([name]) => !around.has(name))));
};

/** The messages of a batch; an entry that is no object is null. Null as a whole: not a JSON array. */
export const batchOf = (payload: string): (Message | null)[] | null => {
  const value = jsonOf(payload);
  return Array.isArray(value) ? value.map((entry) => messageOf(entry)) : null;
};

/** Registration ids of a broadcast: `target_value` with semicolons. Empty: everybody. */
export const broadcastTokens = (fields: JsonObject): string[] =>
  intOf(fields, 'target_type') === 2
    ? (textOf(fields, 'target_value') ?? '').split(';').filter((token) => token !== '')
    : [];

/** Registration ids a draft's payload names. */
export const tokensOf = (payload: string, kind: SendKind): string[] => {
  if (kind === 'save') return [];
  if (kind === 'batch') return (batchOf(payload) ?? []).map((message) => (message ? tokenOf(message) : ''));
  const value = jsonOf(payload);
  const object = value === null ? null : asObject(value);
  if (kind === 'broadcast') return object ? broadcastTokens(object) : [];
  const message = messageOf(object ?? undefined);
  const token = message ? tokenOf(message) : '';
  return token === '' ? [] : [token];
};
