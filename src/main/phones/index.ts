import type {
  AppState,
  ArrivalView,
  Arrivals,
  Device,
  Draft,
  Notification,
  PhoneView,
  Phrase,
  QuietReason,
  Tap,
  VendorId,
} from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { madeInto } from '../../shared/kit/one-notification.ts';
import { Keeper } from './keeper.ts';
import type { Delivery, PhonesOptions } from './parts.ts';
import { Phone, type KeptNotification } from './phone.ts';
import { Planner } from './planner.ts';
import { expiredBecause, fateOf, keepPlanOf, lostBecause, replacedBecause, waitingBecause } from './reaching.ts';
import { back, homeScreen, stackFor } from './screens.ts';
import { appStates } from './tapping.ts';
import { Teller } from './teller.ts';

export { phoneTexts } from './texts/index.ts';

export type PhoneMove = { kind: 'open' } | { kind: 'back' } | { kind: 'home' } | { kind: 'screen'; screen: string };

/** Timers of Node count no further than this. */
const longestTimerMs = 2_147_483_647;

/** The simulated phones: what reached them, what they show, what a touch does. */
export class Phones {
  readonly #options: PhonesOptions;
  readonly #planner: Planner;
  readonly #keeper: Keeper;
  readonly #teller: Teller;
  readonly #phones = new Map<string, Phone>();
  /** Of devices that were removed since the start. */
  readonly #aside = new Map<string, Phone>();
  #expiring: NodeJS.Timeout | null = null;

  constructor(options: PhonesOptions) {
    this.#options = options;
    this.#planner = new Planner(options);
    this.#keeper = new Keeper(options.store);
    this.#teller = new Teller(options.hub, (id) => this.#phoneOf(id));
  }

