import { describe, expect, it } from 'vitest';
import { sayPhrase, wordsIn } from '../../shared/kit/text.ts';
import { Locale } from '../../shared/contract/common.ts';
import { JsonShape } from '../../shared/contract/sdk.ts';
import type { JsonSchema } from '../../shared/kit/json-schema.ts';
import { imTexts, sdkSchema } from './index.ts';
import { v2Fields, v2Vendor } from './sdk.ts';

const said = (shape: JsonShape, locale: Locale = 'en') =>
  sdkSchema(shape, (phrase) => sayPhrase(wordsIn(imTexts, locale), phrase));
const members = (schema: JsonSchema): JsonSchema[] =>
  Object.values(schema.properties ?? {}).flatMap((one) => [...(one.properties ? members(one) : [one])]);

describe('the objects of the SDKs as schemas', () => {
  it.each(JsonShape.options.flatMap((shape) => Locale.options.map((locale) => [shape, locale] as const)))(
    '%s has words for every member in %s',
    (shape, locale) => {
      for (const { title, description } of members(said(shape, locale))) {
        expect(title).toBeTruthy();
        // An id that no catalogue has is said as it is.
        expect(description).toMatch(/^(?!.*\bim\.)/s);
        expect(description?.length).toBeGreaterThan(10);
      }
    },
  );
  it('V2TIMOfflinePushInfo has every field that is read, and says what it is in the REST API', () => {
    const { properties = {} } = said('V2TIMOfflinePushInfo');
    expect(Object.keys(properties)).toEqual(expect.arrayContaining([...v2Fields, ...v2Vendor].map(({ json }) => json)));
    expect(properties['iOSSound']?.description).toMatch(/^ApnsInfo\.Sound of the REST API\./);
    expect(properties['disablePush']).toMatchObject({ type: 'boolean' });
    expect(properties['AndroidOPPONotifyLevel']?.anyOf?.map((one) => one.const)).toEqual([1, 2, 16, undefined]);
  });
  it('notifyMode is written as the SDK writes it', () =>
    expect(
      said('TIMMessageOfflinePushSettings').properties?.['androidSettings']?.properties?.['notifyMode']?.enum,
    ).toEqual(['Normal', 'Custom']));
});
