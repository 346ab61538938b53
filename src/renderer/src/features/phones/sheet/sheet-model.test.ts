import { describe, expect, it } from 'vitest';
import { defaultLook } from '../look.ts';
import { shotsFor, type SheetChoice, type SheetDevice } from './sheet-model.ts';

const deviceOf = (id: string, platform: 'ios' | 'android', model: string): SheetDevice =>
  // Only what the function reads of these.
  ({
    device: { id, platform, model, osVersion: platform === 'ios' ? '26.0' : '16', locale: 'en', look: defaultLook },
    draft: { payload: '{}', options: {} },
    card: { title: 'Denny', body: 'Lunch?' },
  }) as unknown as SheetDevice;
const devices = [deviceOf('i', 'ios', 'iphone-17'), deviceOf('a', 'android', 'pixel-9')];
const choice: SheetChoice = {
  locales: ['en'],
  sizes: ['m', 'l', 'xxxl', 'ax2', 'ax5'],
  themes: ['light', 'dark'],
  deviceIds: ['i', 'a'],
  wordings: ['a'],
};
const about = { strings: {}, edits: {}, wording: 'a', locale: 'en' } as const;

describe('the phones of a contact sheet', () => {
  it('are drawn once for each size that looks different', () => {
    const keys = shotsFor(devices, { ...choice, themes: ['light'] }, about).map(({ device, size }) => [
      device.id,
      size,
    ]);
    expect(keys).toEqual([
      ['i', 'm'],
      ['i', 'l'],
      ['i', 'xxxl'],
      ['i', 'ax2'],
      ['i', 'ax5'],
      ['a', 'm'],
      ['a', 'xxxl'],
      ['a', 'ax2'],
    ]);
  });
  it('are those that were chosen, in each theme, with the words of the place', () => {
    const edits = { 'a en': { title: 'Mara' } };
    const shots = shotsFor(devices, { ...choice, deviceIds: ['a'], sizes: ['l'] }, { ...about, edits });
    expect(shots.map(({ theme, card, device }) => [theme, card.title, card.body, device.look.textSize])).toEqual([
      ['light', 'Mara', 'Lunch?', 'l'],
      ['dark', 'Mara', 'Lunch?', 'l'],
    ]);
  });
});
