import { createHash } from 'node:crypto';
import { withEntry } from '../../kit/bounded.ts';

/** What an authToken issued here stands for. */
export interface Issued {
  readonly appId: string;
  readonly expiresAtMs: number;
}
/** What one app did on one day of China's time, and in the second that began last. */
export interface Usage {
  readonly day: number;
  readonly system: number;
  readonly operation: number;
  readonly testSystem: number;
  readonly testOperation: number;
  readonly toAll: number;
  readonly second: number;
  readonly inSecond: number;
}
/** What a gateway remembers between requests. Tokens are kept as hashes; every map is bounded. */
export interface VivoMemory {
  readonly issued: ReadonlyMap<string, Issued>;
  /** Messages of `/message/saveListPayload`, by taskId. */
  readonly saved: ReadonlyMap<string, string>;
  readonly requestIds: ReadonlyMap<string, true>;
  /** Operation messages per regId: day and number. */
  readonly devices: ReadonlyMap<string, { readonly day: number; readonly count: number }>;
  readonly sends: ReadonlyMap<string, Usage>;
  readonly auths: ReadonlyMap<string, Usage>;
}

/** What a gateway starts with. */
export const newMemory = (): VivoMemory => ({
  issued: new Map(),
  saved: new Map(),
  requestIds: new Map(),
  devices: new Map(),
  sends: new Map(),
  auths: new Map(),
});

const most = { issued: 1000, saved: 200, requestIds: 200, devices: 1000, apps: 100 } as const;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** What an authToken stands for; null when it was not issued here or is forgotten. */
export const findIssued = ({ issued }: VivoMemory, token: string): Issued | null =>
  issued.size === 0 ? null : (issued.get(hashOf(token)) ?? null);

/** Keeps the newest thousand. */
export const rememberIssued = (memory: VivoMemory, token: string, what: Issued): VivoMemory => ({
  ...memory,
  issued: withEntry(memory.issued, hashOf(token), what, most.issued),
});

/** Keeps the two hundred newest list messages. */
export const rememberSaved = (memory: VivoMemory, taskId: string, payload: string): VivoMemory => ({
  ...memory,
  saved: withEntry(memory.saved, taskId, payload, most.saved),
});

/** Keeps the two hundred newest request ids. */
export const rememberRequest = (memory: VivoMemory, key: string): VivoMemory => ({
  ...memory,
  requestIds: withEntry(memory.requestIds, key, true, most.requestIds),
});

/** The day in China, counted from 1970: vivo's quotas begin anew at its midnight. */
export const chinaDay = (nowMs: number): number => Math.floor((nowMs + 28_800_000) / 86_400_000);
/** The hour of the day in China. */
export const chinaHour = (nowMs: number): number => Math.floor(((nowMs + 28_800_000) % 86_400_000) / 3_600_000);

/** Usage of an app as of now: a new day and a new second begin at zero. */
export const usageOf = (all: ReadonlyMap<string, Usage>, appId: string, nowMs: number): Usage => {
  const [day, second] = [chinaDay(nowMs), Math.floor(nowMs / 1000)];
  const kept = all.get(appId);
  const today =
    kept?.day === day
      ? kept
      : { day, system: 0, operation: 0, testSystem: 0, testOperation: 0, toAll: 0, second, inSecond: 0 };
  return today.second === second ? today : { ...today, second, inSecond: 0 };
};

/** Keeps the hundred apps that sent last. */
export const rememberUsage = (
  memory: VivoMemory,
  kind: 'sends' | 'auths',
  appId: string,
  usage: Usage,
): VivoMemory => ({
  ...memory,
  [kind]: withEntry(memory[kind], appId, usage, most.apps),
});

/** Operation messages this phone has had today. */
export const deviceCount = ({ devices }: VivoMemory, regId: string, nowMs: number): number => {
  const kept = devices.get(regId);
  return kept?.day === chinaDay(nowMs) ? kept.count : 0;
};

/** Counts one more operation message for a phone; keeps the thousand that had one last. */
export const countDevice = (memory: VivoMemory, regId: string, nowMs: number): VivoMemory => {
  const next = { day: chinaDay(nowMs), count: deviceCount(memory, regId, nowMs) + 1 };
  return { ...memory, devices: withEntry(memory.devices, regId, next, most.devices) };
};
