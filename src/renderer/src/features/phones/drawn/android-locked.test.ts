import { describe, expect, it } from 'vitest';
import type { Card, ChannelImportance, Notification, PhoneLook } from '../../../../../shared/contract/index.ts';
import { stockLayout } from '../skins/android.ts';
import { hyperos } from '../skins/xiaomi.ts';
import { lockedCards } from './android-locked.ts';
import type { DrawnCard } from './types.ts';

const blank: Card = {
  platform: 'android',
  vendor: 'fcm',
  visible: true,
  hiddenBecause: null,
  title: 'Denny',
  subtitle: '',
  body: 'Lunch?',
  localised: false,
  sound: { kind: 'default', name: '' },
  badge: null,
  imageUrl: 'https://a/b.png',
  groupKey: '',
  replaceKey: '',
  category: '',
  interruptionLevel: 'active',
  channelId: '',
  color: '',
  ext: null,
  notes: [],
};
const drawn = (over: Partial<Card> = {}, importance: ChannelImportance = 'high'): DrawnCard => {
  const card = { ...blank, ...over };
  const notification: Notification = {
    id: 'n',
    deviceId: 'd',
    exchangeId: 'e',
    atMs: 0,
    card,
    state: 'shown',
    quietBecause: null,
    inForeground: false,
    keptSinceMs: null,
    importance,
  };
  return { id: 'n', card, atMs: 0, notification };
};
const onStock = (one: DrawnCard, previews: PhoneLook['previews'] = 'always') =>
  lockedCards([one], { look: { previews }, lock: stockLayout.lock, locale: 'en' }).map(({ card }) => card);
const onMaker = (one: DrawnCard) => {
  if (!hyperos.layout) throw new Error('HyperOS has no layout');
  return lockedCards([one], { look: { previews: 'always' }, lock: hyperos.layout.lock, locale: 'en' });
};

describe('the lock screen of an Android phone', () => {
  it('shows a push as it is', () => expect(onStock(drawn())).toEqual([blank]));
  it('shows nothing where its owner wants nothing', () => expect(onStock(drawn(), 'never')).toEqual([]));
  it('hides the text, the title and the picture where its owner hides what is sensitive', () =>
    expect(onStock(drawn(), 'unlocked')).toEqual([
      { ...blank, title: '', body: 'Sensitive notification content hidden', imageUrl: '' },
    ]));
  it('shows a public push even then', () => {
    const open = { lockScreen: 'public' } as const;
    expect(onStock(drawn(open), 'unlocked')).toEqual([{ ...blank, ...open }]);
  });
  it('never shows a secret push', () => expect(onStock(drawn({ lockScreen: 'secret' }))).toEqual([]));
  it('never shows one of the least importance', () => expect(onStock(drawn({}, 'min'))).toEqual([]));
  it('shows a silent one on stock Android, not where a maker keeps its class away', () => {
    expect(onStock(drawn({}, 'low'))).toHaveLength(1);
    expect(onMaker(drawn({}, 'low'))).toHaveLength(0);
    expect(onMaker(drawn({ lockScreen: 'private' }, 'low'))).toHaveLength(1);
    expect(onMaker(drawn())).toHaveLength(1);
  });
});
