/** Form and REST JSON are two sides of one message; nine drafts follow both; undo goes over both; nothing typed is lost. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const side = (window: Page, name: 'Form' | 'REST JSON' | 'Form and REST JSON side by side') =>
  window.getByRole('radio', { name, exact: true });
const json = (window: Page) => window.getByRole('textbox', { name: 'REST JSON', exact: true });
const text = (window: Page) => window.getByRole('textbox', { name: 'Message text' });
const decision = (window: Page) => window.getByRole('region', { name: 'Decision', exact: true });
const answer = (window: Page) => window.getByRole('region', { name: 'The REST API answers' });
/** Shows the JSON and waits until it was read: marks that arrive draw the lines anew, and take a selection along that a script has just made. */
const openJson = async (window: Page, name: 'REST JSON' | 'Form and REST JSON side by side') => {
  await side(window, name).click();
  await expect(answer(window)).toContainText('OK');
};
/** The JSON that is shown, as a value. */
const shown = async (window: Page): Promise<Record<string, unknown>> =>
  JSON.parse((await json(window).locator('.cm-line').allTextContents()).join('\n')) as Record<string, unknown>;

test('what is set in the form is in the JSON, and nothing else', async ({ window }) => {
  await window.getByRole('switch', { name: 'Use OfflinePushInfo' }).click();
  await text(window).fill('Lunch? 合同');
  await window.getByRole('button', { name: 'Add', exact: true }).click();
  await window.getByRole('menuitem', { name: 'Location' }).click();
  await window.getByRole('textbox', { name: 'Latitude' }).fill('22.5');
  await window.getByRole('button', { name: 'Move up: Location, element 2' }).click();
  await side(window, 'REST JSON').click();
  await expect(json(window)).toContainText('TIMLocationElem');
  expect(await shown(window)).toEqual({
    To_Account: 'vinson',
    From_Account: 'denny',
    MsgBody: [
      { MsgType: 'TIMLocationElem', MsgContent: { Latitude: 22.5 } },
      { MsgType: 'TIMTextElem', MsgContent: { Text: 'Lunch? 合同' } },
    ],
  });
});

test('every vendor has its fields, folded away with how many are set', { tag: '@long' }, async ({ window }) => {
  await window.getByRole('button', { name: 'OPPO', exact: true }).click();
  const oppo = window.getByRole('group', { name: 'OPPO', exact: true });
  await oppo.getByRole('textbox', { name: 'Channel ID' }).fill('im');
  await oppo.getByRole('combobox', { name: 'Notify level' }).selectOption('16');
  await expect(window.getByRole('button', { name: 'OPPO 2 set' })).toBeVisible();
  await oppo.getByRole('textbox', { name: 'Channel ID' }).press('F1');
  await expect(window.getByRole('tooltip')).toContainText('Documented: Tencent Cloud Chat');
  await window.keyboard.press('Escape');
  await window.getByRole('tab', { name: /^OPPO/ }).click();
  await expect(decision(window).getByRole('textbox', { name: /OPPO/ })).toContainText('"channel_id": "im"');
});

test('the form follows the JSON, and fields nobody knows stay', async ({ window }) => {
  await openJson(window, 'Form and REST JSON side by side');
  await json(window).fill(
    JSON.stringify({
      To_Account: 'vinson',
      From_Account: 'denny',
      Unknown: { deep: [1] },
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'from JSON' } }],
      OfflinePushInfo: { Desc: 'pushed', AndroidInfo: { HuaWeiCategory: 'IM', NewVendorField: 'x' } },
    }),
  );
  await expect(answer(window)).toContainText('OK');
  await expect(window.getByRole('img', { name: /^Predicted: .*pushed/ }).first()).toBeVisible();
  await expect(text(window)).toHaveValue('from JSON');
  await expect(window.getByRole('button', { name: 'Huawei 1 set' })).toBeVisible();
  await expect(window.getByText('Kept from the JSON, and sent:').last()).toContainText('Unknown');
  await text(window).fill('changed in the form');
  await expect(json(window)).toContainText('changed in the form');
  expect(await shown(window)).toMatchObject({
    Unknown: { deep: [1] },
    OfflinePushInfo: { AndroidInfo: { HuaWeiCategory: 'IM', NewVendorField: 'x' } },
  });
  // The same push as an app with an SDK hands it over: pasted, read, and followed when the form goes on.
  const shape = window.getByRole('combobox', { name: 'What the JSON is' });
  await shape.selectOption('SDK: V2TIMOfflinePushInfo');
  const v2 = window.getByRole('textbox', { name: 'V2TIMOfflinePushInfo', exact: true });
  await expect(v2).toContainText('"AndroidHuaWeiCategory": "IM"');
  await v2.fill('{"title": "From the SDK", "desc": "pasted", "AndroidOPPOChannelID": "im"}');
  await expect(window.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('From the SDK');
  await expect(window.getByRole('button', { name: 'OPPO 1 set' })).toBeVisible();
  await window.getByRole('textbox', { name: 'Title', exact: true }).fill('From the form');
  await expect(v2).toContainText('"From the form"');
  await v2.fill('{"title": "T", "descr": "D", "iosSettings": {"badgeEnabled": false}}');
  await window.getByRole('button', { name: 'Read it as that' }).click();
  await expect(shape).toHaveValue('TIMMessageOfflinePushSettings');
  await expect(window.getByRole('region', { name: 'Settings of old SDKs' })).toContainText('3 set');
});

