/** The drawn iPhones in a real browser: where texts are cut, what can be reached by the keyboard, what is said, what is drawn where. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { pushToApns } from '../support/push-apns.ts';
import { torture, type TortureRow } from '../support/torture.ts';
import { expect, test, type Pushscope } from './fixtures.ts';

const widths = [
  { model: 'iphone-14', label: 'iPhone 14', width: 298, column: 0 },
  { model: 'iphone-17-pro-max', label: 'iPhone 17 Pro Max', width: 348, column: 1 },
] as const;

const openPhones = async (window: Page) => {
  await window.getByRole('button', { name: 'Phones', exact: true }).click();
  return window.getByRole('region', { name: /of Vinson’s iPhone/ });
};
const iphone = async ({ client }: Pushscope) => {
  const { devices, apps } = await client.workspace.get();
  const device = devices.find((one) => one.platform === 'ios');
  const app = apps.find((one) => one.id === device?.appId);
  if (!device || !app) throw new Error('The demo has no iPhone.');
  return { device, app, update: (look: object) => client.workspace.devices.update({ id: device.id, look }) };
};
const alertOf = (row: TortureRow) => (row.slot === 'title' ? { title: row.text } : { title: row.id, body: row.text });

/** What a slot of a drawn card measures, in points: the transform around the phone does not count. */
const measure = (slot: Locator) =>
  slot.evaluate((element) => ({
    width: element.clientWidth,
    // The clamp hides lines; laid out without it, the box is as high as the text needs.
    lines: (() => {
      const style = getComputedStyle(element);
      const copy = element.cloneNode(true) as HTMLElement;
      copy.style.cssText = `display:block; position:absolute; visibility:hidden; -webkit-line-clamp:none; width:${element.clientWidth}px`;
      element.parentElement?.append(copy);
      const lines = Math.round(copy.offsetHeight / Number.parseFloat(style.lineHeight));
      copy.remove();
      return lines;
    })(),
    text: element.textContent,
  }));

/** Does this text, cut after so many graphemes, stay within the drawn slot? Asked of the slot itself, not of our ruler. */
const staysWithin = (slot: Locator, count: number, maxLines: number) =>
  slot.evaluate(
    (element, [graphemes, most]) => {
      const style = getComputedStyle(element);
      const parts = Array.from(new Intl.Segmenter('en').segment(element.textContent), ({ segment }) => segment);
      const copy = element.cloneNode(false) as HTMLElement;
      const oneLine = most === 1;
      copy.style.cssText = `display:block; flex:none; position:absolute; visibility:hidden; -webkit-line-clamp:none; width:${oneLine ? 'max-content' : `${element.clientWidth}px`}`;
      copy.textContent = `${parts.slice(0, graphemes).join('').trimEnd()}…`;
      element.parentElement?.append(copy);
      const fits = oneLine
        ? copy.getBoundingClientRect().width <= element.getBoundingClientRect().width + 0.1
        : Math.round(copy.offsetHeight / Number.parseFloat(style.lineHeight)) <= most;
      copy.remove();
      return fits;
    },
    [count, maxLines] as const,
  );

/** Fonts come in slices, and a slice is asked for when a text that needs it is first laid out. */
const fontsOf = (window: Page) =>
  window.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.fonts.ready)));
      }),
  );

/** What «What the person reads» says of the title or the text on the lock screen. */
const verdict = async (window: Page, slot: TortureRow['slot']) => {
  const row = window.getByRole('region', { name: 'What the person reads' }).getByRole('row', { name: /^Lock screen/ });
  const cell = row.getByRole('cell').nth(slot === 'title' ? 0 : 1);
  const words = await cell.textContent();
  const [, shown, total] = /after (\d+) of (\d+)/.exec(words ?? '') ?? [];
  return { words: words ?? '', shown: Number(shown), total: Number(total) };
};

