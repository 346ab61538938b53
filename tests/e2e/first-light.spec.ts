/** The first minutes of somebody who has just started Pushscope: send, see, tap, and read what went where. */
import { expect, test } from './fixtures.ts';

test.use({ firstStart: true });

test('Denny’s message is decided, sent, shown on the phones, tapped, and found in the log', async ({ window }) => {
  await expect(window.getByRole('region', { name: 'Decision' })).toContainText('Will be pushed to Vinson’s iPhone');
  await expect(window.getByRole('textbox', { name: 'APNs payload as it goes on the wire' })).toContainText(
    'jump to denny',
  );

  await window.keyboard.press('ControlOrMeta+Enter');
  const results = window.getByRole('region', { name: 'Results of the last send' });
  await expect(results).toContainText('8 of 9 accepted');

  const card = /^ChatDemo, Denny, Lunch at 12:30\?/;
  const lockScreen = window.getByRole('region', { name: /^Lock screen of Vinson’s iPhone/ });
  const shade = window.getByRole('region', { name: /^Notification shade of Vinson’s Pixel/ });
  await expect(lockScreen.getByRole('button', { name: card })).toBeVisible();
  await expect(shade.getByRole('button', { name: card })).toBeVisible();

  await window.getByRole('button', { name: 'Phones', exact: true }).click();
  await window.getByRole('button', { name: 'Tap it' }).click();
  await expect(window.getByRole('region', { name: 'What happened' })).toContainText('The redirect rule');
  await expect(window.getByRole('region', { name: 'What your callback gets' })).toContainText('jump to denny');
  await expect(window.getByRole('region', { name: 'Where the app goes' })).toContainText('Chat with Denny');
  const openApp = window.getByRole('region', { name: /^Open app on Vinson’s iPhone/ });
  await expect(openApp.getByRole('region', { name: 'Chat with Denny' })).toBeVisible();
  await openApp.getByRole('button', { name: 'Go back one screen' }).click();
  await expect(openApp.getByRole('region', { name: 'List of chats' })).toBeVisible();

  await window.getByRole('button', { name: 'Log', exact: true }).click();
  const log = window.getByRole('grid', { name: 'Exchanges, newest first' });
  const sent = log.getByRole('row', { name: /sent.*APNs.*Denny/i });
  await expect(sent).toHaveCount(1);
  await expect(log.getByRole('row', { name: /captured.*APNs.*Denny/i })).toHaveCount(1);
  await expect(log.getByRole('row', { name: /sent.*FCM.*Denny/i })).toHaveCount(1);
  await sent.click();
  const detail = window.getByRole('region', { name: 'Exchange detail' });
  await expect(detail).toContainText('200');
  await detail.getByRole('tab', { name: 'Request' }).click();
  await expect(detail).toContainText('apns-topic');
  await expect(detail).toContainText('com.example.chat');
  await detail.getByRole('tab', { name: 'Decision' }).click();
  await expect(detail).toContainText('Vinson is PushOnline');
  await detail.getByRole('tab', { name: 'Tap' }).click();
  await expect(detail).toContainText('chats › chat/denny');

  await detail.getByRole('button', { name: 'Copy or export this exchange' }).click();
  await window.getByRole('menuitem', { name: 'Edit the message in Compose' }).click();
  await expect(window.getByRole('textbox', { name: 'Message text' })).toHaveValue(/^Lunch at 12:30/);
});

test('a tap on the Pixel gives the app its Intent', { tag: '@long' }, async ({ window }) => {
  await window.getByRole('button', { name: /^Send/ }).first().click();
  await window
    .getByRole('region', { name: /^Notification shade of Vinson’s Pixel/ })
    .getByRole('button', { name: /^ChatDemo, Denny/ })
    .click();
  await expect(window.getByRole('region', { name: /^Open app on Vinson’s Pixel/ })).toContainText('Denny');
  await window.getByRole('button', { name: 'Phones', exact: true }).click();
  await window.getByRole('button', { name: /Vinson’s Pixel Pixel 9/ }).click();
  await expect(window.getByRole('region', { name: 'What your callback gets' })).toContainText('Intent');
});
