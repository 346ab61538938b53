/** The log: understand anything. What is refused is explained, mended, compared and read to the last byte. */
import { connect } from 'node:http2';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test, type Pushscope } from './fixtures.ts';
import { makeApnsKey } from '../support/pki.ts';
import { providerToken } from '../support/provider-token.ts';

const tokenOf = async ({ client }: Pushscope): Promise<string> => {
  const { devices } = await client.workspace.get();
  const token = devices.find((device) => device.vendor === 'apns')?.token;
  if (!token) throw new Error('the demo has no iPhone');
  return token;
};

/** One push of somebody else's backend. */
const push = async (
  pushscope: Pushscope,
  { path, payload, iat }: { readonly path: string; readonly payload: object; readonly iat?: number },
): Promise<void> => {
  const { origin, caPath } = pushscope.gateways['apns']!;
  const session = connect(origin, { ca: readFileSync(caPath) });
  const stream = session.request({
    ':method': 'POST',
    ':path': path,
    authorization: `bearer ${providerToken(makeApnsKey(), iat)}`,
    'apns-topic': 'com.example.chat',
    'apns-push-type': 'alert',
  });
  stream.end(JSON.stringify(payload));
  for await (const _chunk of stream);
  session.close();
};
const alert = (title: string, more: object = {}) => ({ aps: { alert: { title, body: 'Lunch?' } }, ...more });

const open = async (window: Page, row: RegExp) => {
  await window.getByRole('button', { name: 'Log', exact: true }).click();
  await window.getByRole('row', { name: row }).click();
  return window.getByRole('region', { name: 'Exchange detail' });
};

test('a refusal says why by what is known, and its button mends it', async ({ window, pushscope }) => {
  const token = await tokenOf(pushscope);
  await push(pushscope, { path: `/3/device/%3C${token}%3E`, payload: alert('Brackets') });
  const detail = await open(window, /Brackets.*BadDeviceToken|BadDeviceToken.*Brackets/);
  const causes = detail.getByRole('region', { name: 'Causes' });
  await expect(causes.getByRole('listitem').first()).toContainText('Found: The token has characters around it');
  await causes.getByRole('button', { name: /^Send again with the bare token/ }).click();
  await expect(window.getByRole('row', { name: /Accepted.*Brackets/ }).first()).toBeVisible();
  await expect(detail).not.toContainText('Apple does not know this device token here.');
});

test('a push that is too large is shortened', { tag: '@long' }, async ({ window, pushscope }) => {
  const token = await tokenOf(pushscope);
  await push(pushscope, { path: `/3/device/${token}`, payload: alert('Long', { ext: '午'.repeat(2000) }) });
  const detail = await open(window, /PayloadTooLarge.*Long/);
  await detail.getByRole('button', { name: /^Shorten the longest text by/ }).click();
  await expect(window.getByRole('row', { name: /Accepted.*Long/ }).first()).toBeVisible();
});

test(
  'every code has a page with an address, reached from the detail and the palette',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const token = await tokenOf(pushscope);
    const iat = Math.floor(Date.now() / 1000) - 5000;
    await push(pushscope, { path: `/3/device/${token}`, payload: alert('Old'), iat });
    const detail = await open(window, /ExpiredProviderToken/);
    await expect(detail.getByRole('region', { name: 'Causes' })).toContainText('83 minutes old');
    await detail.getByRole('link', { name: 'About ExpiredProviderToken' }).click();
    await expect(window).toHaveURL(/#\/codes\/apns\/ExpiredProviderToken$/);
    const page = window.getByRole('region', { name: 'APNs: ExpiredProviderToken' });
    await expect(page).toContainText('1 in this log');
    await expect(page).toContainText('HTTP 403');

    await window.keyboard.press('Control+k');
    await window.getByRole('combobox').fill('21301');
    await window.getByRole('option', { name: /21301/ }).click();
    await expect(window.getByRole('region', { name: 'Xiaomi: 21301' })).toContainText('Never in this log.');

    await window.getByRole('textbox', { name: 'Find a code' }).fill('nothing like it');
    await expect(window.getByText('No code fits.')).toBeVisible();
    await window.getByRole('button', { name: 'Show all codes' }).click();
    await window.getByRole('button', { name: /APNs ExpiredProviderToken/ }).click();
    await page.getByRole('button', { name: 'Show them in the log' }).click();
    await expect(window.getByRole('row', { name: /ExpiredProviderToken/ })).toHaveCount(1);
  },
);

