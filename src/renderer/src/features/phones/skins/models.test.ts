import { describe, expect, it } from 'vitest';
import { drawingCertainty, modelOf, modelsFor, skinOf } from './models.ts';
import { sizeOf, typeOf, variablesOf, weakest } from './skin.ts';
import { aosp16 } from './android.ts';
import { ios26 } from './ios.ts';

const iphone = { platform: 'ios', model: 'iphone-17', osVersion: '26.0', vendor: 'apns' } as const;
const pixel = { platform: 'android', model: 'pixel-9', osVersion: '16', vendor: 'fcm' } as const;

describe('models', () => {
  it.each([
    ['iphone-17', 402, 874],
    ['iphone-17-pro-max', 440, 956],
    ['iphone-16', 393, 852],
    ['a phone of tomorrow', 402, 874],
    ['pixel-9', 402, 874],
  ])('draws %s on iOS at %i × %i points', (model, width, height) =>
    expect(modelOf({ platform: 'ios', model })).toMatchObject({ width, height }),
  );
  it('draws stock Android at 412 × 915 dp and a Harmony phone at the width of its maker', () => {
    expect(modelOf(pixel)).toMatchObject({ width: 412, height: 915 });
    expect(modelOf({ platform: 'harmony', model: '' })).toMatchObject({ id: 'huawei-mate-70', width: 360 });
  });
  it.each([
    ['huawei', 'huawei'],
    ['honor', 'honor'],
    ['xiaomi', 'xiaomi'],
    ['oppo', 'oppo'],
    ['vivo', 'vivo'],
    ['meizu', 'meizu'],
  ] as const)('a token of %s lives on a phone of that maker, whatever the model says', (vendor, brand) =>
    expect(modelOf({ platform: 'android', model: 'pixel-9', vendor }).brand).toBe(brand),
  );
  it.each(['fcm', 'tpns'] as const)('%s reaches the phones of every maker', (vendor) =>
    expect(modelOf({ platform: 'android', model: 'vivo-x200', vendor }).brand).toBe('vivo'),
  );
  it('offers a platform its own models', () => {
    expect(modelsFor('ios').every((model) => model.family === 'ios')).toBe(true);
    expect(modelsFor('harmony').map((model) => model.id)).toContain('pixel-9');
  });
});

describe('skins', () => {
  it.each([
    [{ ...iphone, osVersion: '26.1' }, 'ios-26'],
    [{ ...iphone, osVersion: '18.6' }, 'ios-18'],
    [{ ...iphone, osVersion: '' }, 'ios-26'],
    [pixel, 'aosp-16'],
    [{ ...pixel, osVersion: '14' }, 'aosp-12'],
    [{ ...pixel, osVersion: '12' }, 'aosp-12'],
    [{ ...pixel, vendor: 'xiaomi', osVersion: 'HyperOS 2' }, 'hyperos'],
    [{ ...pixel, vendor: 'xiaomi', osVersion: 'MIUI 14' }, 'hyperos'],
    [{ ...pixel, vendor: 'xiaomi', model: 'xiaomi-15-global', osVersion: '16' }, 'aosp-16'],
    [{ ...pixel, vendor: 'huawei', osVersion: 'EMUI 12' }, 'emui'],
    [{ ...pixel, vendor: 'huawei', osVersion: '12' }, 'emui'],
    [{ ...pixel, vendor: 'huawei', osVersion: 'HarmonyOS 4.2' }, 'harmony-4'],
    [{ ...pixel, vendor: 'huawei', platform: 'harmony', osVersion: '4.2' }, 'harmony-4'],
    [{ ...pixel, vendor: 'huawei', platform: 'harmony', osVersion: '5.0' }, 'harmony-5'],
    [{ ...pixel, vendor: 'huawei', platform: 'harmony', osVersion: '' }, 'harmony-5'],
    [{ ...pixel, vendor: 'honor', osVersion: '9' }, 'magicos'],
    [{ ...pixel, vendor: 'oppo', osVersion: '15' }, 'coloros'],
    [{ ...pixel, vendor: 'vivo', osVersion: 'Funtouch 15' }, 'originos'],
    [{ ...pixel, vendor: 'meizu', osVersion: '' }, 'flyme'],
    [{ ...pixel, model: 'galaxy-s25', osVersion: '15' }, 'one-ui'],
  ] as const)('of %o', (device, id) => expect(skinOf(device).id).toBe(id));

  it('says how sure the drawing is by its weakest number', () => {
    expect(drawingCertainty(iphone)).toBe('reported');
    expect(drawingCertainty(pixel)).toBe('measured');
    expect(drawingCertainty({ ...pixel, vendor: 'xiaomi' })).toBe('guess');
  });
  it('takes the weakest, and counts a calibrated number as what it reproduces', () => {
    expect(
      weakest([
        { value: 1, tag: 'D' },
        { value: 1, tag: 'O' },
      ]),
    ).toBe('reported');
    expect(weakest([{ value: 1, tag: 'U' }])).toBe('guess');
    expect(weakest([{ value: 1, tag: 'U', together: 'O' }])).toBe('reported');
    expect(weakest([])).toBe('documented');
  });
  it('knows the text widths of a 402 point iPhone and a 412 dp Pixel', () => {
    const beside = { phoneWidth: 402, timeWidth: 24, hasImage: false };
    expect(ios26.widthOf('body', 'lock', beside)).toBe(310);
    expect(ios26.widthOf('title', 'lock', beside)).toBe(310 - 24 - 8);
    expect(ios26.widthOf('body', 'lock', { ...beside, hasImage: true })).toBe(310 - 64);
    const android = { ...beside, phoneWidth: 412 };
    expect(aosp16.widthOf('body', 'shade', android)).toBe(292);
    expect(aosp16.widthOf('body', 'shade', { ...android, hasImage: true })).toBe(192);
    expect(aosp16.widthOf('title', 'shade', android)).toBe(248 - 24 - 4);
    expect(aosp16.widthOf('title', 'expanded', android)).toBe(292);
  });
  it('becomes custom properties', () => {
    expect(variablesOf(ios26)).toMatchObject({ '--icon': '38px', '--title-weight': '600', '--lock-body-lines': '4' });
    expect(typeOf(aosp16, 'body')).toEqual({ size: 14, line: 20, weight: 400 });
    expect(sizeOf(ios26, 'nothing')).toBe(0);
  });
});