  async load(): Promise<void> {
    const { store } = this.#options;
    for (const data of await store.read('allNotifications')) {
      // Written by the keeper from this very type.
      const kept = JSON.parse(data) as KeptNotification;
      this.#phoneOf(kept.notification.deviceId).restore(kept);
    }
    for (const row of await store.read('allPhones')) {
      Object.assign(this.#phoneOf(row.deviceId), JSON.parse(row.data));
    }
    await this.#giveUp();
    // Pushscope may have ended between a phone's coming back and the arrival of what waited.
    for (const { deviceId } of this.#phones.values()) {
      const device = this.#options.directory.devices.find(deviceId);
      if (device) await this.deviceChanged(device);
    }
    this.#watchExpiry();
  }

  views(deviceIds: readonly string[]): PhoneView[] {
    return deviceIds.map((id) => this.#phoneOf(id).view);
  }

  /** The last tap on each phone; one whose notification is no longer kept tells nothing any more and is left out. */
  async lastTaps(): Promise<Tap[]> {
    // Written by `tap` from this very type.
    const taps = (await this.#options.store.read('lastTaps')).map((data) => JSON.parse(data) as Tap);
    return taps.filter((tap) => this.#phones.get(tap.deviceId)?.find(tap.notificationId) !== undefined);
  }

  /** A push arrives. What the phone makes of it is committed when the promise resolves; the caller stores the exchange meanwhile. */
  async deliver(delivery: Delivery): Promise<void> {
    const { device, vendor, draft, atMs } = delivery;
    const phone = this.#phoneOf(device.id);
    const plan = keepPlanOf(vendor, draft, atMs);
    const id = this.#options.newId('notification');
    const judged = this.#planner.judge(delivery, id, null);
    const fate = fateOf(plan, device.reach, atMs);
    if (fate === 'arrives') {
      await this.#arrive(phone, judged);
    } else if (fate === 'waits') {
      const held = { ...inState(judged, 'waiting', waitingBecause(device, vendor)), plan };
      const replaced = phone.hold(held, replacedBecause(device, vendor));
      this.#watchExpiry();
      await Promise.all([...replaced, held].map((one) => this.#keeper.notification(one)));
    } else {
      const lost = inState(judged, 'lost', lostBecause(device, vendor));
      phone.lose(lost);
      await this.#keeper.notification(lost);
    }
    this.#teller.tell(device.id);
  }

  /** A phone changed. What waited for it arrives once it can be reached, in the order in which it was sent. */
  async deviceChanged(device: Device): Promise<void> {
    const phone = this.#phones.get(device.id);
    if (!phone || phone.waiting.length === 0 || device.reach === 'offline') return;
    await this.#expire(phone);
    const nowMs = this.#options.now();
    for (const { notification, draft, vendorMessageId, plan } of phone.waiting) {
      const vendor = this.#options.vendor(notification.card.vendor);
      if (!vendor || !plan || fateOf(plan, device.reach, nowMs) !== 'arrives') continue;
      const { id, exchangeId, atMs } = notification;
      phone.release(id);
      await this.#arrive(
        phone,
        this.#planner.judge({ device, vendor, draft, exchangeId, vendorMessageId, atMs: nowMs }, id, atMs),
      );
    }
    this.#teller.tell(device.id);
  }

  async tap(notificationId: string, action: string, userText?: string): Promise<Tap> {
    const { kept, phone, device } = this.#find(notificationId);
    const arrivedIn = kept.notification.inForeground ? 'foreground' : 'background';
    const tap = this.#planner.plan(kept, device, action, arrivedIn, userText);
    await this.#options.store.write('putTap', {
      id: tap.id,
      exchangeId: tap.exchangeId,
      deviceId: tap.deviceId,
      atMs: tap.atMs,
      data: JSON.stringify(tap),
    });
    // A reply leaves the notification where it is, until the app takes it away or changes it.
    const gone = action === 'app-reply' ? [] : phone.dismiss(together(kept, phone, device));
    await Promise.all(gone.map((one) => this.#keeper.notification(one)));
    if (tap.screens.length > 0) {
      phone.screens = tap.screens;
      await this.#toForeground(device);
    }
    await this.#keeper.phone(phone);
    this.#options.hub.publish({ type: 'tap.recorded', tap });
    this.#teller.tell(device.id);
    return tap;
  }

  /** What came of one exchange, also what is no longer drawn. Exchanges this store never saw have nothing. */
  async arrivals(exchangeId: string): Promise<Arrivals> {
    const { store } = this.#options;
    const [notifications, taps] = await Promise.all([
      store.read('notificationsOf', { exchangeId }),
      store.read('tapsOf', { exchangeId }),
    ]);
    // Written by the keeper and tap from these very types.
    return {
      notifications: notifications.map((data) => (JSON.parse(data) as KeptNotification).notification),
      taps: taps.map((data) => JSON.parse(data) as Tap),
    };
  }

  /** The payloads that the notifications of one exchange were made of, by the id of the notification. */
  async draftsOf(exchangeId: string): Promise<ReadonlyMap<string, Draft>> {
    const kept = await this.#options.store.read('notificationsOf', { exchangeId });
    // Written by the keeper from this very type.
    const all = kept.map((data) => JSON.parse(data) as KeptNotification);
    return new Map(all.map(({ notification, draft }) => [notification.id, draft]));
  }

  /** The same touch in each state the app can be in. Nothing happens. */
  previewTaps(notificationId: string): Tap[] {
    const { kept, device } = this.#find(notificationId);
    const isInShade = kept.notification.state === 'shown' && !kept.notification.inForeground;
    return appStates.map((appState) => {
      // A card that is in the shade can be touched also while the app is open now. Anything else is asked about as if it came then.
      const wasDrawnBefore = appState === 'foreground' && device.appState === 'foreground' && isInShade;
      return this.#planner.plan(kept, { ...device, appState }, 'default', wasDrawnBefore ? 'background' : appState);
    });
  }

  /** What this push does when it arrives, in each state of the app. Nothing happens. */
  previewArrivals(notificationId: string): ArrivalView[] {
    const { kept, device } = this.#find(notificationId);
    return this.#planner.arrivalsOf(kept.notification.card.vendor, kept.draft, device);
  }

  /** A tap on a draft that never was sent, in each state of the app, as if the push came in that state. */
  tapsOf(vendorId: VendorId, draft: Draft, device: Device): Tap[] {
    return this.#planner.tapsOf(vendorId, draft, device);
  }

  /** What a draft that never was sent does when it arrives. Without a phone it is one of the vendor's own, and its app shows what it can. */
  arrivalsOf(vendorId: VendorId, draft: Draft, device: Device | undefined): ArrivalView[] {
    return this.#planner.arrivalsOf(vendorId, draft, device);
  }

  /** Why a real phone keeps this push quiet or may do so, as its settings are now. */
  reasons(notificationId: string): QuietReason[] {
    const { kept, device } = this.#find(notificationId);
    return this.#planner.reasons(kept, device);
  }

  async dismiss(notificationId: string): Promise<void> {
    const { kept, phone, device } = this.#find(notificationId);
    await this.#retire(phone, phone.dismiss(together(kept, phone, device)));
  }

  async clear(deviceId: string): Promise<void> {
    const phone = this.#phoneOf(this.#options.directory.devices.get(deviceId).id);
    const newest = phone.view.notifications.find(({ state }) => state === 'shown');
    // The app hears of each that is cleared as of one that is dismissed; told once, of the newest.
    if (newest) await this.tap(newest.id, 'dismiss');
    await this.#retire(phone, phone.clear());
  }

  async navigate(deviceId: string, to: PhoneMove): Promise<PhoneView> {
    const device = this.#options.directory.devices.get(deviceId);
    const phone = this.#phoneOf(deviceId);
    if (to.kind === 'home') {
      await this.setState(deviceId, 'background', 0);
      return phone.view;
    }
    if (to.kind === 'back') phone.screens = back(phone.screens);
    else if (to.kind === 'screen') phone.screens = stackFor(to.screen);
    else phone.screens = phone.screens.length > 0 ? phone.screens : [homeScreen];
    await this.#toForeground(device);
    await this.#keeper.phone(phone);
    this.#teller.tell(deviceId);
    return phone.view;
  }

  /**
   * The one control for what decides about a push. Going to the background reports the unread count (R6); a login asks for the
   * token again and reports it (R19); a logout kills the app’s session (R21).
   */
  async setState(deviceId: string, state: AppState | 'logged-out', unread?: number): Promise<Device> {
    const { directory, now } = this.#options;
    const device = directory.devices.get(deviceId);
    const nowMs = now();
    const phone = this.#phoneOf(deviceId);
    if (state === 'logged-out') {
      phone.screens = [];
      await this.#keeper.phone(phone);
      this.#teller.tell(deviceId);
      return directory.devices.update(deviceId, { loginState: 'logged-out', appState: 'killed', appStateAtMs: nowMs });
    }
    const login =
      device.loginState === 'logged-in'
        ? {}
        : {
            loginState: 'logged-in' as const,
            lastLoginAtMs: nowMs,
            tokenReportedAtMs: device.token === null ? null : nowMs,
          };
    const reported =
      state === 'background' ? { backgroundReported: true, unreadBase: unread ?? device.unreadBase } : {};
    if (state === 'killed') phone.screens = [];
    if (state === 'foreground' && phone.screens.length === 0) phone.screens = [homeScreen];
    await this.#keeper.phone(phone);
    this.#teller.tell(deviceId);
    return directory.devices.update(deviceId, { ...login, ...reported, appState: state, appStateAtMs: nowMs });
  }

  /** Puts the phone of a removed device aside. What it had is given up with the next start, when the device cannot come back any more. */
  forget(deviceId: string): void {
    const phone = this.#phones.get(deviceId);
    if (!phone) return;
    this.#phones.delete(deviceId);
    this.#aside.set(deviceId, phone);
    this.#watchExpiry();
  }

  /** The device came back, with what its phone had. */
  remember(deviceId: string): void {
    const phone = this.#aside.get(deviceId);
    if (!phone) return;
    this.#aside.delete(deviceId);
    this.#phones.set(deviceId, phone);
    this.#watchExpiry();
    this.#teller.tell(deviceId);
  }

  /** What is kept for devices that are gone for good. Phones of a shared file stand in no workspace. */
  async #giveUp(): Promise<void> {
    const { directory, store } = this.#options;
    for (const deviceId of this.#phones.keys()) {
      if (deviceId.startsWith('shared:') || directory.devices.find(deviceId)) continue;
      this.#phones.delete(deviceId);
      await store.write('deleteNotificationsOf', { deviceId });
    }
  }

  close(): void {
    this.#teller.close();
    if (this.#expiring) clearTimeout(this.#expiring);
  }

  async #arrive(phone: Phone, kept: KeptNotification): Promise<void> {
    const replaced = phone.arrive(kept);
    await Promise.all([...[...replaced, kept].map((one) => this.#keeper.notification(one)), this.#keeper.phone(phone)]);
  }

  async #expire(phone: Phone): Promise<void> {
    const name = this.#options.directory.devices.find(phone.deviceId)?.name ?? '';
    const expired = phone.expire(this.#options.now(), expiredBecause(name));
    if (expired.length === 0) return;
    await Promise.all(expired.map((one) => this.#keeper.notification(one)));
    this.#teller.tell(phone.deviceId);
  }

  /** Looks again when the next of what waits is given up. */
  #watchExpiry(): void {
    if (this.#expiring) clearTimeout(this.#expiring);
    this.#expiring = null;
    const ends = [...this.#phones.values()].flatMap((phone) => phone.waiting.map((kept) => kept.plan?.untilMs ?? 0));
    if (ends.length === 0) return;
    const ms = Math.min(Math.max(Math.min(...ends) - this.#options.now(), 0) + 1, longestTimerMs);
    this.#expiring = setTimeout(() => {
      this.#expiring = null;
      Promise.all([...this.#phones.values()].map((phone) => this.#expire(phone))).then(
        () => this.#watchExpiry(),
        (error: unknown) => this.#options.log(`phones: ${error instanceof Error ? error.message : String(error)}`),
      );
    }, ms);
    this.#expiring.unref();
  }

  #find(notificationId: string): { kept: KeptNotification; phone: Phone; device: Device } {
    for (const phone of this.#phones.values()) {
      const kept = phone.find(notificationId);
      const device = kept && this.#options.directory.devices.find(kept.notification.deviceId);
      if (kept && device) return { kept, phone, device };
    }
    throw new AppError('notification.not-found', { id: notificationId });
  }

  #phoneOf(deviceId: string): Phone {
    let phone = this.#phones.get(deviceId);
    if (!phone) this.#phones.set(deviceId, (phone = new Phone(deviceId)));
    return phone;
  }

  async #toForeground(device: Device): Promise<void> {
    if (device.appState === 'foreground' && device.loginState === 'logged-in') return;
    await this.#options.directory.devices.update(device.id, {
      appState: 'foreground',
      appStateAtMs: this.#options.now(),
    });
  }

  async #retire(phone: Phone, gone: readonly KeptNotification[]): Promise<void> {
    await Promise.all(gone.map((one) => this.#keeper.notification(one)));
    this.#teller.tell(phone.deviceId);
  }
}

/** What the person sees as one notification, because the app of this phone builds one out of several pushes. */
const together = (
  { notification }: KeptNotification,
  phone: Phone,
  { look, platform }: Device,
): ReadonlySet<string> => {
  const made = platform === 'android' ? madeInto(notification.card, look) : '';
  const ids = phone.view.notifications.filter(({ card }) => made !== '' && madeInto(card, look) === made);
  return new Set([notification.id, ...ids.map(({ id }) => id)]);
};

const inState = (kept: KeptNotification, state: Notification['state'], quietBecause: Phrase): KeptNotification => ({
  ...kept,
  notification: { ...kept.notification, state, quietBecause },
});
