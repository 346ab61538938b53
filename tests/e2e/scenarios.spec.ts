/** Presets and scenarios as files, the panel that says why, and what each does to the phones. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const decision = (window: Page) => window.getByRole('region', { name: 'Decision', exact: true });
const why = (window: Page, yes: boolean) =>
  window.getByRole('region', { name: yes ? 'Why is it pushed?' : 'Why is it not pushed?' });
const search = (window: Page) => window.getByPlaceholder('Search presets and scenarios');
const picker = async (window: Page, words: string) => {
  await window.getByRole('button', { name: 'Presets', exact: true }).click();
  await search(window).fill(words);
};
const start = async (window: Page, name: string) => {
  await picker(window, name);
  await window.getByRole('option', { name }).first().click();
};
const openScenario = async (window: Page, name: string) => {
  await start(window, name);
  await expect(window.getByRole('list', { name: 'Timeline' })).toBeVisible();
};
const moment = (window: Page) => window.getByRole('region', { name: 'Moment', exact: true });
const forward = (window: Page) => window.getByRole('button', { name: 'One step forward' });

test('a preset is found by typing, read about, and taken up with Enter', { tag: '@long' }, async ({ window }) => {
  await picker(window, 'custom without');
  await expect(window.getByRole('region', { name: 'About the chosen one' })).toContainText(
    'TIMCustomElem with data alone',
  );
  await window.keyboard.press('Enter');
  await expect(search(window)).toBeHidden();
  await expect(why(window, false)).toContainText('A custom message without desc is not pushed.');
});

test(
  'a preset that needs a state of the phones sets it up in sight, and one press puts it back',
  { tag: '@long' },
  async ({ window }) => {
    await start(window, 'Recipient logged out');
    await expect(window.getByText('Vinson’s iPhone, login: logged in → logged out')).toBeVisible();
    await expect(decision(window)).toContainText('Not pushed: Vinson logged out');
    await window.getByRole('button', { name: 'Put it back' }).click();
    await expect(decision(window)).toContainText('Will be pushed to Vinson’s iPhone');
    await expect(window.getByRole('button', { name: 'Put it back' })).toBeHidden();
  },
);

test('the next preset puts back what the one before changed', { tag: '@long' }, async ({ window }) => {
  await start(window, 'Group: neither card nor nickname');
  await expect(decision(window)).toContainText('(Lunch): Who is in for noodles?');
  await start(window, 'Plain text');
  await expect(decision(window)).toContainText('Denny: Are you there?');
  await expect(window.getByText('The workspace was changed for this')).toBeHidden();
});

test('why not is a panel: rule, values, source, a button that flips the decision, the FAQ, and every rule', async ({
  window,
}) => {
  await start(window, 'Custom element without a text');
  const panel = why(window, false);
  await expect(panel).toContainText('There is a text');
  await expect(panel).toContainText('documented');
  await expect(panel.getByRole('link').first()).toBeVisible();
  await expect(panel.getByRole('listitem', { name: 'FAQ row 4', exact: true })).toContainText(
    'A custom message is not pushed.',
  );
  // The whole trace stands under a no without a press.
  await expect(panel.getByRole('list', { name: 'Rules, in the order they are asked' })).toContainText(
    'decides, see above',
  );
  await panel.getByRole('button', { name: 'Write a text' }).click();
  await expect(why(window, true)).toContainText('Recipient state');
  await expect(decision(window)).toContainText('Will be pushed');
});

test('variables show what they stand for, and are sent as they were shown', async ({ window }) => {
  await start(window, 'Variables');
  const bar = window.getByRole('region', { name: 'Variables filled in when it is sent' });
  await expect(bar).toContainText('{{nickname}}');
  await expect(bar).toContainText('Vinson');
  await bar.getByRole('button', { name: /Own variables/ }).click();
  await bar.getByRole('textbox', { name: 'Value of order' }).fill('0815');
  await expect(decision(window)).toContainText('Order 0815');
  await window.getByRole('textbox', { name: 'Title' }).fill('{{nobody}} {{{{order}}');
  await expect(decision(window)).toContainText('There is no variable nobody.');
  await window.getByRole('textbox', { name: 'Title' }).fill('Order {{order}}');
  const becomes = window
    .getByRole('paragraph')
    .filter({ has: window.getByRole('img', { name: /^With its variables, on/ }) });
  await expect(becomes.filter({ hasText: /^Order 0815$/ })).toBeVisible();
  await window.getByRole('button', { name: /^Send/ }).first().click();
  await expect(window.getByRole('region', { name: 'Results of the last send' })).toContainText('8 of 9 accepted');
  await expect(
    window.getByRole('button', { name: /Order 0815, Vinson, order 0815 is on its way/ }).first(),
  ).toBeVisible();
});

test('a preset of one’s own is a file: saved, renamed, followed on disk, named when broken, deleted', async ({
  window,
}) => {
  await window.getByRole('textbox', { name: 'Title' }).fill('Mine');
  await picker(window, '');
  await window.getByRole('button', { name: 'Save the message…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Save as a preset' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('My lunch');
  await dialog.getByRole('button', { name: 'Save as a new file' }).click();
  await expect(dialog).toBeHidden();
  await window.getByRole('option', { name: 'My lunch' }).hover();
  const about = window.getByRole('region', { name: 'About the chosen one' });
  await expect(about).toContainText('my-lunch.json');
  const folder = (await window.locator('code', { hasText: 'presets' }).last().textContent()) ?? '';
  const file = path.join(folder, 'my-lunch.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    kind: 'preset',
    message: { offlinePush: { title: 'Mine' } },
  });

  writeFileSync(file, readFileSync(file, 'utf8').replace('"My lunch"', '"Our lunch"'));
  await expect(window.getByRole('option', { name: 'Our lunch' })).toBeVisible();
  await window.getByRole('option', { name: 'Our lunch' }).hover();
  await about.getByRole('button', { name: 'Rename…' }).click();
  const rename = window.getByRole('dialog', { name: 'Rename my-lunch.json' });
  await rename.getByRole('textbox', { name: 'Name' }).fill('Late lunch');
  await rename.getByRole('button', { name: 'Rename the file' }).click();
  await expect(window.getByRole('option', { name: 'Late lunch' })).toBeVisible();
  expect(readdirSync(folder).toSorted()).toEqual(['late-lunch.json', 'preset.schema.json']);

  writeFileSync(path.join(folder, 'broken.json'), '{\n  "kind": "preset",\n  "name": 7\n}');
  await window.getByRole('option', { name: 'broken.json' }).hover();
  await expect(about).toContainText('broken.json, line');
  await window.getByRole('option', { name: 'Late lunch' }).hover();
  await about.getByRole('button', { name: 'Delete…' }).click();
  await window.getByRole('button', { name: 'Delete the file' }).click();
  await expect(window.getByRole('option', { name: 'Late lunch' })).toBeHidden();
  expect(readdirSync(folder).toSorted()).toEqual(['broken.json', 'preset.schema.json']);
});

test('a scenario is stepped through forwards and back, and the badge follows', async ({ window }) => {
  await openScenario(window, 'The badge begins with background(3)');
  await expect(moment(window)).toContainText('never logged in');
  for (let step = 0; step < 4; step++) await forward(window).click();
  await expect(window.getByText('Step 4 of 9')).toBeVisible();
  await expect(moment(window)).toContainText('This message: will be pushed');
  await expect(moment(window)).toContainText('badge 4');
  await forward(window).click();
  await expect(moment(window)).toContainText('badge 5');
  await window.getByRole('button', { name: /^7, Message/ }).click();
  await expect(moment(window)).toContainText('Vinson has the app open');
  await window.getByRole('button', { name: 'One step back' }).click();
  await expect(window.getByText('Step 6 of 9')).toBeVisible();
  await window.getByRole('button', { name: 'Back to the beginning' }).click();
  await expect(window.getByText('Step 0 of 9')).toBeVisible();
});

test(
  'a story changes the phones only when it is asked to, and can be put back',
  { tag: '@long' },
  async ({ window }) => {
    await openScenario(window, 'Killed: SDK 1.7 and after');
    await window.getByRole('button', { name: /^6, Message/ }).click();
    await expect(moment(window)).toContainText('Before 1.8.0 the service dies with the app');
    await window.getByRole('radio', { name: 'Form', exact: true }).click();
    await expect(decision(window).getByRole('option', { name: 'Vinson’s Pixel: will be pushed' })).toBeAttached();
    await window.getByRole('radio', { name: 'Scenario', exact: true }).click();
    await window.getByRole('button', { name: 'Apply to the phones' }).click();
    await expect(window.getByText('Vinson’s Pixel, IM SDK: 8.9 → 1.7.0')).toBeVisible();
    await window.getByRole('radio', { name: 'Form', exact: true }).click();
    await expect(decision(window).getByRole('option', { name: 'Vinson’s Pixel: not pushed' })).toBeAttached();
    await window.getByRole('button', { name: 'Put it back' }).click();
    await expect(decision(window).getByRole('option', { name: 'Vinson’s Pixel: will be pushed' })).toBeAttached();
  },
);

test('events are added, changed, moved and removed, and the decision follows', { tag: '@long' }, async ({ window }) => {
  await openScenario(window, 'The badge begins with background(3)');
  await window.getByRole('button', { name: /^3, Background, 3 unread/ }).click();
  await window.getByRole('spinbutton', { name: 'unread' }).fill('41');
  await expect(moment(window)).toContainText('badge 42');
  await window.getByRole('button', { name: 'Add an event here' }).click();
  await window.getByRole('menuitem', { name: 'Logout' }).click();
  await expect(moment(window)).toContainText('A message now: not pushed');
  await window.getByRole('button', { name: 'Move step 4 up' }).click();
  await expect(window.getByRole('button', { name: /^3, Logout/ })).toBeVisible();
  await window.getByRole('button', { name: 'Remove step 3' }).click();
  await expect(window.getByRole('button', { name: /Logout/ })).toBeHidden();

  await window.getByRole('button', { name: /^4, Message/ }).click();
  await window.getByRole('combobox', { name: 'Which message' }).selectOption('A message of its own');
  await window.getByRole('combobox', { name: 'Sent by' }).selectOption('iOS SDK');
  await expect(window.getByRole('button', { name: /^4, Message from SDK 8.9/ })).toBeVisible();
  await window.getByRole('button', { name: /^2, Token set/ }).click();
  await window.getByRole('combobox', { name: 'Token' }).selectOption('A token typed here');
  await expect(moment(window)).toContainText('gets 22003');
  await window.getByRole('textbox', { name: 'Device token' }).fill('abcd');
  await expect(moment(window)).toContainText('abcd');
  await window.getByRole('button', { name: /^0, The beginning/ }).click();
  await window.getByRole('button', { name: /Phones of this scenario/ }).click();
  await window.getByRole('combobox', { name: 'login' }).selectOption('kicked');
  await expect(moment(window)).toContainText('was logged out by a login elsewhere');
});