test('two exchanges stand side by side, and one beside the last accepted like it', async ({ window, pushscope }) => {
  const token = await tokenOf(pushscope);
  await push(pushscope, { path: `/3/device/${token}`, payload: alert('Good', { ext: 'a' }) });
  await push(pushscope, { path: '/3/device/zz', payload: alert('Bad', { ext: 'b' }) });
  const detail = await open(window, /Bad/);
  await detail.getByRole('button', { name: 'Compare with the last accepted one like this' }).click();
  await expect(window).toHaveURL(/#\/log\/ex_\w+~ex_\w+$/);
  const pane = window.getByRole('region', { name: 'Compare' });
  const payload = pane.getByRole('table', { name: 'Payload' });
  await expect(payload.getByRole('row', { name: /ext/ })).toContainText('"b"');
  await expect(payload.getByRole('row', { name: /ext/ })).toContainText('"a"');
  await expect(payload.getByRole('row', { name: /body/ })).toHaveCount(0);
  await pane.getByText('Show what is equal too').click();
  await expect(payload.getByRole('row', { name: /body/ })).toHaveCount(1);
  await pane.getByRole('button', { name: 'Close the comparison' }).click();
  await expect(detail).toBeVisible();

  await window.getByRole('row', { name: /Good/ }).click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Compare with the selected exchange' }).click();
  await expect(pane).toBeVisible();
});

test('a body is a tree that can be searched, text, and bytes', { tag: '@long' }, async ({ window, pushscope }) => {
  const token = await tokenOf(pushscope);
  const deep = { a: { b: { c: { needle: 'Denny' } } } };
  await push(pushscope, { path: `/3/device/${token}`, payload: alert('Tree', deep) });
  const detail = await open(window, /Tree/);
  await detail.getByRole('tab', { name: 'Request' }).click();
  await expect(detail.getByRole('rowheader', { name: 'apns-topic' })).toHaveAttribute('title', /bundle ID/);
  await expect(detail.getByRole('region', { name: 'Sizes against the limits' })).toContainText('of 4,096');
  await detail.getByRole('radio', { name: 'Tree' }).click();
  const tree = detail.getByRole('tree', { name: 'Request body' });
  await expect(tree.getByRole('treeitem', { name: /needle/ })).toHaveCount(0);
  await tree.focus();
  await window.keyboard.press('Control+f');
  await window.keyboard.type('needle');
  await expect(tree.getByRole('treeitem', { name: 'needle: "Denny"' })).toBeVisible();
  await expect(detail.getByText('1 found')).toBeVisible();
  await detail.getByRole('radio', { name: 'Bytes' }).click();
  await expect(detail.getByRole('group', { name: 'Request body' })).toContainText('7b 22 61 70 73 22');
});

test('the space bar shows how far the push of a row came', { tag: '@long' }, async ({ window, pushscope }) => {
  const token = await tokenOf(pushscope);
  await push(pushscope, { path: `/3/device/${token}`, payload: alert('Life') });
  await open(window, /Life/);
  await window.keyboard.press('Space');
  const life = window.getByRole('note', { name: 'How far this push came' });
  await expect(life).toContainText('Accepted');
  await expect(life).toContainText('Shown');
  await window.keyboard.press('Space');
  await expect(life).toHaveCount(0);
});
