import { describe, expect, it } from 'vitest';
import { locales } from '../../shared/contract/common.ts';
import { vendors } from '../vendors/index.ts';
import { coreTexts } from './texts.ts';

describe('the words of the core', () => {
  const english = coreTexts(vendors, 'en');
  it.each(locales)('are all there in %s', (locale) =>
    expect(Object.keys(coreTexts(vendors, locale)).toSorted()).toEqual(Object.keys(english).toSorted()),
  );
  it.each(['ja', 'ko'] as const)('%s has all but what vendors do in its own words', (locale) => {
    const words = coreTexts(vendors, locale);
    const same = (prefix: string) =>
      Object.keys(english).filter((id) => id.startsWith(prefix) && words[id] === english[id]);
    for (const prefix of ['im.gate.', 'im.rest.', 'cause.', 'credential.found.', 'error.credential.'])
      expect(same(prefix), prefix).toEqual([]);
    const apns = Object.keys(english).filter((id) => id.startsWith('apns.error.'));
    expect(apns.length).toBeGreaterThan(20);
    expect(same('apns.error.')).toEqual(apns);
  });
});
