/** The log: find anything. Captures come in over real HTTP/2. */
import { connect } from 'node:http2';
import { readFileSync } from 'node:fs';
import { expect, test, type Pushscope } from './fixtures.ts';
import { makeApnsKey } from '../support/pki.ts';
import { providerToken } from '../support/provider-token.ts';

interface Push {
  readonly token: string;
  readonly title: string;
  readonly badge?: number;
}
const good = (digit: string): string => digit.repeat(64);

/** Pushes over one connection, one after the other. */
const pushAll = async (pushscope: Pushscope, pushes: readonly Push[]): Promise<void> => {
  const { origin, caPath } = pushscope.gateways['apns']!;
  const session = connect(origin, { ca: readFileSync(caPath) });
  const authorization = `bearer ${providerToken(makeApnsKey())}`;
  for (const { token, title, badge } of pushes) {
    const stream = session.request({
      ':method': 'POST',
      ':path': `/3/device/${token}`,
      authorization,
      'apns-topic': 'com.example.chat',
      'apns-push-type': 'alert',
    });
    stream.end(JSON.stringify({ aps: { alert: { title, body: 'x' }, ...(badge === undefined ? {} : { badge }) } }));
    for await (const _chunk of stream);
  }
  session.close();
};
const some: readonly Push[] = [
  { token: good('a'), title: 'Order shipped', badge: 3 },
  { token: good('b'), title: '快递已到达' },
  { token: good('c'), title: '新しいメッセージ', badge: 7 },
  { token: 'zz', title: 'Broken token' },
];

test.use({ shellFlags: ['--empty'] });

test('a filter is typed with completion, corrected where it is wrong, and taken apart by its chips', async ({
  window,
  pushscope,
}) => {
  await pushAll(pushscope, some);
  await window.getByRole('button', { name: 'Log', exact: true }).click();
  const grid = window.getByRole('grid', { name: 'Exchanges, newest first' });
  const rows = grid.getByRole('row', { name: /captured/i });
  await expect(rows).toHaveCount(4);

  const bar = window.getByRole('combobox', { name: 'Filter the log' });
  await bar.fill('verd');
  await window.getByRole('option', { name: /^verdict:/ }).click();
  await window.getByRole('option', { name: 'rejected', exact: true }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toHaveAccessibleName(/Broken token/);

  for (const [text, found] of [
    ['快递', '快递已到达'],
    ['メッ', '新しいメッセージ'],
    ['payload.aps.badge:>5', '新しいメッセージ'],
    ['-verdict:rejected -快递 -メッセ', 'Order shipped'],
    ['token:bbbb', '快递已到达'],
  ] as const) {
    await bar.fill(text);
    await expect(rows).toHaveCount(1);
    await expect(rows).toHaveAccessibleName(new RegExp(found));
  }

  await bar.fill('vendr:apns x');
  await expect(window.getByRole('alert')).toContainText('Did you mean “vendor:”?');
  await bar.fill('has:badge vendor:apns order');
  await expect(rows).toHaveCount(1);
  await window.getByRole('button', { name: 'Drop order' }).click();
  await expect(rows).toHaveCount(2);
  await expect(bar).toHaveValue('has:badge vendor:apns');
});

test('rows are marked, filtered for and hidden with a right press', { tag: '@long' }, async ({ window, pushscope }) => {
  await pushAll(pushscope, some);
  await window.getByRole('button', { name: 'Log', exact: true }).click();
  const rows = window.getByRole('grid').getByRole('row', { name: /captured/i });
  const act = async (row: RegExp, cell: string | RegExp, action: string | RegExp) => {
    await window.getByRole('row', { name: row }).getByText(cell).first().click({ button: 'right' });
    await window.getByRole('menuitem', { name: action }).click();
  };
  await act(/Order shipped/, 'Order shipped', 'Pin the exchange');
  await act(/Order shipped/, 'Order shipped', 'Green');
  await expect(window.getByRole('row', { name: /Order shipped.*pinned.*marked green/ })).toBeVisible();
  await act(/快递/, '快递已到达', 'Write a note or tags…');
  const dialog = window.getByRole('dialog', { name: 'Note and tags' });
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Ask Denny');
  await dialog.getByRole('textbox', { name: 'Tags' }).fill('late, courier');
  await dialog.getByRole('button', { name: 'Keep the note' }).click();
  await expect(window.getByRole('row', { name: /快递.*late.*courier.*Ask Denny/ })).toBeVisible();

  const bar = window.getByRole('combobox', { name: 'Filter the log' });
  for (const filter of ['is:pinned', 'colour:green', 'tag:courier', 'denny']) {
    await bar.fill(filter);
    await expect(rows).toHaveCount(1);
  }
  await bar.fill('');
  await bar.press('Escape');
  await expect(rows).toHaveCount(4);
  await act(/Broken token/, 'BadDeviceToken', 'Hide reason:BadDeviceToken');
  await expect(rows).toHaveCount(3);
  await expect(bar).toHaveValue('-reason:BadDeviceToken');
});

test('what the filter shows is deleted at once and comes back with Undo; so does the whole log', async ({
  window,
  pushscope,
}) => {
  await pushAll(pushscope, some);
  await window.getByRole('button', { name: 'Log', exact: true }).click();
  const rows = window.getByRole('grid').getByRole('row', { name: /captured/i });
  await window.getByRole('combobox', { name: 'Filter the log' }).fill('has:badge');
  await expect(rows).toHaveCount(2);
  await window.getByRole('button', { name: 'Delete what is shown' }).click();
  await expect(window.getByText('2 exchanges left the log.')).toBeVisible();
  expect((await pushscope.client.exchanges.list({ limit: 50 })).items.length).toBe(2);
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);
  await window.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(rows).toHaveCount(4);
  await window.getByRole('button', { name: 'Clear the log' }).click();
  await expect(rows).toHaveCount(0);
  await window.keyboard.press('ControlOrMeta+z');
  await expect(rows).toHaveCount(4);
});

