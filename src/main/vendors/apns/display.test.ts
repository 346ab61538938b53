import { describe, expect, it } from 'vitest';
import type { Card } from '../../../shared/contract/index.ts';
import type { JsonObject } from '../kit/json.ts';
import { display } from './display.ts';
import { mustBeSayable } from './testing.ts';

const cardOf = (payload: JsonObject | string, options: Record<string, string> = { pushType: 'alert' }): Card => {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const card = display.card({ payload: text, options }, { platform: 'ios', appName: 'Chat' });
  mustBeSayable([card.hiddenBecause, ...card.notes.map(({ phrase }) => phrase)]);
  return card;
};
const aps = (more: JsonObject): Card => cardOf({ aps: { alert: 'hi', ...more } });
const notes = (card: Card): string[] => card.notes.map(({ phrase }) => phrase.id.replace('apns.note.', ''));

describe('apns card: words', () => {
  it('a string is the body', () => {
    expect(aps({})).toMatchObject({ visible: true, hiddenBecause: null, title: '', subtitle: '', body: 'hi' });
  });
  it('an object names title, subtitle and body', () => {
    const alert = { title: 'T', subtitle: 'S', body: 'B' };
    expect(aps({ alert })).toMatchObject({ ...alert, visible: true, localised: false });
  });
  it('keys of localised texts are shown raw', () => {
    const alert = { 'title-loc-key': 'T', 'subtitle-loc-key': 'S', 'loc-key': 'B', 'loc-args': ['x'] };
    const card = aps({ alert });
    expect(card).toMatchObject({ title: 'T', subtitle: 'S', body: 'B', localised: true });
    expect(notes(card)).toContain('localised');
  });
  it('a plain text wins over a key', () => {
    expect(aps({ alert: { body: 'B', 'loc-key': 'K' } })).toMatchObject({ body: 'B', localised: false });
  });
  it('without a title the app’s name takes its place', () => {
    expect(aps({}).notes).toContainEqual({
      phrase: { id: 'apns.note.app-name-as-title', params: { appName: 'Chat' } },
      certainty: 'guess',
    });
    expect(notes(aps({ alert: { title: 'T' } }))).not.toContain('app-name-as-title');
  });
});

describe('apns card: nothing is drawn', () => {
  const hidden: readonly (readonly [string, JsonObject | string, Record<string, string>?])[] = [
    ['not-json', '{'],
    ['not-json', '[]'],
    ['no-aps', {}],
    ['no-aps', { aps: 'x' }],
    ['silent', { aps: { 'content-available': 1 } }],
    ['no-alert', { aps: { badge: 3 } }],
    ['no-alert', { aps: { 'content-available': 1, sound: 'default' } }],
    ['no-alert', { aps: { 'content-available': true } }],
    ['empty-alert', { aps: { alert: '' } }],
    ['empty-alert', { aps: { alert: { title: '' } } }],
    ['alert-type', { aps: { alert: 5 } }],
    ...[
      'voip',
      'complication',
      'fileprovider',
      'mdm',
      'location',
      'liveactivity',
      'pushtotalk',
      'widgets',
      'controls',
    ].map((pushType) => [pushType, { aps: { alert: 'hi' } }, { pushType }] as const),
  ];
  it.each(hidden.map(([why, payload, options]) => [why, payload, options ?? { pushType: 'alert' }] as const))(
    '%s: %j',
    (why, payload, options) => {
      const card = cardOf(payload, options);
      expect(card.visible).toBe(false);
      expect(card.hiddenBecause).toEqual({ id: `apns.hidden.${why}` });
      expect(card.notes).toEqual([]);
    },
  );
  it('a silent push can still set the badge', () => {
    expect(cardOf({ aps: { badge: 0 } })).toMatchObject({ visible: false, badge: 0 });
  });
});

