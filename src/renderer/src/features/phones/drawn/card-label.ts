import type { Card } from '../../../../../shared/contract/index.ts';
import type { Words } from '../../../i18n/index.ts';
import type { Skin } from '../skins/skin.ts';
import { spokenTime } from '../skins/time.ts';
import { cardText, lineText } from '../fit/text.ts';

/** What a screen reader says of a card: app, urgency, title, subtitle, the whole body, time. */
export const cardLabel = (
  card: Card,
  about: { readonly appName: string; readonly family: Skin['family']; readonly atMs: number; readonly nowMs: number },
  { t, locale }: Pick<Words, 't' | 'locale'>,
): string => {
  const { title, subtitle, body } = cardText(card, about.appName, about.family);
  const level = card.interruptionLevel;
  const urgent = level === 'time-sensitive' || level === 'critical' ? t(`phones.level.${level}`) : '';
  // Where the app's name is also the title, it is said once, next to what follows it on the card.
  const head = title === about.appName ? [urgent, title] : [about.appName, urgent, title];
  const parts = [...head, subtitle, lineText(body), spokenTime(locale, about.atMs, about.nowMs)];
  return parts.filter((part) => part !== '').join(', ');
};
