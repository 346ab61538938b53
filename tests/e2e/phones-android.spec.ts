/** The drawn Android and HarmonyOS phones in a real browser: boxes of every look, groups, folds, the home screen, reasons. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { openPhone, phone, readOn } from './android-phone.ts';
import { expect, test } from './fixtures.ts';

interface Look {
  readonly skin: string;
  readonly model: string;
  readonly osVersion: string;
  /** dp: screen, margin of a card, its radius, the icon, and where the texts start. */
  readonly screen: number;
  readonly margin: number;
  readonly radius: number;
  readonly icon: number;
  readonly textStart: number;
  readonly title: number;
  readonly body: number;
  readonly lines: number;
  readonly openLines: number;
}
const look = (skin: string, model: string, osVersion: string, numbers: readonly number[]): Look => {
  const [screen, margin, radius, icon, textStart, title, body, lines, openLines] = numbers as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { skin, model, osVersion, screen, margin, radius, icon, textStart, title, body, lines, openLines };
};
const looks: readonly Look[] = [
  look('aosp-16', 'pixel-9', '16', [412, 16, 28, 40, 72, 14, 14, 1, 14]),
  look('aosp-12', 'pixel-8', '14', [412, 16, 28, 24, 52, 14, 14, 1, 14]),
  look('hyperos', 'xiaomi-15', 'HyperOS 2', [393, 12, 20, 40, 58, 16, 14, 1, 7]),
  look('emui', 'huawei-mate-60', 'EMUI 12', [360, 12, 16, 24, 16, 16, 14, 1, 3]),
  look('harmony-4', 'huawei-mate-60', 'HarmonyOS 4.2', [360, 12, 16, 24, 16, 16, 14, 2, 3]),
  look('harmony-5', 'huawei-mate-70', 'HarmonyOS 5.0', [360, 12, 20, 40, 64, 16, 14, 3, 3]),
  look('magicos', 'honor-magic-7', 'MagicOS 9', [360, 12, 16, 24, 16, 16, 14, 2, 3]),
  look('coloros', 'oppo-find-x8', 'ColorOS 15', [360, 16, 18, 36, 54, 16, 14, 1, 6]),
  look('originos', 'vivo-x200', 'OriginOS 5', [393, 12, 16, 36, 60, 16, 13, 3, 3]),
  look('flyme', 'meizu-21', 'Flyme 11', [360, 8, 16, 36, 62, 15, 13, 1, 3]),
  look('one-ui', 'galaxy-s25', '15', [412, 10, 26, 24, 18, 15, 14, 1, 14]),
];

const longTitle = '订单已发货预计明天上午送达请注意查收快递';
const longBody =
  '您购买的“秋季限定礼盒（大号）”已经从上海仓发出，预计11月23日前送达。如需改地址，请在今晚20:00前联系客服；逾期将无法修改，客服电话在订单详情页，感谢您的理解与支持，祝您生活愉快，天天开心。'.repeat(
    4,
  );

