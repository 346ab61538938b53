import type { Notification, PhoneView } from '../../shared/contract/index.ts';
import type { Draft } from '../../shared/contract/push.ts';
import type { Phrase } from '../../shared/contract/common.ts';
import type { KeepPlan } from '../vendors/vendor.ts';

/** A notification with what a tap on it needs. */
export interface KeptNotification {
  readonly notification: Notification;
  readonly draft: Draft;
  readonly vendorMessageId: string | null;
  /** How long the vendor keeps it; only while it waits. */
  readonly plan?: KeepPlan;
}

/** How many notifications a phone remembers, all of which its shade can scroll through. */
export const remembered = 500;

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
    const visible = this.#kept.filter((kept) => kept.notification.state !== 'gone');
    return {
      deviceId: this.deviceId,
      notifications: visible.map((kept) => kept.notification).toReversed(),
      badge: this.badge,
      screens: [...this.screens],
    };
  }

  /** How many it remembers: what a view of it costs. */
  get size(): number {
    return this.#kept.length;
  }

  /** Puts back what was stored. */
  restore(kept: KeptNotification): void {
    this.#add(kept);
  }

  /** Remembers a push that the vendor keeps. Returns the one that waited in its place, now lost. */
  hold(held: KeptNotification, because: Phrase): KeptNotification[] {
    const place = held.plan?.place ?? null;
    const replaced =
      place === null ? [] : this.#change((one) => isWaiting(one) && one.plan?.place === place, losing(because));
    this.#add(held);
    return replaced;
  }

  /** Remembers a push that never reaches it. */
  lose(lost: KeptNotification): void {
    this.#add(lost);
  }

  /** What waits for it, oldest first. */
  get waiting(): readonly KeptNotification[] {
    return this.#kept.filter(isWaiting);
  }

  /** Loses what the vendor kept for too long. Returns it in its new state. */
  expire(nowMs: number, because: Phrase): KeptNotification[] {
    return this.#change((one) => isWaiting(one) && (one.plan?.untilMs ?? 0) <= nowMs, losing(because));
  }

  /** Takes one that waited out, because it arrives now. */
  release(notificationId: string): void {
    this.#kept = this.#kept.filter((kept) => kept.notification.id !== notificationId);
  }

  /** Remembers an arrival. Returns those it replaces (same replace key), now gone. */
  arrive(arrived: KeptNotification): KeptNotification[] {
    const { replaceKey } = arrived.notification.card;
    const replaced = replaceKey === '' ? [] : this.#retire((one) => one.card.replaceKey === replaceKey);
    this.#add(arrived);
    const { badge, badgeAdd = 0 } = arrived.notification.card;
    this.badge = (badge ?? this.badge) + badgeAdd;
    return replaced;
  }

  find(notificationId: string): KeptNotification | undefined {
    return this.#kept.find((kept) => kept.notification.id === notificationId);
  }

  /** Takes these away; returns them in their new state. */
  dismiss(notificationIds: ReadonlySet<string>): KeptNotification[] {
    return this.#retire((one) => notificationIds.has(one.id));
  }

  /** Takes all away. */
  clear(): KeptNotification[] {
    return this.#retire(() => true);
  }

  #add(kept: KeptNotification): void {
    this.#kept.push(kept);
    if (this.#kept.length > remembered) this.#kept.splice(0, this.#kept.length - remembered);
  }

  /** What has not arrived is not on the phone, so it cannot be taken away there. */
  #retire(matches: (notification: Notification) => boolean): KeptNotification[] {
    return this.#change(
      ({ notification }) => (notification.state === 'shown' || notification.state === 'quiet') && matches(notification),
      (kept) => ({ ...kept, notification: { ...kept.notification, state: 'gone' } }),
    );
  }

  #change(
    matches: (kept: KeptNotification) => boolean,
    into: (kept: KeptNotification) => KeptNotification,
  ): KeptNotification[] {
    const changed: KeptNotification[] = [];
    for (const [at, kept] of this.#kept.entries()) {
      if (!matches(kept)) continue;
      const after = into(kept);
      this.#kept[at] = after;
      changed.push(after);
    }
    return changed;
  }
}

const isWaiting = ({ notification }: KeptNotification): boolean => notification.state === 'waiting';

const losing =
  (because: Phrase) =>
  ({ plan: _plan, ...kept }: KeptNotification): KeptNotification => ({
    ...kept,
    notification: { ...kept.notification, state: 'lost', quietBecause: because },
  });
