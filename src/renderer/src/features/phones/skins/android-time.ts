import type { Skin } from './skin.ts';
import { cardTime, clockTime } from './time.ts';
import { languageOf } from './words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Days between two instants by the calendar of this machine. */
const daysBetween = (atMs: number, nowMs: number): number =>
  Math.round((new Date(nowMs).setHours(0, 0, 0, 0) - new Date(atMs).setHours(0, 0, 0, 0)) / 86_400_000);

/** Makers in China word the time as their apps do: 刚刚, 5分钟前, 昨天. Nobody has checked them phone by phone. */
const makerTime = (atMs: number, nowMs: number): string => {
  const age = nowMs - atMs;
  if (age < minuteMs) return '刚刚';
  if (age < hourMs) return `${Math.floor(age / minuteMs)}分钟前`;
  const days = daysBetween(atMs, nowMs);
  if (days === 0) return clockTime('zh-CN', atMs);
  if (days === 1) return '昨天';
  const at = new Date(atMs);
  return `${at.getMonth() + 1}月${at.getDate()}日`;
};

/** The time on a card of an Android phone, with the dot before it where it follows the title. Makers have words of their own in Chinese only. */
export const androidTime = (skin: Skin, locale: string, atMs: number, nowMs: number): string => {
  const layout = skin.layout;
  const isOwn = layout?.timeWords.value === 'maker' && languageOf(locale) === 'zh';
  const time = isOwn ? makerTime(atMs, nowMs) : cardTime('android', locale, atMs, nowMs);
  return layout?.time.value === 'after' ? `• ${time}` : time;
};
