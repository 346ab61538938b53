import type { Card, Certainty, Device, Source } from '../../../../../shared/contract/index.ts';
import { languageOf } from '../skins/words.ts';

/** Where a drawing knowingly differs from the phone, for one text. The id is that of a sentence. */
export interface StandIn {
  readonly id: 'traditional' | 'hyphens';
  readonly certainty: Certainty;
  readonly source?: Source;
}

/** Common letters that only Traditional Chinese has; Japanese, which shares some of them, is told by its kana. */
const traditionalOnly =
  /[這個們來時說對會學國華電話還開關門問間聽讀書長東車馬魚鳥龍風飛見覺親請謝讓應該為從後裡麼樣點號訂單貨達碼費優惠購買賣額領獎幫點擊連線網頁訊息業務員區縣處廠內]/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const isTraditionalPhone = (locale: string): boolean => /^zh\b.*\b(?:hant|tw|hk|mo)\b/i.test(locale);

/** True for a text that a reader of Traditional Chinese expects in its own letter forms. */
export const isTraditional = (text: string, locale: string): boolean => {
  if (!/\p{Script=Han}/u.test(text) || kana.test(text)) return false;
  if (isTraditionalPhone(locale)) return true;
  return languageOf(locale) !== 'ja' && languageOf(locale) !== 'ko' && traditionalOnly.test(text);
};

/** A word so long that Android may divide it at the end of a line. */
const longWord = /\p{Script=Latin}{9,}/u;
const breaking: Source = {
  title: 'AOSP frameworks/base: ImageFloatingTextView, hyphenation and break strategy',
  url: 'https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/core/java/com/android/internal/widget/ImageFloatingTextView.java',
  checked: '2026-11-21',
};

/** What of this card the drawing shows in other letter forms, or with other line ends, than the phone. */
export const standIns = (
  { title, subtitle, body }: Pick<Card, 'title' | 'subtitle' | 'body'>,
  { locale, platform }: Pick<Device, 'locale' | 'platform'>,
): readonly StandIn[] => [
  ...([title, subtitle, body].some((text) => isTraditional(text, locale))
    ? [{ id: 'traditional', certainty: 'documented' } as const]
    : []),
  ...(platform === 'android' && longWord.test(body)
    ? [{ id: 'hyphens', certainty: 'measured', source: breaking } as const]
    : []),
];
