import type { Page } from '@playwright/test';

/** Processor time of the page's main thread while `work` runs, in microseconds: it does not depend on what else the machine does. */
export const cpuOf = async <T>(page: Page, work: () => Promise<T>): Promise<{ result: T; micros: number }> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await taskSeconds();
  const result = await work();
  const micros = ((await taskSeconds()) - before) * 1e6;
  await session.detach();
  return { result, micros };
};
