import type { Card } from '../../../../../shared/contract/index.ts';
import type { Words } from '../../../i18n/index.ts';
import type { Fact } from './facts.tsx';

/** What a card holds, in words; what it does not hold is left out, but for title, text, sound and number, whose absence matters. */
export const cardFacts = (card: Card, t: Words['t']): readonly Fact[] => {
  const always = (id: string, value: string): Fact => ({
    id,
    label: t(`log.card.${id}`),
    value: value === '' ? t('log.card.empty') : value,
  });
  const given = (id: string, value: string | null, mono = false): Fact[] =>
    value === null || value === '' ? [] : [{ id, label: t(`log.card.${id}`), value, mono }];
  return [
    always('title', card.title),
    ...given('subtitle', card.subtitle),
    always('body', card.body),
    ...given('localised', card.localised ? t('log.card.localised.about') : ''),
    always('sound', card.sound.kind === 'named' ? card.sound.name : t(`log.card.sound.${card.sound.kind}`)),
    always('badge', card.badge === null ? t('log.card.badge.kept') : String(card.badge)),
    ...given('imageUrl', card.imageUrl, true),
    ...given('groupKey', card.groupKey, true),
    ...given('replaceKey', card.replaceKey, true),
    ...given('category', card.category, true),
    ...given('channelId', card.channelId, true),
    ...given('color', card.color, true),
    ...given('interruptionLevel', card.interruptionLevel === 'active' ? '' : card.interruptionLevel, true),
    ...given('ext', card.ext, true),
  ];
};
