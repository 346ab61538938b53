import { fcmLimits } from '../limits.ts';
import { failed, passed, type Row } from './checks.ts';
import { rememberUsage, type FcmMemory } from './memory.ts';
import { envelope, fcmError, quotaFailure, type Refusal } from './reply.ts';

const windowMs = 60_000;
const perMinute = fcmLimits.projectRate.value;

const exhausted = (project: string, waitSeconds: number): Refusal => {
  const words =
    "Quota exceeded for quota metric 'Send requests' and limit 'Send requests per minute' " +
    `of service 'fcm.googleapis.com' for consumer 'projects/${project}'.`;
  const details = [quotaFailure(`projects/${project}`, words), fcmError('QUOTA_EXCEEDED')];
  return envelope(429, 'RESOURCE_EXHAUSTED', words, details, [['retry-after', String(waitSeconds)]]);
};

/**
 * The minute quota of a project: a window that begins with the first message and refills whole at its end. Refused requests count as
 * well, except those refused here. Source: «FCM throttling and quotas».
 */
export const takeQuota = (memory: FcmMemory, project: string, nowMs: number): { row: Row; memory: FcmMemory } => {
  const last = memory.usage.get(project);
  const isOpen = last !== undefined && nowMs - last.startedAtMs < windowMs && nowMs >= last.startedAtMs;
  const usage = isOpen ? last : { startedAtMs: nowMs, used: 0 };
  if (usage.used >= perMinute) {
    const waitSeconds = Math.ceil((usage.startedAtMs + windowMs - nowMs) / 1000);
    const params = { limit: perMinute, seconds: waitSeconds };
    return {
      row: failed('quota', 'exhausted', exhausted(project, waitSeconds), params),
      memory: rememberUsage(memory, project, usage),
    };
  }
  const next = { startedAtMs: usage.startedAtMs, used: usage.used + 1 };
  return { row: passed('quota'), memory: rememberUsage(memory, project, next) };
};
