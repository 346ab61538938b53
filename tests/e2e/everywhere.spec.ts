/** What is the same in every place: languages, commands, shortcuts, addresses, contrast, and what is removed can come back. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import jaCommon from '../../src/renderer/src/i18n/ja.json' with { type: 'json' };
import koCommon from '../../src/renderer/src/i18n/ko.json' with { type: 'json' };
import ja from '../../src/main/im/texts/ja.json' with { type: 'json' };
import ko from '../../src/main/im/texts/ko.json' with { type: 'json' };
import { expect, test, type Pushscope } from './fixtures.ts';

const axeProblems = async (window: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page: window }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
};
const goTo = async (window: Page, place: string) => {
  await window.evaluate((to) => {
    location.hash = `#/${to}`;
  }, place);
  await window.locator('main [data-pane]').first().waitFor();
  await window.waitForLoadState('networkidle');
};
/** Sends the message of a first start to the nine gateways: 28 exchanges. */
const send = async (window: Page, { client }: Pushscope) => {
  await expect(window.getByRole('region', { name: 'Decision' })).toContainText('Vinson');
  await window.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(async () => (await client.exchanges.list({ limit: 50 })).items.length).toBe(28);
};

for (const [locale, name, common, rules] of [
  ['ja', '日本語', jaCommon, ja],
  ['ko', '한국어', koCommon, ko],
] as const) {
  const tag = locale === 'ja' ? [] : ['@long'];
  test(`R67 ${name} is chosen in the settings and names the rules`, { tag }, async ({ window }) => {
    await window.keyboard.press('ControlOrMeta+,');
    const dialog = window.getByRole('dialog');
    await expect(dialog).toContainText('stay in English there');
    await dialog.getByRole('combobox', { name: 'Language' }).selectOption({ label: name });
    await expect(window.locator('html')).toHaveAttribute('lang', locale);
    await window.keyboard.press('Escape');
    const nav = window.getByRole('navigation').first();
    await expect(nav.getByRole('button', { name: common['place.log'], exact: true })).toBeVisible();
    // The gate that decides stands on top, with its name.
    await expect(window.getByRole('main').getByText(rules['im.gate.recipient-state.title']).first()).toBeVisible();
    for (const place of ['compose', 'phones', 'log', 'credentials', 'gateways']) {
      await goTo(window, place);
      expect(await axeProblems(window), place).toEqual([]);
      const wide = await window.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, place).toBe(0);
    }
    await window.reload();
    await expect(window.locator('html')).toHaveAttribute('lang', locale);
  });
}

