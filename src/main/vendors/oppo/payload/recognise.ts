import { isObject, type JsonObject } from '../../kit/json.ts';
import { parseShallow } from '../../kit/shallow.ts';
import type { PayloadPart } from '../../vendor.ts';
import { sendPaths } from '../hosts.ts';
import { messageOf } from './fields.ts';
import { isMarkedRegId } from './reg-id.ts';
import { tokensOf } from './wire.ts';

const marks = ['target_type', 'target_value', 'verify_registration_id'];
const ownMarks = [
  'content',
  'click_action_type',
  'click_action_activity',
  'click_action_url',
  'action_parameters',
  'off_line',
  'notify_level',
];

/** A message, a batch, a notification alone; a registration id that names its region. */
export const recognise: PayloadPart['recognise'] = (text) => {
  const trimmed = text.trim();
  if (isMarkedRegId(trimmed)) return { kind: 'device-token', draft: null, tokens: [trimmed], certainty: 'measured' };
  const parsed = parseShallow(trimmed);
  if (!parsed.ok) return null;
  const first = Array.isArray(parsed.value) ? parsed.value[0] : parsed.value;
  const message = messageOf(first);
  if (!message || !isObject(first)) return null;
  const known = marks.some((name) => Object.hasOwn(message.fields, name));
  const own = (value: JsonObject): number => ownMarks.filter((name) => Object.hasOwn(value, name)).length;
  if (message.notification && (known || own(message.notification) >= 2)) {
    const kind = Array.isArray(parsed.value) ? 'batch' : 'unicast';
    const options: Record<string, string> = kind === 'batch' ? { api: sendPaths.batch } : {};
    const tokens = tokensOf(trimmed, kind).filter((token) => token !== '');
    return {
      kind: 'vendor-payload',
      draft: { payload: trimmed, options },
      tokens,
      certainty: known ? 'documented' : 'measured',
    };
  }
  if (Array.isArray(parsed.value) || own(first) < 3) return null;
  const draft = { payload: JSON.stringify({ notification: first }), options: {} };
  return { kind: 'vendor-payload', draft, tokens: [], certainty: 'reported' };
};
