import type { Store } from '../store/index.ts';
import type { KeptNotification, Phone } from './phone.ts';

/** Writes what the phones remember. */
export class Keeper {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  notification(kept: KeptNotification): Promise<void> {
    const { id, deviceId, exchangeId, atMs, state } = kept.notification;
    return this.#store.write('putNotification', {
      id,
      deviceId,
      exchangeId,
      atMs,
      state,
      data: JSON.stringify(kept),
    });
  }

  /** Most pushes leave badge and screens as they are. */
  async phone(phone: Phone): Promise<void> {
    const { deviceId, badge, screens } = phone;
    const data = JSON.stringify({ badge, screens });
    if (data === phone.stored) return;
    const before = phone.stored;
    phone.stored = data;
    try {
      await this.#store.write('putPhone', { deviceId, data });
    } catch (error) {
      phone.stored = before;
      throw error;
    }
  }
}
