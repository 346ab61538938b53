/** What is asked of a credential after it is imported: is it good, is a token made with it good, is the setup complete. */
import { expect, test } from './fixtures.ts';
import { makeApnsKey } from '../support/pki.ts';
import { providerToken } from '../support/provider-token.ts';

test.beforeEach(async ({ window }) => {
  await window.getByRole('button', { name: 'Credentials & apps', exact: true }).click();
});

test('a check at the local gateway says that the credential is accepted, and stands in the log', async ({ window }) => {
  await window.getByRole('button', { name: /^Local demo key/ }).click();
  await window.getByRole('button', { name: 'Check', exact: true }).click();
  await window.getByRole('button', { name: /^Send the check to 127\.0\.0\.1/ }).click();
  const result = window.getByRole('status', { name: 'Result of the check' });
  await expect(result).toContainText('BadDeviceToken');
  await window.getByRole('button', { name: 'Show it in the log' }).click();
  await expect(window.getByRole('region', { name: 'Exchange detail' })).toContainText('BadDeviceToken');
});

test('a provider token is taken apart, and each defect is said', { tag: '@long' }, async ({ window }) => {
  await window.getByRole('button', { name: 'Inspect a provider token' }).click();
  const box = window.getByRole('textbox', { name: 'Token' });
  const result = window.getByRole('status', { name: 'Result of the inspection' });
  const hourAgo = Math.floor(Date.now() / 1000) - 2 * 3600;
  await box.fill(providerToken(makeApnsKey(), hourAgo));
  await expect(result).toContainText('TESTKEY001');
  await expect(result).toContainText('ExpiredProviderToken');
  await box.fill('not a token');
  await expect(result).not.toContainText('TESTKEY001');
});

test('the four setup steps of an app pass, and one that does not leads to its cause', async ({ window, pushscope }) => {
  const { devices } = await pushscope.client.workspace.get();
  const iphone = devices.find((device) => device.platform === 'ios');
  await window
    .getByRole('button', { name: /^ChatDemo/ })
    .first()
    .click();
  const steps = window.getByRole('list', { name: 'Setup for offline push on iOS' });
  await expect(steps.getByRole('img', { name: 'Done' })).toHaveCount(4);
  await pushscope.client.workspace.devices.update({ id: iphone?.id ?? '', token: null });
  await expect(steps.getByRole('img', { name: 'Done' })).toHaveCount(2);
  await steps
    .getByRole('button', { name: /^Open: / })
    .first()
    .click();
  await expect(window.getByRole('form', { name: 'Vinson’s iPhone' })).toBeVisible();
});
