/** What a value may be. `map` is text to text, `struct` any JSON object. */
export type FieldType =
  | { readonly kind: 'string' | 'bool' | 'int32' | 'number' | 'duration' | 'timestamp' | 'map' | 'struct' }
  | { readonly kind: 'enum'; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly of: FieldType }
  | MessageType;
/** An object with known fields. */
export interface MessageType {
  readonly kind: 'message';
  /** Name in Google's package, as its answers print it. */
  readonly name: string;
  /** By name in snake case; lowerCamelCase is taken as well. */
  readonly fields: ReadonlyMap<string, FieldType>;
}

const text: FieldType = { kind: 'string' };
const bool: FieldType = { kind: 'bool' };
const duration: FieldType = { kind: 'duration' };
const number: FieldType = { kind: 'number' };
const map: FieldType = { kind: 'map' };
const struct: FieldType = { kind: 'struct' };
const texts: FieldType = { kind: 'list', of: text };
const choice = (name: string, values: readonly string[]): FieldType => ({ kind: 'enum', name, values });
const message = (name: string, fields: Readonly<Record<string, FieldType>>): MessageType => ({
  kind: 'message',
  name,
  fields: new Map(Object.entries(fields)),
});

const notification = { title: text, body: text, image: text };

const androidNotification = message('AndroidNotification', {
  ...notification,
  icon: text,
  color: text,
  sound: text,
  tag: text,
  click_action: text,
  title_loc_key: text,
  title_loc_args: texts,
  body_loc_key: text,
  body_loc_args: texts,
  channel_id: text,
  ticker: text,
  sticky: bool,
  event_time: { kind: 'timestamp' },
  local_only: bool,
  notification_priority: choice('AndroidNotification.NotificationPriority', [
    'PRIORITY_UNSPECIFIED',
    'PRIORITY_MIN',
    'PRIORITY_LOW',
    'PRIORITY_DEFAULT',
    'PRIORITY_HIGH',
    'PRIORITY_MAX',
  ]),
  default_sound: bool,
  default_vibrate_timings: bool,
  default_light_settings: bool,
  vibrate_timings: { kind: 'list', of: duration },
  light_settings: message('LightSettings', {
    color: message('Color', { red: number, green: number, blue: number, alpha: number }),
    light_on_duration: duration,
    light_off_duration: duration,
  }),
  visibility: choice('AndroidNotification.Visibility', ['VISIBILITY_UNSPECIFIED', 'PRIVATE', 'PUBLIC', 'SECRET']),
  notification_count: { kind: 'int32' },
  proxy: choice('AndroidNotification.Proxy', ['PROXY_UNSPECIFIED', 'ALLOW', 'DENY', 'IF_PRIORITY_LOWERED']),
  bypass_proxy_notification: bool,
});

/** The request body of `projects.messages.send`. Source: «REST Resource: projects.messages» and the v1 discovery document. */
export const requestType = message('SendMessageRequest', {
  validate_only: bool,
  message: message('Message', {
    name: text,
    data: map,
    notification: message('Notification', notification),
    android: message('AndroidConfig', {
      collapse_key: text,
      priority: choice('AndroidConfig.AndroidMessagePriority', ['NORMAL', 'HIGH']),
      ttl: duration,
      restricted_package_name: text,
      data: map,
      notification: androidNotification,
      fcm_options: message('AndroidFcmOptions', { analytics_label: text }),
      direct_boot_ok: bool,
      bandwidth_constrained_ok: bool,
      restricted_satellite_ok: bool,
    }),
    // Preview: its inner fields are not published in one place, so nothing inside is judged.
    android_v2: struct,
    webpush: message('WebpushConfig', {
      headers: map,
      data: map,
      notification: struct,
      fcm_options: message('WebpushFcmOptions', { link: text, analytics_label: text }),
    }),
    apns: message('ApnsConfig', {
      headers: map,
      payload: struct,
      fcm_options: message('ApnsFcmOptions', { analytics_label: text, image: text }),
      live_activity_token: text,
    }),
    fcm_options: message('FcmOptions', { analytics_label: text }),
    token: text,
    topic: text,
    condition: text,
    fid: text,
  }),
});

/** `restrictedPackageName` to `restricted_package_name`; snake case stays. */
export const toSnakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
