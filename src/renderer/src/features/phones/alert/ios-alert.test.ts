import { describe, expect, it } from 'vitest';
import type { Card } from '../../../../../shared/contract/index.ts';
import { defaultLook } from '../look.ts';
import type { AlertFact } from './alert-fact.ts';
import { alertOn, iosAlert, waitsForSummary, type AlertSubject } from './ios-alert.ts';

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
  badge: 3,
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
const device = {
  grantedTypes: { alert: true, sound: true, badge: true },
  notificationsAllowed: true,
  look: defaultLook,
};
const app = { presentsInForeground: true, foregroundOptions: { banner: true, list: true, sound: true, badge: true } };
const subject: AlertSubject = { card, device, app, inForeground: false };
const withCard = (over: Partial<Card>): AlertSubject => ({ ...subject, card: { ...card, ...over } });
const withLook = (over: Partial<typeof defaultLook>, more: Partial<Card> = {}): AlertSubject => ({
  ...withCard(more),
  device: { ...device, look: { ...defaultLook, ...over } },
});
const factOf = (of: AlertSubject, id: AlertFact['id']) => iosAlert(of).find((one) => one.id === id);

describe('what a push does on an iPhone', () => {
  it('does everything when nothing speaks against it', () =>
    expect(iosAlert(subject).map(({ id, on }) => [id, on])).toEqual([
      ['banner', true],
      ['list', true],
      ['light', true],
      ['sound', true],
      ['vibration', true],
      ['badge', true],
      ['focus', true],
    ]));
  it.each([
    ['passive goes to the list only', withCard({ interruptionLevel: 'passive' }), 'banner', 'passive'],
    [
      'nothing without permission',
      { ...subject, device: { ...device, notificationsAllowed: false } },
      'list',
      'not-allowed',
    ],
    ['no sound in the payload', withCard({ sound: { kind: 'none', name: '' } }), 'sound', 'sound.none'],
    ['the ringer is off', withLook({ rings: false }), 'sound', 'sound.muted'],
    ['badge 0 clears', withCard({ badge: 0 }), 'badge', 'badge.zero'],
    ['no badge in the payload', withCard({ badge: null }), 'badge', 'badge.none'],
    ['a Focus silences active', withLook({ focus: 'do-not-disturb' }), 'banner', 'focus.silenced'],
    ['it waits for the summary', withLook({ summary: true }), 'banner', 'summary'],
    [
      'the open app shows nothing',
      { ...subject, inForeground: true, app: { ...app, presentsInForeground: false } },
      'banner',
      'app-silent',
    ],
    [
      'the open app asks for no sound',
      {
        ...subject,
        inForeground: true,
        app: { ...app, foregroundOptions: { ...app.foregroundOptions, sound: false } },
      },
      'sound',
      'option-off',
    ],
    [
      'sounds are not granted',
      { ...subject, device: { ...device, grantedTypes: { alert: true, sound: false, badge: true } } },
      'sound',
      'sound-not-granted',
    ],
  ] as const)('%s', (_name, of, id, why) => expect(factOf(of, id)).toMatchObject({ on: false, why }));

  it.each([
    [[], 'sound.named'],
    [['ding.caf'], 'sound.found'],
    [['dong.caf'], 'sound.missing'],
  ])('a sound is looked for in the app’s files %j: %s', (soundFiles, why) =>
    expect(
      factOf({ ...withCard({ sound: { kind: 'named', name: 'ding.caf' } }), app: { ...app, soundFiles } }, 'sound'),
    ).toMatchObject({ on: true, why }),
  );
  it('still vibrates when the ringer is off', () =>
    expect(factOf(withLook({ rings: false }), 'vibration')).toMatchObject({ on: true, certainty: 'guess' }));
  it.each([
    ['critical', true, true],
    ['time-sensitive', true, true],
    ['time-sensitive', false, false],
    ['active', true, false],
    ['passive', true, false],
  ] as const)('%s passes a Focus that allows time-sensitive pushes (%s): %s', (interruptionLevel, timeSensitive, on) =>
    expect(alertOn('focus', withLook({ focus: 'do-not-disturb', timeSensitive }, { interruptionLevel }))).toBe(on),
  );
  it('plays a critical sound although the ringer is off', () =>
    expect(factOf(withLook({ rings: false }, { interruptionLevel: 'critical' }), 'sound')).toMatchObject({
      on: true,
      why: 'sound.critical',
    }));
  it('lets a Focus that allows the app change nothing', () =>
    expect(alertOn('banner', withLook({ focus: 'allows-app' }))).toBe(true));
  it('keeps what waits for the summary out of the way of urgent pushes', () => {
    const { device: summary } = withLook({ summary: true });
    expect(waitsForSummary({ interruptionLevel: 'active' }, summary)).toBe(true);
    expect(waitsForSummary({ interruptionLevel: 'time-sensitive' }, summary)).toBe(false);
    expect(waitsForSummary({ interruptionLevel: 'critical' }, summary)).toBe(false);
  });
});
