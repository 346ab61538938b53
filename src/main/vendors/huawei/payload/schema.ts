import type { PushType } from '../hosts.ts';
import { choice, flag, integer, object, struct, text, texts, type Shape } from '../../kit/json-shape.ts';

const number: Shape = { kind: 'number' };
const list = (of: Shape): Shape => ({ kind: 'list', of });

const plainNotification = { title: text, body: text, image: text };

const androidNotification = object({
  ...plainNotification,
  icon: text,
  color: text,
  sound: text,
  default_sound: flag,
  tag: text,
  click_action: object({ type: integer, intent: text, action: text, url: text, rich_resource: text }),
  title_loc_key: text,
  title_loc_args: texts,
  body_loc_key: text,
  body_loc_args: texts,
  multi_lang_key: struct,
  channel_id: text,
  notify_summary: text,
  style: integer,
  big_title: text,
  big_body: text,
  inbox_content: texts,
  auto_clear: integer,
  notify_id: integer,
  group: text,
  badge: object({ add_num: integer, set_num: integer, class: text }),
  ticker: text,
  when: text,
  local_only: flag,
  auto_cancel: flag,
  importance: choice('LOW', 'NORMAL', 'HIGH'),
  use_default_vibrate: flag,
  use_default_light: flag,
  vibrate_config: texts,
  visibility: choice('VISIBILITY_UNSPECIFIED', 'PRIVATE', 'PUBLIC', 'SECRET'),
  light_settings: object({
    color: object({ alpha: number, red: number, green: number, blue: number }),
    light_on_duration: text,
    light_off_duration: text,
  }),
  foreground_show: flag,
  buttons: list(object({ name: text, action_type: integer, intent_type: integer, intent: text, data: text })),
  profile_id: text,
});

/** Body of v1 and v2. Source: «Push Kit: sending downlink messages (REST API)». `token` is judged by a rule of its own. */
export const messageShape: Shape = object({
  validate_only: flag,
  message: object({
    data: text,
    notification: object(plainNotification),
    android: object({
      collapse_key: integer,
      urgency: choice('HIGH', 'NORMAL'),
      category: text,
      ttl: text,
      bi_tag: text,
      receipt_id: text,
      fast_app_target: choice(1, 2),
      data: text,
      notification: androidNotification,
      target_user_type: choice(0, 1),
    }),
    apns: object({ headers: struct, payload: struct, hms_options: struct }),
    webpush: object({ headers: struct, notification: struct, hms_options: struct }),
    token: { kind: 'any' },
    topic: text,
    condition: text,
  }),
});

const sceneClick = object({ actionType: integer, action: text, uri: text, data: struct });
const sceneNotification = object({
  category: text,
  title: text,
  body: text,
  clickAction: sceneClick,
  image: text,
  style: integer,
  inboxContent: texts,
  notifyId: integer,
  badge: object({ addNum: integer, setNum: integer }),
  foregroundShow: flag,
  sound: text,
  soundDuration: integer,
  appMessageId: text,
  profileId: text,
});

const payloadShapes: Readonly<Record<PushType, Shape>> = {
  '0': object({ notification: sceneNotification }),
  '1': object({
    formData: { kind: 'any' },
    version: integer,
    images: list(object({ keyName: text, url: text, require: integer })),
    formId: { kind: 'any' },
    moduleName: text,
    formName: text,
    abilityName: text,
  }),
  '2': object({ extraData: text, notification: sceneNotification }),
  '6': object({ extraData: text, proxyData: text }),
  '7': object({
    activityId: integer,
    operation: choice(0, 1, 2),
    event: text,
    status: text,
    // Only what is drawn here: a live view has some sixty fields more, and nothing is said about those.
    activityData: struct,
  }),
  '10': object({ extraData: text }),
};

/** Body of v3 for one kind of push. Source: «Scenario-based messages: request parameters». */
export const sceneShape = (pushType: PushType): Shape =>
  object({
    payload: payloadShapes[pushType],
    target: object({ token: { kind: 'any' } }),
    pushOptions: object({ testMessage: flag, ttl: integer, biTag: text, receiptId: text }),
  });

/** Categories of a notification. Source: «Push Kit: message classification». */
export const categories: readonly string[] = [
  'IM',
  'VOIP',
  'SUBSCRIPTION',
  'TRAVEL',
  'HEALTH',
  'WORK',
  'ACCOUNT',
  'EXPRESS',
  'FINANCE',
  'DEVICE_REMINDER',
  'SYSTEM_REMINDER',
  'MAIL',
  'CUSTOMER_SERVICE',
  'PLAY_VOICE',
  'MARKETING',
];
