// `npm run screenshots`: the pictures of the README, taken of the app that was just built.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ensureBuilt } from '../launcher/build.mjs';
import { root } from '../launcher/root.mjs';
import { findBrowser } from '../tests/support/browser.ts';
import { startPushscope } from '../tests/support/pushscope.ts';

const folder = path.join(root, 'docs/pictures');
const size = { width: 1440, height: 900 };

const built = ensureBuilt(process.execPath);
if (!built.ok) throw new Error(built.message);
mkdirSync(folder, { recursive: true });

const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  env: { ...Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ''])), ...env },
});
const { pushscope, stop } = await startPushscope([]);

/** Lets fonts, panes and the answer of the core arrive; a picture has no later. */
const settle = async (page: Page) => {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(600);
};
const take = async (page: Page, name: string) => {
  for (const theme of ['light', 'dark'] as const) {
    await pushscope.client.settings.update({ theme });
    await page.locator(`html[data-theme=${theme}]`).waitFor();
    await settle(page);
    const file = path.join(folder, `${name}-${theme}.png`);
    await page.screenshot({ path: file });
    console.log(path.relative(root, file));
  }
};

try {
  const page = await browser.newPage({ viewport: size, locale: 'en-US' });
  await page.goto(pushscope.url);
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await settle(page);
  await take(page, 'compose');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByRole('region', { name: 'Results of the last send' }).waitFor();
  await page.getByRole('button', { name: 'Phones', exact: true }).click();
  await page.getByRole('button', { name: 'Tap it' }).click();
  await page.getByRole('region', { name: 'Chat with Denny' }).waitFor();
  await take(page, 'tap');
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  await page.getByRole('row', { name: /captured.*APNs/i }).click();
  await take(page, 'log');
} finally {
  await browser.close();
  await stop();
}
