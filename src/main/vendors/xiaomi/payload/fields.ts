/** A push as Xiaomi understands it: form fields by name, `extra.` ones apart. Every value is text, as on the wire. */
export interface Push {
  readonly top: ReadonlyMap<string, string>;
  readonly extra: ReadonlyMap<string, string>;
}

/** Top-level fields. Source: «Push server API». */
export const topFields: ReadonlySet<string> = new Set([
  'registration_id',
  'alias',
  'user_account',
  'topic',
  'topics',
  'topic_op',
  'messages',
  'restricted_package_name',
  'pass_through',
  'title',
  'description',
  'payload',
  'notify_type',
  'notify_id',
  'time_to_live',
  'time_to_send',
]);
/** Those that are numbers: a draft read from the wire shows them so. */
export const numberFields: ReadonlySet<string> = new Set([
  'pass_through',
  'notify_type',
  'notify_id',
  'time_to_live',
  'time_to_send',
]);

const platformExtras = new Set([
  'channel_id',
  'channel_name',
  'channel_description',
  'template_id',
  'template_param',
  'notify_effect',
  'intent_uri',
  'web_uri',
  'class_name',
  'intent_flag',
  'notify_foreground',
  'sound_uri',
  'ticker',
  'flow_control',
  'jobkey',
  'callback',
  'callback.param',
  'callback.type',
  'locale',
  'locale_not_in',
  'model',
  'model_not_in',
  'app_version',
  'app_version_not_in',
  'connpt',
  'only_send_once',
  'instant_notify',
  'hybrid_pn',
]);

/** Whether Xiaomi itself reads this key of `extra`; any other reaches the app and counts as a custom pair. */
export const isPlatformExtra = (key: string): boolean => platformExtras.has(key) || key.startsWith('notification_');

/** The pairs of `extra` that are for the app alone. */
export const customExtras = (push: Push): [string, string][] =>
  [...push.extra].filter(([key]) => !isPlatformExtra(key));

/** Whether Xiaomi draws nothing and hands `payload` to the app's process. */
export const isPassThrough = (push: Push): boolean => push.top.get('pass_through') === '1';

/** The registration ids a push names. */
export const tokensOf = (push: Push): string[] => splitList(push.top.get('registration_id'));

/** The parts of a comma list, blanks left out. */
export const splitList = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
