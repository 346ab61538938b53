/** Nine phones by nine vendors: the matrix of a send, the way from a refusal to its cause, and a test push to every gateway. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const matrix = (window: Page) => window.getByRole('grid', { name: 'What became of the push on each phone' });
const results = (window: Page) => window.getByRole('region', { name: 'Results of the last send' });
/** Sends, once the decision is there to be sent. */
const send = async (window: Page) => {
  await expect(window.getByRole('region', { name: 'Decision', exact: true })).toContainText('Will be pushed');
  await window.keyboard.press('ControlOrMeta+Enter');
};

test('the matrix names the one that refuses and why; a press mends it, and all nine take the push', async ({
  window,
}) => {
  await send(window);
  await expect(results(window)).toContainText('8 of 9 accepted');
  const rows = matrix(window).getByRole('row', { name: /^Vinson’s/ });
  await expect(rows).toHaveCount(9);
  await expect(matrix(window).getByRole('row', { name: /Vendor: Accepted\. Phone: Shown/ })).toHaveCount(8);
  const refused = matrix(window).getByRole('row', { name: /^Vinson’s OPPO by OPPO.*Vendor: Rejected\..*200 41/ });
  await expect(refused).toBeVisible();
  const whys = results(window).getByRole('list', { name: 'Why some did not go well' });
  await expect(whys).toContainText('not the text of a JSON object');
  await expect(whys).toContainText('documented');

  await results(window).getByRole('button', { name: '41 1' }).click();
  await expect(rows).toHaveCount(1);
  await results(window).getByRole('button', { name: 'All 9' }).click();
  await expect(rows).toHaveCount(9);

  await window.getByRole('button', { name: 'Wrap as JSON' }).click();
  await send(window);
  await expect(results(window)).toContainText('9 of 9 accepted');
  await expect(matrix(window).getByRole('row', { name: /Vendor: Accepted\. Phone: Shown/ })).toHaveCount(9);
});

test('the keys walk the matrix, and Enter opens the log', { tag: '@long' }, async ({ window }) => {
  await send(window);
  await expect(results(window)).toContainText('8 of 9 accepted');
  await matrix(window).focus();
  for (let press = 0; press < 5; press += 1) await window.keyboard.press('ArrowDown');
  await expect(matrix(window).getByRole('row', { name: /^Vinson’s OPPO/ })).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('Enter');
  const detail = window.getByRole('region', { name: 'Exchange detail' });
  await expect(detail).toContainText('OPPO');
  await expect(detail).toContainText('41');
});

test('the phones pane draws two of nine, and those that are chosen', { tag: '@long' }, async ({ window }) => {
  const phones = window.getByRole('region', { name: 'Phones', exact: true });
  await expect(phones.getByRole('figure')).toHaveCount(2);
  await phones.getByRole('radio', { name: 'Vinson’s Meizu' }).click();
  await expect(phones.getByRole('radiogroup', { name: 'State of the app on Vinson’s Meizu' })).toBeVisible();
  await expect(phones.getByRole('figure')).toHaveCount(2);
  await expect(window.getByRole('region', { name: 'Decision', exact: true })).toContainText('Vinson’s Meizu');
});

test('every gateway takes its test push, and the phone has it', async ({ window, pushscope }) => {
  test.slow();
  await window.getByRole('button', { name: 'Gateways', exact: true }).click();
  const table = window.getByRole('grid', { name: 'Gateways' });
  for (const vendor of ['APNs', 'FCM', 'Huawei', 'Honor', 'Xiaomi', 'OPPO', 'vivo', 'Meizu', 'TPNS']) {
    await table.getByRole('row', { name: new RegExp(`^${vendor}\\b`) }).click({ position: { x: 40, y: 12 } });
    const pane = window.getByRole('region', { name: vendor, exact: true });
    await pane.getByRole('button', { name: 'Send me a test push' }).click();
    await expect(pane.getByRole('status')).toContainText('The gateway accepted it');
    await expect(pane.getByRole('region', { name: 'Last verdicts' }).getByRole('listitem')).not.toHaveCount(0);
  }
  const { phones } = await pushscope.client.phones.list();
  expect(phones.map(({ notifications }) => notifications.filter(({ state }) => state === 'shown').length)).toEqual(
    Array.from({ length: 9 }, () => 1),
  );
});
