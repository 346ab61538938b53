/** Credentials and the things a push needs: imported from real files, made, changed, copied and deleted in the window. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { makeApnsKey, makePushCertificate, makeServiceAccount, testPassword } from '../support/pki.ts';

const open = (window: Page) => window.getByRole('button', { name: 'Credentials & apps', exact: true }).click();
const drop = async (window: Page, name: string, content: string | Uint8Array) => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'pushscope-e2e-')), name);
  writeFileSync(file, content);
  await window.locator('input[type=file]').first().setInputFiles(file);
  return window.getByRole('dialog', { name: 'Import a credential' });
};
const listed = (window: Page, name: RegExp) => window.getByRole('listitem').getByRole('button', { name });
const form = (window: Page, name: string) => window.getByRole('form', { name });
const more = async (window: Page, action: string) => {
  await window.getByRole('button', { name: 'More actions', exact: true }).click();
  await window.getByRole('menuitem', { name: action }).click();
};

test('a p12 asks for its password, shows what is inside, and gets a certificate ID', async ({ window }) => {
  await open(window);
  const { p12 } = makePushCertificate({ bundleId: 'com.example.chat' });
  const dialog = await drop(window, 'push.p12', p12);
  await dialog.getByLabel('Password', { exact: true }).fill('wrong');
  await dialog.getByRole('button', { name: 'Open the file' }).click();
  await expect(dialog).toContainText(/password/i);
  await dialog.getByLabel('Password', { exact: true }).fill(testPassword);
  await dialog.getByRole('button', { name: 'Open the file' }).click();
  await expect(dialog).toContainText('com.example.chat');
  await dialog.getByRole('button', { name: 'Import credential' }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('region', { name: 'Certificate ID' })).toContainText('10010');
});

test('a p8 takes its key ID from the file name, asks for the team, and never comes back', async ({ window }) => {
  const heard: string[] = [];
  window.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(payload.toString())));
  await window.reload();
  await open(window);
  const key = makeApnsKey();
  const dialog = await drop(window, `AuthKey_${key.keyId}.p8`, key.p8);
  await expect(dialog.getByRole('textbox', { name: 'Key ID' })).toHaveValue(key.keyId);
  await dialog.getByRole('button', { name: 'Import credential' }).click();
  await expect(dialog).toContainText('Enter the team ID.');
  await dialog.getByRole('textbox', { name: 'Team ID' }).fill('TEAM123456');
  await dialog.getByRole('button', { name: 'Import credential' }).click();
  await expect(dialog).toBeHidden();

  const [secret = ''] = /^[\w+/]{40,}/m.exec(key.p8) ?? [];
  expect(secret).not.toBe('');
  expect(heard.join('')).toContain(key.keyId);
  expect(heard.join('')).not.toContain(secret);
  expect(await window.content()).not.toContain(secret);
  expect(
    await window.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])),
  ).not.toContain(secret);
});

test(
  'a service account is recognised, a file that is no credential is named and kept out',
  { tag: '@long' },
  async ({ window }) => {
    await open(window);
    const dialog = await drop(window, 'service-account.json', makeServiceAccount());
    await expect(dialog).toContainText('service account');
    await dialog.getByRole('button', { name: 'Import credential' }).click();
    await expect(dialog).toBeHidden();
    const other = await drop(window, 'holiday.p12', Buffer.from('GIF89a not a credential'));
    await expect(other.getByRole('alert')).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('heading', { name: 'Credentials 10' })).toBeVisible();
  },
);

test('an account and a device are made, copied, changed and deleted', async ({ window }) => {
  await open(window);
  await window.getByRole('button', { name: 'Add an account' }).click();
  await window.getByRole('button', { name: 'Create' }).click();
  await expect(form(window, 'New account')).toContainText('Enter a user ID.');
  await window.getByRole('textbox', { name: 'User ID' }).fill('mia');
  await window.getByRole('textbox', { name: 'Nickname' }).fill('Mia');
  await window.getByRole('button', { name: 'Create' }).click();
  await expect(listed(window, /^Mia mia/)).toBeVisible();

  await window
    .getByRole('region', { name: /^Devices/ })
    .getByRole('button', { name: 'Add a device' })
    .first()
    .click();
  await window.getByRole('textbox', { name: 'Name' }).fill('Mia’s phone');
  await window.getByRole('combobox', { name: 'Owner' }).selectOption('mia');
  await window.getByRole('textbox', { name: 'Device token' }).fill('12'.repeat(32));
  await window.getByRole('button', { name: 'Create' }).click();
  await expect(listed(window, /^Mia’s phone/)).toBeVisible();
  await more(window, 'Duplicate');
  await expect(window.getByRole('heading', { name: 'Devices 11' })).toBeVisible();
  await more(window, 'Delete');
  await window
    .getByRole('alertdialog')
    .getByRole('button', { name: /Delete/ })
    .click();
  await expect(window.getByRole('heading', { name: 'Devices 10' })).toBeVisible();
});

test(
  'a redirect rule is tried while it is written, and unsaved edits are asked about',
  { tag: '@long' },
  async ({ window }) => {
    await open(window);
    await window.getByRole('button', { name: 'Add a redirect rule' }).first().click();
    await window.getByRole('combobox', { name: 'Compare' }).selectOption('regex');
    await window.getByRole('textbox', { name: 'Regular expression' }).fill('^invoice (\\d+)$');
    await window.getByRole('textbox', { name: 'Screen' }).fill('invoices/{1}');
    await window.getByRole('textbox', { name: 'Try an ext' }).fill('invoice 42');
    await expect(window.getByRole('status').filter({ hasText: 'invoices/42' })).toBeVisible();
    await listed(window, /^ChatDemo/).click();
    const leave = window.getByRole('dialog', { name: 'Leave without saving?' });
    await leave.getByRole('button', { name: 'Keep editing' }).click();
    await window.getByRole('button', { name: 'Create' }).click();
    await expect(listed(window, /invoice/).first()).toBeVisible();
    await expect(window.getByRole('heading', { name: 'Redirect rules 5' })).toBeVisible();
  },
);
