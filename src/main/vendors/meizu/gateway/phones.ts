import type { GatewayInput } from '../../vendor.ts';
import { meizuLimits } from '../limits.ts';
import { countPhone, phoneUsage, type MeizuMemory } from './memory.ts';

type Input = GatewayInput<unknown, MeizuMemory>;

/** One phone of a request: the key of `value` it would be listed under, and whether that is enforced in this mode. */
export interface PhoneVerdict {
  readonly token: string;
  readonly key: string | null;
  /** Told, but let through: only the strict gateway would list it. */
  readonly doubtful: string | null;
}

const judge = (input: Input, memory: MeizuMemory, token: string, phoneKey: string, isPublic: boolean): PhoneVerdict => {
  const isStrict = input.settings.mode === 'strict';
  const known = input.registry.findToken('meizu', token);
  if (known && known.state !== 'active') return { token, key: '110002', doubtful: null };
  // Meizu does not describe the form of a pushId; white space occurs in none.
  if (/\s/.test(token)) return { token, key: '110003', doubtful: null };
  const usage = phoneUsage(memory, phoneKey, input.nowMs);
  const doubt =
    (known ? null : '110003') ??
    (usage.inMinute >= meizuLimits.foldPerMinute.value ? '520' : null) ??
    (isPublic && usage.publicToday >= meizuLimits.publicPerDevice.value ? '110011' : null);
  return isStrict ? { token, key: doubt, doubtful: null } : { token, key: null, doubtful: doubt };
};

/** Judges every phone of a request and counts those that get the message. */
export const judgePhones = (
  input: Input,
  memory: MeizuMemory,
  about: { readonly appId: string; readonly tokens: readonly string[]; readonly isPublic: boolean },
): { verdicts: PhoneVerdict[]; memory: MeizuMemory } => {
  let next = memory;
  const verdicts = about.tokens.map((token) => {
    const phoneKey = `${about.appId} ${token}`;
    const verdict = judge(input, next, token, phoneKey, about.isPublic);
    if (verdict.key === null) next = countPhone(next, phoneKey, about.isPublic, input.nowMs);
    return verdict;
  });
  return { verdicts, memory: next };
};

/** `value` of the answer: the phones that were not reached, by key. */
export const valueOf = (verdicts: readonly PhoneVerdict[]): Record<string, string[]> => {
  const value: Record<string, string[]> = {};
  for (const { token, key } of verdicts) if (key !== null) (value[key] ??= []).push(token);
  return value;
};
