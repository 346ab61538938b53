import { shorten } from '../../kit/cut-text.ts';
import { hasMember, numberIn, objectIn, textIn, textsIn } from '../../kit/json-pick.ts';
import type { JsonObject } from '../../kit/json.ts';
import { huaweiLimits } from '../limits.ts';
import { badStructure, badValue, type Finding } from './refusals.ts';
import { checkButtons, checkVibration } from './rules-button.ts';

const at = '$.message.android.notification';

const checkBadge = (badge: JsonObject | undefined): Finding[] => {
  if (badge === undefined) return [];
  const max = huaweiLimits.badge.value;
  const add = numberIn(badge, 'add_num');
  const set = numberIn(badge, 'set_num');
  const found: Finding[] = [];
  if (add !== undefined && (add < 1 || add > max)) {
    found.push(badStructure('badge-add', `${at}.badge.add_num`, { params: { value: add, max } }));
  }
  if (set !== undefined && (set < 0 || set > max)) {
    found.push(badStructure('badge-set', `${at}.badge.set_num`, { params: { value: set, max } }));
  }
  if ((textIn(badge, 'class') ?? '') === '') {
    found.push(badStructure('badge-class', `${at}.badge.class`, { hasFix: true, certainty: 'reported' }));
  }
  return found;
};

const checkStyle = (notification: JsonObject): Finding[] => {
  const style = numberIn(notification, 'style');
  if (style === undefined || style === 0 || style === 2) return [];
  if (style === 1) {
    return ['big_title', 'big_body']
      .filter((name) => (textIn(notification, name) ?? '') === '')
      .map((field) => badStructure('style-text', `${at}.${field}`, { params: { field } }));
  }
  if (style !== 3) return [badValue('style', `${at}.style`, { params: { value: style }, hasFix: true })];
  const lines = textsIn(notification, 'inbox_content').length;
  const max = huaweiLimits.inboxLines.value;
  if (lines >= 1 && lines <= max) return [];
  return [badStructure('inbox-lines', `${at}.inbox_content`, { params: { count: lines, max } })];
};

const checkLights = (lights: JsonObject | undefined): Finding[] => {
  if (lights === undefined) return [];
  const missing = ['color', 'light_on_duration', 'light_off_duration'].filter((name) => !hasMember(lights, name));
  if (missing.length === 0) return [];
  const params = { missing: missing.join(', ') };
  return [badStructure('lights', `${at}.light_settings`, { params, certainty: 'measured' })];
};

const checkFormats = (notification: JsonObject): Finding[] => {
  const color = textIn(notification, 'color');
  const image = textIn(notification, 'image') ?? '';
  const clear = numberIn(notification, 'auto_clear');
  const profile = (textIn(notification, 'profile_id') ?? '').length;
  const languages = Object.keys(objectIn(notification, 'multi_lang_key') ?? {}).length;
  const { profileId, languages: mostLanguages } = huaweiLimits;
  const found: Finding[] = [];
  if (color !== undefined && !/^#[0-9a-f]{6}$/i.test(color)) {
    found.push(badValue('color', `${at}.color`, { params: { value: shorten(color) }, hasFix: true }));
  }
  if (image !== '' && !image.startsWith('https://')) {
    found.push(badValue('image', `${at}.image`, { params: { value: shorten(image) }, certainty: 'measured' }));
  }
  if (clear !== undefined && clear <= 0)
    found.push(badValue('auto-clear', `${at}.auto_clear`, { params: { value: clear } }));
  if (profile > profileId.value) {
    found.push(badValue('profile-id', `${at}.profile_id`, { params: { used: profile, max: profileId.value } }));
  }
  if (languages > mostLanguages.value) {
    const params = { count: languages, max: mostLanguages.value };
    found.push(badValue('languages', `${at}.multi_lang_key`, { params }));
  }
  return found;
};

/** What is drawn, beyond types. Sources: «sending downlink messages», hms-push-serverdemo-java and go-hms-push. */
export const checkNotification = (notification: JsonObject): Finding[] => [
  ...checkBadge(objectIn(notification, 'badge')),
  ...checkStyle(notification),
  ...checkLights(objectIn(notification, 'light_settings')),
  ...checkFormats(notification),
  ...checkButtons(notification, at),
  ...checkVibration(notification, at),
];