for (const { model, label, width, column } of widths) {
  test(
    `thirty difficult texts on an ${label}: lines and cut points`,
    { tag: '@long' },
    async ({ window, pushscope }) => {
      test.setTimeout(300_000);
      const { device } = await iphone(pushscope);
      await pushscope.client.workspace.devices.update({ id: device.id, model });
      const phone = await openPhones(window);
      await window.evaluate(() => document.fonts.ready);
      for (const row of torture) {
        await pushscope.client.phones.clear({ id: device.id });
        await expect(phone.locator('[data-card]')).toHaveCount(0);
        const payload = { aps: { alert: alertOf(row), sound: 'default' } };
        if (row.id === 'T29') {
          // Apple refuses it; what a reader would see of it is another question.
          await expect(pushToApns(pushscope, [payload])).rejects.toThrow('413');
          continue;
        }
        if (row.id === 'T26') {
          // A blank title without a text is nothing at all.
          await pushToApns(pushscope, [{ aps: { alert: { title: row.text, body: 'Blank title' } } }]);
          await expect(phone.getByRole('button', { name: /^ChatDemo, Blank title/ })).toBeVisible();
          continue;
        }
        await pushToApns(pushscope, [payload]);
        const card = phone.locator('[data-card]');
        await expect(card).toHaveCount(1);
        const slot = card.locator('[lang][dir="auto"]').nth(row.slot === 'title' ? 0 : 1);
        await fontsOf(window);
        const box = await measure(slot);
        const graphemes = [...new Intl.Segmenter('en').segment(box.text)].length;
        if (row.graphemes !== undefined) expect(graphemes, `${row.id} graphemes`).toBe(row.graphemes);
        const maxLines = row.slot === 'title' ? 1 : 4;
        if (row.slot === 'body') expect(box.width, `${row.id} width`).toBe(width);
        await expect.poll(() => verdict(window, row.slot), row.id).toMatchObject({ words: /\S/ });
        await window.waitForTimeout(120);
        const said = await verdict(window, row.slot);
        if (row.script !== undefined && said.words === 'no font to measure it') continue;
        const lines = row.lines?.[column];
        // The counts were taken with static font files, the window has variable ones: a text longer than any surface shows may differ.
        const slack = lines !== undefined && lines > 7 ? 1 : 0;
        if (lines !== undefined)
          expect(Math.abs(box.lines - lines), `${row.id}: ${box.lines} lines`).toBeLessThanOrEqual(slack);
        const shown = row.shown?.[column];
        if (shown !== undefined) {
          const counted = Number.isNaN(said.shown) ? graphemes : said.shown;
          expect(Math.abs(counted - shown), `${row.id}: reads ${counted}, not ${shown}`).toBeLessThanOrEqual(1);
        }
        if (!Number.isNaN(said.shown) && said.shown < said.total) {
          expect(said.total, `${row.id} total`).toBe(graphemes);
          expect(await staysWithin(slot, said.shown, maxLines), `${row.id} after ${said.shown} fits`).toBe(true);
          const more = said.shown + 1;
          if (more < graphemes)
            expect(await staysWithin(slot, more, maxLines), `${row.id} after ${more} is too long`).toBe(false);
        } else {
          expect(said.words, row.id).toMatch(/fits|may be cut/);
          if (row.slot === 'body') expect(box.lines, `${row.id} fits`).toBeLessThanOrEqual(maxLines);
        }
      }
    },
  );
}

test('from the composer to a tap and back, by the keyboard alone', async ({ window }) => {
  await expect(window.getByRole('button', { name: /^Send/ }).first()).toBeEnabled();
  await window.keyboard.press('ControlOrMeta+Enter');
  await window.getByRole('region', { name: 'Results of the last send' }).waitFor();
  await window.keyboard.press('ControlOrMeta+2');
  const phone = window.getByRole('region', { name: /^Lock screen of Vinson’s iPhone/ });
  const card = phone.locator('[data-card]').first();
  await card.focus();
  await window.keyboard.press('Shift+Enter');
  const expanded = phone.getByRole('region', { name: 'Expanded notification' });
  await expect(expanded.locator('[data-card]')).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(expanded).toBeHidden();
  await expect(card).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('region', { name: 'Chat with Denny' })).toBeVisible();
  await window.keyboard.press('ControlOrMeta+1');
  await expect(window.getByRole('main', { name: 'Compose' })).toBeVisible();
});

const thread = (n: number) => ({
  aps: { alert: { title: 'Lunch', body: `Message ${n}` }, 'thread-id': 'lunch', badge: n },
});

