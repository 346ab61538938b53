import type { Page } from '@playwright/test';
import { makeApnsKey } from '../support/pki.ts';
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
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();

  await page.keyboard.press('e');
  const again = page.getByRole('dialog', { name: 'Edit and send again' });
  await again.getByLabel('Vendor').selectOption({ label: 'FCM' });
  await expect(again.getByRole('status').filter({ hasText: 'in the terms of FCM' })).toBeVisible();
  await again.getByRole('button', { name: 'Send 1 push' }).click();
  await expect(again.getByRole('region', { name: 'Answer' })).toContainText('Accepted');
  await again.getByRole('button', { name: 'Show it in the log' }).click();
  await page.getByRole('button', { name: 'Copy or export this exchange' }).click();
  await page.getByRole('menuitem', { name: 'Edit the payload in Compose' }).click();
  await expect(page).toHaveURL(/#\/compose/);
  await expect(page.locator('.cm-content').first()).toContainText('Lunch?');
});

/** What the system does for ⌘V and for a drop: an event with the data in it. */
const give = (page: Page, kind: 'paste' | 'drop', data: { readonly text?: string; readonly name?: string; readonly file?: string }) =>
  page.evaluate(
    ([type, { text, name, file }]) => {
      const transfer = new DataTransfer();
      if (text !== undefined) transfer.setData('text/plain', text);
      if (file !== undefined) transfer.items.add(new File([file], name ?? 'a.txt'));
      const init = { bubbles: true, cancelable: true };
      const at = document.querySelector('main section') ?? document.body;
      at.dispatchEvent(
        type === 'paste'
          ? new ClipboardEvent('paste', { ...init, clipboardData: transfer })
          : new DragEvent('drop', { ...init, dataTransfer: transfer }),
      );
    },
    [kind, data] as const,
  ); // prettier-ignore

test('what is pasted into or dropped on the log becomes a phone, a credential, an exchange', async ({ window: page }) => {
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByRole('button', { name: 'Paste anything…' }).waitFor();
  const dialog = page.getByRole('dialog', { name: 'Paste anything' });
  await give(page, 'paste', { text: 'cd'.repeat(32) });
  await dialog.getByRole('button', { name: 'Add a phone' }).click();
  const phone = page.getByRole('dialog', { name: 'Add a phone' });
  await expect(phone).toContainText('cd'.repeat(32));
  await phone.getByRole('textbox').first().fill('Pasted phone');
  await phone.getByRole('button', { name: 'Add this device' }).click();
  await expect(page).toHaveURL(/#\/phones\/dev_/);
  await expect(page.getByText('Pasted phone').first()).toBeVisible();

  const key = makeApnsKey();
  await give(page, 'drop', { name: `AuthKey_${key.keyId}.p8`, file: key.p8 });
  await dialog.getByRole('button', { name: 'Import the credential' }).click();
  await expect(page.getByRole('dialog')).toContainText(`AuthKey_${key.keyId}.p8`);
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+3');
  await page.getByRole('button', { name: 'Paste anything…' }).waitFor();
  await give(page, 'drop', { name: 'a.apns', file: '{"aps":{"alert":"From a file"},"Simulator Target Bundle":"com.example.chat"}' });
  await dialog.getByRole('button', { name: 'Edit in Compose' }).click();
  await expect(page.locator('.cm-content').first()).toContainText('From a file');
}); // prettier-ignore
