/** A request body as FCM understands it: names in snake case, only known fields, values of the right types. */
export interface Body {
  readonly validate_only?: boolean;
  readonly message?: Message;
}
/** Text to text. */
export type StringMap = Readonly<Record<string, string>>;

/** Source of the fields: «REST Resource: projects.messages», as for the types below. */
export interface Message {
  readonly name?: string;
  readonly data?: StringMap;
  readonly notification?: BasicNotification;
  readonly android?: AndroidConfig;
  readonly android_v2?: Readonly<Record<string, unknown>>;
  readonly webpush?: { readonly fcm_options?: { readonly link?: string; readonly analytics_label?: string } };
  readonly apns?: { readonly fcm_options?: { readonly image?: string; readonly analytics_label?: string } };
  readonly fcm_options?: { readonly analytics_label?: string };
  readonly token?: string;
  readonly topic?: string;
  readonly condition?: string;
  readonly fid?: string;
}

/** The part that every platform has. */
export interface BasicNotification {
  readonly title?: string;
  readonly body?: string;
  readonly image?: string;
}

/** What only Android phones get. */
export interface AndroidConfig {
  readonly collapse_key?: string;
  readonly priority?: 'NORMAL' | 'HIGH';
  /** As on the wire, for example `3.5s`. */
  readonly ttl?: string;
  readonly restricted_package_name?: string;
  readonly data?: StringMap;
  readonly notification?: AndroidNotification;
  readonly fcm_options?: { readonly analytics_label?: string };
}

/** What an Android phone draws. Fields that no rule and no drawing of ours reads are left out. */
export interface AndroidNotification extends BasicNotification {
  readonly color?: string;
  readonly sound?: string;
  readonly tag?: string;
  readonly click_action?: string;
  readonly title_loc_key?: string;
  readonly title_loc_args?: readonly string[];
  readonly body_loc_key?: string;
  readonly body_loc_args?: readonly string[];
  readonly channel_id?: string;
  readonly sticky?: boolean;
  readonly default_sound?: boolean;
  readonly vibrate_timings?: readonly string[];
  readonly light_settings?: {
    readonly color?: unknown;
    readonly light_on_duration?: string;
    readonly light_off_duration?: string;
  };
  readonly visibility?: string;
  readonly notification_count?: number;
}

/** The four ways to say who gets a message; a message names exactly one. */
export const targetFields = ['token', 'topic', 'condition', 'fid'] as const;
