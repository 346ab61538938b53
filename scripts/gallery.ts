// `npm run gallery`: every surface of every drawn iPhone in both themes, as pictures in docs/gallery, taken of the app that was just built.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ensureBuilt } from '../launcher/build.mjs';
import { root } from '../launcher/root.mjs';
import { findBrowser } from '../tests/support/browser.ts';
import { startPushscope } from '../tests/support/pushscope.ts';
import { pushToApns } from '../tests/support/push-apns.ts';
import { pushes, readme, surfaces, systems, themes, type Shot } from './gallery/shots.ts';

const folder = path.join(root, 'docs/gallery');
const built = ensureBuilt(process.execPath);
if (!built.ok) throw new Error(built.message);

const { executablePath, env } = await findBrowser();
const inherited = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']));
const browser = await chromium.launch({ executablePath, env: { ...inherited, ...env } });
const { pushscope, stop } = await startPushscope([]);
const { client } = pushscope;

/** A picture of the phone as WebP: a quarter of a PNG's size, and nobody measures pixels here. */
const pictureOf = async (page: Page): Promise<Buffer> => {
  const phone = page.locator('section[data-skin]');
  // Fonts and the core's answer; a picture has no later.
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(350);
  const png = await phone.screenshot();
  const url = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.82);
  }, png.toString('base64'));
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
};

const take = async (page: Page, device: string, shot: Shot) => {
  const { system, theme, surface } = shot;
  const { model, osVersion } = system;
  const { look = {}, appState = 'killed', locale = 'en' } = surface;
  await client.phones.setState({ id: device, state: appState });
  await client.workspace.devices.update({ id: device, model, osVersion, theme, locale, look });
  await client.phones.clear({ id: device });
  await pushToApns(pushscope, surface.pushes ?? pushes);
  await page.locator(`section[data-skin="${system.skin}"][data-look="${theme}"]`).waitFor();
  const held = page.locator('section[data-skin] [data-card]');
  if (surface.empty !== true) await held.last().waitFor();
  if (surface.hold) await held.first().click({ button: 'right' });
  if (surface.open) await held.first().click();
  // The pointer would bring up the cross of a card.
  await page.mouse.move(2, 2);
  const file = `${system.skin}-${surface.id}-${theme}.webp`;
  writeFileSync(path.join(folder, file), await pictureOf(page));
  if (surface.hold) await page.keyboard.press('Escape');
};

try {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1600, height: 1500 }, locale: 'en-US', timezoneId: 'UTC' });
  await page.clock.setFixedTime(new Date('2026-11-21T09:41:00Z'));
  await page.goto(pushscope.url);
  // What the window adds to a phone is no part of its picture.
  await page.addStyleTag({ content: 'section[data-skin] [data-card] { outline: none !important; }' });
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  await page.getByRole('button', { name: 'Phones', exact: true }).click();
  const { apps, devices } = await client.workspace.get();
  const [app] = apps;
  const device = devices.find((one) => one.platform === 'ios');
  if (!app || !device) throw new Error('The demo has no app or no iPhone.');
  await client.workspace.apps.update({
    id: app.id,
    categories: {
      message: [
        { id: 'reply', title: 'Reply', kind: 'text' },
        { id: 'mute', title: 'Mute this chat', kind: 'plain' },
        { id: 'block', title: 'Block', kind: 'destructive' },
      ],
    },
  });
  for (const system of systems) {
    for (const theme of themes) {
      for (const surface of surfaces) await take(page, device.id, { system, theme, surface });
    }
  }
  writeFileSync(path.join(folder, 'README.md'), readme());
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  console.log(
    `docs/gallery: ${systems.length * themes.length * surfaces.length} pictures, ${(bytes / 1e6).toFixed(1)} MB`,
  );
} finally {
  await browser.close();
  await stop();
}