/** The boxes of the first card in dp: layout lengths, which the transform around the phone does not change. */
const boxes = (drawn: Locator) =>
  drawn.evaluate((found) => {
    const region = found as HTMLElement;
    const card = region.querySelector<HTMLElement>('[data-card]');
    const screen = region.querySelector<HTMLElement>('[data-surface]');
    if (!card || !screen) throw new Error('No card is drawn.');
    const scale = region.getBoundingClientRect().width / region.offsetWidth;
    const at = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left: left / scale, right: right / scale, top: top / scale, bottom: bottom / scale };
    };
    const texts = [...card.querySelectorAll<HTMLElement>('[data-font]')];
    const bySize = (text: string) => texts.find((one) => one.textContent.startsWith(text));
    const [title, body] = [bySize('订单'), bySize('您购买')];
    const icon = card.querySelector('svg')?.closest('span[class*="icon"], span[class*="own"]');
    if (!title || !body || !icon) throw new Error('A part of the card is missing.');
    const [cardAt, screenAt, titleAt, bodyAt] = [at(card), at(screen), at(title), at(body)];
    const iconAt = at(card.querySelector('[class*="own"]') ?? icon);
    const style = getComputedStyle(body);
    return {
      screen: screen.offsetWidth,
      margin: [cardAt.left - screenAt.left, screenAt.right - cardAt.right].map(Math.round),
      radius: Number.parseFloat(getComputedStyle(card).borderStartStartRadius),
      icon: Math.round(iconAt.right - iconAt.left),
      textStart: [titleAt.left - cardAt.left, bodyAt.left - cardAt.left].map(Math.round),
      title: Number.parseFloat(getComputedStyle(title).fontSize),
      body: Number.parseFloat(style.fontSize),
      lines: Math.round(body.clientHeight / Number.parseFloat(style.lineHeight)),
      inside: titleAt.right <= cardAt.right && bodyAt.right <= cardAt.right && bodyAt.bottom <= cardAt.bottom,
      order: titleAt.bottom <= bodyAt.top + 1,
      onScreen: cardAt.bottom <= screenAt.bottom,
    };
  });

test('the boxes of a card, closed and open, on every look', { tag: '@long' }, async ({ window, pushscope }) => {
  test.setTimeout(240_000);
  const { update, push, clear } = await phone(pushscope);
  const drawn = await openPhone(window);
  for (const one of looks) {
    await test.step(one.skin, async () => {
      await clear();
      await update({ model: one.model, osVersion: one.osVersion, locale: 'zh-CN' });
      await push({ title: longTitle, body: longBody });
      await expect(drawn).toHaveAttribute('data-skin', one.skin);
      await expect(drawn.getByRole('button', { name: /订单/ })).toBeVisible();
      const open = drawn.getByRole('button', { name: 'Show the whole text' });
      // ColorOS opens the newest long text by itself.
      const startsOpen = one.skin === 'coloros';
      await expect(open).toHaveAttribute('aria-expanded', String(startsOpen));
      if (startsOpen) await open.press('Enter');
      const whole = { screen: one.screen, margin: [one.margin, one.margin], radius: one.radius, icon: one.icon };
      const texts = { textStart: [one.textStart, one.textStart], title: one.title, body: one.body };
      const sound = { inside: true, order: true, onScreen: true };
      expect(await boxes(drawn), 'closed').toEqual({ ...whole, ...texts, lines: one.lines, ...sound });
      await open.press('Enter');
      await expect(open).toHaveAttribute('aria-expanded', 'true');
      expect(await boxes(drawn), 'open').toEqual({ ...whole, ...texts, lines: one.openLines, ...sound });
    });
  }
});

const groups: readonly (readonly [skin: string, closed: number, fold: string])[] = [
  ['aosp-16', 2, ''],
  ['hyperos', 1, 'Unimportant notifications'],
  ['emui', 1, 'More notifications'],
  ['harmony-5', 3, 'More notifications'],
  ['magicos', 1, 'More notifications'],
  ['coloros', 1, ''],
  ['originos', 1, 'Message box'],
  ['flyme', 1, ''],
  ['one-ui', 1, ''],
];
test(
  'five notifications of one app and a silent one, on every look',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    test.setTimeout(240_000);
    const { update, push, shown } = await phone(pushscope);
    await update({ channels: { news: 'low' } });
    for (const at of [1, 2, 3, 4, 5]) await push({ title: `Denny ${at}`, body: `message ${at}` });
    await push({ title: 'Weather', body: 'Cloudy' }, { channel_id: 'news' });
    expect((await shown()).map((one) => one.importance)).toEqual(['low', 'high', 'high', 'high', 'high', 'high']);
    const drawn = await openPhone(window);
    for (const [skin, closed, fold] of groups) {
      await test.step(skin, async () => {
        const { model, osVersion } = looks.find((one) => one.skin === skin) ?? { model: '', osVersion: '' };
        await update({ model, osVersion });
        await expect(drawn).toHaveAttribute('data-skin', skin);
        const count = skin === 'coloros' || skin === 'flyme' ? 6 : 5;
        const group = drawn.getByRole('list', { name: `${count} notifications of ChatDemo` });
        await expect(group.getByRole('listitem')).toHaveCount(closed);
        const newest = group.getByRole('button', { name: /^ChatDemo, (Denny 5|Weather)/ });
        await expect(newest.first()).toBeVisible();
        if (fold === '') return;
        await expect(drawn.getByRole('button', { name: /Weather/ })).toHaveCount(0);
        const row = drawn.getByRole('button', { name: `${fold}: 1` });
        await row.press('Enter');
        await expect(drawn.getByRole('button', { name: /Weather/ })).toBeVisible();
        await row.press('Enter');
      });
    }
  },
);

