import type { Timing } from '../../../../../shared/contract/index.ts';

/** The steps of a request in the order they happen. */
export const timingSteps = ['queueMs', 'dnsMs', 'connectMs', 'tlsMs', 'sendMs', 'waitMs'] as const;
export type TimingStep = (typeof timingSteps)[number];

export interface TimingBar {
  readonly step: TimingStep;
  readonly ms: number;
  /** Where the bar begins and how long it is, as shares of the whole (0 to 1). */
  readonly from: number;
  readonly share: number;
}

/** One bar per step that happened, one after another. The whole is the total, or the sum where that is longer. */
export const timingBars = (timing: Timing): readonly TimingBar[] => {
  const sum = timingSteps.reduce((total, step) => total + (timing[step] ?? 0), 0);
  const whole = Math.max(timing.totalMs, sum);
  let passed = 0;
  return timingSteps.flatMap((step) => {
    const ms = timing[step];
    if (ms === null) return [];
    const from = whole > 0 ? passed / whole : 0;
    passed += ms;
    return [{ step, ms, from, share: whole > 0 ? ms / whole : 0 }];
  });
};
