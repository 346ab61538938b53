import { describe, expect, it } from 'vitest';
import type { Card } from '../../../../../shared/contract/index.ts';
import { defaultLook } from '../look.ts';
import en from '../texts/en.json' with { type: 'json' };
import { told } from '../skins/android-layout.ts';
import { androidAlert, type AndroidAlertSubject } from './android-alert.ts';
import type { AlertFact } from './alert-fact.ts';

const card: Card = {
  platform: 'android',
  vendor: 'fcm',
  visible: true,
  hiddenBecause: null,
  title: 'Denny',
  subtitle: '',
  body: 'Lunch?',
  localised: false,
  sound: { kind: 'none', name: '' },
  badge: null,
  imageUrl: '',
  groupKey: '',
  replaceKey: '',
  category: '',
  interruptionLevel: 'active',
  channelId: 'chat',
  color: '',
  ext: null,
  notes: [],
};
const device = { channels: {}, look: defaultLook, notificationsAllowed: true };
const subject: AndroidAlertSubject = {
  card,
  device,
  app: undefined,
  importance: 'high',
  isDrawn: true,
  layout: { badge: told('D', 'dot'), silent: told('D', 'section') },
  vendorName: 'FCM',
};
const of = (over: Partial<AndroidAlertSubject>, ofCard: Partial<Card> = {}): AndroidAlertSubject => ({
  ...subject,
  ...over,
  card: { ...card, ...ofCard },
});
const numbered: AndroidAlertSubject['layout'] = { badge: told('D', 'number'), silent: told('O', 'more') };
const factOf = (one: AndroidAlertSubject, id: AlertFact['id']) => androidAlert(one).find((fact) => fact.id === id);
const words: Readonly<Record<string, string>> = en;

describe('what a push does on an Android phone', () => {
  it('does everything when nothing speaks against it', () =>
    expect(androidAlert(subject).map(({ id, on }) => [id, on])).toEqual([
      ['banner', true],
      ['list', true],
      ['light', true],
      ['sound', true],
      ['vibration', true],
      ['badge', true],
      ['dnd', true],
    ]));

  it.each([
    ['a channel of default importance does not pop up', of({ importance: 'default' }), 'banner', 'android.default'],
    ['nothing without permission', of({ device: { ...device, notificationsAllowed: false } }), 'list', 'not-allowed'],
    ['nothing of what is not drawn', of({ isDrawn: false }), 'sound', 'not-drawn'],
    ['nothing in a channel that is off', of({ importance: 'none' }), 'list', 'android.off'],
    [
      'the owner made the channel silent',
      of({ importance: 'low', device: { ...device, channels: { chat: 'low' } } }),
      'sound',
      'android.low',
    ],
    ['the vendor files it among the silent ones', of({ importance: 'low' }), 'banner', 'android.class'],
    [
      'do not disturb',
      of({ device: { ...device, look: { ...defaultLook, focus: 'do-not-disturb' } } }),
      'sound',
      'android.dnd',
    ],
    [
      'the ringer is off',
      of({ device: { ...device, look: { ...defaultLook, rings: false } } }),
      'sound',
      'android.vibrate-mode',
    ],
    ['the push asks its vendor for silence', of({}, { vendor: 'oppo' }), 'sound', 'android.asks-silence'],
    ['the push asks for no vibration', of({}, { vibrates: false }), 'vibration', 'android.asks-no-vibration'],
    ['the lowest importance has no dot', of({ importance: 'min' }), 'badge', 'android.no-dot'],
    ['no number, no mark', of({ layout: numbered }), 'badge', 'android.no-badge'],
  ] as const)('%s', (_name, one, id, why) => expect(factOf(one, id)).toMatchObject({ on: false, why }));

  it.each([
    ['the channel plays what it has', of({}), 'sound', 'android.channel-sound'],
    [
      'a sound that FCM names is the channel’s affair',
      of({}, { sound: { kind: 'named', name: 'ding' } }),
      'sound',
      'android.named-channel',
    ],
    [
      'a maker’s phone plays the sound that is named',
      of({}, { vendor: 'xiaomi', sound: { kind: 'named', name: 'ding' } }),
      'sound',
      'android.named',
    ],
    [
      'the app has the file',
      of({ app: { soundFiles: ['ding.mp3'] } }, { vendor: 'xiaomi', sound: { kind: 'named', name: 'ding' } }),
      'sound',
      'android.found',
    ],
    [
      'the app has other files only',
      of({ app: { soundFiles: ['dong.mp3'] } }, { vendor: 'xiaomi', sound: { kind: 'named', name: 'ding' } }),
      'sound',
      'android.missing',
    ],
    ['vivo heeds its field on old systems only', of({}, { vendor: 'vivo' }), 'sound', 'android.channel-sound'],
    ['a silent one is still in the shade', of({ importance: 'low' }), 'list', 'android.silent'],
    ['or folded', of({ importance: 'low', layout: numbered }), 'list', 'android.folded'],
    [
      'the ringer is off',
      of({ device: { ...device, look: { ...defaultLook, rings: false } } }),
      'vibration',
      'android.vibrate-mode.yes',
    ],
    ['the push asks for vibration', of({}, { vibrates: true }), 'vibration', 'android.asks-vibration'],
    ['the number is set', of({ layout: numbered }, { badge: 3 }), 'badge', 'badge.set'],
    ['the number grows', of({ layout: numbered }, { badgeAdd: 1 }), 'badge', 'android.badge-add'],
  ] as const)('%s', (_name, one, id, why) => expect(factOf(one, id)).toMatchObject({ on: true, why }));

  it('knows that it pops up where Android or the owner says so, and guesses it of a maker’s own classes', () => {
    const sure = (one: AndroidAlertSubject) => factOf(one, 'banner')?.certainty;
    expect(sure(of({}))).toBe('documented');
    expect(sure(of({}, { vendor: 'xiaomi' }))).toBe('guess');
    expect(sure(of({ device: { ...device, channels: { chat: 'high' } } }, { vendor: 'xiaomi' }))).toBe('documented');
  });

  it('has words for every reason, with its holes filled', () => {
    const importances = ['high', 'default', 'low', 'min', 'none'] as const;
    const sounds = [
      { kind: 'none', name: '' },
      { kind: 'default', name: '' },
      { kind: 'named', name: 'x' },
    ] as const;
    for (const importance of importances)
      for (const sound of sounds)
        for (const vendor of ['fcm', 'huawei'] as const)
          for (const { why, params = {} } of androidAlert(of({ importance, layout: numbered }, { sound, vendor }))) {
            const text = words[`phones.why.${why}`] ?? '';
            expect([why, text]).not.toEqual([why, '']);
            expect([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, hole]) => hole)).toEqual(Object.keys(params));
          }
  });
});
