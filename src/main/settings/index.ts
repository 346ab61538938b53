import type { Network, Notice, Settings } from '../../shared/contract/index.ts';
import { defaultSettings, Settings as SettingsSchema } from '../../shared/contract/settings.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { EventHub } from '../kit/hub.ts';
import type { Store } from '../store/index.ts';

/** What is wrong with a proxy and CA, by field; null when they can be used. */
export type CheckNetwork = (network: Network) => { readonly field: string; readonly problem: string } | null;

/** The person's choices, and what they should know of this start. */
export class SettingsBook {
  readonly #store: Store;
  readonly #hub: EventHub;
  readonly #checkNetwork: CheckNetwork;
  #settings: Settings = defaultSettings;
  #updates: Promise<unknown> = Promise.resolve();
  #notices: readonly Notice[] = [];

  constructor(store: Store, hub: EventHub, checkNetwork: CheckNetwork) {
    this.#store = store;
    this.#hub = hub;
    this.#checkNetwork = checkNetwork;
  }

  /** A stored value that no longer fits is passed over, not an obstacle to starting. */
  async load(): Promise<void> {
    const stored = SettingsSchema.partial().safeParse(
      (await this.#store.read('findSetting', { name: 'settings' })) ?? {},
    );
    this.#settings = { ...defaultSettings, ...(stored.success ? stored.data : {}) };
    await this.#apply();
  }

  get current(): Settings {
    return this.#settings;
  }

  /** AppError `settings.bad-network` when a proxy or CA cannot be used; nothing is stored then. */
  async update(patch: Partial<Settings>): Promise<Settings> {
    const wrong = patch.network && this.#checkNetwork(patch.network);
    if (wrong) {
      const { field, problem } = wrong;
      throw new AppError('settings.bad-network', { field, reason: { id: `settings.network.${problem}` } });
    }
    // One after the other, so that two at once both hold.
    const updated = this.#updates.then(() => this.#put({ ...this.#settings, ...patch }));
    this.#updates = updated.catch(() => undefined);
    return updated;
  }

  /** What cannot be stored does not hold either: after the next start it would be gone. */
  async #put(settings: Settings): Promise<Settings> {
    await this.#store.write('putSetting', { name: 'settings', value: settings });
    this.#settings = settings;
    await this.#apply();
    this.#hub.publish({ type: 'settings.changed', settings });
    return settings;
  }

  get notices(): readonly Notice[] {
    return this.#notices;
  }

  note(notice: Notice): void {
    this.#notices = [...this.#notices.filter((one) => one.id !== notice.id), notice];
    this.#hub.publish({ type: 'notices.changed', notices: [...this.#notices] });
  }

  /** What a notice said is no longer so. */
  unnote(id: string): void {
    if (!this.#notices.some((one) => one.id === id)) return;
    this.#notices = this.#notices.filter((one) => one.id !== id);
    this.#hub.publish({ type: 'notices.changed', notices: [...this.#notices] });
  }

  async #apply(): Promise<void> {
    await this.#store.write('setPowerLossSafe', { on: this.#settings.survivePowerLoss });
  }
}
