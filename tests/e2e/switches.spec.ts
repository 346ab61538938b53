/** The IM backend as the window sets it up: decisions flip with the state of a phone, with a disputed rule, with a receive option. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const dayMs = 86_400_000;
const decision = (window: Page) => window.getByRole('region', { name: 'Decision', exact: true });
const mattered = (window: Page) => window.getByRole('region', { name: 'Disputed rules that mattered' });
const place = (window: Page, name: string) => window.getByRole('button', { name, exact: true }).click();
const openEntry = async (window: Page, name: RegExp) => {
  await place(window, 'Credentials & apps');
  await window.getByRole('listitem').getByRole('button', { name }).first().click();
};
const save = async (window: Page) => {
  await window.getByRole('button', { name: /^Save/ }).click();
  await expect(window.getByText('Unsaved changes')).toBeHidden();
};
const toGroup = async (window: Page) => {
  await place(window, 'Compose');
  await window.getByRole('radiogroup', { name: 'Conversation' }).getByRole('radio', { name: 'Group' }).click();
  await window.getByRole('combobox', { name: 'To', exact: true }).selectOption({ label: 'Lunch' });
};
/** Local time as a `datetime-local` field takes it. */
const fieldTime = (window: Page, atMs: number) =>
  window.evaluate((ms) => {
    const date = new Date(ms);
    return new Date(ms - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  }, atMs);

test(
  'a phone killed eight days ago is out of reach, until the disputed rule is read the other way',
  { tag: '@long' },
  async ({ window }) => {
    await expect(decision(window)).toContainText('Will be pushed to Vinson’s iPhone');
    await openEntry(window, /^Vinson’s iPhone/);
    await window.getByLabel('App state since').fill(await fieldTime(window, Date.now() - 8 * dayMs));
    await save(window);
    await place(window, 'Compose');
    await expect(decision(window)).toContainText('Not pushed');
    await expect(mattered(window)).toContainText('How long a killed device is pushed to: 7 days');

    await mattered(window)
      .getByRole('button', { name: 'See the readings: How long a killed device is pushed to' })
      .click();
    const rule = window.getByRole('radiogroup', { name: 'How long a killed device is pushed to' });
    await expect(rule.getByRole('radio', { name: '7 days, default' })).toBeFocused();
    await window.keyboard.press('ArrowDown');
    await expect(rule.getByRole('radio', { name: '30 days' })).toBeFocused();
    await window.keyboard.press('Space');
    await expect(rule.getByRole('radio', { name: '30 days' })).toBeChecked();
    await expect(window.getByRole('button', { name: 'Disputed rules 1 of 19 changed' })).toBeVisible();
    await place(window, 'Compose');
    await expect(decision(window)).toContainText('Will be pushed to Vinson’s iPhone');
    await expect(mattered(window)).toContainText('30 days');

    await window.reload();
    await place(window, 'Credentials & apps');
    await window.getByRole('button', { name: /^Disputed rules/ }).click();
    await window.getByRole('button', { name: 'Reset to default: How long a killed device is pushed to' }).click();
    await expect(rule.getByRole('radio', { name: '7 days, default' })).toBeChecked();
    await place(window, 'Compose');
    await expect(decision(window)).toContainText('Not pushed');
  },
);

test(
  'a reading chosen by a script shows in the open composer at once',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    await toGroup(window);
    await window.getByRole('textbox', { name: 'Text', exact: true }).fill('');
    const payload = decision(window).getByRole('textbox', { name: /payload/ });
    await expect(payload).toContainText('Captain Denny (Lunch): Lunch at 12:30');
    await pushscope.client.switches.update({ readings: { colon: 'compact' } });
    await expect(payload).toContainText('Captain Denny (Lunch):Lunch at 12:30');
    await pushscope.client.switches.update({ readings: { colon: null } });
    await expect(payload).toContainText('Captain Denny (Lunch): Lunch at 12:30');
  },
);

test('receive options, type and name cards of a group decide', { tag: '@long' }, async ({ window }) => {
  await toGroup(window);
  await expect(decision(window)).toContainText('Will be pushed to Vinson’s iPhone');
  await openEntry(window, /^Lunch lunch/);
  await window.getByRole('combobox', { name: 'Receive option of vinson' }).selectOption('2 · receive, no push');
  await save(window);
  await place(window, 'Compose');
  await expect(decision(window)).toContainText('Not pushed');
  await expect(decision(window)).toContainText('Receive option of the conversation');

  await openEntry(window, /^Lunch lunch/);
  await window.getByRole('combobox', { name: 'Receive option of vinson' }).selectOption('0 · receive and notify');
  await window.getByRole('combobox', { name: 'Type' }).selectOption('AVChatRoom');
  await save(window);
  await place(window, 'Compose');
  await expect(decision(window)).toContainText('Stored for offline users');
  await expect(decision(window)).toContainText('Not pushed');
});

test(
  'global settings and do-not-disturb of an account decide, and bad input is said and kept',
  { tag: '@long' },
  async ({ window }) => {
    await openEntry(window, /^Vinson vinson/);
    await window.getByRole('combobox', { name: 'Sound of one-to-one messages' }).fill('ring.caf');
    await window.getByRole('combobox', { name: 'When' }).selectOption('Every day');
    await window.getByRole('textbox', { name: 'Lasts (hours:minutes)' }).fill('9');
    await window.getByRole('button', { name: /^Save/ }).click();
    await expect(window.getByText(/Write the time it lasts as hours:minutes/)).toBeVisible();
    await expect(window.getByRole('textbox', { name: 'Lasts (hours:minutes)' })).toHaveValue('9');
    await window.getByRole('combobox', { name: 'When' }).selectOption('Never');
    await save(window);
    await place(window, 'Compose');
    await expect(decision(window).getByRole('textbox', { name: /payload/ })).toContainText('"ring.caf"');

    await openEntry(window, /^Vinson vinson/);
    await window.getByRole('combobox', { name: 'When' }).selectOption('Always');
    await save(window);
    await place(window, 'Compose');
    await expect(decision(window)).toContainText('Not pushed');
    await expect(decision(window)).toContainText('Do not disturb');
  },
);

test('what Tencent’s console holds goes into the draft', { tag: '@long' }, async ({ window, pushscope }) => {
  const { apps } = await pushscope.client.workspace.get();
  await openEntry(window, new RegExp(`^${apps[0]?.name ?? ''}`));
  const consoles = window.getByRole('region', { name: 'Settings of Tencent’s console' });
  await consoles.getByRole('button', { name: /Xiaomi/ }).click();
  await window.getByRole('combobox', { name: 'A tap opens' }).selectOption('a page by intent');
  await window
    .getByRole('textbox', { name: 'Intent or page scheme' })
    .fill('intent://chat#Intent;scheme=pushscope;end');
  await window.getByRole('textbox', { name: 'Channel ID', exact: true }).fill('135999');
  await save(window);
  await place(window, 'Compose');
  await decision(window)
    .getByRole('tab', { name: /Vinson’s Xiaomi/ })
    .click();
  const payload = decision(window).getByRole('textbox', { name: /payload/ });
  await expect(payload).toContainText('135999');
  await expect(payload).toContainText('scheme=pushscope');
});