test(
  'an open group shows at most eight on stock Android, and closes again',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const { push } = await phone(pushscope);
    for (let at = 1; at <= 9; at += 1) await push({ title: `Denny ${at}`, body: 'Lunch?' });
    const drawn = await openPhone(window);
    await drawn.getByRole('button', { name: '9 notifications of ChatDemo' }).click();
    const group = drawn.getByRole('list', { name: '9 notifications of ChatDemo' });
    await expect(group.getByRole('listitem')).toHaveCount(8);
    await drawn.getByRole('button', { name: '9 notifications of ChatDemo' }).click();
    await expect(group.getByRole('listitem')).toHaveCount(2);
  },
);

test(
  'the home screen wears a dot or a number, and the newest of high importance pops up',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const { device, update, push } = await phone(pushscope);
    const home = { look: { ...device.look, screen: 'home' } };
    await update(home);
    await push({ title: 'Denny', body: 'Lunch?' }, { notification_count: 3 });
    const drawn = await openPhone(window);
    await expect(drawn.getByRole('img', { name: 'ChatDemo, dot on the app icon' })).toBeVisible();
    await expect(drawn.getByRole('button', { name: /^ChatDemo, Denny/ })).toBeVisible();
    await update({ model: 'xiaomi-15', osVersion: 'HyperOS 2' });
    await expect(drawn.getByRole('img', { name: 'ChatDemo, 3 on the app icon' })).toBeVisible();
    await update({ look: { ...device.look, screen: 'home', focus: 'do-not-disturb' } });
    await expect(drawn.getByRole('button', { name: /^ChatDemo, Denny/ })).toHaveCount(0);
  },
);

test(
  'a channel of the lowest importance is one line, one that is off is quiet and says what to change',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const { update, push, shown } = await phone(pushscope);
    await update({ channels: { chat: 'min' } });
    await push({ title: 'Denny', body: 'Lunch?' });
    const drawn = await openPhone(window);
    const card = drawn.getByRole('button', { name: /^ChatDemo, Denny/ });
    expect(await card.evaluate((element) => (element as HTMLElement).offsetHeight)).toBeLessThan(48);
    const reasons = window.getByRole('region', { name: 'Why nobody may notice it' });
    await expect(reasons.getByText('The channel “chat” is silent on Vinson’s Pixel')).toBeVisible();
    await expect(reasons.getByText('To change it: Raise the importance of the channel “chat”')).toBeVisible();
    await update({ channels: { chat: 'none' } });
    await push({ title: 'Vinson', body: 'Dinner?' });
    expect((await shown()).map((one) => one.state)).toEqual(['quiet', 'shown']);
    const quiet = window.getByRole('region', { name: 'Not shown' });
    await expect(quiet.getByText('The channel “chat” is turned off on Vinson’s Pixel.').first()).toBeVisible();
    await quiet.getByRole('button', { name: 'Reasons, and what to change' }).click();
    await expect(quiet.getByText('Certain')).toBeVisible();
    const { violations } = await new AxeBuilder({ page: window }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
  },
);

