import { describe, expect, it } from 'vitest';
import type { Card } from '../../../../../shared/contract/index.ts';
import { cardFacts } from './card-facts.ts';

const card: Card = {
  platform: 'ios',
  vendor: 'apns',
  visible: true,
  hiddenBecause: null,
  title: 'Denny',
  subtitle: '',
  body: 'Lunch?',
  localised: false,
  sound: { kind: 'default', name: '' },
  badge: 1,
  imageUrl: '',
  groupKey: '',
  replaceKey: '',
  category: '',
  interruptionLevel: 'active',
  channelId: '',
  color: '',
  ext: null,
  notes: [],
};
const t = (id: string) => id;
const values = (over: Partial<Card> = {}) =>
  Object.fromEntries(cardFacts({ ...card, ...over }, t).map((fact) => [fact.id, fact.value]));

describe('cardFacts', () => {
  it('leaves out what the push does not say', () =>
    expect(values()).toEqual({ title: 'Denny', body: 'Lunch?', sound: 'log.card.sound.default', badge: '1' }));
  it('says that there is no title', () => expect(values({ title: '' })['title']).toBe('log.card.empty'));
  it('says that the number stays', () => expect(values({ badge: null })['badge']).toBe('log.card.badge.kept'));
  it('names the sound file', () =>
    expect(values({ sound: { kind: 'named', name: 'ding.caf' } })['sound']).toBe('ding.caf'));
  it('says a level that is not the ordinary one', () =>
    expect(values({ interruptionLevel: 'critical' })['interruptionLevel']).toBe('critical'));
  it('gives an ext that is there and empty no row', () => expect(values({ ext: '' })).not.toHaveProperty('ext'));
});
