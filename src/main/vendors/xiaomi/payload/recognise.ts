import { readForm } from '../../kit/form.ts';
import { isObject } from '../../kit/json.ts';
import { toBytes } from '../../kit/text.ts';
import { parseShallow } from '../../kit/shallow.ts';
import type { PayloadPart } from '../../vendor.ts';
import { tokensOf, type Push } from './fields.ts';
import { readDraft } from './read.ts';
import { isRegId } from './reg-id.ts';
import { jsonOfPush, pushOfForm } from './wire.ts';

/** Fields nobody else has, and fields that others have too. */
const own = ['restricted_package_name', 'pass_through', 'notify_type', 'notify_id', 'topic_op'];
const common = ['title', 'description', 'payload', 'registration_id', 'time_to_live', 'extra'];

const certaintyOf = (names: ReadonlySet<string>): 'documented' | 'reported' | null => {
  const marks = own.filter((name) => names.has(name)).length;
  const others = common.filter((name) => names.has(name)).length;
  if (marks >= 2 || (marks === 1 && others >= 2)) return 'documented';
  return names.has('description') && names.has('registration_id') ? 'reported' : null;
};

const fromForm = (text: string): Push | null => {
  if (!/^[\w.]+=[^\s]*(?:&[\w.]+=[^\s]*)+$/.test(text)) return null;
  const pairs = readForm(toBytes(text));
  return pairs === null ? null : pushOfForm(pairs).push;
};

/** JSON of form fields, the form itself, or a registration id by its shape. */
export const recognise: PayloadPart['recognise'] = (text) => {
  const trimmed = text.trim();
  if (isRegId(trimmed)) return { kind: 'device-token', draft: null, tokens: [trimmed], certainty: 'reported' };
  const form = fromForm(trimmed);
  const parsed = form ? null : parseShallow(trimmed);
  if (parsed && (!parsed.ok || !isObject(parsed.value))) return null;
  const push = form ?? readDraft(trimmed).push;
  if (!push) return null;
  const certainty = certaintyOf(new Set([...push.top.keys(), ...(push.extra.size > 0 ? ['extra'] : [])]));
  if (certainty === null) return null;
  const payload = form ? JSON.stringify(jsonOfPush(push)) : trimmed;
  return { kind: 'vendor-payload', draft: { payload, options: {} }, tokens: tokensOf(push), certainty };
};
