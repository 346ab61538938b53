import type { App, Card, Device } from '../../../../../shared/contract/index.ts';
import { namedSound, no, yes, type AlertFact, type Answer } from './alert-fact.ts';

/** A push on an iPhone. `inForeground`: it came while the app was open. */
export interface AlertSubject {
  readonly card: Card;
  readonly device: Pick<Device, 'grantedTypes' | 'look' | 'notificationsAllowed'>;
  readonly app:
    (Pick<App, 'foregroundOptions' | 'presentsInForeground'> & Partial<Pick<App, 'soundFiles'>>) | undefined;
  readonly inForeground: boolean;
}

/** Why a Focus lets it through or not. Apple: UNNotificationInterruptionLevel. */
const passesFocus = ({ card, device: { look } }: AlertSubject): Answer => {
  if (card.interruptionLevel === 'critical') return yes('focus.critical');
  if (look.focus === 'off') return yes('focus.off');
  if (look.focus === 'allows-app') return yes('focus.allowed');
  if (card.interruptionLevel !== 'time-sensitive') return no('focus.silenced');
  return look.timeSensitive ? yes('focus.timeSensitive') : no('focus.timeSensitiveOff');
};

/** True when the push waits for the next scheduled summary. */
export const waitsForSummary = (card: Pick<Card, 'interruptionLevel'>, { look }: Pick<Device, 'look'>): boolean => {
  if (!look.summary) return false;
  const { interruptionLevel: level } = card;
  return level === 'passive' || level === 'active' || (level === 'time-sensitive' && !look.timeSensitive);
};

/** Why nothing alerts at all, whatever the rest; null when it may. */
const mute = ({ card, device, app, inForeground }: AlertSubject): Answer | null => {
  if (!card.visible) return no('not-drawn');
  if (!device.notificationsAllowed) return no('not-allowed');
  if (inForeground && app?.presentsInForeground === false) return no('app-silent');
  return null;
};

const banner = (subject: AlertSubject): Answer => {
  const { card, device, app, inForeground } = subject;
  if (!device.grantedTypes.alert) return no('alert-not-granted');
  if (inForeground) return app?.foregroundOptions.banner === false ? no('option-off') : yes('option-on');
  if (card.interruptionLevel === 'passive') return no('passive');
  if (!passesFocus(subject).on) return no(passesFocus(subject).why);
  if (waitsForSummary(card, device)) return no('summary');
  return yes(`level.${card.interruptionLevel}`);
};

const list = ({ device, app, inForeground, card }: AlertSubject): Answer => {
  if (!device.grantedTypes.alert) return no('alert-not-granted');
  if (inForeground && app?.foregroundOptions.list === false) return no('option-off');
  return waitsForSummary(card, device) ? yes('list.summary') : yes('list');
};

const light = (subject: AlertSubject): Answer =>
  subject.inForeground ? no('light.open', 'guess') : { ...banner(subject), certainty: 'documented' };

const sound = (subject: AlertSubject): Answer => {
  const { card, device, app, inForeground } = subject;
  if (card.sound.kind === 'none') return no(card.interruptionLevel === 'passive' ? 'passive' : 'sound.none');
  if (!device.grantedTypes.sound) return no('sound-not-granted');
  if (inForeground && app?.foregroundOptions.sound === false) return no('option-off');
  if (!inForeground && !banner(subject).on) return no(banner(subject).why);
  if (card.interruptionLevel !== 'critical' && !device.look.rings) return no('sound.muted');
  if (card.sound.kind === 'named')
    return yes(namedSound('sound', card.sound.name, app), 'documented', { name: card.sound.name });
  return yes(card.interruptionLevel === 'critical' ? 'sound.critical' : 'sound.default');
};

/** Goes with the sound and cannot be asked for by a payload; the ringer's switch leaves it, as the phone is delivered. */
const vibration = (subject: AlertSubject): Answer => {
  const played = sound(subject);
  if (played.on) return yes('vibration.with-sound', 'guess');
  return played.why === 'sound.muted' ? yes('vibration.muted', 'guess') : no(played.why);
};

const badge = ({ card, device, app, inForeground }: AlertSubject): Answer => {
  if (card.badge === null) return no('badge.none');
  if (!device.grantedTypes.badge) return no('badge-not-granted');
  if (inForeground && app?.foregroundOptions.badge === false) return no('option-off');
  return card.badge === 0 ? no('badge.zero') : yes('badge.set', 'documented', { n: card.badge });
};

type IosFact = Exclude<AlertFact['id'], 'dnd'>;
const parts = { banner, list, light, sound, vibration, badge, focus: passesFocus } as const;

/** Everything a push does on an iPhone when it arrives, and why. */
export const iosAlert = (subject: AlertSubject): readonly AlertFact[] => {
  const nothing = mute(subject);
  return (Object.keys(parts) as IosFact[]).map((id) => ({
    id,
    ...(nothing && id !== 'focus' ? nothing : parts[id](subject)),
  }));
};

/** One of the answers alone. */
export const alertOn = (id: IosFact, subject: AlertSubject): boolean =>
  id !== 'focus' && mute(subject) ? false : parts[id](subject).on;
