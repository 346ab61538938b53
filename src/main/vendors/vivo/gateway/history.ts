import type { JsonObject } from '../../kit/json.ts';
import type { ReplyRow } from '../../kit/rows.ts';
import type { GatewayInput } from '../../vendor.ts';
import { vivoLimits } from '../limits.ts';
import { classOf } from '../payload/classes.ts';
import { rows, type Question } from './checks.ts';
import { chinaHour, rememberUsage, usageOf, type VivoMemory } from './memory.ts';
import { refuse } from './reply.ts';

type Input = GatewayInput<unknown, VivoMemory>;

/** The strict gateway refuses; the other one lets through and says what vivo would have done. */
const held = (
  input: Input,
  id: Question,
  code: string,
  what: string,
  why: string,
  params: Record<string, string | number>,
): ReplyRow =>
  input.settings.mode === 'strict'
    ? rows.failed(id, why, refuse(code, what), params)
    : rows.unverified(id, why, params);

const hoursRow = (input: Input, isOperation: boolean): ReplyRow => {
  const hour = chinaHour(input.nowMs);
  const isClosed = isOperation && (hour < 7 || hour >= 23);
  return isClosed ? held(input, 'hours', '10071', 'time', 'closed', { hour }) : rows.passed('hours');
};

const counters = {
  system: vivoLimits.systemQuota.value,
  operation: vivoLimits.operationQuota.value,
  testSystem: vivoLimits.testSystem.value,
  testOperation: vivoLimits.testOperation.value,
} as const;
type Counter = keyof typeof counters;

const counterOf = (body: JsonObject): Counter => {
  const isSystem = classOf(body) === 1;
  if (body['pushMode'] === 1) return isSystem ? 'testSystem' : 'testOperation';
  return isSystem ? 'system' : 'operation';
};

/**
 * Hours, daily quotas and the rate of one app, and the memory with this push counted. `count` is the number of phones. What is
 * refused here is not counted.
 */
export const historyRows = (
  input: Input,
  appId: string,
  body: JsonObject,
  about: { readonly count: number; readonly toAll: boolean },
): { rows: ReplyRow[]; memory: VivoMemory } => {
  const usage = usageOf(input.memory.sends, appId, input.nowMs);
  const counter = counterOf(body);
  const limit = counters[counter];
  const isOperation = classOf(body) === 0;
  const code = isOperation ? '10070' : '10073';
  const rate = vivoLimits.sendRate.value / 60;
  const checks = [
    hoursRow(input, isOperation),
    usage[counter] + about.count > limit
      ? held(input, 'quota', code, 'quota', isOperation ? 'operation' : 'system', { used: usage[counter], limit })
      : rows.passed('quota', { used: usage[counter], limit }),
    about.toAll && usage.toAll > 0 ? held(input, 'to-all', '10254', 'all', 'again', {}) : rows.passed('to-all'),
    usage.inSecond >= rate ? held(input, 'rate', '10072', 'rate', 'fast', { limit: rate }) : rows.passed('rate'),
  ];
  const next = {
    ...usage,
    [counter]: usage[counter] + about.count,
    toAll: usage.toAll + (about.toAll ? 1 : 0),
    inSecond: usage.inSecond + 1,
  };
  const isRefused = checks.some((row) => row.outcome === 'failed');
  return { rows: checks, memory: isRefused ? input.memory : rememberUsage(input.memory, 'sends', appId, next) };
};
