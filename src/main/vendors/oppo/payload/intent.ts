import type { ClickAction, Draft, Intent } from '../../../../shared/contract/index.ts';
import { cutText } from '../../kit/cut-text.ts';
import type { SendTarget } from '../../vendor.ts';
import { oppoLimits } from '../limits.ts';

/** What an intent loses or gains on its way to OPPO, as `options.notes` of a draft names it; each is a problem of the draft. */
export const intentNotes = [
  'dropped-subtitle',
  'dropped-image',
  'dropped-badge',
  'dropped-sound',
  'dropped-importance',
  'dropped-interruption',
  'cut-title',
  'cut-text',
  'filled-title',
  'lifetime-shortened',
] as const;
export type IntentNote = (typeof intentNotes)[number];

/** Older vendor pages show a fixed title where a message has none; the words are ours. */
const fallbackTitle = 'New message';

const clickOf = (click: ClickAction): Record<string, unknown> => {
  switch (click.kind) {
    case 'app':
      return { click_action_type: 0 };
    case 'action':
      return { click_action_type: 1, click_action_activity: click.name };
    case 'web':
      return { click_action_type: 2, click_action_url: click.url };
    case 'activity':
      return { click_action_type: 4, click_action_activity: click.name };
    case 'intent':
      return { click_action_type: 5, click_action_url: click.uri };
  }
};

const contentMax = (intent: Intent): number => oppoLimits[intent.longText ? 'longContent' : 'content'].value;

const notesOf = (intent: Intent): IntentNote[] => {
  const told: readonly (readonly [boolean, IntentNote])[] = [
    [Boolean(intent.subtitle), 'dropped-subtitle'],
    [Boolean(intent.image), 'dropped-image'],
    [intent.badge !== null || intent.badgeChange !== null, 'dropped-badge'],
    [intent.sound !== 'default', 'dropped-sound'],
    [Boolean(intent.importance), 'dropped-importance'],
    [intent.interruptionLevel !== null, 'dropped-interruption'],
    [(intent.title?.length ?? 0) > oppoLimits.title.value, 'cut-title'],
    [intent.body.length > contentMax(intent), 'cut-text'],
    [!intent.title, 'filled-title'],
    [intent.lifetimeSeconds > oppoLimits.offlineTtl.value, 'lifetime-shortened'],
  ];
  return told.filter(([is]) => is).map(([, note]) => note);
};

const withoutUndefined = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const asText = (value: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

/**
 * Models the message Tencent's backend would send. Certain are `action_parameters` (from `ext`), channel, category, level, template and
 * click; the rest is the vendor's own API filled in. An `ext` that is no JSON object goes in as it is: OPPO refuses such a push, and so
 * does the check.
 */
export const draftFromIntent = (intent: Intent, target: SendTarget): Draft => {
  const own = intent.vendorSettings.android?.oppo;
  const lifetime = Math.min(intent.lifetimeSeconds, oppoLimits.offlineTtl.value);
  const notification = withoutUndefined({
    style: intent.longText ? 2 : undefined,
    title: cutText(intent.title || fallbackTitle, oppoLimits.title.value),
    content: cutText(intent.body, contentMax(intent)),
    channel_id: intent.androidChannelId ?? undefined,
    category: intent.category ?? undefined,
    notify_level: own?.notifyLevel,
    private_msg_template_id: own?.templateId || undefined,
    private_title_parameters: asText(own?.titleParameters),
    private_content_parameters: asText(own?.contentParameters),
    ...clickOf(intent.click),
    action_parameters: intent.ext ?? undefined,
    off_line: lifetime > 0,
    off_line_ttl: lifetime > 0 ? lifetime : undefined,
  });
  const message = withoutUndefined({
    target_type: 2,
    target_value: target.token === '' ? undefined : target.token,
    verify_registration_id: false,
    notification,
  });
  return { payload: JSON.stringify(message), options: { notes: notesOf(intent).join(',') } };
};