test('undo and redo go over form and JSON', async ({ window }) => {
  const title = window.getByRole('textbox', { name: 'Title', exact: true });
  await title.fill('one');
  await text(window).fill('two');
  await window.keyboard.press('ControlOrMeta+z');
  await expect(text(window)).not.toHaveValue('two');
  await window.keyboard.press('ControlOrMeta+Shift+z');
  await expect(text(window)).toHaveValue('two');
  await openJson(window, 'REST JSON');
  await expect(json(window)).toContainText('"two"');
  await json(window).fill('{"To_Account": "vinson", "MsgBody": []}');
  await expect(decision(window)).toContainText('Not pushed');
  await json(window).press('ControlOrMeta+z');
  await expect(json(window)).toContainText('"two"');
  await json(window).press('ControlOrMeta+z');
  await json(window).press('ControlOrMeta+z');
  await side(window, 'Form').click();
  await expect(title).toHaveValue('Denny');
  await window.getByRole('textbox', { name: 'Message text' }).press('ControlOrMeta+Shift+z');
  await expect(title).toHaveValue('one');
});

test('JSON that is broken loses nothing, and the form says that it is behind', async ({ window }) => {
  const broken = '{“To_Account”: "vinson", "MsgBody": [{"MsgType": "TIMTextElem", "MsgContent": {"Text": "a\tb"}},],}';
  await openJson(window, 'REST JSON');
  await json(window).fill(broken);
  await expect(answer(window)).toContainText('FAIL');
  await expect(window.getByRole('button', { name: /^Send/ }).first()).toBeDisabled();
  await side(window, 'Form').click();
  await expect(window.getByText('The form is behind.')).toBeVisible();
  await window.reload();
  await side(window, 'REST JSON').click();
  await expect(json(window)).toHaveText(broken);
  await window.getByRole('button', { name: 'Mend the JSON' }).click();
  await expect(answer(window)).toContainText('OK');
  expect(await shown(window)).toMatchObject({ MsgBody: [{ MsgContent: { Text: 'a\tb' } }] });
  await side(window, 'Form').click();
  await expect(text(window)).toHaveValue('a\tb');
});

test('the schema completes, and a wrong value is marked with its place', { tag: '@long' }, async ({ window }) => {
  await openJson(window, 'REST JSON');
  await json(window).fill('{"To_Account": "vinson", "MsgBody": [], "MsgLifeTime": "soon"}');
  await expect(answer(window)).toContainText('FAIL');
  const problems = window.getByRole('list', { name: 'Problems of the JSON' });
  await expect(problems).toContainText('$.MsgLifeTime');
  await expect(window.locator('.cm-lint-marker-error').first()).toBeVisible();
  await json(window).fill('{\n  \n}');
  await json(window).press('ControlOrMeta+Home');
  await json(window).press('ArrowDown');
  await json(window).press('Control+Space');
  await expect(window.getByRole('option', { name: /From_Account/ })).toBeVisible();
});

test('nine drafts, those of nobody on a stand-in, each beside any other', async ({ window, pushscope }) => {
  const { devices } = await pushscope.client.workspace.get();
  const huawei = devices.find((device) => device.vendor === 'huawei');
  await pushscope.client.workspace.devices.remove({ id: huawei?.id ?? '' });
  const strip = window.getByRole('tablist', { name: 'Drafts' });
  await expect(strip.getByRole('tab')).toHaveCount(9);
  await strip.getByRole('tab', { name: /^Huawei/ }).click();
  await expect(decision(window)).toContainText('No device of the recipient uses Huawei');
  await window.getByRole('combobox', { name: 'Compare this draft' }).selectOption('apns');
  const diff = window.getByRole('table', { name: 'Huawei beside APNs' });
  await expect(diff.getByRole('row', { name: /aps\.alert\.title.*"Denny"/ })).toContainText('title');
  await strip.getByRole('tab', { name: /^FCM/ }).click();
  await expect(decision(window)).toContainText('Will be pushed to Vinson’s Pixel');
});