test(
  'an open picture, a bar of buttons: what the push’s style adds',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const { push } = await phone(pushscope);
    await push({ title: 'Denny', body: 'Lunch?', image: 'https://example.com/lunch.png' });
    const drawn = await openPhone(window);
    const card = drawn.getByRole('button', { name: /^ChatDemo, Denny/ });
    const height = () => card.evaluate((element) => (element as HTMLElement).offsetHeight);
    const closed = await height();
    await drawn.getByRole('button', { name: 'Show the whole text' }).press('Enter');
    await expect.poll(height).toBeGreaterThan(closed + 100);
  },
);

test('a button of an open card opens its own page, with the mouse and with the keyboard', async ({
  window,
  pushscope,
}) => {
  const { client } = pushscope;
  const device = (await client.workspace.get()).devices.find((one) => one.vendor === 'huawei');
  if (!device?.token) throw new Error('The demo has no Huawei.');
  const buttons = [
    { name: 'Order', action_type: 1, intent_type: 0, intent: 'intent://o#Intent;scheme=app;S.ext=order%2012;end' },
    { name: 'Site', action_type: 2, intent: 'https://example.com' },
  ];
  const notification = { importance: 'NORMAL', click_action: { type: 3 }, buttons };
  const message = {
    token: [device.token],
    notification: { title: 'Denny', body: 'Lunch?' },
    android: { category: 'IM', notification },
  };
  const push = () =>
    client.sends.create({
      kind: 'raw',
      vendor: 'huawei',
      deviceId: device.id,
      payload: JSON.stringify({ message }),
    });
  await push();
  await window.getByRole('button', { name: 'Phones', exact: true }).click();
  await window.getByRole('button', { name: /Vinson’s Huawei/ }).click();
  const drawn = window.getByRole('region', { name: /of Vinson’s Huawei/ });
  await drawn.getByRole('button', { name: 'Show the whole text' }).press('Enter');
  await drawn.getByRole('button', { name: 'Order' }).click();
  const steps = window.getByRole('region', { name: 'What happened' });
  await expect(steps.getByText('The person presses the button “Order”.')).toBeVisible();
  await expect(steps.getByText('The redirect rule “Order page” matches')).toBeVisible();
  await client.phones.setState({ id: device.id, state: 'killed' });
  await push();
  const again = window.getByRole('region', { name: /shade of Vinson’s Huawei/ });
  await again.getByRole('button', { name: 'Show the whole text' }).press('Enter');
  await again.getByRole('button', { name: 'Site' }).press('Enter');
  await expect(steps.getByText('The person presses the button “Site”.')).toBeVisible();
});

test(
  'a talk that the app builds is answered in the card; what every push does is said',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const { device, update, push, shown } = await phone(pushscope);
    await update({ look: { ...device.look, appStyle: 'messaging', appButtons: true } });
    for (const body of ['Lunch?', 'At half past twelve?']) await push({ title: 'Denny', body });
    await push({ title: 'Mara', body: 'Hello' });
    const drawn = await openPhone(window);
    const talk = drawn.getByRole('listitem').filter({ has: window.getByRole('button', { name: /^ChatDemo, Denny/ }) });
    await talk.getByRole('button', { name: 'Show the whole text' }).press('Enter');
    await expect(talk.getByText('Lunch?')).toBeVisible();
    await expect(talk.getByText('At half past twelve?')).toBeVisible();
    await talk.getByRole('button', { name: 'Reply' }).press('Enter');
    await talk.getByRole('textbox', { name: 'Reply to Denny' }).fill('On my way');
    await window.keyboard.press('Enter');
    await expect(window.getByText('key_text_reply').first()).toBeVisible();
    expect((await shown()).filter(({ state }) => state === 'shown')).toHaveLength(3);
    await talk.getByRole('button', { name: 'Mark as read' }).press('Enter');
    await expect.poll(async () => (await shown()).filter(({ state }) => state === 'shown')).toHaveLength(1);
    await window.getByRole('button', { name: 'When it arrives' }).press('Enter');
    await expect(window.getByText('Pops up (heads-up)')).toBeVisible();
    const { violations } = await new AxeBuilder({ page: window }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
  },
);

