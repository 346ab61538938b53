import { describe, expect, it } from 'vitest';
import { aosp12, aosp16 } from './android.ts';
import { androidTime } from './android-time.ts';
import { magicos } from './honor.ts';
import { emui, harmony4, harmony5 } from './huawei.ts';
import { flyme } from './meizu.ts';
import { models } from './models.ts';
import { coloros } from './oppo.ts';
import { oneUi } from './samsung.ts';
import { sizeOf, type Skin } from './skin.ts';
import { originos } from './vivo.ts';
import { hyperos } from './xiaomi.ts';

const makers = [hyperos, emui, harmony4, harmony5, magicos, coloros, originos, flyme, oneUi] as const;
const stock = [aosp16, aosp12] as const;
const layoutOf = (skin: Skin) => {
  if (!skin.layout) throw new Error(`${skin.id} has no layout`);
  return skin.layout;
};

/** One row of the table of drawn differences: margin, radius, icon and its place, title, text closed and open, where the time stands. */
type Row = readonly [Skin, number, number, string, number, string, number, number, number, number, string];
const rows: readonly Row[] = [
  [hyperos, 12, 20, 'app', 40, 'beside', 16, 14, 1, 7, 'end'],
  [emui, 12, 16, 'app', 24, 'header', 16, 14, 1, 3, 'header'],
  [harmony4, 12, 16, 'app', 24, 'header', 16, 14, 2, 3, 'header'],
  [harmony5, 12, 20, 'app', 40, 'beside', 16, 14, 3, 3, 'end'],
  [magicos, 12, 16, 'app', 24, 'header', 16, 14, 2, 3, 'header'],
  [coloros, 16, 18, 'app', 36, 'beside', 16, 14, 1, 6, 'end'],
  [originos, 12, 16, 'app', 36, 'beside', 16, 13, 3, 3, 'end'],
  [flyme, 8, 16, 'app', 36, 'beside', 15, 13, 1, 3, 'end'],
  [oneUi, 10, 26, 'glyph', 24, 'header', 15, 14, 1, 14, 'header'],
  [aosp16, 16, 28, 'glyph', 40, 'beside', 14, 14, 1, 14, 'after'],
  [aosp12, 16, 28, 'glyph', 24, 'beside', 14, 14, 1, 14, 'after'],
];

describe('drawn differences between makers', () => {
  it.each(rows.map((row) => [row[0].id, row] as const))('%s has its own measures', (_id, row) => {
    const [skin, margin, radius, kind, icon, place, title, body, closed, open, time] = row;
    const layout = layoutOf(skin);
    expect({
      margin: sizeOf(skin, 'card-margin'),
      radius: sizeOf(skin, 'card-radius'),
      kind: layout.icon.value,
      icon: sizeOf(skin, 'icon'),
      place: layout.place.value,
      title: sizeOf(skin, 'title-size'),
      body: sizeOf(skin, 'body-size'),
      closed: skin.surfaces.shade?.body.value,
      open: skin.surfaces.expanded?.body.value,
      titleLines: skin.surfaces.shade?.title.value,
      time: layout.time.value,
    }).toEqual({ margin, radius, kind, icon, place, title, body, closed, open, titleLines: 1, time });
  });

  it('no two makers look the same', () => {
    const looks = makers.map(({ sizes, surfaces, layout }) => JSON.stringify({ sizes, surfaces, layout }));
    expect(new Set(looks).size).toBe(makers.length);
  });
});

describe('widths of makers', () => {
  const beside = { timeWidth: 24, hasImage: false };
  const han = (skin: Skin, slot: 'title' | 'body', phoneWidth: number) =>
    skin.widthOf(slot, 'shade', { ...beside, phoneWidth }) / sizeOf(skin, `${slot}-size`);
  it.each([
    ['hyperos', hyperos, 393, 15, 21],
    ['emui', emui, 360, 15, 20],
    ['harmony-4', harmony4, 360, 15, 20],
    ['magicos', magicos, 360, 15, 20],
    ['coloros', coloros, 360, 14, 19],
    ['originos', originos, 393, 12, 23],
  ] as const)('%s: Han characters of title and of text on one line', (_id, skin, width, title, body) => {
    expect(Math.floor(han(skin, 'title', width))).toBe(title);
    expect(Math.floor(han(skin, 'body', width))).toBe(body);
  });
  it.each(makers.map((skin) => [skin.id, skin] as const))(
    '%s gives a picture its room when closed only',
    (_id, skin) => {
      const closed = { ...beside, phoneWidth: 360 };
      const withPicture = { ...closed, hasImage: true };
      expect(skin.widthOf('body', 'shade', closed) - skin.widthOf('body', 'shade', withPicture)).toBe(56);
      expect(skin.widthOf('body', 'expanded', closed)).toBe(skin.widthOf('body', 'expanded', withPicture));
    },
  );
});

