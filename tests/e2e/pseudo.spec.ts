/** Every place with texts longer than ours: nothing is cut off without saying so, nothing lies on its neighbour. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/**
 * What is cut off without a way to read it: text wider than its box, where overflow is hidden and neither the element nor one around it
 * has the whole text as a title, and pieces of text that lie on another's.
 */
const unreadable = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const words = (node: Node) => (node.textContent ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 60);
    const isDrawn = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const clips = (value: string) => value === 'hidden' || value === 'clip';
    /** Drawn phones cut text as phones do, editors scroll, and what only screen readers meet is one pixel wide. */
    const isElsewhere = (element: Element) =>
      element.closest('[data-skin], .cm-editor, svg, option, textarea') !== null ||
      element.getBoundingClientRect().width <= 2;
    const texts: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const parent = text.parentElement;
      if (parent && text.data.trim() !== '' && isDrawn(parent) && !isElsewhere(parent)) texts.push(text);
    }
    const boxOf = (text: Text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return range.getBoundingClientRect();
    };
    const problems = new Set<string>();
    for (const text of texts) {
      const box = boxOf(text);
      let shown: Element | null = text.parentElement;
      for (; shown && shown !== document.body; shown = shown.parentElement) {
        const style = getComputedStyle(shown);
        const inner = shown.getBoundingClientRect();
        // So far beyond its edge a box still shows what is in it.
        const beyond = style.overflowX === 'clip' ? Number.parseFloat(style.overflowClipMargin) || 0 : 0;
        const hasTip = shown.closest('[title]') !== null;
        if (/auto|scroll/.test(style.overflowX)) break;
        if (clips(style.overflowX) && box.right > inner.right + beyond + 1.5 && !hasTip)
          problems.add(`cut at the side: ${words(text)} ‹${shown.className}›`);
        if (/auto|scroll/.test(style.overflowY)) break;
        if (clips(style.overflowY) && box.bottom > inner.bottom + 2 && !hasTip)
          problems.add(`cut below: ${words(text)} ‹${shown.className}›`);
        if (
          shown.scrollWidth > shown.clientWidth + 1 &&
          shown.tagName === 'BUTTON' &&
          !hasTip &&
          !clips(style.overflowX)
        )
          problems.add(`out of its button: ${words(text)}`);
      }
    }
    // Two pieces of text on one another, of what shows and is not laid over the rest on purpose.
    const shownBox = (text: Text, box: DOMRect) => {
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
      for (let at = text.parentElement; at && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at);
        const inner = at.getBoundingClientRect();
        if (overflowX !== 'visible') [left, right] = [Math.max(left, inner.left), Math.min(right, inner.right)];
        if (overflowY !== 'visible') [top, bottom] = [Math.max(top, inner.top), Math.min(bottom, inner.bottom)];
      }
      return { left, top: top + 2, right, bottom: bottom - 2 };
    };
    const layerOf = (text: Text) => {
      for (let at = text.parentElement; at; at = at.parentElement)
        if (/sticky|fixed|absolute/.test(getComputedStyle(at).position)) return at;
      return document.body;
    };
    // Line by line: the second line of one may begin left of where the next one ends.
    const linesOf = (text: Text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()];
    };
    const drawn = texts
      .flatMap((text) => linesOf(text).map((line) => ({ text, box: shownBox(text, line), layer: layerOf(text) })))
      .filter(({ box }) => box.right - box.left > 3 && box.bottom - box.top > 3);
    for (const [index, one] of drawn.entries())
      for (const other of drawn.slice(index + 1)) {
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        const isSamePiece =
          one.text.parentElement?.contains(other.text) || other.text.parentElement?.contains(one.text);
        if (one.layer === other.layer && wide > 2 && high > 3 && !isSamePiece)
          problems.add(`on one another: ${words(one.text)} ‹› ${words(other.text)}`);
      }
    // A group of choices that reaches over what stands beside it.
    for (const group of document.querySelectorAll('[role=group]:has(> [role=radio])')) {
      const around = group.parentElement?.getBoundingClientRect();
      if (around && isDrawn(group) && !isElsewhere(group) && group.getBoundingClientRect().right > around.right + 1.5)
        problems.add(`out of its field: ${words(group)}`);
    }
    return [...problems];
  });

const views = [
  'compose',
  'phones',
  'log',
  'credentials',
  'credentials/new%3Adevice',
  'credentials/new%3Acredential',
  'credentials/switches',
  'credentials/token',
  'gateways',
] as const;

for (const [width, height] of [
  [1440, 900],
  [1100, 720],
] as const) {
  test(`with long texts nothing is cut off at ${width} × ${height}`, { tag: '@long' }, async ({ page, pushscope }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    const url = new URL(pushscope.url);
    url.searchParams.set('pseudo', '');
    await page.goto(url.href);
    await page.getByRole('navigation', { name: 'Þļáçéš' }).waitFor();
    const found: Record<string, readonly string[]> = {};
    for (const view of views) {
      await page.evaluate((to) => (location.hash = `#/${to}`), view);
      await page.locator('main [data-pane]').first().waitFor();
      await page.waitForLoadState('networkidle');
      found[view] = await unreadable(page);
    }
    expect(found).toEqual(Object.fromEntries(views.map((view) => [view, []])));
  });
}