test(
  'what does not fit into a shade is shown by a press, and the focus goes on there',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const { device, update, push } = await phone(pushscope);
    await update({ look: { ...device.look, appStyle: 'messaging' } });
    for (let at = 1; at <= 14; at += 1) await push({ title: `Person ${at}`, body: 'Hello' });
    const drawn = await openPhone(window);
    const cards = drawn.getByRole('button', { name: /^ChatDemo, Person/ });
    const more = drawn.getByRole('button', { name: /^Show \d+ more/ });
    await expect(more).toBeVisible();
    const shown = await cards.count();
    await more.press('Enter');
    await expect(cards).toHaveCount(14);
    await expect(cards.nth(shown)).toBeFocused();
    await expect(cards.nth(shown)).toBeInViewport();
  },
);

test(
  'font size, display size and a channel are changed in the phone’s settings',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const { device, push } = await phone(pushscope);
    await push({ title: 'Denny', body: 'Lunch at 12:30? I booked the corner table by the window.' });
    const drawn = await openPhone(window);
    const stored = async () => (await pushscope.client.workspace.get()).devices.find(({ id }) => id === device.id);
    await window.getByRole('button', { name: 'Phone settings' }).click();
    const settings = window.getByRole('dialog', { name: 'Settings of Vinson’s Pixel' });
    await settings.getByRole('combobox', { name: 'Text size' }).selectOption({ label: '200 %' });
    const title = drawn.locator('[data-card] [data-font]', { hasText: 'Denny' });
    await expect(title).toHaveCSS('font-size', '26px');
    await settings.getByRole('combobox', { name: 'Display size' }).selectOption({ label: 'Largest · 320 dp wide' });
    await expect(drawn.locator('[data-surface]')).toHaveCSS('width', '320px');
    const overflow = await drawn.locator('[data-card]').evaluate((card) => card.scrollWidth - card.clientWidth);
    expect(overflow).toBe(0);
    await settings.getByRole('combobox', { name: 'Channel chat' }).selectOption({ label: 'Off: nothing is shown' });
    await expect.poll(async () => (await stored())?.channels).toEqual({ chat: 'none' });
    const { violations } = await new AxeBuilder({ page: window }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])).toEqual([]);
    await settings.getByRole('combobox', { name: 'Channel chat' }).selectOption({ label: 'As the push asks' });
    await expect.poll(async () => (await stored())?.channels).toEqual({});
  },
);

test('the lock screen hides what its owner or the push hides, and the ruler says so', async ({ window, pushscope }) => {
  const { device, update, push } = await phone(pushscope);
  const locked = (previews: string) => update({ look: { ...device.look, screen: 'lock', previews } });
  await locked('always');
  await push({ title: 'Mara', body: 'The key is 4711.', image: 'https://example.com/key.png' });
  await openPhone(window);
  const drawn = window.getByRole('region', { name: /^Lock screen of Vinson’s Pixel/ });
  const card = drawn.locator('[data-card]');
  await expect(card).toHaveAccessibleName(/The key is 4711/);
  await expect(window.getByRole('list', { name: 'Pictures of this push' })).toContainText(
    'https://example.com/key.png',
  );
  await window
    .getByLabel('Choose a picture for https://example.com/key.png')
    .setInputFiles({ name: 'key.png', mimeType: 'image/png', buffer: Buffer.from(onePixel, 'base64') });
  await expect(drawn.locator('img')).toHaveAttribute('src', /^data:image\/webp/);
  await locked('unlocked');
  await expect(card).toHaveAccessibleName(/^ChatDemo, Sensitive notification content hidden/);
  await expect(drawn.locator('img')).toHaveCount(0);
  await expect(readOn(window, 'Lock screen')).toContainText('hidden here');
  await locked('never');
  await expect(card).toHaveCount(0);
});
/** The smallest PNG. */
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