describe('behaviour of makers', () => {
  it('MIUI folds the unimportant, shows one of a bundle and a number on the icon', () =>
    expect(layoutOf(hyperos)).toMatchObject({
      silent: { value: 'unimportant', tag: 'U' },
      group: { closed: { value: 1, tag: 'D' } },
      badge: { value: 'number', tag: 'D' },
    }));
  it.each([emui, harmony4, magicos])('up to HarmonyOS 4 and on MagicOS an app is its newest and a count: %o', (skin) =>
    expect(layoutOf(skin)).toMatchObject({
      group: { from: { value: 2, tag: 'D' }, closed: { value: 1, tag: 'D' } },
      silent: { value: 'more', tag: 'O' },
    }),
  );
  it('HarmonyOS 5 shows the newest three of a group, and three lines', () => {
    expect(layoutOf(harmony5)).toMatchObject({ group: { closed: { value: 3, tag: 'O' } }, silent: { value: 'more' } });
    expect(harmony5.surfaces.shade?.body).toEqual({ value: 3, tag: 'D' });
    expect(harmony5.surfaces.banner?.body).toEqual({ value: 3, tag: 'D' });
  });
  it('ColorOS opens the first long text', () => {
    expect(layoutOf(coloros).opensFirst).toEqual({ value: true, tag: 'O' });
    expect(makers.filter((skin) => skin.layout?.opensFirst).map((skin) => skin.id)).toEqual(['coloros']);
  });
  it('vivo keeps operation messages in a box', () =>
    expect(layoutOf(originos).silent).toEqual({ value: 'box', tag: 'O' }));
  it('Flyme has a dot and no number', () => expect(layoutOf(flyme).badge).toEqual({ value: 'dot', tag: 'D' }));
  it('One UI stacks a group with one visible', () =>
    expect(layoutOf(oneUi).group).toMatchObject({ closed: { value: 1, tag: 'O' }, look: { value: 'cards' } }));
  it.each(stock)('stock Android: silent section, two lines of a closed group, eight of an open one, a dot', (skin) =>
    expect(layoutOf(skin)).toMatchObject({
      silent: { value: 'section', tag: 'D' },
      group: { from: { value: 4, tag: 'K' }, closed: { value: 2, tag: 'S' }, open: { value: 8, tag: 'S' } },
      badge: { value: 'dot', tag: 'D' },
    }),
  );
});

describe('the lock screen', () => {
  it('is there on every phone; HarmonyOS 5 shows icons and a number', () => {
    const counted = [...makers, ...stock].filter((skin) => layoutOf(skin).lock.look.value === 'count');
    expect(counted.map((skin) => skin.id)).toEqual(['harmony-5']);
    for (const skin of [...makers, ...stock]) {
      expect(skin.screens).toContain('lock');
      expect(skin.surfaces.lock !== undefined).toBe(skin.id !== 'harmony-5');
    }
  });
  it('has no marketing on the phones of China; stock and Samsung leave silent ones to a setting', () => {
    const silent = [...makers, ...stock].filter((skin) => layoutOf(skin).lock.silent.value);
    expect(new Set(silent.map((skin) => skin.id))).toEqual(new Set(['one-ui', 'aosp-16', 'aosp-12']));
  });
});

describe('where drawn facts come from', () => {
  const all = [...makers, ...stock];
  it.each(all.map((skin) => [skin.id, skin] as const))(
    '%s: every number has a tag, every source a date',
    (_id, skin) => {
      const limits = Object.values(skin.surfaces).flatMap((one) => Object.values(one));
      for (const one of [...Object.values(skin.sizes), ...limits, ...Object.values(skin.weights)]) {
        expect(one.tag).toMatch(/^[DSMOKU]$/);
        expect(one.value).toBeGreaterThanOrEqual(0);
      }
      const { head, clear, sources, opensFirst, group, lock, ...told } = layoutOf(skin);
      expect([head, clear, group.look, opensFirst]).toBeDefined();
      for (const one of [...Object.values(told), ...Object.values(lock)]) expect(one.tag).toMatch(/^[DSMOKU]$/);
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) expect(source.checked).toBe('2026-11-21');
    },
  );
  it('each maker has a model', () =>
    expect(new Set(models.filter((one) => one.family === 'android').map((one) => one.brand))).toEqual(
      new Set(['stock', 'huawei', 'honor', 'xiaomi', 'oppo', 'vivo', 'meizu', 'samsung']),
    ));
});

describe('times of makers', () => {
  const now = new Date(2026, 10, 21, 14, 28).getTime();
  const ago = (minutes: number) => now - minutes * 60_000;
  it.each([
    [0, '刚刚'],
    [5, '5分钟前'],
    [180, '11:28'],
    [1440, '昨天'],
    [5 * 1440, '11月16日'],
  ])('%i minutes ago in Chinese', (minutes, words) =>
    expect(androidTime(hyperos, 'zh-CN', ago(minutes), now)).toBe(words),
  );
  it('keeps the table of Android apart, and its dot', () => {
    expect(androidTime(aosp16, 'zh-CN', ago(5), now)).toBe('• 5分钟');
    expect(androidTime(oneUi, 'zh-CN', ago(5), now)).toBe('5分钟');
    expect(androidTime(hyperos, 'en', ago(5), now)).toBe('5m');
  });
});
