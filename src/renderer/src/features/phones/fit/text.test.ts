import { describe, expect, it } from 'vitest';
import { bodyText, cardText, fontLanguage, graphemes, isBlank, langOf, lineText, scriptOf } from './text.ts';

const card = { title: 'Denny', subtitle: 'Lunch', body: 'At noon' };

describe('texts as they are drawn', () => {
  it('makes every line break one kind', () => expect(bodyText('a\r\nb\rc\u2028d\u2029e\nf')).toBe('a\nb\nc\nd\ne\nf'));
  it('makes blanks one space but holds words together', () => expect(bodyText('a \t  b\u00a0c')).toBe('a b\u00a0c'));
  it('puts a title on one line', () => expect(lineText('a\n\nb\tc')).toBe('a b c'));
  it('shows a broken half of an emoji', () => expect(bodyText('\ud83d')).toBe('\ufffd'));
  it.each([
    ['', true],
    [' \u3000\u200b ', true],
    ['a', false],
    ['\u200ba', false],
  ])('%j is blank: %s', (text, blank) => expect(isBlank(text)).toBe(blank));
});

describe('cardText', () => {
  it('is the card', () => expect(cardText(card, 'ChatDemo', 'ios')).toEqual(card));
  it('has no subtitle on Android', () => expect(cardText(card, 'ChatDemo', 'android').subtitle).toBe(''));
  it.each(['ios', 'android'] as const)('puts the app’s name in place of the title on %s', (family) =>
    expect(cardText({ ...card, title: ' \u200b' }, 'ChatDemo', family).title).toBe('ChatDemo'),
  );
  it('draws no more of a draft than a push to Apple can carry', () =>
    expect(cardText({ title: 'T', subtitle: '', body: 'x'.repeat(2_000_000) }, 'App', 'ios').body).toHaveLength(4096));
  it('cuts at 1024 units on Android only, through an emoji', () => {
    const body = `${'a'.repeat(1023)}😀b`;
    expect(cardText({ ...card, body }, '', 'android').body).toBe(`${'a'.repeat(1023)}\ufffd`);
    expect(cardText({ ...card, body }, '', 'ios').body).toBe(body);
  });
});

describe('language and script', () => {
  it.each([
    ['合同', 'en', 'zh-Hans'],
    ['合同', 'ja', 'ja'],
    ['ご注文', 'zh-CN', 'ja'],
    ['주문', 'en', 'ko'],
    ['مرحبا', 'en', 'ar'],
    ['Lunch', 'zh-CN', 'zh-CN'],
  ])('%s on a phone in %s is %s', (text, locale, lang) => expect(langOf(text, locale)).toBe(lang));
  it('chooses fonts by language', () => {
    expect(fontLanguage('zh-Hans')).toBe('zh');
    expect(fontLanguage('ja')).toBe('ja');
    expect(fontLanguage('de')).toBe('other');
  });
  it.each([
    ['a', 'latin'],
    ['é', 'latin'],
    ['汉', 'eastAsian'],
    ['。', 'eastAsian'],
    ['👩🏽‍💻', 'emoji'],
    ['1️⃣', 'emoji'],
    ['1', 'neutral'],
    ['ก', 'complex'],
    ['ש', 'complex'],
    ['ა', 'missing'],
  ])('%s is %s', (grapheme, script) => expect(scriptOf(grapheme)).toBe(script));
  it('counts what a reader sees', () => expect(graphemes('👨‍👩‍👧‍👦🇬🇧é', 'en')).toHaveLength(3));
});
