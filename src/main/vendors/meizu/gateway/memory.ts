import { withEntry } from '../../kit/bounded.ts';

/** What one app did in the second that began last and on the current day of China's time. */
export interface Usage {
  readonly second: number;
  readonly inSecond: number;
  readonly day: number;
  readonly bulk: number;
}
/** What reached one phone in the minute that began last and on the current day. */
export interface PhoneUsage {
  readonly minute: number;
  readonly inMinute: number;
  readonly day: number;
  readonly publicToday: number;
}
/** A message that was given a task id. */
export interface Task {
  readonly payload: string;
  readonly passThrough: boolean;
}
/** What a gateway remembers between requests; every map is bounded. */
export interface MeizuMemory {
  readonly apps: ReadonlyMap<string, Usage>;
  readonly phones: ReadonlyMap<string, PhoneUsage>;
  readonly tasks: ReadonlyMap<string, Task>;
}

/** What a gateway starts with. */
export const newMemory = (): MeizuMemory => ({ apps: new Map(), phones: new Map(), tasks: new Map() });

const most = { apps: 100, phones: 1000, tasks: 200 } as const;
const chinaDay = (nowMs: number): number => Math.floor((nowMs + 28_800_000) / 86_400_000);

/** Usage of an app as of now. */
export const usageOf = ({ apps }: MeizuMemory, appId: string, nowMs: number): Usage => {
  const [second, day] = [Math.floor(nowMs / 1000), chinaDay(nowMs)];
  const kept = apps.get(appId);
  return {
    second,
    inSecond: kept?.second === second ? kept.inSecond : 0,
    day,
    bulk: kept?.day === day ? kept.bulk : 0,
  };
};

/** Keeps the hundred apps that sent last. */
export const rememberUsage = (memory: MeizuMemory, appId: string, usage: Usage): MeizuMemory => ({
  ...memory,
  apps: withEntry(memory.apps, appId, usage, most.apps),
});

/** What a phone has had as of now. */
export const phoneUsage = ({ phones }: MeizuMemory, key: string, nowMs: number): PhoneUsage => {
  const [minute, day] = [Math.floor(nowMs / 60_000), chinaDay(nowMs)];
  const kept = phones.get(key);
  return {
    minute,
    inMinute: kept?.minute === minute ? kept.inMinute : 0,
    day,
    publicToday: kept?.day === day ? kept.publicToday : 0,
  };
};

/** Counts one message for a phone; keeps the thousand that had one last. */
export const countPhone = (memory: MeizuMemory, key: string, isPublic: boolean, nowMs: number): MeizuMemory => {
  const usage = phoneUsage(memory, key, nowMs);
  const next = { ...usage, inMinute: usage.inMinute + 1, publicToday: usage.publicToday + (isPublic ? 1 : 0) };
  return { ...memory, phones: withEntry(memory.phones, key, next, most.phones) };
};

/** Keeps the two hundred newest tasks. */
export const rememberTask = (memory: MeizuMemory, taskId: string, task: Task): MeizuMemory => ({
  ...memory,
  tasks: withEntry(memory.tasks, taskId, task, most.tasks),
});