test(
  'a filter is kept by name, and a payload value has a column; both stay',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    await pushAll(pushscope, some);
    await window.getByRole('button', { name: 'Log', exact: true }).click();
    const bar = window.getByRole('combobox', { name: 'Filter the log' });
    await bar.fill('has:badge');
    await bar.press('Enter');
    await window.getByRole('button', { name: 'Saved', exact: true }).click();
    await window.getByRole('menuitem', { name: 'Save this filter…' }).click();
    await window.getByRole('textbox', { name: 'Name' }).fill('Badges');
    await window.getByRole('button', { name: 'Save the filter' }).click();
    await window.getByRole('button', { name: 'Choose the columns' }).click();
    const columns = window.getByRole('dialog', { name: 'Columns of the log' });
    await columns.getByRole('textbox', { name: 'A value of the payload' }).fill('aps.badge');
    await columns.getByRole('button', { name: 'Use these columns' }).click();
    await expect(window.getByRole('columnheader', { name: 'Value of aps.badge in the payload' })).toBeVisible();
    await expect(
      window.getByRole('row', { name: /メッセージ/ }).getByRole('gridcell', { name: '7', exact: true }),
    ).toBeVisible();

    await window.reload();
    await expect(window.getByRole('columnheader', { name: 'Value of aps.badge in the payload' })).toBeVisible();
    await window.getByRole('button', { name: 'Saved', exact: true }).click();
    await window.getByRole('menuitem', { name: 'Badges', exact: true }).click();
    await expect(window.getByRole('grid').getByRole('row', { name: /captured/i })).toHaveCount(2);
  },
);

test(
  'the list stands still for somebody who reads further down, and says how many are new',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    await pushAll(
      pushscope,
      Array.from({ length: 120 }, (_, index) => ({ token: good('d'), title: `Nr ${index}` })),
    );
    await window.getByRole('button', { name: 'Log', exact: true }).click();
    const grid = window.getByRole('grid');
    await expect(grid.getByRole('row', { name: /Nr 119/ })).toBeVisible();
    await grid.hover();
    await window.mouse.wheel(0, 1200);
    await expect(window.getByRole('button', { name: 'Paused' })).toBeVisible();
    await pushAll(pushscope, some);
    await window.getByRole('button', { name: '4 new' }).click();
    await expect(grid.getByRole('row', { name: /Broken token/ })).toBeVisible();
    await expect(window.getByRole('button', { name: 'Live' })).toBeVisible();
  },
);
