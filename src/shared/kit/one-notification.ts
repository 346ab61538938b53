import type { Card, PhoneLook } from '../contract/index.ts';

/**
 * Which of the notifications that an app builds itself a push belongs to: a talk of one sender, the one inbox, or, empty, one of its own.
 */
export const madeInto = (
  { groupKey, title }: Pick<Card, 'groupKey' | 'title'>,
  { appStyle }: Pick<PhoneLook, 'appStyle'>,
): string => {
  if (appStyle === 'inbox') return 'inbox';
  return appStyle === 'messaging' ? `talk ${groupKey || title}` : '';
};
