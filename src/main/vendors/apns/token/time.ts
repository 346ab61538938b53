import type { TokenPoint } from '../../../../shared/contract/index.ts';
import type { Json } from '../../kit/json.ts';
import { providerTokenSeconds } from '../limits.ts';
import { isMilliseconds } from '../option-values.ts';
import { failed, noted, passed } from './points.ts';

/** A clock may be this much ahead without a word. Seconds. */
const clockSlack = 60;
/** Apple wants a token used for at least this long before a new one. Seconds. */
const leastUse = 20 * 60;
/** From here on a token should be made anew. Seconds. */
const soonTooOld = 55 * 60;

/** When the token says it was made, in milliseconds, also where it says so in a way APNs does not take; null: it does not say. */
export const issuedAtMs = (iat: Json | undefined): number | null => {
  const number = typeof iat === 'string' && iat.trim() !== '' ? Number(iat) : iat;
  if (typeof number !== 'number' || !Number.isFinite(number)) return null;
  return isMilliseconds(number) ? number : number * 1000;
};

const formPoint = (iat: Json | undefined): TokenPoint => {
  if (iat === undefined) return failed('issued-at', 'missing');
  if (typeof iat !== 'number') return failed('issued-at', 'text', { value: JSON.stringify(iat) }, 'measured');
  if (isMilliseconds(iat)) return failed('issued-at', 'milliseconds', { value: iat }, 'guess');
  return Number.isSafeInteger(iat)
    ? passed('issued-at', { value: iat })
    : failed('issued-at', 'fraction', { value: iat }, 'guess');
};

const agePoints = (seconds: number): TokenPoint[] => {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const params = { minutes, seconds: Math.abs(seconds) };
  if (seconds > providerTokenSeconds) return [failed('age', 'expired', params, 'documented', 'ExpiredProviderToken')];
  if (seconds < -providerTokenSeconds) return [failed('age', 'ahead', params, 'guess')];
  if (seconds < -clockSlack) return [noted('age', 'warning', 'skew', params, 'reported')];
  if (seconds > soonTooOld) return [noted('age', 'warning', 'ending', params)];
  return [passed('age', params), ...(seconds < leastUse ? [noted('age', 'info', 'reuse', params)] : [])];
};

/** What is to say of `iat`, and of the token's age at an instant. */
export const timePoints = (iat: Json | undefined, nowMs: number): TokenPoint[] => {
  const form = formPoint(iat);
  const madeAtMs = issuedAtMs(iat);
  // Its age is worth knowing also where the form is wrong, but only the form is answered then.
  if (form.outcome === 'failed' || madeAtMs === null) return [form];
  return [form, ...agePoints(Math.floor(nowMs / 1000) - Math.floor(madeAtMs / 1000))];
};
