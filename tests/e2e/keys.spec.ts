/** Keys that are typed in: the mistakes the form names, what it keeps, and a file that belongs to it. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const openForm = async (window: Page) => {
  await window.getByRole('button', { name: 'Add', exact: true }).click();
  await window.getByRole('menuitem', { name: 'Keys of a vendor…' }).click();
  return window.getByRole('dialog', { name: 'Add the keys of a vendor' });
};

test.beforeEach(async ({ window }) => {
  await window.getByRole('button', { name: 'Credentials & apps', exact: true }).click();
});

test('a mix-up is named at its field, nothing typed is lost, and the secret comes back nowhere', async ({ window }) => {
  const dialog = await openForm(window);
  await dialog.getByRole('combobox', { name: 'Vendor' }).selectOption({ label: 'Xiaomi' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Test keys');
  await dialog.getByRole('textbox', { name: 'PackageName' }).fill('com.example.other');
  await dialog.getByLabel('AppSecret').fill('5821700000001');
  await dialog.getByRole('button', { name: 'Add keys' }).click();
  await expect(dialog).toContainText('it is the AppID or the AppKey');
  await expect(dialog.getByRole('textbox', { name: 'PackageName' })).toHaveValue('com.example.other');
  await dialog.getByLabel('AppSecret').fill('CanaryAppSecret0123==');
  await dialog.getByRole('button', { name: 'Add keys' }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('button', { name: /^Test keys/ })).toBeVisible();
  await expect(window.getByText('com.example.other').first()).toBeVisible();
  expect(await window.content()).not.toContain('CanaryAppSecret');
});

test(
  'another vendor asks its own fields, and Escape stores nothing',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const before = (await pushscope.client.credentials.list()).length;
    const dialog = await openForm(window);
    for (const [vendor, field] of [
      ['OPPO', 'MasterSecret'],
      ['vivo', 'AppSecret'],
      ['TPNS', 'Secret Key'],
    ] as const) {
      await dialog.getByRole('combobox', { name: 'Vendor' }).selectOption({ label: vendor });
      await expect(dialog.getByLabel(field, { exact: true })).toBeVisible();
    }
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await pushscope.client.credentials.list()).toHaveLength(before);
  },
);

test(
  'Huawei’s app file dropped on the place opens Huawei’s form and says what it lacks',
  { tag: '@long' },
  async ({ window }) => {
    const file = {
      agcgw: { url: 'connect-drcn.dbankcloud.cn' },
      client: { client_id: '1193280356850093632', client_secret: 'CANARYOFTHEPHONE', app_id: '104000009' },
      app_info: { app_id: '104000009', package_name: 'com.example.other' },
    };
    await window.getByLabel('Drop a p12, p8, pem or JSON here').setInputFiles({
      name: 'agconnect-services.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    });
    const dialog = window.getByRole('dialog', { name: 'Add the keys of a vendor' });
    await expect(dialog.getByRole('combobox', { name: 'Vendor' })).toHaveValue('huawei');
    await expect(dialog.getByRole('textbox', { name: 'App ID (Client ID)' })).toHaveValue('104000009');
    await expect(dialog).toContainText('The secret for pushing is not in it');
    expect(await window.content()).not.toContain('CANARYOFTHEPHONE');
  },
);
