import { describe, expect, it } from 'vitest';
import type { Card } from '../../../shared/contract/index.ts';
import type { JsonObject } from '../kit/json.ts';
import { display } from './display.ts';
import { message, mustHaveWords } from './samples.ts';

const cardOf = (value: JsonObject, root: JsonObject = {}, options: Record<string, string> = {}): Card => {
  const payload = JSON.stringify({ ...root, message: value });
  const card = display.card({ payload, options }, { platform: 'android', appName: 'Chat' });
  const phrases = [...card.notes.map(({ phrase }) => phrase), ...(card.hiddenBecause ? [card.hiddenBecause] : [])];
  mustHaveWords(phrases);
  return card;
};
const drawn = (notification: JsonObject): Card => cardOf(message({ android: { notification } }));
const noteNames = (card: Card): string[] => card.notes.map(({ phrase }) => phrase.id.replace('fcm.card.note.', ''));

describe('fcm card', () => {
  it('shows title and body', () => {
    expect(cardOf(message())).toEqual({
      platform: 'android',
      vendor: 'fcm',
      visible: true,
      hiddenBecause: null,
      title: 'Denny',
      subtitle: '',
      body: 'Lunch at 12:30?',
      localised: false,
      sound: { kind: 'none', name: '' },
      badge: null,
      imageUrl: '',
      groupKey: '',
      replaceKey: '',
      category: '',
      interruptionLevel: 'active',
      channelId: '',
      color: '',
      android: {
        kind: 'big-text',
        bigTitle: '',
        bigText: '',
        lines: [],
        messages: [],
        largeIconUrl: '',
        actions: [],
        progress: null,
      },
      ext: null,
      notes: [{ phrase: { id: 'fcm.card.note.no-channel' }, certainty: 'measured' }],
    });
  });

  const parts: [string, JsonObject, Partial<Card>][] = [
    [
      'android wins over the common part',
      { title: 'A', image: 'https://a.example/i.png' },
      { title: 'A', body: 'Lunch at 12:30?', imageUrl: 'https://a.example/i.png' },
    ],
    ['a literal wins over a string resource', { title_loc_key: 'greeting' }, { title: 'Denny', localised: false }],
    [
      'a string resource is shown by its key',
      { title: '', title_loc_key: 'greeting' },
      { title: 'greeting', localised: true },
    ],
    ['camelCase', { body: '', bodyLocKey: 'text' }, { body: 'text', localised: true }],
    ['the default sound', { sound: 'default' }, { sound: { kind: 'default', name: '' } }],
    ['a sound of the app', { sound: 'ding' }, { sound: { kind: 'named', name: 'ding' } }],
    ['default_sound over a sound', { sound: 'ding', default_sound: true }, { sound: { kind: 'default', name: '' } }],
    ['the count', { notification_count: 5 }, { badge: 5 }],
    ['the count zero', { notification_count: 0 }, { badge: 0 }],
    ['no negative count', { notification_count: -1 }, { badge: null }],
    ['the tag replaces', { tag: 'chat-1' }, { replaceKey: 'chat-1' }],
    ['the channel', { channel_id: 'chat' }, { channelId: 'chat' }],
    ['the colour', { color: '#A1b2C3' }, { color: '#A1b2C3' }],
    ['no colour that is none', { color: 'red' }, { color: '' }],
  ];
  it.each(parts)('%s', (_name, notification, expected) => {
    expect(drawn(notification)).toMatchObject(expected);
  });

  it('takes ext from the data the phone gets', () => {
    expect(cardOf(message({ data: { ext: 'a' } })).ext).toBe('a');
    expect(cardOf(message({ data: { ext: 'a' }, android: { data: { ext: 'b' } } })).ext).toBe('b');
    expect(cardOf(message({ data: { ext: 'a' }, android: { data: { other: 'b' } } })).ext).toBeNull();
    expect(cardOf(message({ data: { ext: 'a' }, android: { data: {} } })).ext).toBe('a');
    expect(cardOf(message({ data: { ext: '' } })).ext).toBe('');
  });

  const hidden: [string, JsonObject, string][] = [
    ['data only', { token: 't', data: { ext: 'a' } }, 'fcm.card.data-only'],
    ['an empty notification', { token: 't', notification: {} }, 'fcm.card.data-only'],
    ['the preview alone', { token: 't', android_v2: { remote_notification: {} } }, 'fcm.card.preview'],
  ];
  it.each(hidden)('draws nothing: %s', (_name, value, because) => {
    expect(cardOf(value)).toMatchObject({ visible: false, hiddenBecause: { id: because } });
  });
  it('keeps the ext of a data message', () => {
    expect(cardOf({ token: 't', data: { ext: 'a' } }).ext).toBe('a');
  });
  it('says so when there is nothing to read', () => {
    for (const payload of ['', '{', '[]', '{}', '{"message":7}']) {
      const card = display.card({ payload, options: {} }, { platform: 'android', appName: 'Chat' });
      expect(card).toMatchObject({ visible: false, hiddenBecause: { id: 'fcm.card.unreadable' }, ext: null });
    }
  });

  const notes: [string, Card, string[]][] = [
    ['a channel that must exist', drawn({ channel_id: 'chat' }), ['channel']],
    ['a sound that the channel decides', drawn({ channel_id: 'chat', sound: 'x' }), ['channel', 'sound-of-channel']],
    ['no title', drawn({ title: '' }), ['no-channel', 'no-title']],
    ['a picture', drawn({ image: 'https://a.example' }), ['no-channel', 'image']],
    ['sticky and secret', drawn({ sticky: true, visibility: 'secret' }), ['no-channel', 'sticky', 'secret']],
    ['the preview', cardOf(message({ android_v2: {} })), ['no-channel', 'preview']],
    ['a trial in the body', cardOf(message(), { validate_only: true }), ['validate-only', 'no-channel']],
    ['a trial by option', cardOf(message(), {}, { validateOnly: 'true' }), ['validate-only', 'no-channel']],
  ];
  it.each(notes)('notes %s', (_name, card, names) => {
    expect(noteNames(card)).toEqual(names);
  });
});