test('a thread is one stack that opens and closes, newest first', { tag: '@long' }, async ({ window, pushscope }) => {
  const { update } = await iphone(pushscope);
  await update({ screen: 'list' });
  await pushToApns(pushscope, [1, 2, 3].map(thread));
  const phone = await openPhones(window);
  const stack = phone.getByRole('button', { name: /^ChatDemo, Lunch, Message 3, .*and 2 more in this stack/ });
  // The same stack lies on the lock screen, which stands until the window has heard of the other screen.
  await expect(window.getByRole('region', { name: /^Notification Center of Vinson’s iPhone/ })).toBeVisible();
  await stack.press('Enter');
  const cards = phone.getByRole('list', { name: 'Notifications' }).locator('[data-card]');
  await expect(cards).toHaveCount(3);
  await expect(cards.nth(1)).toHaveAccessibleName(/^ChatDemo, Lunch, Message 2/);
  await phone.getByRole('button', { name: 'Show less of this stack of 3' }).click();
  await expect(cards).toHaveCount(1);
  await update({ screen: 'home' });
  await expect(phone.getByRole('img', { name: 'ChatDemo, 3 on the icon' })).toBeVisible();
});

test('a reply, a dismissal and clearing reach the app as what they are', async ({ window, pushscope }) => {
  const { app, device, update } = await iphone(pushscope);
  const { client } = pushscope;
  await client.workspace.apps.update({
    id: app.id,
    categories: { message: [{ id: 'reply', title: 'Reply', kind: 'text' }] },
  });
  await update({ screen: 'list' });
  const said = (n: number) => ({
    aps: { alert: { title: 'Denny', body: `Message ${n}` }, category: 'message', 'thread-id': `${n}` },
  });
  await pushToApns(pushscope, [1, 2, 3, 4].map(said));
  const phone = await openPhones(window);
  const cards = phone.locator('[data-card]');
  const lastTap = async () => (await client.phones.list()).lastTaps.find((tap) => tap.deviceId === device.id);
  await expect(cards).toHaveCount(4);

  await cards.first().press('Shift+Enter');
  const held = phone.getByRole('region', { name: 'Expanded notification' });
  await held.getByRole('button', { name: 'Reply', exact: true }).click();
  await held.getByRole('textbox', { name: 'Reply' }).fill('At the corner table.');
  await window.keyboard.press('Enter');
  const inspector = window.getByRole('region', { name: 'Tap', exact: true });
  await expect(inspector.getByRole('region', { name: 'What your callback gets' })).toContainText(
    'At the corner table.',
  );
  expect(await lastTap()).toMatchObject({ action: 'reply', userText: 'At the corner table.' });
  await client.phones.setState({ id: device.id, state: 'killed' });

  await expect(cards).toHaveCount(3);
  await cards.first().press('Delete');
  await expect(cards).toHaveCount(2);
  await expect(cards.first()).toBeFocused();
  await expect.poll(lastTap).toMatchObject({ action: 'dismiss', screens: [] });

  await phone.getByRole('button', { name: 'Clear all notifications of the phone' }).click();
  await expect(cards).toHaveCount(0);
  await expect(phone.getByText('No notifications')).toBeVisible();
});

test(
  'previews, Focus and the summary decide what is seen, and the reasons are said',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const { update } = await iphone(pushscope);
    await pushToApns(pushscope, [
      { aps: { alert: { title: 'Offers', body: 'Ten per cent' }, 'thread-id': 'a', 'relevance-score': 0.2 } },
      { aps: { alert: { title: 'Denny', body: 'Lunch?' }, 'thread-id': 'b', 'relevance-score': 0.9 } },
      {
        aps: {
          alert: { title: 'Courier', body: 'At the door' },
          'thread-id': 'c',
          'interruption-level': 'time-sensitive',
        },
      },
    ]);
    const phone = await openPhones(window);
    const names = () =>
      phone
        .locator('[data-card]')
        .evaluateAll((cards) =>
          cards.map((card) => card.getAttribute('aria-label')?.split(', ').slice(0, 3).join(', ')),
        );
    await expect
      .poll(names)
      .toEqual(['ChatDemo, time sensitive, Courier', 'ChatDemo, Denny, Lunch?', 'ChatDemo, Offers, Ten per cent']);
    await update({ previews: 'unlocked' });
    await expect
      .poll(names)
      .toEqual([
        'time sensitive, ChatDemo, Notification',
        'ChatDemo, Notification, now',
        'ChatDemo, Notification, now',
      ]);
    await expect(window.getByRole('row', { name: /^Lock screen/ })).toContainText('hidden here');
    await update({ focus: 'do-not-disturb' });
    await expect.poll(names).toEqual(['ChatDemo, time sensitive, Courier']);
    await update({ focus: 'do-not-disturb', timeSensitive: false });
    await expect.poll(names).toEqual([]);
    await window.getByRole('button', { name: 'When it arrives' }).click();
    await expect(window.getByRole('dialog', { name: 'When it arrives' })).toContainText(
      'turned time-sensitive notifications off',
    );
    await window.keyboard.press('Escape');
    await update({ summary: true, screen: 'list' });
    const summary = phone.getByRole('region', { name: 'Scheduled summary of 2 notifications' });
    await expect(summary.getByRole('button').first()).toHaveAccessibleName(/Denny, Lunch\?/);
  },
);

