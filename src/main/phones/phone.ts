import type { Notification, PhoneView } from '../../shared/contract/index.ts';
import type { Draft } from '../../shared/contract/push.ts';

/** A notification with what a tap on it needs. */
export interface KeptNotification {
  readonly notification: Notification;
  readonly draft: Draft;
  readonly vendorMessageId: string | null;
}

/** How many notifications a phone remembers, and how many the window is given. */
export const remembered = 500;
export const drawn = 100;

/** One simulated phone's memory: what arrived, the number on the icon, where the app stands. Plain state, no I/O. */
export class Phone {
  readonly deviceId: string;
  #kept: KeptNotification[] = [];
  badge = 0;
  screens: readonly string[] = [];
  /** What of it was last stored. */
  stored = '';

  constructor(deviceId: string) {
    this.deviceId = deviceId;
  }

  get view(): PhoneView {
    const visible = this.#kept.filter((kept) => kept.notification.state !== 'gone').slice(-drawn);
    return {
      deviceId: this.deviceId,
      notifications: visible.map((kept) => kept.notification).toReversed(),
      badge: this.badge,
      screens: [...this.screens],
    };
  }

  /** Remembers an arrival. Returns those it replaces (same replace key), now gone. */
  arrive(arrived: KeptNotification): KeptNotification[] {
    const { replaceKey } = arrived.notification.card;
    const replaced = replaceKey === '' ? [] : this.#retire((one) => one.card.replaceKey === replaceKey);
    this.#kept.push(arrived);
    if (this.#kept.length > remembered) this.#kept.splice(0, this.#kept.length - remembered);
    if (arrived.notification.card.badge !== null) this.badge = arrived.notification.card.badge;
    return replaced;
  }

  find(notificationId: string): KeptNotification | undefined {
    return this.#kept.find((kept) => kept.notification.id === notificationId);
  }

  /** Takes one away; returns it in its new state. */
  dismiss(notificationId: string): KeptNotification[] {
    return this.#retire((one) => one.id === notificationId);
  }

  /** Takes all away. */
  clear(): KeptNotification[] {
    return this.#retire(() => true);
  }

  #retire(matches: (notification: Notification) => boolean): KeptNotification[] {
    const gone: KeptNotification[] = [];
    this.#kept = this.#kept.map((kept) => {
      if (kept.notification.state === 'gone' || !matches(kept.notification)) return kept;
      const retired: KeptNotification = { ...kept, notification: { ...kept.notification, state: 'gone' } };
      gone.push(retired);
      return retired;
    });
    return gone;
  }
}
