import { expect, test } from './fixtures.ts';

const token = 'ab'.repeat(32);
const curl = `curl --http2 -H 'authorization: bearer eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJUIn0.Q0FOQVJZQ0FOQVJZ' -H 'apns-topic: com.example.chat' -d '{"aps":{"alert":{"title":"Denny","body":"Lunch?"}}}' https://api.push.apple.com/3/device/${token}`;

test('a pasted command is recognised, imported, copied, exported and sent again here', async ({
  window: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByRole('button', { name: 'Paste anything…' }).click();
  await page.getByLabel('What you have').fill(curl);
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('A cURL command with a push for APNs, to api.push.apple.com.')).toBeVisible();
  await page.getByRole('button', { name: 'Add 1 exchange to the log' }).click();
  await expect(page.getByRole('heading', { name: /Denny/ })).toBeVisible();

  await page.getByRole('button', { name: 'Copy or export this exchange' }).click();
  await page.getByRole('menuitem', { name: 'Copy as cURL' }).click();
  await expect(page.getByText('Copied', { exact: false }).first()).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('curl --http2');
  expect(copied).not.toContain('Q0FOQVJZ');

  await page.getByRole('button', { name: 'Copy or export this exchange' }).click();
  await page.getByRole('menuitem', { name: 'Export this exchange…' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Make the file' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pushscope$/);

  await page.getByRole('button', { name: 'Copy or export this exchange' }).click();
  await page.getByRole('menuitem', { name: 'Edit and send again…' }).click();
  await page.getByLabel('Times each').fill('3');
  await page.getByRole('button', { name: 'Send 3 pushes' }).click();
  await expect(page.getByText('All 3 are sent')).toBeVisible();
});
