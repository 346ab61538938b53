import type {
  App,
  Card,
  Device,
  Notification,
  NotificationAction,
  PhoneLook,
  PhoneView,
} from '../../../../../shared/contract/index.ts';
import type { Model } from '../skins/models.ts';
import type { Skin } from '../skins/skin.ts';

/** What a person can do with a drawn phone. Absent: that part of the phone is a picture. */
export interface PhoneActions {
  readonly onTap?: (notification: Notification) => void;
  readonly onDismiss?: (notification: Notification) => void;
  /** The home indicator of the open app. */
  readonly onHome?: () => void;
  readonly onBack?: () => void;
  /** A chat in the app's list. */
  readonly onOpen?: (screen: string) => void;
  readonly onClear?: () => void;
  /** A button of a notification, by the app's identifier of it. */
  readonly onAction?: (notification: Notification, action: string, userText?: string) => void;
}

export interface DrawnPhoneProps extends PhoneActions {
  readonly device: Device;
  /** The app under test on this device, for its name. */
  readonly app: App | undefined;
  /** Absent: nothing has reached the phone yet. */
  readonly view: PhoneView | undefined;
  readonly nowMs: number;
  /** Theme of the window, for a device that follows it. */
  readonly windowTheme: 'light' | 'dark';
  /** 1 draws one point or dp as one px. */
  readonly scale?: number;
  /** Id of the notification under inspection; it wears the focus ring. */
  readonly probe?: string | undefined;
  /** What would be shown: drawn above the real ones, with a dashed frame. */
  readonly preview?: Card | null | undefined;
  /** Text of the push that led to the screen on top, if that is known. */
  readonly bubble?: string | undefined;
}

/** One card to draw: a real notification, or a prediction. */
export interface DrawnCard {
  readonly id: string;
  readonly card: Card;
  readonly atMs: number;
  /** Null for a prediction: nothing to tap yet. */
  readonly notification: Notification | null;
}

/** What every part of one drawn phone needs to know. */
export interface PhoneContext extends PhoneActions {
  readonly skin: Skin;
  readonly model: Model;
  readonly look: PhoneLook;
  /** Language of the phone, with the clock its owner chose. */
  readonly locale: string;
  readonly appName: string;
  readonly nowMs: number;
  readonly probe: string | undefined;
  /** Number on the app's icon; 0: none. */
  readonly badge: number;
  /** The buttons that the app has registered for a category. */
  readonly actionsOf: (category: string) => readonly NotificationAction[];
}
