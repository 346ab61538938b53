import { describe, expect, it } from 'vitest';
import { anExchange } from '../testing.ts';
import { timingBars } from './timing.ts';

const { timing } = anExchange();

describe('timingBars', () => {
  it('leaves out what did not happen', () => expect(timingBars(timing)).toEqual([]));
  it('puts one bar after another', () =>
    expect(timingBars({ ...timing, totalMs: 100, queueMs: 10, tlsMs: 40, waitMs: 50 })).toEqual([
      { step: 'queueMs', ms: 10, from: 0, share: 0.1 },
      { step: 'tlsMs', ms: 40, from: 0.1, share: 0.4 },
      { step: 'waitMs', ms: 50, from: 0.5, share: 0.5 },
    ]));
  it('never draws past the end when clocks disagree', () => {
    const bars = timingBars({ ...timing, totalMs: 10, sendMs: 10, waitMs: 30 });
    expect(bars.map((bar) => bar.from + bar.share)).toEqual([0.25, 1]);
  });
  it('keeps a step of no time at all', () =>
    expect(timingBars({ ...timing, totalMs: 0, queueMs: 0 })).toEqual([{ step: 'queueMs', ms: 0, from: 0, share: 0 }]));
});