test('the keys listed under ? do what is listed', { tag: '@long' }, async ({ window, pushscope }) => {
  await send(window, pushscope);
  await window.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  await window.locator('body').press('?');
  const dialog = window.getByRole('dialog', { name: 'Shortcuts' });
  await expect(dialog.getByRole('region', { name: 'Everywhere' })).toContainText('Search or run a command');
  expect(await axeProblems(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await window.keyboard.press('ControlOrMeta+3');
  await expect(window.getByRole('main', { name: 'Log' })).toBeVisible();
  await window.getByRole('grid').getByRole('row').nth(1).waitFor();
  await window.keyboard.press('j');
  await expect(window).toHaveURL(/#\/log\/ex_/);
  const first = window.url();
  await window.keyboard.press('j');
  await expect(window).not.toHaveURL(first);
  await window.keyboard.press('k');
  await expect(window).toHaveURL(first);
  await window.keyboard.press('/');
  const filter = window.getByRole('combobox', { name: /filter/i });
  await expect(filter).toBeFocused();
  // In a field they are letters.
  await window.keyboard.type('jk?/');
  await expect(filter).toHaveValue('jk?/');
  await expect(window.getByRole('dialog')).toBeHidden();
});

test(
  'the palette finds by a part of a word, remembers, and offers what can be done here',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    await send(window, pushscope);
    await window.keyboard.press('ControlOrMeta+k');
    const palette = window.getByRole('dialog', { name: 'Commands' });
    await expect(palette.getByRole('group', { name: 'Here' })).toContainText('Send');
    await expect(palette.getByRole('group', { name: 'Newest exchanges' }).getByRole('option').first()).toBeVisible();
    expect(await axeProblems(window)).toEqual([]);
    await window.getByRole('combobox').fill('swdark');
    await window.keyboard.press('Enter');
    await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
    await window.keyboard.press('ControlOrMeta+k');
    await expect(palette.getByRole('group', { name: 'Used last' })).toContainText('Switch between light and dark');
    await window.getByRole('combobox').fill('gateways xiaomi');
    await window.keyboard.press('Enter');
    await expect(window).toHaveURL(/#\/gateways\/xiaomi/);
    await window.keyboard.press('ControlOrMeta+k');
    await window.getByRole('combobox').fill('compose raw');
    await window.keyboard.press('Enter');
    await expect(window).toHaveURL(/#\/compose\?view=raw/);
  },
);

test(
  'an address brings back the same view, after a reload and with back and forward',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    await send(window, pushscope);
    const [exchange] = (await pushscope.client.exchanges.list({ limit: 1 })).items;
    const [device] = (await pushscope.client.workspace.get()).devices;
    const views = [
      `log/${exchange?.id}?view=request`,
      `phones/${device?.id}`,
      `credentials/device%3A${device?.id}`,
      'credentials/switches',
      'gateways/vivo',
      'compose?view=scenario',
    ];
    for (const view of views) {
      await goTo(window, view);
      await window.reload();
      await window.locator('main [data-pane]').first().waitFor();
      expect(new URL(window.url()).hash, view).toBe(`#/${view}`);
    }
    await goTo(window, views[0] ?? '');
    await expect(window.getByRole('tab', { name: 'Request' })).toHaveAttribute('aria-selected', 'true');
    await goTo(window, views[4] ?? '');
    await window.goBack();
    await expect(window.getByRole('tab', { name: 'Request' })).toHaveAttribute('aria-selected', 'true');
    await window.goForward();
    await expect(window.getByRole('main', { name: 'Gateways' })).toBeVisible();
  },
);

for (const theme of ['light', 'dark'] as const) {
  test(
    `more contrast is readable in every place, ${theme}, and follows the system`,
    { tag: '@long' },
    async ({ window, pushscope }) => {
      await window.emulateMedia({ contrast: 'more', colorScheme: theme, reducedMotion: 'reduce' });
      await expect(window.locator('html')).toHaveAttribute('data-contrast', 'more');
      const line = () =>
        window.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--line-control').trim());
      const strong = await line();
      for (const place of ['compose', 'phones', 'log', 'credentials', 'gateways']) {
        await goTo(window, place);
        expect(await axeProblems(window), place).toEqual([]);
        const moving = await window.evaluate(
          () => document.getAnimations().filter((one) => one.playState === 'running').length,
        );
        expect(moving, place).toBe(0);
      }
      await pushscope.client.settings.update({ contrast: 'normal' });
      await expect(window.locator('html')).toHaveAttribute('data-contrast', 'normal');
      expect(await line()).not.toBe(strong);
    },
  );
}

test(
  'a deleted device comes back by one press, and nothing waits for it',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const [device] = (await pushscope.client.workspace.get()).devices;
    await goTo(window, `credentials/device%3A${device?.id}`);
    await window.getByRole('button', { name: 'More actions' }).click();
    await window.getByRole('menuitem', { name: 'Delete' }).click();
    await window
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Delete/ })
      .click();
    await expect
      .poll(async () => (await pushscope.client.workspace.get()).devices.some(({ id }) => id === device?.id))
      .toBe(false);
    const toast = window.getByRole('region', { name: 'Undo' });
    // It stands there while one goes on elsewhere.
    await window.keyboard.press('ControlOrMeta+5');
    await expect(toast).toContainText(device?.name ?? '');
    expect(await axeProblems(window)).toEqual([]);
    await toast.getByRole('button', { name: 'Undo' }).click();
    await expect(toast).toBeHidden();
    expect((await pushscope.client.workspace.get()).devices.find(({ id }) => id === device?.id)).toEqual(device);
  },
);
