import type { Draft } from '../../shared/contract/index.ts';
import { readPush } from '../vendors/kit/read-push.ts';
import type { SendTarget, Vendor } from '../vendors/vendor.ts';

/** The tokens that a payload names itself, whoever it is sent to. Empty: it goes to whom the request names. */
export const tokensInside = (vendor: Vendor, draft: Draft, target: SendTarget, nowMs: number): readonly string[] => {
  const request = vendor.sender.request(draft, target, null, nowMs);
  if ('unusable' in request) return [];
  const { tokens = [] } = readPush(vendor, request) ?? {};
  return tokens.filter((token) => token !== '' && token !== target.token);
};

/** Lists of tokens and texts of them with commas or semicolons between become the one token. */
const replaced = (value: unknown, inside: ReadonlySet<string>, token: string): unknown => {
  if (typeof value === 'string') {
    return value !== '' && value.split(/[,;]/).every((part) => inside.has(part.trim())) ? token : value;
  }
  if (Array.isArray(value)) {
    const isTokens = value.length > 0 && value.every((one) => typeof one === 'string' && inside.has(one));
    return isTokens ? [token] : value.map((one) => replaced(one, inside, token));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaced(member, inside, token)]));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * The same push to another token. Payloads of most vendors name whom they go to; left as it is, each would go to the phone it was made
 * for. All else stays, byte for byte where the payload names one token.
 */
export const retarget = (draft: Draft, inside: readonly string[], token: string): Draft => {
  const [first] = inside;
  if (first === undefined) return draft;
  const options = Object.fromEntries(
    Object.entries(draft.options).map(([name, value]) => [name, String(replaced(value, new Set(inside), token))]),
  );
  if (inside.length === 1) {
    const payload = draft.payload.replaceAll(JSON.stringify(first), () => JSON.stringify(token));
    if (payload !== draft.payload) return { payload, options };
  }
  const value = parsed(draft.payload);
  return value === undefined
    ? { ...draft, options }
    : { options, payload: JSON.stringify(replaced(value, new Set(inside), token)) };
};
