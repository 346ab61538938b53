/** Every place in both languages and both themes: words, contrast, roles, and nothing that scrolls sideways. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const places = ['compose', 'phones', 'log', 'credentials', 'gateways'] as const;

const axeProblems = async (window: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page: window }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
};
/** Pixels by which the page, or any pane that should not, is wider than what shows of it. */
const sidewaysScroll = (window: Page) =>
  window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const goTo = async (window: Page, place: string) => {
  await window.evaluate((to) => {
    location.hash = `#/${to}`;
  }, place);
  await window.getByRole('main').getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  // Panes ask the core when they open; what is judged is what a person sees a moment later.
  await window.waitForLoadState('networkidle');
};

for (const theme of ['light', 'dark'] as const) {
  for (const locale of ['en', 'zh-CN'] as const) {
    // One pair in every run; the others in the long one.
    const tag = theme === 'light' && locale === 'en' ? [] : ['@long'];
    test(`axe finds nothing in any place, ${theme}, ${locale}`, { tag }, async ({ window, pushscope }) => {
      test.slow();
      await pushscope.client.settings.update({ theme, locale });
      await expect(window.locator('html')).toHaveAttribute('lang', locale);
      await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
      await expect(window.getByRole('region', { name: /^(Decision|判定)$/ })).toContainText('Vinson');
      await window.keyboard.press('ControlOrMeta+Enter');
      await expect.poll(async () => (await pushscope.client.exchanges.list({ limit: 50 })).items.length).toBe(28);
      for (const place of places) {
        await goTo(window, place);
        expect(await axeProblems(window), place).toEqual([]);
        expect(await sidewaysScroll(window), place).toBe(0);
      }
    });
  }
}

test('at 1100 × 720 every place fits', { tag: '@long' }, async ({ window }) => {
  await window.setViewportSize({ width: 1100, height: 720 });
  for (const place of places) {
    await goTo(window, place);
    expect(await sidewaysScroll(window), place).toBe(0);
    expect(await axeProblems(window), place).toEqual([]);
  }
});

test('language and theme are switched from the settings and stay', async ({ window }) => {
  await window.getByRole('button', { name: 'Settings', exact: true }).click();
  const dialog = window.getByRole('dialog');
  expect(await axeProblems(window)).toEqual([]);
  await dialog.getByRole('combobox', { name: 'Language' }).selectOption({ label: '简体中文' });
  await expect(window.getByRole('navigation', { name: '页面', includeHidden: true })).toBeAttached();
  await dialog.getByRole('radio', { name: '深色' }).click();
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('region', { name: '判定' })).toContainText('Vinson');
  await window.reload();
  await expect(window.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the palette reaches a place, a phone and an action by its words', { tag: '@long' }, async ({ window }) => {
  await window.keyboard.press('ControlOrMeta+k');
  await window.getByRole('combobox').fill('pixel');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('region', { name: /^Notification shade of Vinson’s Pixel/ })).toBeVisible();
  await window.keyboard.press('ControlOrMeta+k');
  expect(await axeProblems(window)).toEqual([]);
  await window.getByRole('combobox').fill('clear');
  await window.keyboard.press('Enter');
  await window.getByRole('region', { name: 'Undo' }).getByRole('button', { name: 'Undo' }).click();
  await expect(window.getByRole('status').getByText('The exchanges are back in the log')).toBeAttached();
  await window.keyboard.press('ControlOrMeta+3');
  await expect(window.getByRole('main', { name: 'Log' })).toBeVisible();
});
