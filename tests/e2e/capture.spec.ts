/** Somebody's backend is pointed at the gateways. Real HTTP/2 over real TLS, with the CA that Pushscope exports. */
import { connect } from 'node:http2';
import { readFileSync } from 'node:fs';
import { expect, test, type Pushscope } from './fixtures.ts';
import { makeApnsKey } from '../support/pki.ts';
import { providerToken } from '../support/provider-token.ts';

const vinsonsIphone = '5f2a9c31b7e04d6880c1f3a29be5d7144c6e0fa8d2917b35e86c40d1a7f9c90d';

const push = async (
  pushscope: Pushscope,
  token: string,
  payload: unknown,
): Promise<{ status: number; body: string }> => {
  const { origin, caPath } = pushscope.gateways['apns']!;
  const session = connect(origin, { ca: readFileSync(caPath) });
  const stream = session.request({
    ':method': 'POST',
    ':path': `/3/device/${token}`,
    authorization: `bearer ${providerToken(makeApnsKey())}`,
    'apns-topic': 'com.example.chat',
    'apns-push-type': 'alert',
  });
  stream.end(typeof payload === 'string' ? payload : JSON.stringify(payload));
  let status = 0;
  stream.once('response', (headers) => {
    status = headers[':status'] ?? 0;
  });
  let body = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) body += chunk as string;
  session.close();
  return { status, body };
};

test('a captured push lands on the phone whose token it names, while somebody looks', async ({ window, pushscope }) => {
  await window.getByRole('button', { name: 'Phones', exact: true }).click();
  const { status } = await push(pushscope, vinsonsIphone, {
    aps: { alert: { title: 'Backend', body: 'Hello from outside' } },
    ext: 'jump to denny',
  });
  expect(status).toBe(200);
  const lockScreen = window.getByRole('region', { name: /^Lock screen of Vinson’s iPhone/ });
  await expect(lockScreen.getByRole('button', { name: /^ChatDemo, Backend, Hello from outside/ })).toBeVisible();
  await window.keyboard.press('t');
  await expect(window.getByRole('region', { name: 'Where the app goes' })).toContainText('Chat with Denny');
});

test(
  'an unknown token is shown as such and becomes a phone with one dialog',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const token = 'c0ffee'.padEnd(64, '0');
    await push(pushscope, token, { aps: { alert: 'first' } });
    await window.getByRole('button', { name: 'Log', exact: true }).click();
    await window.getByRole('row', { name: /captured.*first/i }).click();
    await window.getByRole('button', { name: 'Add this device' }).click();
    const dialog = window.getByRole('dialog', { name: 'Add a phone for this token' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Test phone');
    await dialog.getByRole('button', { name: 'Add this device' }).click();
    await expect(dialog).toBeHidden();
    await push(pushscope, token, { aps: { alert: 'second' } });
    await window.getByRole('button', { name: 'Phones', exact: true }).click();
    await window.getByRole('button', { name: /Test phone / }).click();
    await expect(
      window.getByRole('region', { name: /^Lock screen of Test phone/ }).getByRole('button', { name: /second/ }),
    ).toBeVisible();
  },
);

test('a refused push is explained, and nothing is drawn', async ({ window, pushscope }) => {
  await window.getByRole('button', { name: 'Log', exact: true }).click();
  const { status, body } = await push(pushscope, vinsonsIphone, '{"aps":');
  expect([status, JSON.parse(body)]).toMatchObject([400, { reason: expect.any(String) as unknown }]);
  await window.getByRole('row', { name: /captured.*rejected/i }).click();
  await expect(window.getByRole('region', { name: 'Explanation' })).toContainText(
    (JSON.parse(body) as { reason: string }).reason,
  );
  const { phones } = await pushscope.client.phones.list();
  expect(phones.flatMap((phone) => phone.notifications)).toEqual([]);
});

test(
  'the gateways say where they listen, and send a test push to themselves',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    await window.getByRole('button', { name: 'Gateways', exact: true }).click();
    const table = window.getByRole('grid', { name: 'Gateways' });
    await expect(
      table.getByRole('row', { name: new RegExp(new URL(pushscope.gateways['apns']!.origin).host) }),
    ).toBeVisible();
    await window.getByRole('button', { name: 'Send me a test push' }).click();
    await expect(window.getByRole('status').filter({ hasText: 'The gateway accepted it' })).toBeVisible();
    const download = window.waitForEvent('download');
    await window.getByRole('button', { name: 'Download the CA' }).first().click();
    const file = await (await download).path();
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(pushscope.gateways['apns']!.caPath, 'utf8'));
  },
);

test('a fault answers instead of the gateway, is visible while it does, and ends', async ({ window, pushscope }) => {
  await window.getByRole('button', { name: 'Gateways', exact: true }).click();
  const form = window.getByRole('form', { name: 'New fault' });
  await form.getByRole('combobox', { name: 'Reason' }).selectOption({ label: '500 InternalServerError' });
  await form.getByRole('button', { name: 'Set this fault' }).click();
  const faults = window.getByRole('list', { name: 'Faults in force' });
  await expect(faults.getByRole('listitem')).toHaveCount(1);
  const answer = await push(pushscope, vinsonsIphone, { aps: { alert: 'hi' } });
  expect(answer).toMatchObject({ status: 500, body: '{"reason":"InternalServerError"}' });
  await expect(faults).toBeHidden();
  expect((await push(pushscope, vinsonsIphone, { aps: { alert: 'hi' } })).status).toBe(200);
});

test('a phone that was offline gets what APNs kept for it', { tag: '@long' }, async ({ window, pushscope }) => {
  await window.getByRole('button', { name: 'Phones', exact: true }).click();
  const reach = window.getByRole('radiogroup', { name: 'Reach of the phone' });
  await reach.getByRole('radio', { name: 'Offline' }).click();
  await expect(reach.getByRole('radio', { name: 'Offline' })).toBeChecked();
  await push(pushscope, vinsonsIphone, { aps: { alert: 'first' } });
  await push(pushscope, vinsonsIphone, { aps: { alert: 'second' } });
  const lockScreen = window.getByRole('region', { name: /^Lock screen of Vinson’s iPhone/ });
  await expect(lockScreen.getByRole('button', { name: /second/ })).toBeHidden();
  await reach.getByRole('radio', { name: 'Online' }).click();
  await expect(lockScreen.getByRole('button', { name: /second/ })).toBeVisible();
  await expect(lockScreen.getByRole('button', { name: /first/ })).toBeHidden();
});
