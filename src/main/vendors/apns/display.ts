import type { Card, Draft, Phrase } from '../../../shared/contract/index.ts';
import { isObject, type Json, type JsonObject } from '../kit/json.ts';
import type { DisplayPart } from '../vendor.ts';
import { alertText, apsOf, extOf, hasText, isOn, isSilent, payloadObject, type AlertText } from './payload/read.ts';
import { optionOf } from './wire.ts';

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const levels: readonly Card['interruptionLevel'][] = ['passive', 'active', 'time-sensitive', 'critical'];
const levelOf = (aps: JsonObject): Card['interruptionLevel'] =>
  levels.find((level) => level === aps['interruption-level']) ?? 'active';

const soundOf = (aps: JsonObject, level: Card['interruptionLevel']): Card['sound'] => {
  const { sound } = aps;
  const name = isObject(sound) ? text(sound['name'] ?? 'default') : text(sound);
  // A passive notification joins the list without a sound.
  if (name === '' || level === 'passive') return { kind: 'none', name: '' };
  return name === 'default' ? { kind: 'default', name: '' } : { kind: 'named', name };
};

const badgeOf = ({ badge }: JsonObject): number | null =>
  typeof badge === 'number' && Number.isInteger(badge) && badge >= 0 ? badge : null;

const relevanceOf = (aps: JsonObject): Pick<Card, 'relevanceScore'> => {
  const score = aps['relevance-score'];
  return typeof score === 'number' && score >= 0 && score <= 1 ? { relevanceScore: score } : {};
};

/** Push types that end somewhere else than in the notifications of the phone. */
const elsewhere = new Set([
  'voip',
  'complication',
  'fileprovider',
  'mdm',
  'location',
  'liveactivity',
  'pushtotalk',
  'widgets',
  'controls',
]);

/** Why nothing is drawn; null when something is. */
const hiddenBecause = (
  payload: JsonObject | null,
  aps: JsonObject | null,
  words: AlertText,
  pushType: string,
): Phrase | null => {
  const because = (id: string): Phrase => ({ id: `apns.hidden.${id}` });
  if (elsewhere.has(pushType)) return because(pushType);
  if (!payload) return because('not-json');
  if (!aps) return because('no-aps');
  if (hasText(words)) return null;
  if (!('alert' in aps)) return because(isSilent(aps) ? 'silent' : 'no-alert');
  const { alert } = aps;
  return because(typeof alert === 'string' || isObject(alert) ? 'empty-alert' : 'alert-type');
};

const isCriticalSound = ({ sound }: JsonObject): boolean => isObject(sound) && isOn(sound['critical']);

const note = (id: string, certainty: Card['notes'][number]['certainty'], params?: Phrase['params']) => ({
  phrase: { id: `apns.note.${id}`, ...(params ? { params } : {}) },
  certainty,
});

const notesOf = (
  payload: JsonObject,
  aps: JsonObject,
  words: AlertText,
  appName: string,
  pushType: string,
): Card['notes'] => {
  const notes: Card['notes'] = [];
  const level = levelOf(aps);
  const extended = isOn(aps['mutable-content']);
  if (words.localised) notes.push(note('localised', 'documented'));
  if (words.title === '') notes.push(note('app-name-as-title', 'guess', { appName }));
  if (text(payload['image']) !== '') {
    notes.push(extended ? note('image-by-extension', 'documented') : note('image-without-extension', 'documented'));
  }
  if (extended) notes.push(note('extension-may-change', 'documented'));
  if (level === 'passive') notes.push(note('passive', 'documented'));
  if (level === 'time-sensitive') notes.push(note('time-sensitive', 'documented'));
  if (level === 'critical' || isCriticalSound(aps)) notes.push(note('critical', 'documented'));
  if (soundOf(aps, level).kind === 'named') notes.push(note('sound-in-app', 'documented'));
  if (text(aps['category']) !== '') notes.push(note('category', 'documented'));
  if (pushType === 'background') notes.push(note('background', 'documented'));
  return notes;
};

/** The image that an app's service extension adds. Without `mutable-content` the extension does not run and none appears. */
const imageOf = (payload: JsonObject, aps: JsonObject): string =>
  isOn(aps['mutable-content']) ? text(payload['image']) : '';

const card = (draft: Draft, { appName }: { appName: string }): Card => {
  const payload = payloadObject(draft.payload);
  const aps = payload ? apsOf(payload) : null;
  const pushType = optionOf(draft, 'pushType');
  const words = alertText(aps?.['alert']);
  const because = hiddenBecause(payload, aps, words, pushType);
  const shown = payload ?? {};
  const keys = aps ?? {};
  const interruptionLevel = levelOf(keys);
  return {
    platform: 'ios',
    vendor: 'apns',
    visible: because === null,
    hiddenBecause: because,
    ...words,
    sound: soundOf(keys, interruptionLevel),
    badge: badgeOf(keys),
    imageUrl: imageOf(shown, keys),
    groupKey: text(keys['thread-id']),
    replaceKey: optionOf(draft, 'collapseId'),
    category: text(keys['category']),
    interruptionLevel,
    ...relevanceOf(keys),
    channelId: '',
    color: '',
    ext: extOf(shown),
    notes: because === null ? notesOf(shown, keys, words, appName, pushType) : [],
  };
};

/** What iOS can show of a push. Sources: Apple, «Generating a remote notification» and UNNotificationInterruptionLevel. */
export const display: DisplayPart = { card };
