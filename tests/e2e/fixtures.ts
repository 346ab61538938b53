import { test as base, type Page } from '@playwright/test';
import { startPushscope, type Pushscope } from '../support/pushscope.ts';
import { preparedFolder } from './prepare.ts';

interface Fixtures {
  shellFlags: string[];
  /** True: the data folder is empty, as on a new machine. Else a copy of what one first start left, which is quicker. */
  firstStart: boolean;
  pushscope: Pushscope;
  window: Page;
}

/** `pushscope`: one instance per test. `window`: its page, open; a test fails when the page logs an error. */
export const test = base.extend<Fixtures>({
  shellFlags: [[], { option: true }],
  firstStart: [false, { option: true }],
  pushscope: async ({ shellFlags, firstStart }, use) => {
    const prepared = firstStart || shellFlags.length > 0 ? undefined : process.env[preparedFolder];
    const { pushscope, stop } = await startPushscope(shellFlags, { from: prepared });
    await use(pushscope);
    await stop();
  },
  window: async ({ page, pushscope }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(pushscope.url);
    await page.getByRole('navigation', { name: /Places|页面/ }).waitFor();
    await use(page);
    test.expect(errors, 'errors in the page').toEqual([]);
  },
});
export { expect } from '@playwright/test';
export type { Pushscope } from '../support/pushscope.ts';