describe('apns card: sound and badge', () => {
  const sounds: readonly (readonly [JsonObject, Card['sound']])[] = [
    [{}, { kind: 'none', name: '' }],
    [{ sound: '' }, { kind: 'none', name: '' }],
    [{ sound: 5 }, { kind: 'none', name: '' }],
    [{ sound: 'default' }, { kind: 'default', name: '' }],
    [{ sound: 'ring.caf' }, { kind: 'named', name: 'ring.caf' }],
    [{ sound: { critical: 1 } }, { kind: 'default', name: '' }],
    [{ sound: { critical: 1, name: 'ring.caf' } }, { kind: 'named', name: 'ring.caf' }],
    [
      { sound: 'default', 'interruption-level': 'passive' },
      { kind: 'none', name: '' },
    ],
  ];
  it.each(sounds)('R38: %j', (more, sound) => {
    expect(aps(more).sound).toEqual(sound);
  });
  const badges: readonly (readonly [JsonObject, number | null])[] = [
    [{}, null],
    [{ badge: 0 }, 0],
    [{ badge: 7 }, 7],
    [{ badge: -1 }, null],
    [{ badge: 1.5 }, null],
    [{ badge: '7' }, null],
  ];
  it.each(badges)('%j makes the number %s', (more, badge) => {
    expect(aps(more).badge).toBe(badge);
  });
});

describe('apns card: the rest', () => {
  it('groups, replaces and has buttons', () => {
    const payload = { aps: { alert: 'hi', 'thread-id': 'denny', category: 'MESSAGE' } };
    expect(cardOf(payload, { pushType: 'alert', collapseId: 'chat-1' })).toMatchObject({
      groupKey: 'denny',
      category: 'MESSAGE',
      replaceKey: 'chat-1',
      channelId: '',
      color: '',
    });
    expect(aps({})).toMatchObject({ groupKey: '', category: '', replaceKey: '' });
  });
  it.each(['passive', 'active', 'time-sensitive', 'critical'] as const)('knows the level %s', (level) => {
    expect(aps({ 'interruption-level': level }).interruptionLevel).toBe(level);
  });
  it('is active without a level and with one nobody knows', () => {
    expect([aps({}), aps({ 'interruption-level': 'urgent' })].map((card) => card.interruptionLevel)).toEqual([
      'active',
      'active',
    ]);
  });
  it('has an image only when the extension that fetches it runs', () => {
    const image = 'https://example.com/a.png';
    const extended = cardOf({ aps: { alert: 'hi', 'mutable-content': 1 }, image });
    expect([extended.imageUrl, notes(extended)]).toEqual([
      image,
      ['app-name-as-title', 'image-by-extension', 'extension-may-change'],
    ]);
    const plain = cardOf({ aps: { alert: 'hi' }, image });
    expect([plain.imageUrl, notes(plain)]).toEqual(['', ['app-name-as-title', 'image-without-extension']]);
  });
  it('R41: has the ext beside aps', () => {
    const ext = (value: JsonObject): string | null => cardOf({ aps: { alert: 'hi' }, ...value }).ext;
    expect(ext({ ext: 'jump to denny' })).toBe('jump to denny');
    expect(ext({ ext: '' })).toBe('');
    expect(ext({ ext: { entity: { sender: 'denny' } } })).toBe('{"entity":{"sender":"denny"}}');
    expect(ext({ ext: null })).toBeNull();
    expect(ext({})).toBeNull();
  });
  const noted: readonly (readonly [string, JsonObject])[] = [
    ['passive', { 'interruption-level': 'passive' }],
    ['time-sensitive', { 'interruption-level': 'time-sensitive' }],
    ['critical', { 'interruption-level': 'critical' }],
    ['critical', { sound: { critical: 1 } }],
    ['sound-in-app', { sound: 'ring.caf' }],
    ['category', { category: 'MESSAGE' }],
  ];
  it.each(noted)('notes %s for %j', (note, more) => {
    expect(notes(aps({ alert: { title: 'T' }, ...more }))).toEqual([note]);
  });
  it('notes an alert that is sent as background', () => {
    expect(notes(cardOf({ aps: { alert: { title: 'T' } } }, { pushType: 'background' }))).toEqual(['background']);
  });
});

describe('apns card: relevance', () => {
  it('a score from 0 to 1 is kept', () => {
    expect(aps({ 'relevance-score': 0.7 }).relevanceScore).toBe(0.7);
    expect(aps({ 'relevance-score': 0 }).relevanceScore).toBe(0);
  });
  it.each([undefined, '0.7', -0.1, 1.1, null] as const)('%j is no score', (score) => {
    expect(aps(score === undefined ? {} : { 'relevance-score': score }).relevanceScore).toBeUndefined();
  });
});
