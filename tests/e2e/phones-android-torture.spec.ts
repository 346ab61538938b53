/** The torture texts on the drawn Android phones in a real browser: lines of a body, cut points of a title. */
import type { Locator } from '@playwright/test';
import { androidTorture, type AndroidTortureRow } from '../support/torture-android.ts';
import { openPhone, phone, readOn } from './android-phone.ts';
import { expect, test } from './fixtures.ts';

const linesOf = (drawn: Locator, text: string) =>
  drawn.evaluate((region, begin) => {
    const all = [...region.querySelectorAll<HTMLElement>('[data-card] [data-font]')];
    const body = all.findLast((one) => one.textContent.startsWith(begin));
    if (!body) throw new Error(`No text begins with ${begin}`);
    const copy = body.cloneNode(true) as HTMLElement;
    copy.style.cssText = `display:block; position:absolute; visibility:hidden; -webkit-line-clamp:none; width:${body.clientWidth}px`;
    body.parentElement?.append(copy);
    const lines = Math.round(copy.offsetHeight / Number.parseFloat(getComputedStyle(body).lineHeight));
    copy.remove();
    return lines;
  }, text);

const bodies = androidTorture.filter((row) => row.slot === 'body');
const titles = androidTorture.filter((row) => row.slot === 'title' && row.shown !== undefined);
const nameOf = (row: AndroidTortureRow) => `ChatDemo, ${row.id}`;

for (const [column, osVersion] of ['16', '14'].entries()) {
  test(`torture on Android ${osVersion}: lines of a body`, { tag: '@long' }, async ({ window, pushscope }) => {
    test.setTimeout(120_000);
    const { update, push, clear } = await phone(pushscope);
    await update({ osVersion });
    const drawn = await openPhone(window);
    for (const row of bodies) {
      await clear();
      await push({ title: row.id, body: row.text });
      await expect(drawn.getByRole('button', { name: nameOf(row) })).toBeVisible();
      await drawn.getByRole('button', { name: 'Show the whole text' }).press('Enter');
      const begin = row.text.trimStart().slice(0, 3);
      const expected = row.lines?.[column];
      // The slice of the font that has these characters may still be on its way.
      const lines = expect.poll(() => linesOf(drawn, begin), { message: row.id });
      await (expected === undefined ? lines.toBeGreaterThan(14) : lines.toBe(expected));
      if (expected === undefined) await expect(readOn(window, 'Expanded')).toContainText('cut after');
    }
  });
}

test('torture on Android 16: where a title is cut', { tag: '@long' }, async ({ window, pushscope }) => {
  const { push, clear } = await phone(pushscope);
  await openPhone(window);
  for (const row of titles) {
    await clear();
    await push({ title: row.text, body: row.id });
    const total = Array.from(new Intl.Segmenter('en').segment(row.text)).length;
    const cell = readOn(window, 'Shade').getByRole('cell').first();
    await expect(cell, row.id).toContainText(`of ${total}`);
    const [, shown] = /after (\d+) of/.exec((await cell.textContent()) ?? '') ?? [];
    expect(Math.abs(Number(shown) - (row.shown ?? 0)), `${row.id}: ${shown}`).toBeLessThanOrEqual(1);
  }
});

test(
  'Android cuts a text at 1024 units, in the middle of an emoji; a blank title is the app’s name',
  { tag: '@long' },
  async ({ window, pushscope }) => {
    const { push, clear } = await phone(pushscope);
    const rowOf = (id: string) => androidTorture.find((row) => row.id === id)?.text ?? '';
    const drawn = await openPhone(window);
    await push({ title: 'T28', body: rowOf('T28') });
    const card = drawn.getByRole('button', { name: /^ChatDemo, T28/ });
    await expect(card).toHaveAccessibleName(/\uFFFD/);
    await clear();
    await push({ title: rowOf('T26'), body: 'Lunch?' });
    await expect(drawn.getByRole('button', { name: /^ChatDemo, Lunch\?/ })).toBeVisible();
  },
);
