import type { Skin } from './skin.ts';
import { languageOf, phoneWords } from './words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** An age in hours is said until here even when midnight lies between; our choice. */
const hoursAcrossMidnight = 12;

/** Making a format costs more than using it a hundred times, and every card of a list asks for the same few. */
const kept = <T>(make: (locale: string) => T): ((locale: string) => T) => {
  const made = new Map<string, T>();
  return (locale) => {
    let found = made.get(locale);
    if (found === undefined) made.set(locale, (found = make(locale)));
    return found;
  };
};
const narrowAge = kept((locale) => new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric: 'always' }));
const spokenAge = kept((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const shortClock = kept((locale) => new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }));
const paddedClock = kept((locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }));
const dayInWords = kept(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric' }),
);

type Unit = 'minute' | 'hour' | 'day' | 'year';
interface Age {
  readonly unit: Unit;
  readonly count: number;
}
const shortUnits: Readonly<Record<string, Readonly<Record<Unit, string>>>> = {
  en: { minute: '{n}m', hour: '{n}h', day: '{n}d', year: '{n}y' },
  zh: { minute: '{n}分钟', hour: '{n}小时', day: '{n}天', year: '{n}年' },
  ja: { minute: '{n} 分', hour: '{n} 時間', day: '{n} 日', year: '{n} 年' },
  ko: { minute: '{n}분', hour: '{n}시간', day: '{n}일', year: '{n}년' },
};
const agoForms: Readonly<Record<string, Readonly<Record<'minute' | 'hour', string>>>> = {
  en: { minute: '{n}m ago', hour: '{n}h ago' },
  zh: { minute: '{n}分钟前', hour: '{n}小时前' },
  ja: { minute: '{n}分前', hour: '{n}時間前' },
  ko: { minute: '{n}분 전', hour: '{n}시간 전' },
  ar: { minute: 'قبل {n} د', hour: 'قبل {n} س' },
};

const fill = (form: string, count: number): string => form.replace('{n}', String(count));
/** Languages without forms of their own here get the ones of the system's data. */
const byIntl = (locale: string, { unit, count }: Age): string => narrowAge(locale).format(-count, unit);

const ageOf = (ms: number): Age => {
  if (ms < hourMs) return { unit: 'minute', count: Math.floor(ms / minuteMs) };
  if (ms < dayMs) return { unit: 'hour', count: Math.floor(ms / hourMs) };
  if (ms < 364 * dayMs) return { unit: 'day', count: Math.floor(ms / dayMs) };
  return { unit: 'year', count: Math.max(1, Math.floor(ms / (365 * dayMs))) };
};

/** Digits as Europe writes them, and a plain space before AM. */
const intlLocale = (locale: string): string => {
  if (languageOf(locale) !== 'ar') return locale;
  return locale.includes('-u-') ? `${locale}-nu-latn` : `${locale}-u-nu-latn`;
};
const plainSpace = (text: string): string => text.replaceAll('\u202F', ' ');

/** `8:37 AM`, `08:37` for Chinese. */
export const clockTime = (locale: string, atMs: number): string => {
  const format = languageOf(locale) === 'zh' ? paddedClock : shortClock;
  return plainSpace(format(intlLocale(locale)).format(atMs));
};

/** The big clock and the status bar: no half of the day. */
export const bareClock = (locale: string, atMs: number): string =>
  shortClock(intlLocale(locale))
    .formatToParts(atMs)
    .filter((part) => part.type === 'hour' || part.type === 'minute' || part.value === ':')
    .map((part) => part.value)
    .join('');

/** `Saturday, November 21`. */
export const longDate = (locale: string, atMs: number): string => dayInWords(intlLocale(locale)).format(atMs);

const startOfDay = (atMs: number): number => new Date(atMs).setHours(0, 0, 0, 0);

const iosTime = (locale: string, atMs: number, nowMs: number): string => {
  const age = ageOf(nowMs - atMs);
  const isToday = startOfDay(atMs) === startOfDay(nowMs);
  if (age.unit === 'minute' || (age.unit === 'hour' && (isToday || age.count < hoursAcrossMidnight))) {
    const form = agoForms[languageOf(locale)]?.[age.unit];
    return form === undefined ? byIntl(locale, age) : fill(form, age.count);
  }
  const daysApart = Math.round((startOfDay(nowMs) - startOfDay(atMs)) / dayMs);
  const time = clockTime(locale, atMs);
  if (daysApart === 1) return phoneWords(locale).yesterday(time);
  if (daysApart < 7) {
    const isShort = ['en', 'zh'].includes(languageOf(locale));
    const weekday = new Intl.DateTimeFormat(locale, { weekday: isShort ? 'short' : 'long' }).format(atMs);
    return `${weekday} ${time}`;
  }
  return new Intl.DateTimeFormat(intlLocale(locale), { month: 'short', day: 'numeric' }).format(atMs);
};

const androidTime = (locale: string, atMs: number, nowMs: number): string => {
  const age = ageOf(nowMs - atMs);
  const form = shortUnits[languageOf(locale)]?.[age.unit];
  return form === undefined ? byIntl(locale, age) : fill(form, age.count);
};

/**
 * The time on a card, as the phone writes it. Under a minute, or in the future by a clock that runs apart: «now». Android: AOSP
 * `DateTimeView`; iOS: only the English forms were reported.
 */
export const cardTime = (family: Skin['family'], locale: string, atMs: number, nowMs: number): string => {
  if (nowMs - atMs < minuteMs) return phoneWords(locale).now;
  return family === 'ios' ? iosTime(locale, atMs, nowMs) : androidTime(locale, atMs, nowMs);
};

/** The time as a person says it, in the window's language: «5 minutes ago». */
export const spokenTime = (locale: string, atMs: number, nowMs: number): string => {
  const format = spokenAge(locale);
  if (nowMs - atMs < minuteMs) return format.format(0, 'second');
  const { unit, count } = ageOf(nowMs - atMs);
  return format.format(-count, unit);
};
