import { describe, expect, it } from 'vitest';
import { isTraditional, standIns } from './stand-ins.ts';

describe('Traditional Chinese', () => {
  it.each([
    ['您的訂單已出貨', 'en', true],
    ['今天下午三點', 'zh-CN', true],
    ['今天下午', 'zh-TW', true],
    ['今天下午', 'zh-Hant-HK', true],
    ['今天下午', 'zh-CN', false],
    ['您的订单已发货', 'zh-CN', false],
    ['電話をください', 'en', false],
    ['電話', 'ja', false],
    ['Lunch?', 'zh-TW', false],
  ])('%s on a phone in %s: %s', (text, locale, is) => expect(isTraditional(text, locale)).toBe(is));
});

describe('what stands in', () => {
  const card = { title: 'Denny', subtitle: '', body: 'Rechtsschutzversicherung' };
  it('has no hyphens on Android, and says so where a word may be divided', () =>
    expect(standIns(card, { locale: 'de', platform: 'android' }).map(({ id }) => id)).toEqual(['hyphens']));
  it('is nothing on iOS, which divides no words', () =>
    expect(standIns(card, { locale: 'de', platform: 'ios' })).toEqual([]));
  it('is nothing for short words', () =>
    expect(standIns({ ...card, body: 'See you at noon' }, { locale: 'en', platform: 'android' })).toEqual([]));
});
