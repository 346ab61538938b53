/** The desktop shell, started for real where an Electron runtime is present; elsewhere skipped, with the reason. */
import path from 'node:path';
import { _electron as electron, expect, test } from '@playwright/test';
import { findElectron } from '../../launcher/electron.mjs';
import { tempDir } from '../support/pushscope.ts';

const runtime = findElectron();

test('the desktop window opens on the demo workspace and sends a push', async () => {
  test.skip(runtime === null, 'no Electron runtime on this machine (npx install-electron fetches it)');
  const app = await electron.launch({
    executablePath: runtime ?? '',
    args: [path.resolve('.'), '--data', tempDir(), '--port', '0'],
    // A machine without a keychain asks for a passphrase in a window of its own; here it is given.
    env: { ...process.env, PUSHSCOPE_PASSPHRASE: 'electron smoke test' },
  });
  const window = await app.firstWindow();
  await expect(window.getByRole('navigation', { name: 'Places' })).toBeVisible();
  await window.getByRole('button', { name: /^Send/ }).first().click();
  await expect(window.getByRole('button', { name: /Denny.*Lunch/ }).first()).toBeVisible();
  await app.close();
});