test('the open app shows the banner only when it asks for it', { tag: '@long' }, async ({ window, pushscope }) => {
  const { device, app } = await iphone(pushscope);
  const { client } = pushscope;
  await client.phones.setState({ id: device.id, state: 'foreground' });
  await pushToApns(pushscope, [thread(1)]);
  await openPhones(window);
  const phone = window.getByRole('region', { name: /^Open app on Vinson’s iPhone/ });
  await expect(phone.getByRole('button', { name: /Message 1/ })).toBeVisible();
  await client.workspace.apps.update({ id: app.id, foregroundOptions: { banner: false } });
  await expect(phone.getByRole('button', { name: /Message 1/ })).toHaveCount(0);
});

test(
  'a larger text needs more lines and is never wider than its card',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const { update } = await iphone(pushscope);
    await pushToApns(pushscope, [
      { aps: { alert: { title: 'Denny', body: 'Lunch at half past twelve, at the corner table.' } } },
    ]);
    const phone = await openPhones(window);
    const body = phone.locator('[data-card] [lang][dir="auto"]').nth(1);
    const lines: number[] = [];
    for (const textSize of ['xs', 'l', 'xxxl', 'ax3']) {
      await update({ textSize });
      await expect
        .poll(() => body.evaluate((element) => getComputedStyle(element).fontSize))
        .toBe({ xs: '12px', l: '15px', xxxl: '21px', ax3: '36px' }[textSize]);
      lines.push((await measure(body)).lines);
      expect(await body.evaluate((element) => element.scrollWidth - element.clientWidth), textSize).toBe(0);
    }
    expect(lines).toEqual(lines.toSorted((one, other) => one - other));
    expect(lines.at(-1)).toBeGreaterThan(lines[0] ?? 0);
  },
);

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen of an iPhone, ${theme}`, { tag: '@long' }, async ({ window, pushscope }) => {
    test.setTimeout(180_000);
    const { device, update } = await iphone(pushscope);
    await pushscope.client.workspace.devices.update({ id: device.id, theme });
    await pushToApns(pushscope, [
      ...[1, 2, 3].map(thread),
      { aps: { alert: 'One more', 'interruption-level': 'critical' } },
    ]);
    await openPhones(window);
    for (const look of [
      { screen: 'resting' },
      { screen: 'list' },
      { screen: 'list', summary: true },
      { screen: 'home' },
      { displayAs: 'count' },
    ]) {
      await update(look);
      await window.waitForTimeout(300);
      const { violations } = await new AxeBuilder({ page: window }).analyze();
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`)),
        JSON.stringify(look),
      ).toEqual([]);
    }
  });
}

test('mirrored in Arabic: icon at the right, time at the left', { tag: '@long' }, async ({ window, pushscope }) => {
  const { device, update } = await iphone(pushscope);
  await pushscope.client.workspace.devices.update({ id: device.id, locale: 'ar' });
  await update({ clock: '24' });
  await pushToApns(pushscope, [{ aps: { alert: { title: 'المتجر', body: 'تم شحن طلبك.' } } }]);
  const phone = await openPhones(window);
  const card = phone.locator('[data-card]');
  const [icon, time] = [card.locator('svg').first(), card.locator('[data-time]')];
  const box = async (of: Locator) => (await of.boundingBox()) ?? { x: Number.NaN };
  expect((await box(icon)).x).toBeGreaterThan((await box(time)).x);
  await expect(card.locator('[data-time]')).toHaveAttribute('data-time', 'الآن');
});

test.describe('reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('nothing on a phone moves', { tag: '@long' }, async ({ window, pushscope }) => {
    await pushToApns(pushscope, [thread(1)]);
    const phone = await openPhones(window);
    const card = phone.locator('[data-card]');
    await card.click({ button: 'right' });
    const held = phone.getByRole('region', { name: 'Expanded notification' });
    const moving = await held.evaluate((element) => element.getAnimations({ subtree: true }).length);
    expect(moving).toBe(0);
    expect(await card.first().evaluate((element) => getComputedStyle(element).transitionDuration)).toBe('0s');
  });
});
