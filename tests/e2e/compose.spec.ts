/** The composer: the decision follows the phones, raw payloads go out without a message, nothing typed is lost. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { keepPhonesOf } from '../support/demo.ts';
import { expect, test } from './fixtures.ts';

const decision = (window: Page) => window.getByRole('region', { name: 'Decision', exact: true });
const state = (window: Page, device: string, name: string) =>
  window.getByRole('radiogroup', { name: `State of the app on ${device}` }).getByRole('radio', { name, exact: true });
const rawEditor = (window: Page) => window.getByRole('textbox', { name: 'APNs payload', exact: true });
const paste = async (window: Page, text: string) => {
  await window.getByRole('button', { name: 'Paste or drop…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Paste a push' });
  await dialog.getByRole('textbox', { name: 'Text' }).fill(text);
  await dialog.getByRole('button', { name: 'Read the text' }).click();
};

test('the decision follows the state of the app, and a no can be overruled', async ({ window, pushscope }) => {
  await keepPhonesOf(pushscope, ['apns', 'fcm']);
  const answers = [
    ['Foreground', 'Not pushed: vinson has the app open'],
    ['Background', 'Will be pushed to Vinson’s iPhone'],
    ['Logged out', 'Not pushed: vinson logged out'],
  ] as const;
  for (const [name, answer] of answers) {
    await state(window, 'Vinson’s iPhone', name).click();
    await expect(decision(window)).toContainText(new RegExp(answer, 'i'));
  }
  await state(window, 'Vinson’s Pixel', 'Logged out').click();
  await expect(decision(window).getByRole('radio', { name: 'Vinson’s Pixel: not pushed' })).toBeVisible();

  await window.getByRole('button', { name: /^Send anyway/ }).click();
  await expect(window.getByRole('region', { name: 'Results of the last send' })).toContainText('2 of 2 accepted');
});

test('the button beside the reason mends it', async ({ window }) => {
  await state(window, 'Vinson’s iPhone', 'Foreground').click();
  await decision(window).getByRole('button', { name: 'Put the app in the background' }).click();
  await expect(decision(window)).toContainText('Will be pushed to Vinson’s iPhone');
  await expect(state(window, 'Vinson’s iPhone', 'Background')).toBeChecked();
});

test('what is typed shows in payload, card and byte count, and is there after a reload', async ({ window }) => {
  await window.getByRole('textbox', { name: 'Title' }).fill('丹尼 👋🏽');
  const body = 'x'.repeat(5000);
  await window.getByRole('textbox', { name: 'Text', exact: true }).fill(body);
  await expect(decision(window)).toContainText(/5,\d\d\d of 4,096 bytes/);
  await expect(decision(window)).toContainText('Errors in the draft: 1');
  await window.getByRole('textbox', { name: 'Text', exact: true }).fill('合同');
  await expect(window.getByRole('img', { name: /^Predicted: ChatDemo, 丹尼 👋🏽, 合同/ }).first()).toBeVisible();
  await window.reload();
  await expect(window.getByRole('textbox', { name: 'Title' })).toHaveValue('丹尼 👋🏽');
});

test('a raw payload is checked, sent as it is, and drawn', async ({ window }) => {
  await window.getByRole('radio', { name: 'Raw payload' }).click();
  await rawEditor(window).fill('{"aps":{"alert":{"title":"Raw","body":"as it is"},"badge":"3"},"ext":"jump to denny"}');
  const check = window.getByRole('region', { name: 'What goes out' });
  await expect(check).toContainText('badge');
  await window.getByRole('button', { name: /^Send/ }).first().click();
  const lockScreen = window.getByRole('region', { name: /^Lock screen of Vinson’s iPhone/ });
  await expect(lockScreen.getByRole('button', { name: /^ChatDemo, Raw, as it is/ })).toBeVisible();
});

test('broken JSON keeps what was typed and says where it breaks', { tag: '@long' }, async ({ window }) => {
  await window.getByRole('radio', { name: 'Raw payload' }).click();
  await rawEditor(window).fill('{“aps”: {"alert": "hi",}}');
  await expect(window.getByText(/This is not JSON because of .*curly quotes/)).toBeVisible();
  await window.getByRole('button', { name: 'Mend the JSON' }).click();
  await expect(rawEditor(window)).toContainText('"aps"');
  await expect(window.getByText(/This is not JSON because/)).toBeHidden();
});

test(
  'a payload nested deeper than any parser goes is answered, and the window stays',
  { tag: '@long' },
  async ({ window }) => {
    await window.getByRole('radio', { name: 'Raw payload' }).click();
    await rawEditor(window).fill('['.repeat(20_000));
    await expect(window.getByRole('region', { name: 'What goes out' })).toContainText('20,000 of 4,096 bytes');
    await window.getByRole('button', { name: /^Send/ }).first().click();
    await expect(window.getByRole('region', { name: 'Results of the last send' })).toContainText('0 of 1 accepted');
  },
);

test('a pasted cURL command fills payload, options and target', async ({ window }) => {
  await window.getByRole('radio', { name: 'Raw payload' }).click();
  await paste(
    window,
    `curl -v --http2 -H 'apns-topic: com.example.chat' -H 'apns-push-type: alert' -H 'apns-collapse-id: lunch' -d '{"aps":{"alert":"from curl"}}' https://api.push.apple.com/3/device/${'ab'.repeat(32)}`,
  );
  await expect(rawEditor(window)).toContainText('from curl');
  await expect(window.getByRole('textbox', { name: 'Token' })).toHaveValue('ab'.repeat(32));
  await expect(window.getByText(/No simulated phone has this token/)).toBeVisible();
});

test(
  'an .apns file and an FCM message are recognised, a private key is kept out',
  { tag: '@long' },
  async ({ window }) => {
    await window.getByRole('radio', { name: 'Raw payload' }).click();
    await paste(window, '{"Simulator Target Bundle":"com.example.chat","aps":{"alert":{"title":"Sim","body":"file"}}}');
    await expect(rawEditor(window)).toContainText('Sim');
    await expect(rawEditor(window)).not.toContainText('Simulator Target Bundle');
    await paste(window, '{"message":{"token":"t","notification":{"title":"Fcm","body":"b"}}}');
    await expect(window.getByRole('textbox', { name: 'FCM payload', exact: true })).toContainText('Fcm');
    await paste(
      window,
      '-----BEGIN PRIVATE KEY-----\nMIGTAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBHkwdwIBAQQg\n-----END PRIVATE KEY-----',
    );
    await expect(window.getByRole('dialog', { name: 'Paste a push' })).toContainText('This is a credential');
  },
);

test('a group message reaches its members and not its sender', { tag: '@long' }, async ({ window }) => {
  await window.getByRole('radiogroup', { name: 'Conversation' }).getByRole('radio', { name: 'Group' }).click();
  await expect(decision(window)).toContainText('Will be pushed to Vinson’s iPhone');
  await window.getByRole('textbox', { name: 'Message text' }).fill('Who is in?');
  await window.getByRole('button', { name: /^Send/ }).first().click();
  await expect(window.getByRole('region', { name: 'Results of the last send' })).toContainText('8 of 9 accepted');
});

test('every kind of element can be added, moved and removed', { tag: '@long' }, async ({ window }) => {
  const elements = window.getByRole('region', { name: 'Elements' });
  for (const kind of ['Image', 'Audio', 'File', 'Custom']) {
    await elements.getByRole('button', { name: 'Add' }).click();
    await window.getByRole('menuitem', { name: kind }).click();
  }
  await expect(elements.getByRole('listitem')).toHaveCount(5);
  await elements.getByRole('button', { name: 'Move up: Custom, element 5' }).click();
  await expect(elements.getByRole('listitem', { name: 'Custom, element 4 of 5' })).toBeVisible();
  await elements.getByRole('button', { name: 'Remove: Image, element 2' }).click();
  await expect(elements.getByRole('listitem')).toHaveCount(4);
});

test('sending to a real host is a visible, deliberate choice', async ({ window }) => {
  await window.getByRole('button', { name: 'Choose where to send' }).click();
  await window.getByRole('menuitemradio', { name: /The vendors’ real hosts/ }).click();
  await expect(window.getByText('Real vendors are on. Sends leave this machine.')).toBeVisible();
  await expect(window.getByRole('button', { name: /^Send to .*push\.apple\.com/ })).toBeVisible();
  await window.getByRole('button', { name: 'Back to local gateways' }).click();
  await expect(window.getByText('Real vendors are on.')).toBeHidden();
});

test('the raw editor offers and explains what can be written', { tag: '@long' }, async ({ window }) => {
  await window.getByRole('radio', { name: 'Raw payload' }).click();
  await rawEditor(window).fill('{"aps":{"alert":"hi",');
  await rawEditor(window).press('End');
  await window.keyboard.type('"interr');
  const offer = window.getByRole('listbox').getByRole('option', { name: /interruption-level/ });
  // What was typed before the schema came is offered when it is asked for.
  await expect(async () => {
    if (!(await offer.isVisible())) await window.keyboard.press('Control+Space');
    await expect(offer).toBeVisible({ timeout: 1000 });
  }).toPass();
  // The editor takes no answer to a list that opened a moment ago, because nobody has read it yet.
  await window.waitForTimeout(400);
  await window.keyboard.press('Enter');
  await expect(rawEditor(window)).toContainText('"interruption-level"');
});

test('a raw payload leaves as an .apns file with its bundle', { tag: '@long' }, async ({ window }) => {
  await window.getByRole('radio', { name: 'Raw payload' }).click();
  await window.getByRole('button', { name: 'Save or copy for other tools' }).click();
  const dialog = window.getByRole('dialog', { name: 'For other tools' });
  await expect(dialog).toContainText('xcrun simctl push');
  const download = window.waitForEvent('download');
  await dialog.getByRole('button', { name: /^Save .*\.apns/ }).click();
  const saved = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as Record<string, unknown>;
  expect(saved).toMatchObject({ 'Simulator Target Bundle': 'com.example.chat', ext: 'jump to denny' });
});
