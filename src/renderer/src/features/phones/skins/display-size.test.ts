import { expect, it } from 'vitest';
import { displayFactor, displaySizes } from './display-size.ts';
import { modelOf } from './models.ts';

it('gives a wide screen three larger steps, down to 320 dp', () =>
  expect(displaySizes(412).map(({ factor }) => Math.round(412 / factor))).toEqual([485, 412, 376, 346, 320]));
it('gives a narrow screen fewer', () =>
  expect(displaySizes(360).map(({ id, factor }) => [id, Math.round(360 / factor)])).toEqual([
    ['small', 424],
    ['default', 360],
    ['large', 320],
  ]));
it('takes the largest there is for a step that a screen does not have', () =>
  expect(displayFactor(360, 'largest')).toBe(displayFactor(360, 'large')));
it('changes the dp of an Android phone, and never an iPhone', () => {
  const look = { displaySize: 'large' } as const;
  expect(modelOf({ platform: 'android', model: 'pixel-9', look })).toMatchObject({ width: 376, height: 835 });
  expect(modelOf({ platform: 'ios', model: 'iphone-17', look })).toMatchObject({ width: 402 });
});
