import type {
  AppState,
  ArrivalView,
  Device,
  Draft,
  Notification,
  QuietReason,
  Tap,
  VendorId,
} from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Vendor } from '../vendors/vendor.ts';
import type { Delivery, PhonesOptions } from './parts.ts';
import type { KeptNotification } from './phone.ts';
import { importanceOf, reasonsOf, undrawnBecause } from './quiet.ts';
import { appStates, arrivalIn, arrivalViews, planTap, type TapInput } from './tapping.ts';

/** Works out what a push does on a phone and what a touch leads to, from the vendor's rules and the workspace. Keeps nothing. */
export class Planner {
  readonly #options: Pick<PhonesOptions, 'directory' | 'newId' | 'now' | 'vendor'>;

  constructor(options: PhonesOptions) {
    this.#options = options;
  }

  /** What a phone makes of a push that reaches it now. */
  judge(
    { device, vendor, draft, exchangeId, vendorMessageId, atMs }: Delivery,
    id: string,
    keptSinceMs: number | null,
  ): KeptNotification {
    const app = this.#options.directory.apps.find(device.appId);
    const { platform, appState } = device;
    const card = vendor.display.card(draft, { platform, appName: app?.name ?? '' });
    const arrival = arrivalIn({ draft, app, vendor, platform }, appState);
    const about = { device, app, vendor, draft, card, arrival, atMs };
    const quietBecause = undrawnBecause(about);
    const importance = importanceOf(about);
    const notification: Notification = {
      id,
      deviceId: device.id,
      exchangeId,
      atMs,
      card,
      state: quietBecause === null && card.visible ? 'shown' : 'quiet',
      quietBecause,
      inForeground: appState === 'foreground',
      keptSinceMs,
      ...(importance === undefined ? {} : { importance }),
    };
    return { notification, draft, vendorMessageId };
  }

  /** Throws `gateway.not-found`. */
  vendor(id: VendorId): Vendor {
    const found = this.#options.vendor(id);
    if (!found) throw new AppError('gateway.not-found', { vendor: id });
    return found;
  }

  /** Everything that follows one touch. */
  plan(kept: KeptNotification, device: Device, action: string, arrivedIn: AppState, userText?: string): Tap {
    return this.#planOn(kept.notification.card.vendor, kept, device, action, arrivedIn, userText);
  }

  #planOn(
    vendorId: VendorId,
    kept: TapInput['kept'],
    device: Device,
    action: string,
    arrivedIn: AppState,
    userText?: string,
  ): Tap {
    const { directory, newId, now } = this.#options;
    return planTap({
      id: newId('tap'),
      kept,
      device,
      app: directory.apps.find(device.appId),
      vendor: this.vendor(vendorId),
      action,
      userText,
      arrivedIn,
      nowMs: now(),
      tryRules: (ext, opened) => directory.tryRules(device.appId, ext, opened),
    });
  }

  /** A tap on a draft that never was sent, in each state of the app, as if the push came in that state. */
  tapsOf(vendorId: VendorId, draft: Draft, device: Device): Tap[] {
    const kept = { notification: { id: '', exchangeId: '' }, draft, vendorMessageId: null };
    return appStates.map((appState) => this.#planOn(vendorId, kept, { ...device, appState }, 'default', appState));
  }

  /** The same of a draft that never was sent. Without a phone it is one of the vendor's own, and its app shows what it can. */
  arrivalsOf(vendorId: VendorId, draft: Draft, device: Device | undefined): ArrivalView[] {
    const vendor = this.vendor(vendorId);
    const app = device && this.#options.directory.apps.find(device.appId);
    const platform = device?.platform ?? vendor.platforms[0] ?? 'android';
    return arrivalViews({ draft, app, vendor, platform });
  }

  /** Why a real phone keeps this push quiet or may do so, as its settings are now. */
  reasons(kept: KeptNotification, device: Device): QuietReason[] {
    const { card, atMs, inForeground } = kept.notification;
    const app = this.#options.directory.apps.find(device.appId);
    const vendor = this.vendor(card.vendor);
    // The app may be open by now; what counts is how it was when the push came.
    const later = device.appState === 'foreground' ? 'background' : device.appState;
    const then: Device = { ...device, appState: inForeground ? 'foreground' : later };
    const { draft } = kept;
    const arrival = arrivalIn({ draft, app, vendor, platform: device.platform }, then.appState);
    return reasonsOf({ device: then, app, vendor, draft, card, arrival, atMs });
  }
}
