/** What a tap leads to: on every phone at once, in the inspector of three vendors, by rules from a file, and in many looks on one page. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

const open = (window: Page, view: 'matrix' | 'sheet' | '') =>
  window.evaluate(
    (hash) => {
      location.hash = hash;
    },
    view === '' ? '#/phones' : `#/phones/${view}`,
  );
const saved = async (window: Page, press: () => Promise<void>): Promise<Download> => {
  const waiting = window.waitForEvent('download');
  await press();
  return waiting;
};
/** Width and height of a PNG file; throws where it is none. */
const pngSize = async (download: Download) => {
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
};
const serious = async (window: Page) =>
  (await new AxeBuilder({ page: window }).include('main').analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
  );

test('the matrix marks the cells that lead elsewhere, explains each, and leaves as CSV, Markdown and PNG', async ({
  window,
}) => {
  await window.getByRole('button', { name: 'Tap matrix', exact: true }).click();
  expect(new URL(window.url()).hash).toBe('#/phones/matrix');
  const matrix = window.getByRole('table', { name: 'Tap matrix' });
  await expect(matrix.getByRole('row')).toHaveCount(10);
  await expect(window.getByRole('status').filter({ hasText: 'of 27 cells' })).toHaveText(
    '2 of 27 cells lead elsewhere',
  );
  const cell = matrix.getByRole('button', { name: /^Vinson’s Pixel, Foreground: .*Nothing opens Differs/ });
  await cell.focus();
  await window.keyboard.press('Enter');
  const trace = window.getByRole('region', { name: 'Trace' });
  await expect(trace).toContainText('FirebaseMessagingService.onMessageReceived');

  await window.getByRole('combobox', { name: 'Meant to open' }).selectOption({ label: 'Nothing opens · 2 cells' });
  await expect(window.getByText('25 of 27 cells lead elsewhere')).toBeVisible();

  const csv = await saved(window, () => window.getByRole('button', { name: /^\.csv/ }).click());
  const lines = (await readFile(await csv.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(28);
  expect(lines[1]).toContain('Vinson’s iPhone,Vinson,apns,Foreground');
  const markdown = await saved(window, () => window.getByRole('button', { name: /^\.md/ }).click());
  expect((await readFile(await markdown.path(), 'utf8')).split('\n')[1]).toMatch(/^\| --- /);
  const picture = await saved(window, () => window.getByRole('button', { name: /^PNG/ }).click());
  expect((await pngSize(picture)).width).toBeGreaterThan(900);
  expect(await serious(window)).toEqual([]);
});

test(
  'all phones stand side by side, each as alive as the large one, with the message being written',
  { tag: '@long' },
  async ({ window }) => {
    await window.getByRole('button', { name: 'All phones', exact: true }).click();
    const figures = window.getByRole('main').getByRole('figure');
    await expect(figures).toHaveCount(9);
    await window.getByRole('switch', { name: 'Message being written' }).click();
    const predicted = figures.first().getByRole('img', { name: /^Predicted: .*Lunch at 12:30/ });
    await expect(predicted).toBeVisible();
    const picture = await saved(window, () => figures.first().getByRole('button', { name: /^PNG/ }).click());
    expect((await pngSize(picture)).height).toBeGreaterThan(700);
    expect(await serious(window)).toEqual([]);
    await figures.nth(1).getByRole('button', { name: 'Vinson’s Pixel: open this phone' }).click();
    await expect(window.getByRole('region', { name: 'Tap', exact: true })).toBeVisible();
  },
);

for (const { device, vendor, callback, command } of [
  { device: 'Vinson’s iPhone', vendor: 'apns', callback: 'didReceive', command: /xcrun simctl push/ },
  {
    device: 'Vinson’s Pixel',
    vendor: 'fcm',
    callback: 'getIntent().getExtras()',
    command: /^adb shell 'am start .*--es ext/,
  },
  { device: 'Vinson’s Huawei', vendor: 'huawei', callback: 'getIntent().getExtras()', command: /^adb shell 'am start/ },
]) {
  const tag = vendor === 'apns' ? [] : ['@long'];
  test(
    `the inspector says of ${vendor} what the app gets, where it lands, and how to do it at the desk`,
    { tag },
    async ({ window, pushscope }) => {
      const { devices } = await pushscope.client.workspace.get();
      const found = devices.find((one) => one.name === device);
      if (!found) throw new Error(`The demo has no ${device}.`);
      await pushscope.client.phones.setState({ id: found.id, state: 'killed' });
      await expect(window.getByRole('region', { name: 'Decision', exact: true })).toContainText('Will be pushed');
      await window.keyboard.press('ControlOrMeta+Enter');
      await expect(window.getByRole('region', { name: 'Results of the last send' })).toContainText('of 9 accepted');
      await window.evaluate((id) => {
        location.hash = `#/phones/${id}`;
      }, found.id);
      await window.getByRole('button', { name: /^Tap it/ }).click();
      const inspector = window.getByRole('region', { name: 'Tap', exact: true });
      await expect(inspector.getByRole('region', { name: 'What your callback gets' })).toContainText(callback);
      await expect(inspector.getByRole('region', { name: 'Where the app goes' })).toContainText('Chat with Denny');
      await expect(inspector.getByRole('region', { name: 'Screens of the app' })).toContainText('chat/denny');
      await expect(inspector.getByRole('region', { name: 'Do it at the desk' }).locator('pre').first()).toHaveText(
        command,
      );
      await expect(inspector.getByRole('region', { name: /By generation/ })).toContainText('TIMPush');
    },
  );
}

test(
  'rules come from the files of an app: shown before they are taken, broken ones named, tried at once',
  { tag: '@long' },
  async ({ window }) => {
    await window.getByRole('button', { name: 'Credentials & apps' }).click();
    await window
      .getByRole('button', { name: /ChatDemo/ })
      .first()
      .click();
    await window.getByRole('button', { name: 'Import rules' }).click();
    const dialog = window.getByRole('dialog', { name: 'Import redirect rules' });
    const text = dialog.getByRole('textbox', { name: 'Or paste its text' });
    await text.fill('<manifest>\n  <application>\n</manifest>');
    await expect(dialog).toContainText('line 3, column 1');
    await expect(dialog.getByRole('button', { name: /^Take/ })).toBeDisabled();
    await text.fill(`<manifest xmlns:android="http://schemas.android.com/apk/res/android"><application>
    <activity android:name=".OrderActivity"><intent-filter><action android:name="android.intent.action.VIEW"/>
    <data android:scheme="chatdemo" android:host="orders" android:pathPrefix="/open"/></intent-filter></activity>
  </application></manifest>`);
    await expect(dialog.getByRole('list', { name: 'Rules found' })).toContainText('chatdemo://orders/open*');
    await dialog.getByRole('button', { name: 'Take ticked rules: 1' }).click();
    await expect(dialog).toBeHidden();
    const panel = window
      .getByRole('region', { name: 'Redirect rules' })
      .filter({ has: window.getByRole('textbox', { name: 'Try an ext' }) });
    await expect(panel).toContainText('Intent chatdemo://orders/open*');
    await panel.getByRole('textbox', { name: 'Try an ext' }).fill('chatdemo://orders/open/42');
    await expect(panel.getByRole('status')).toContainText('“OrderActivity” matches');
  },
);

test('the contact sheet draws languages and wordings, takes texts from files, and leaves as PNG', async ({
  window,
}) => {
  await open(window, 'sheet');
  const english = window.getByRole('region', { name: 'English', exact: true });
  await expect(english.getByRole('figure')).toHaveCount(4);
  await window.getByRole('textbox', { name: 'Title: Wording A, English' }).fill('Lunch?');
  await expect(english.getByRole('figure').first()).toContainText('Lunch?');
  await window.getByRole('switch', { name: 'Two wordings side by side' }).click();
  await expect(english.getByRole('figure')).toHaveCount(8);
  await expect(window.getByRole('textbox', { name: 'Title: Wording B, English' })).toHaveValue('Denny');
  await window.getByRole('checkbox', { name: 'Deutsch' }).check();
  const german = window.getByRole('region', { name: 'Deutsch', exact: true });
  await window
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'texts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('key,de\nDenny,Dennis grüßt\n'),
    });
  await expect(german.getByRole('figure').first()).toContainText('Dennis grüßt');
  await window
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'x.strings', mimeType: 'text/plain', buffer: Buffer.from('"a" = b') });
  await expect(window.getByText('x.strings cannot be read from line 1 on.')).toBeVisible();
  const phone = await saved(window, () => english.getByRole('button', { name: /^PNG/ }).first().click());
  expect((await pngSize(phone)).height).toBeGreaterThan(700);
  const sheet = await saved(window, () =>
    window.getByRole('button', { name: 'PNG: save a picture of the page' }).click(),
  );
  expect((await pngSize(sheet)).height).toBeGreaterThan(2000);
});
