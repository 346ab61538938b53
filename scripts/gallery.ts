// `npm run gallery`: every surface of every drawn phone in both themes, as pictures in docs/gallery, taken of the app that was just built.
// `npm run gallery -- hyperos flyme` takes only those again, `npm run gallery -- home lock` only those surfaces.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ensureBuilt } from '../launcher/build.mjs';
import { root } from '../launcher/root.mjs';
import { findBrowser } from '../tests/support/browser.ts';
import { startPushscope } from '../tests/support/pushscope.ts';
import { pushToApns } from '../tests/support/push-apns.ts';
import { androids } from './gallery/androids.ts';
import { readme } from './gallery/readme.ts';
import { iphones, themes, threads, type Shot } from './gallery/shots.ts';

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

type Phone = Awaited<ReturnType<typeof client.workspace.get>>['devices'][number];

const sendTo = async (device: Phone, pushes: readonly unknown[]) => {
  if (device.vendor === 'apns') return pushToApns(pushscope, pushes);
  for (const push of pushes) {
    const payload = JSON.stringify({ message: { token: device.token, ...(push as object) } });
    // One after the other: the order is part of the picture.
    // oxlint-disable-next-line no-await-in-loop
    await client.sends.create({ kind: 'raw', vendor: 'fcm', deviceId: device.id, payload });
  }
  return undefined;
};

const take = async (page: Page, device: Phone, shot: Shot) => {
  const { system, theme, surface } = shot;
  const { model, osVersion } = system;
  const { look = {}, appState = 'killed', locale = 'en', channels = {} } = surface;
  const { id } = device;
  await client.phones.setState({ id, state: appState });
  await client.workspace.devices.update({ id, model, osVersion, theme, locale, look, channels });
  await client.phones.clear({ id });
  // Until the window has heard of it, it would draw the last picture's cards.
  await page.waitForFunction(() => document.querySelector('section[data-skin] [data-card]') === null);
  await sendTo(device, surface.pushes ?? threads);
  const drawn = page.locator(`section[data-skin="${system.skin}"][data-look="${theme}"]`);
  await drawn.waitFor();
  const held = drawn.locator('[data-card]');
  if (surface.empty !== true) await held.last().waitFor();
  if (surface.hold) await held.first().click({ button: 'right' });
  if (surface.open) await held.first().click();
  const button = surface.press && drawn.getByRole('button', { name: surface.press }).first();
  // ColorOS opens a long text by itself.
  if (button && (await button.getAttribute('aria-expanded')) === 'false') await button.press('Enter');
  // The pointer would bring up the cross of a card.
  await page.mouse.move(2, 2);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const file = `${system.skin}-${surface.id}-${theme}.webp`;
  writeFileSync(path.join(folder, file), await pictureOf(page));
  if (surface.hold) await page.keyboard.press('Escape');
};

const all = [...androids, ...iphones];
const names = process.argv.slice(2);
const asked = all.filter(({ skin }) => names.includes(skin));
const systems = (asked.length === 0 ? all : asked).map((system) => {
  const surfaces = system.surfaces.filter(({ id }) => names.includes(id));
  return names.length === asked.length ? system : { ...system, surfaces };
});

try {
  if (names.length === 0) rmSync(folder, { recursive: true, force: true });
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
  const deviceOf = (vendor: string) => devices.find((one) => one.vendor === vendor);
  if (!app) throw new Error('The demo has no app.');
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
    const device = deviceOf(system.vendor);
    if (!device) throw new Error(`The demo has no phone of ${system.vendor}.`);
    await page
      .getByRole('button', { name: new RegExp(device.name) })
      .first()
      .click();
    for (const theme of themes) {
      for (const surface of system.surfaces) await take(page, device, { system, theme, surface });
    }
  }
  writeFileSync(path.join(folder, 'README.md'), readme(all));
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
  console.log(`docs/gallery: ${readdirSync(folder).length - 1} pictures, ${(bytes / 1e6).toFixed(1)} MB`);
} finally {
  await browser.close();
  await stop();
}
